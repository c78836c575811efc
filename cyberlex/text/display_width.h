// How many columns of a terminal a text takes.
#pragma once

#include <cstddef>
#include <string_view>

namespace cyberlex {

// In columns, code point by code point: 0 for combining marks, format characters (joiners, bidi
// controls) and control characters, 2 for what Unicode's East_Asian_Width calls wide or full,
// 1 for the rest. A byte that is no UTF-8 counts as 1. Emoji joined by U+200D count one by one.
size_t display_width(std::string_view text);

}  // namespace cyberlex
