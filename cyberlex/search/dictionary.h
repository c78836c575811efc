// The words of one language in memory: for fuzzy words, and for the words that share a stem.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/index/reader.h"

namespace cyberlex {

// A word near another one.
struct NearWord {
  std::string word;
  uint32_t distance = 0;
  uint32_t documents = 0;
};

// Thread rule: immutable once loaded.
class Dictionary {
 public:
  // Scans every word of the language once. Throws ReaderDamaged as the reader does.
  static Dictionary load(IndexReader const& reader, std::string_view language);

  size_t size() const { return documents_.size(); }
  // REQUIRES: at < size(). Words ascend.
  std::string_view word(size_t at) const;

  // Words whose stem is `stem`, ascending.
  std::vector<std::string> with_stem(std::string_view stem) const;
  // Words at Levenshtein distance <= `distance` from `word`, counted in code points: nearest first,
  // then those in most documents, then ascending. Cost: linear in the dictionary.
  std::vector<NearWord> near(std::string_view word, uint32_t distance) const;

 private:
  void stem_all(std::string_view language);
  std::string_view stem(size_t at) const;

  std::string words_;  // one after the other
  std::vector<size_t> word_begin_ = {0};
  std::vector<uint32_t> documents_;
  std::string stems_;
  std::vector<size_t> stem_begin_ = {0};
  std::vector<uint32_t> by_stem_;  // words in order of their stems
};

// Levenshtein distance of two texts in code points, or limit + 1 when it exceeds `limit`.
// Cost: length times limit.
uint32_t edit_distance(std::u32string_view left, std::u32string_view right, uint32_t limit);

// The code points of a text; a malformed byte counts as U+FFFD.
std::u32string code_points(std::string_view text);

}  // namespace cyberlex
