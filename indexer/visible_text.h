// Bytes of foreign files made into clean UTF-8, and the count of the characters that must not get
// lost.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/base/diagnostics.h"
#include "cyberlex/model/act.h"

namespace cyberlex {

// Code points that are not white space (Unicode White_Space). REQUIRES: well-formed UTF-8.
uint64_t count_visible(std::string_view text);
// Visible characters of labels (of numbers where there is no label), headings and texts.
uint64_t count_provisions(std::vector<Provision> const& body);

// Well-formed UTF-8 with lines that end in LF. A byte order mark is dropped, CRLF and lone CR
// become LF, each NUL and each byte outside well-formed UTF-8 becomes U+FFFD: one diagnostic for
// each kind of change, with the first line and the count. Cost: linear.
std::string clean_text(std::string_view bytes, std::string const& file, Diagnostics& diagnostics);

// The text without white space at its ends, and with each inner run of it as one space.
std::string collapse_space(std::string_view text);
// The text without ASCII white space at its ends.
std::string_view trim(std::string_view text);
// The text without blank lines at its ends; its lines are kept as they stand.
std::string_view trim_blank_lines(std::string_view text);

}  // namespace cyberlex
