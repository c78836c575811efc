// Where words begin and end (Unicode UAX #29, the root locale's rules).
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace cyberlex {

// Bytes [begin, end) of a text.
struct WordSlice {
  uint32_t begin = 0;
  uint32_t end = 0;
  bool operator==(WordSlice const&) const = default;
};

// Thread rule: one object, one thread (ICU's iterators keep state).
class WordBreaks {
 public:
  WordBreaks();
  ~WordBreaks();
  WordBreaks(WordBreaks&&) noexcept;
  WordBreaks& operator=(WordBreaks&&) noexcept;

  // The pieces between two boundaries that hold a letter or a digit, appended to `out`. A malformed
  // byte counts as U+FFFD. Cost: linear. REQUIRES: less than 1 GiB.
  //
  // Characters below U+0800 and from U+2000 to U+21FF are broken by a table made from ICU's
  // properties; any other one sends the whole text to by_icu().
  void split(std::string_view text, std::vector<WordSlice>& out);

  // The definition, and the twin of split().
  void by_icu(std::string_view text, std::vector<WordSlice>& out);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cyberlex
