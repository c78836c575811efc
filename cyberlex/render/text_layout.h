// Text laid out for people: paragraphs, labels, bold, numbers.
//
// Renderers write marked text: paragraphs that are not broken yet, and bold between marks.
// lay_out() makes of it the lines of a page as wide as somebody asks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cyberlex {

inline constexpr size_t kLineWidth = 96;  // in columns, where nobody asks otherwise
inline constexpr size_t kNarrowest = 40;
inline constexpr size_t kWidest = 400;

struct TextStyle {
  size_t width = kLineWidth;
  bool ansi = false;  // bold as escape sequences, else dropped
};

// Marks text as bold.
std::string bold(std::string_view text);

// Marks a paragraph: lay_out() breaks it at blanks so that no line is wider than asked where a word
// allows it. The first line begins with `first`, the others with `rest`; line ends in the text
// stay. Ends with a newline.
std::string wrapped(std::string_view text, std::string_view first, std::string_view rest);

// "  status    in force": a label in a column of `kLabelWidth` after `indent` blanks, then the
// wrapped text.
inline constexpr size_t kLabelWidth = 10;
std::string labelled(std::string_view label, std::string_view text, size_t indent = 0);

// Marked text as it may reach a terminal: paragraphs broken, bold shown or dropped, and no other
// control character but line ends, because a law from outside must not move the cursor.
std::string lay_out(std::string_view marked, TextStyle const& style);

// In columns; marks and control characters take no room (display_width.h).
size_t width_of(std::string_view text);

// The longest beginning that takes at most `width` columns, with the marks that belong to its last
// letter.
std::string cut_to(std::string_view text, size_t width);

// The text with blanks behind it, or before it, up to `width` columns.
std::string filled_to(std::string_view text, size_t width);
std::string right_in(std::string_view text, size_t width);

// "1 act", "2 acts"; `many` where an s is not enough.
std::string counted(uint64_t number, std::string_view one, std::string_view many = {});

// The values with `separator` between them.
std::string joined(std::vector<std::string> const& values, std::string_view separator);

// "1234567" -> "1,234,567"; a fraction stays.
std::string with_separators(std::string_view digits);

}  // namespace cyberlex
