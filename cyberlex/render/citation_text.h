// Citations as people write them in a footnote. One line each, no end mark.
#pragma once

#include <string>

#include "cyberlex/render/json_out.h"
#include "cyberlex/render/reference.h"

namespace cyberlex {

// After OSCOLA, 4th edition (2.4, 2.8, 3.8): "Convention on Cybercrime (adopted 8 November 2001,
// entered into force 1 July 2004) (Budapest Convention) art 2"; "Cybercrimes (Prohibition,
// Prevention, etc.) Act 2015 (Nigeria), s 24"; a law in another language by its English title with
// the original in brackets. Titles stay as they are stored, full stops too; no treaty series, no
// gazette is given, because none is held.
std::string oscola(Reference const& reference);

// No school's: state, title and year, provision in full words, which text, IRI, parted by commas.
std::string neutral_citation(Reference const& reference);

// Both for people, a labelled line each (text_layout.h) behind `indent` blanks.
std::string citation_lines(Reference const& reference, size_t indent = 0);

// A member "citations" with both.
void write_citations(JsonOut& out, Reference const& reference);

}  // namespace cyberlex
