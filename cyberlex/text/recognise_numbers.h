// Numbers in running text: digits of any script with their separators, and number words.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace cyberlex {

// The hundredths of digits with separators: "5,000,000.00", "1.000", "۱۰٬۰۰۰", "7.5". One separator
// before exactly three digits parts thousands. Nothing above 10^15, or that is no such number.
std::optional<int64_t> read_digits(std::string_view text);

// What a word says within a number.
struct NumberWord {
  enum class Kind : uint8_t { kNone, kValue, kHundred, kScale };
  Kind kind = Kind::kNone;
  int64_t value = 0;     // of a scale: 1,000 or more
  bool article = false;  // "a", "ein", "un": 1 only before what it counts
};

// A folded word of a language (en, es, fa, de; others have none). German words are taken apart:
// "funfundzwanzigtausend" is 25,000.
NumberWord read_number_word(std::string_view folded, std::string_view language);

// True for a word that joins parts of a number: "and", "y", "و", "und".
bool joins_numbers(std::string_view folded, std::string_view language);

// Adds up the words of one number.
class NumberSum {
 public:
  // False, and nothing changed, when the word cannot stand behind those before it.
  bool add(NumberWord const& word);
  bool empty() const { return empty_; }
  int64_t value() const { return total_ + current_; }
  // The last scale word, and what stood before it: "forty million" is 40 x 1,000,000.
  int64_t scale() const { return scale_; }
  int64_t coefficient() const { return coefficient_; }

 private:
  int64_t total_ = 0;
  int64_t current_ = 0;
  int64_t last_ = 0;  // the last value added to current_: what follows must be smaller
  int64_t scale_ = 1;
  int64_t coefficient_ = 0;
  bool empty_ = true;
};

}  // namespace cyberlex
