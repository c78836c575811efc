// What the words of a query look for in the texts of one language, and where they find it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
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

// Thread rule: one object, one thread (it keeps an analyser and a stemmer). Lifetime: not longer
// than `markers`.
class LanguageMarkers {
 public:
  LanguageMarkers(std::span<Marker const> markers, std::string const& language);

  Analysis analyse(std::string const& text);
  // Ascending by where they begin. Cost: linear in the text.
  std::vector<Mark> find(Analysis const& analysis);

 private:
  using Lookup = std::map<std::string, std::vector<size_t>, std::less<>>;

  void add_words(WordGroup const& group, std::string const& language, size_t marker);
  void add_labels(LabelMarker const& labels, std::string const& language, size_t marker);
  void find_phrases(Analysis const& analysis, std::vector<Mark>& out) const;
  void find_labels(Analysis const& analysis, std::span<std::string const> stems,
                   std::vector<Mark>& out) const;

  Analyser analyser_;
  Stemmer stemmer_;
  Lookup words_;
  Lookup stems_;
  std::vector<std::pair<size_t, std::vector<std::string> const*>> phrases_;
  std::vector<std::pair<size_t, std::vector<std::string> const*>> labels_;  // of two stems or more
};

}  // namespace cyberlex
