// What takes the texts of each language apart; kept from one query to the next.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "cyberlex/text/analyse.h"
#include "cyberlex/text/language.h"

namespace cyberlex {

// Thread rule: one object, one thread.
struct TextTools {
  explicit TextTools(std::string_view language) : analyser(language), stemmer(language, kStems) {}

  // Stems kept: of words that begin as a query's do, of which a text has few.
  static constexpr size_t kStems = 4096;

  Analyser analyser;
  Stemmer stemmer;
};

// By language, made when first needed.
using LanguageTools = std::map<std::string, TextTools, std::less<>>;

inline TextTools& tools_of(LanguageTools& tools, std::string_view language) {
  auto const found = tools.find(language);
  return found != tools.end() ? found->second
                              : tools.try_emplace(std::string(language), language).first->second;
}

}  // namespace cyberlex
