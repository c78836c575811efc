// What the words of a query look for in the texts of one language, and where they find it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cyberlex/search/compile_query.h"
#include "cyberlex/text/analyse.h"
#include "cyberlex/text/language.h"

namespace cyberlex {

// A stretch of a block, [begin, end) in bytes, that matches one marker.
struct Mark {
  uint32_t begin = 0;
  uint32_t end = 0;
  size_t marker = 0;
};

// What takes the texts of one language apart; kept from one query to the next.
// Thread rule: one object, one thread.
struct TextTools {
  explicit TextTools(std::string_view language);
  Analyser analyser;
  Stemmer stemmer;
};

// Thread rule: one object, one thread. Lifetime: not longer than `markers` and `tools`.
class LanguageMarkers {
 public:
  LanguageMarkers(std::span<Marker const> markers, std::string const& language, TextTools& tools);

  // The tokens of a text; the word of one that cannot match is left empty.
  std::vector<Token> split(std::string_view text);
  // Ascending by where they begin. `tokens`: of split() or of a whole analysis. Cost: linear.
  std::vector<Mark> find(std::span<Token const> tokens);

 private:
  using Lookup = std::map<std::string, std::vector<size_t>, std::less<>>;

  void add_words(WordGroup const& group, std::string const& language, size_t marker);
  void add_labels(LabelMarker const& labels, std::string const& language, size_t marker);
  void add_stem(std::string const& stem);
  void find_phrases(std::span<Token const> tokens, std::vector<Mark>& out) const;
  void find_labels(std::span<Token const> tokens, std::span<std::string const> stems,
                   std::vector<Mark>& out) const;

  TextTools& tools_;
  FirstLetters wanted_;
  Lookup words_;
  Lookup stems_;
  std::vector<std::pair<size_t, std::vector<std::string> const*>> phrases_;
  std::vector<std::pair<size_t, std::vector<std::string> const*>> labels_;  // of two stems or more
};

}  // namespace cyberlex
