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
#include "cyberlex/search/text_tools.h"

namespace cyberlex {

// A stretch of a block, [begin, end) in bytes, that matches one marker.
struct Mark {
  uint32_t begin = 0;
  uint32_t end = 0;
  size_t marker = 0;
};

// Thread rule: one object, one thread. Lifetime: not longer than `markers` and `tools`.
class LanguageMarkers {
 public:
  LanguageMarkers(std::span<Marker const> markers, std::string const& language, TextTools& tools);

  // Ascending by where they begin. `words`: of this text. Cost: linear.
  std::vector<Mark> find(std::string_view text, TextWords const& words);
  // The same from tokens of a whole analysis, or those of them that may match.
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
  std::vector<Token> tokens_;  // of the text last looked at
  Lookup words_;
  Lookup stems_;
  std::vector<std::pair<size_t, std::vector<std::string> const*>> phrases_;
  std::vector<std::pair<size_t, std::vector<std::string> const*>> labels_;  // of two stems or more
};

}  // namespace cyberlex
