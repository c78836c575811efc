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

// The same for XML 1.0: what it cannot hold at all (most control characters, U+FFFE, U+FFFF, bytes
// that are not UTF-8) becomes U+FFFD, so that it is seen to be missing; a carriage return is
// written as a reference, or reading it would make a line feed of it.
std::string xml_escaped(std::string_view text);

// "rtl" for a language (ISO 639-1) that is written from right to left, else "ltr".
std::string_view direction_of(std::string_view language);

}  // namespace cyberlex
