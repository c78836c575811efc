// Lists in header values, taken apart.
#pragma once

#include <string_view>

namespace cyberlex::api {

// Takes the next piece before `separator` off `text`, without blanks around it.
std::string_view next_piece(std::string_view& text, char separator);

// True when they differ in the case of ASCII letters at most. REQUIRES: `lower_case` is.
bool same_word(std::string_view a, std::string_view lower_case);

}  // namespace cyberlex::api
