// The IRIs of what an act holds, with the segment that tells two expressions of one day apart.
#pragma once

#include <string>

#include "cyberlex/index/document.h"

namespace cyberlex {

// "/akn/…/eng@2015-05-15", with "/restatement" after it when another kind has the same language and
// date.
std::string iri_of(ActRecord const& act, ExpressionSummary const& expression);

// "…/eng@2015-05-15/!main~sec_24" of a provision, by its leading text. The work's IRI and the eId
// alone when it has no text.
std::string iri_of(ActRecord const& act, ProvisionRecord const& record);

}  // namespace cyberlex
