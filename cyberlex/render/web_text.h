// Positions and addresses as the web counts and writes them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace cyberlex {

// Code points that begin before byte `offset`; a byte of no well-formed character counts as one.
// Offsets beyond the end count as the end. Cost: linear.
size_t code_points_before(std::string_view text, size_t offset);

// A path segment or a query value, percent-encoded: all but letters, digits and "-._~" of ASCII,
// and what `keep` names.
std::string percent_encoded(std::string_view text, std::string_view keep = {});

// Text as it may stand in HTML, in an element or in a quoted attribute.
std::string html_escaped(std::string_view text);

// "rtl" for a language (ISO 639-1) that is written from right to left, else "ltr".
std::string_view direction_of(std::string_view language);

}  // namespace cyberlex
