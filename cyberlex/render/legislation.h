// Acts and provisions as schema.org Legislation (JSON-LD 1.1): what harvesters and citation
// managers read.
//
// A property stands only where the fact is held: no date without a verified event, no legal force
// where the status is unknown. Mappings to treaties are no part of it, because none of them says
// that a law was made to carry a treaty out (legislationEnsuresImplementationOf); they are Web
// Annotations (annotations.h). Whole documents, ending with a newline; functions of the answer
// alone.
#pragma once

#include <string>

#include "cyberlex/answer/answers.h"

namespace cyberlex {

// The provision (its portion of the work), and under "workExample" each text that the answer has,
// with its language, version, kind, sources and, for our restatements, licence.
std::string to_legislation(ProvisionAnswer const& answer);

// The act, with its provisions under "hasPart" and its expressions under "workExample".
std::string to_legislation(ActAnswer const& answer);

}  // namespace cyberlex
