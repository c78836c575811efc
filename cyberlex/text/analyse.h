// The one definition of "same word", for indexing, querying and highlighting.
//
// NFKC case-fold; diacritics folded for Latin (ä é ñ ß -> a e n ss); Arabic yeh, kaf, heh and hamza
// forms folded, lone hamza, tatweel and harakat dropped; digits ۰–۹ ٠–٩ 0–9 equal; ZWNJ, ZWJ, bidi
// controls, soft hyphens dropped; the typographic apostrophe is the plain one. Words joined by ZWNJ
// are found joined and split. Word boundaries: Unicode UAX #29 by ICU, the root locale's for every
// language. ICU ends in this folder.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/text/word_breaks.h"

namespace cyberlex {

// Xapian refuses terms above 245 bytes; longer words are cut here, at a character, on both sides.
inline constexpr size_t kLongestWord = 120;

// Text folded to the form in which words are compared. Idempotent. Invalid UTF-8 becomes U+FFFD.
// ZWNJ is dropped, which joins what it parted: to have the parts as well, analyse. Linear; a run of
// combining marks is cut after 30.
std::string fold(std::string_view text);

// True when every byte belongs to well-formed UTF-8; otherwise `bad` (if given) is the offset.
bool is_utf8(std::string_view text, size_t* bad = nullptr);

// A word of a text: holds a letter or a digit, and folds to something. Words joined by ZWNJ give
// one token, `joined`, for the whole, then one for each part, the first at the same position. A
// token's folded word is at most kLongestWord bytes.
struct Token {
  std::string word;    // folded
  uint32_t begin = 0;  // bytes in the original: [begin, end)
  uint32_t end = 0;
  uint32_t position = 0;  // counts words, from the position analyse() was given
  bool joined = false;
};

// What analyse() yields: tokens in order, and the position after which each sentence and each
// paragraph ends (the position of the last word in it), ascending. A paragraph's end is a
// sentence's.
struct Analysis {
  std::vector<Token> tokens;
  std::vector<uint32_t> sentence_ends;
  std::vector<uint32_t> paragraph_ends;
  uint32_t next_position = 0;  // first unused position
};

// Where the words of a text stand: its tokens but for the joined ones, in order. The position of
// each, counted from 0, is its place here.
struct TextWords {
  std::vector<WordSlice> slices;
  bool joined = false;  // there may be joined tokens beside them
};

// With what folded words may begin, as far as it is told by the first byte of the original: a word
// whose original begins with an ASCII letter or digit folds to one that begins with it, in lower
// case.
class FirstLetters {
 public:
  void add(std::string_view folded_word);
  void add_all();
  // False: no word that was added is the folded form of one whose original begins with `first`.
  bool may_begin(char first) const;

 private:
  std::array<bool, 128> letters_{};
};

// Splits texts of one language.
// Thread rule: one object, one thread (ICU's iterators keep state).
class Analyser {
 public:
  explicit Analyser(std::string_view language);
  ~Analyser();
  Analyser(Analyser&&) noexcept;
  Analyser& operator=(Analyser&&) noexcept;

  // Appends to `out`, positions from out.next_position. A paragraph ends at an empty line and at
  // the end of the text; sentences end as sentence.h says. Cost: linear. REQUIRES: less than 1 GiB.
  void analyse(std::string_view text, Analysis& out);

  // What find() needs to know of a text, whatever is looked for. Cost: linear. REQUIRES: as above.
  TextWords words(std::string_view text);
  // The tokens that analyse() makes of the text alone, positions from 0, appended to `out`; those
  // that cannot begin as wanted are left out. For looking for few words in a text. REQUIRES:
  // `words` is of this text.
  void find(std::string_view text, TextWords const& words, FirstLetters const& wanted,
            std::vector<Token>& out);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cyberlex
