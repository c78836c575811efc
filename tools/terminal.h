// Where a command reads and writes, and how text is laid out for people.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace cyberlex::tools {

// Data go to `out`, everything else to `err`.
struct Terminal {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool colour = false;  // `out` is a terminal and nobody set NO_COLOR
};

inline constexpr size_t kLineWidth = 96;  // in code points

// Marks text as bold; printable() turns the marks into escape sequences or drops them.
std::string bold(std::string_view text);

// Text as it may reach a terminal: control characters are dropped but for line ends, because a law
// from outside must not move the cursor; bold is shown where `colour` is set.
std::string printable(std::string_view text, bool colour);

// Writes printable text to terminal.out.
void print(Terminal& terminal, std::string_view text);

// Breaks at blanks so that no line exceeds kLineWidth where a word allows it. The first line begins
// with `first`, the others with `rest`; line ends in the text stay. Ends with a newline.
std::string wrapped(std::string_view text, std::string_view first, std::string_view rest);

// "  status    in force": a label in a column of `kLabelWidth` after `indent` blanks, then the
// wrapped text.
inline constexpr size_t kLabelWidth = 10;
std::string labelled(std::string_view label, std::string_view text, size_t indent = 0);

// "1 act", "2 acts"; `many` where an s is not enough.
std::string counted(uint64_t number, std::string_view one, std::string_view many = {});

// The values with `separator` between them.
std::string joined(std::vector<std::string> const& values, std::string_view separator);

// "1234567" -> "1,234,567"; a fraction stays.
std::string with_separators(std::string_view digits);

}  // namespace cyberlex::tools
