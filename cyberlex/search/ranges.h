// Ranges as people write them: 4y.., ..1y, 91d..2y, >=4y, 1y..<4y, 5000000NGN.., 2000..2015.
#pragma once

#include <string>
#include <string_view>

#include "cyberlex/search/request.h"

namespace cyberlex {

// Each reads one range and gives its canonical text, which reads back to the same value. kBadQuery
// with a message that says what was expected; `where` and `position` are the caller's.
//
//   range = bound | [bound] ".." [["<"] bound] | (">=" | "<=" | ">" | "<") bound
//
// Digits of any script. A range without bounds, or whose lower end lies above its upper end, is an
// error.

// Bounds: 4y, 36m, 91d, ISO 8601 durations, life, death; on the scale of duration.h. An open upper
// end takes in life and death. ">4y" is the next hour on the scale and keeps its spelling.
Result<FilterValue> parse_term_range(std::string_view text);

// Bounds: years 1 to 9999.
Result<FilterValue> parse_year_range(std::string_view text);

// Bounds: an amount and its unit, the same on both ends: 5000000NGN, 100day-fine; in hundredths.
Result<FilterValue> parse_fine_range(std::string_view text);

// The digits ۰–۹ and ٠–٩ as 0–9; the rest as it is.
std::string ascii_digits(std::string_view text);

}  // namespace cyberlex
