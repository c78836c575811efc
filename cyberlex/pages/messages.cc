#include "cyberlex/pages/messages.h"

#include <algorithm>
#include <stdexcept>

#include "cyberlex/pages/resources.h"

namespace cyberlex::pages {
namespace {

std::string_view trimmed(std::string_view text) {
  size_t const begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) {
    return {};
  }
  return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

std::map<std::string, std::string, std::less<>> read_texts(std::string const& file) {
  std::string_view rest = find_resource(file).value_or("");
  std::map<std::string, std::string, std::less<>> out;
  for (size_t number = 1; !rest.empty(); ++number) {
    size_t const end = std::min(rest.find('\n'), rest.size());
    std::string_view const line = trimmed(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.empty() || line.front() == '#') {
      continue;
    }
    size_t const equals = line.find('=');
    std::string const place = file + ':' + std::to_string(number) + ": ";
    if (equals == std::string_view::npos) {
      throw std::runtime_error(place + "expected key = text");
    }
    std::string key(trimmed(line.substr(0, equals)));
    if (!out.emplace(key, trimmed(line.substr(equals + 1))).second) {
      throw std::runtime_error(place + key + " stands twice");
    }
  }
  return out;
}

}  // namespace

std::string_view code_of(UiLanguage language) {
  constexpr std::array<std::string_view, kUiLanguages.size()> kCodes = {"en", "es", "fa"};
  return kCodes.at(static_cast<size_t>(language));
}

std::optional<UiLanguage> find_ui_language(std::string_view code) {
  auto const* const found =
      std::find_if(kUiLanguages.begin(), kUiLanguages.end(),
                   [code](UiLanguage language) { return code_of(language) == code; });
  return found == kUiLanguages.end() ? std::nullopt : std::optional(*found);
}

Messages::Messages(UiLanguage language)
    : language_(language),
      // Days are written as in Nigeria, not as in the United States.
      format_(language == UiLanguage::kEnglish ? "en-GB" : code_of(language)),
      texts_(read_texts("messages/" + std::string(code_of(language)) + ".txt")) {}

bool Messages::has(std::string_view key) const {
  return texts_.find(key) != texts_.end();
}

std::string const& Messages::text(std::string_view key) const {
  auto const found = texts_.find(key);
  if (found == texts_.end()) {
    throw std::out_of_range("no interface text " + std::string(key) + " in " +
                            std::string(code_of(language_)));
  }
  return found->second;
}

std::string Messages::text(std::string_view key, Fillings fillings) const {
  std::string out;
  std::string_view rest = text(key);
  for (size_t open = rest.find('{'); open != std::string_view::npos; open = rest.find('{')) {
    size_t const close = std::min(rest.find('}', open), rest.size());
    std::string_view const name = rest.substr(open + 1, close - open - 1);
    auto const* const found = std::find_if(fillings.begin(), fillings.end(),
                                           [name](auto const& each) { return each.first == name; });
    out += rest.substr(0, open);
    out += found == fillings.end() ? rest.substr(open, close - open + 1) : found->second;
    rest.remove_prefix(std::min(close + 1, rest.size()));
  }
  return out += rest;
}

std::string Messages::counted(std::string_view key, int64_t number) const {
  std::string const form = std::string(key) + '.' + format_.plural(number);
  std::string const shown = format_.number(number);
  return text(has(form) ? form : std::string(key) + ".other", {{"n", shown}});
}

}  // namespace cyberlex::pages
