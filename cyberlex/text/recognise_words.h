// A fast split of running text into known words, for recognisers: no positions, no ICU breaks.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/text/sentence.h"

namespace cyberlex {

// A word of a text. Letters, or digits with the separators between them ("5,000.00"), or one
// currency sign; letters and digits part from one another, and words joined by ZWNJ are two words.
struct ScannedWord {
  uint32_t begin = 0;  // bytes in the text: [begin, end)
  uint32_t end = 0;
  uint32_t word = 0;            // number of the folded word; 0: not in the table
  uint32_t stem = 0;            // number of its stem; 0: not in the table
  bool digits = false;          // digits of any script
  bool comma = false;           // a comma, a colon or a semicolon stands before it
  bool colon = false;           // of these a colon
  bool bracket = false;         // an opening bracket stands before it
  bool slash = false;           // a slash stands before it
  Break before = Break::kNone;  // what ended before it
};

// The words that recognisers of one language ask about, numbered from 1, and the split that numbers
// the words of a text by them. Numbers are given in the order of add(), so equal calls give equal
// numbers. Thread rule: one object, one thread (it keeps what it has looked up, at most some MiB).
class WordTable {
 public:
  explicit WordTable(std::string_view language);
  ~WordTable();
  WordTable(WordTable&&) noexcept;
  WordTable& operator=(WordTable&&) noexcept;

  // Numbers of the words of a phrase, as words and as stems.
  std::vector<uint32_t> add_words(std::string_view phrase);
  std::vector<uint32_t> add_stems(std::string_view phrase);

  // Replaces `out` by the words of the text. Linear. REQUIRES: less than 1 GiB; add_… is not called
  // any more.
  void scan(std::string_view text, std::vector<ScannedWord>& out);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Sequences of numbers, each with a value, found all at once: a trie whose edges stand in one hash.
class PhraseTrie {
 public:
  PhraseTrie();
  ~PhraseTrie();
  PhraseTrie(PhraseTrie&&) noexcept;
  PhraseTrie& operator=(PhraseTrie&&) noexcept;

  // A sequence may have several values. REQUIRES: not empty, no 0 in it.
  void add(std::span<uint32_t const> phrase, uint32_t value);

  struct Match {
    uint32_t length = 0;
    uint32_t value = 0;
    bool operator==(Match const&) const = default;
  };
  // What begins at `at`, shorter phrases first, of one phrase in the order of add().
  void matches_at(std::span<uint32_t const> text, size_t at, std::vector<Match>& out) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cyberlex
