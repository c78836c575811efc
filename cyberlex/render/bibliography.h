// Entries of bibliographies: BibTeX, RIS, CSL-JSON. A provision an entry, an act too.
#pragma once

#include <string>
#include <string_view>

#include "cyberlex/render/reference.h"

namespace cyberlex {

// @misc, since BibTeX has no type for legislation; the key is the handle. The text is UTF-8; what
// LaTeX takes for a command is escaped, and braces are commands, because BibTeX counts them.
std::string bibtex_entry(Reference const& reference);
std::string bibtex_escaped(std::string_view text);

// TY STAT for treaties too: RIS has no type of theirs. Lines end with CR LF; a line end inside a
// value would begin another field, so values are one line each.
std::string ris_entry(Reference const& reference);

// One object of CSL-JSON 1.0.2, without line end: "legislation" or "treaty".
std::string csl_entry(Reference const& reference);

}  // namespace cyberlex
