#include "cyberlex/search/query_words.h"

#include <algorithm>
#include <array>

#include "cyberlex/search/query_lexer.h"

namespace cyberlex {
namespace {

constexpr size_t kLongestPlain = 64;
constexpr int kMostReadings = 4;

// Letters and digits of ASCII: one word, whatever the language.
bool is_plain(std::string_view text) {
  return !text.empty() && text.size() <= kLongestPlain &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
         });
}

std::vector<std::string> parts_of(Analysis const& analysis) {
  std::vector<std::string> parts;
  for (Token const& token : analysis.tokens) {
    if (!token.joined) {
      parts.push_back(token.word);
    }
  }
  return parts;
}

std::string spaced(std::vector<std::string> const& parts) {
  std::string out;
  for (std::string const& part : parts) {
    out += out.empty() ? "" : " ";
    out += without_syntax(part);
  }
  return out;
}

// The one joined token that covers every other.
std::string joined_of(Analysis const& analysis) {
  auto const joined = [](Token const& token) { return token.joined; };
  auto const first = std::find_if(analysis.tokens.begin(), analysis.tokens.end(), joined);
  if (first == analysis.tokens.end() ||
      std::count_if(analysis.tokens.begin(), analysis.tokens.end(), joined) > 1) {
    return {};
  }
  bool const whole =
      std::all_of(analysis.tokens.begin(), analysis.tokens.end(),
                  [&](Token const& t) { return t.begin >= first->begin && t.end <= first->end; });
  return whole ? first->word : "";
}

// Bytes of the hyphen that `text` begins with; 0 when it begins with none.
size_t hyphen_at(std::string_view text) {
  constexpr auto kHyphens = std::to_array<std::string_view>({"-", "\u2010", "\u2011"});
  for (std::string_view const hyphen : kHyphens) {
    if (text.starts_with(hyphen)) {
      return hyphen.size();
    }
  }
  return 0;
}

}  // namespace

Analysis WordReader::analyse(std::string_view text) {
  if (!analyser_) {
    analyser_.emplace("");
  }
  Analysis out;
  analyser_->analyse(text, out);
  return out;
}

QueryWords WordReader::read(std::string_view text) {
  if (is_plain(text)) {
    return {{fold(text)}, {}};
  }
  Analysis const first = analyse(without_syntax(text));
  QueryWords words{parts_of(first), joined_of(first)};
  // Folding may yield what breaks in other places (ligatures, compatibility forms): read on until
  // nothing changes, so that what print() writes is read as the same words.
  for (int reading = 1; reading < kMostReadings; ++reading) {
    std::vector<std::string> again = parts_of(analyse(spaced(words.parts)));
    if (again == words.parts) {
      break;
    }
    words.parts = std::move(again);
    words.joined.clear();
  }
  if (!words.joined.empty() && parts_of(analyse(words.joined)) != std::vector{words.joined}) {
    words.joined.clear();
  }
  return words;
}

std::string WordReader::without_hyphens(std::string_view text,
                                        std::vector<std::string> const& parts) {
  std::string bare;
  size_t hyphens = 0;
  for (size_t at = 0; at < text.size();) {
    size_t const hyphen = hyphen_at(text.substr(at));
    if (text[at] >= '0' && text[at] <= '9') {
      return {};
    }
    hyphens += hyphen > 0 ? 1 : 0;
    bare += hyphen > 0 ? "" : std::string(1, text[at]);
    at += std::max<size_t>(hyphen, 1);
  }
  std::string whole;
  for (std::string const& part : parts) {
    whole += part;
  }
  bool const joins = hyphens > 0 && hyphens + 1 == parts.size();
  return joins && read(bare).parts == std::vector{whole} ? whole : "";
}

}  // namespace cyberlex
