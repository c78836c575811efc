#include "indexer/slugs.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/heading_words.h"

namespace cyberlex {

std::string make_slug(std::string_view text) {
  std::string out;
  for (char const c : fold_latin(text)) {
    bool const good = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (good) {
      out += c;
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  while (!out.empty() && out.back() == '-') {
    out.pop_back();
  }
  return out;
}

std::string_view language_of_country(std::string_view country) {
  constexpr auto kTable = std::to_array<std::pair<std::string_view, std::string_view>>({
      {"ao", "pt"}, {"ar", "es"}, {"at", "de"}, {"au", "en"}, {"bo", "es"}, {"br", "pt"},
      {"bz", "en"}, {"cl", "es"}, {"co", "es"}, {"cr", "es"}, {"cu", "es"}, {"cz", "cs"},
      {"de", "de"}, {"dk", "da"}, {"do", "es"}, {"ec", "es"}, {"ee", "et"}, {"es", "es"},
      {"fi", "fi"}, {"fr", "fr"}, {"gb", "en"}, {"gh", "en"}, {"gr", "el"}, {"gt", "es"},
      {"hn", "es"}, {"hr", "hr"}, {"hu", "hu"}, {"ie", "en"}, {"ir", "fa"}, {"it", "it"},
      {"jm", "en"}, {"jp", "ja"}, {"ke", "en"}, {"kr", "ko"}, {"lt", "lt"}, {"lv", "lv"},
      {"mx", "es"}, {"mz", "pt"}, {"ng", "en"}, {"ni", "es"}, {"nl", "nl"}, {"no", "no"},
      {"nz", "en"}, {"pa", "es"}, {"pe", "es"}, {"pl", "pl"}, {"pt", "pt"}, {"py", "es"},
      {"ro", "ro"}, {"se", "sv"}, {"sk", "sk"}, {"sv", "es"}, {"tr", "tr"}, {"ua", "uk"},
      {"us", "en"}, {"uy", "es"}, {"ve", "es"}, {"za", "en"},
  });
  auto const found = std::find_if(kTable.begin(), kTable.end(),
                                  [&](auto const& row) { return row.first == country; });
  return found == kTable.end() ? std::string_view() : found->second;
}

}  // namespace cyberlex
