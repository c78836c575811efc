// The taxonomy as SKOS (W3C Recommendation of 18 August 2009): RDF 1.1 Turtle and JSON-LD 1.1.
//
// IRIs are names that hold wherever the file lies: urn:x-cyberlex:SCHEME:ID for a concept,
// urn:x-cyberlex:SCHEME for its scheme, urn:x-cyberlex:subject:unc/7 for the subject of a treaty
// article, which is what skos:closeMatch and its sisters point at. There is no exactMatch: it is
// transitive, and would make two states' offences the same through a treaty.
#pragma once

#include <string>

#include "cyberlex/answer/thesaurus.h"

namespace cyberlex {

// Whole documents, ending with a newline; a function of the answer alone.
std::string to_turtle(ThesaurusAnswer const& answer);
std::string to_json_ld(ThesaurusAnswer const& answer);

}  // namespace cyberlex
