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

}  // namespace cyberlex
