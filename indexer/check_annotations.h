// Checks that what is said about an act points at things that exist and does not contradict itself.
// Names that a file of the act mentions by themselves are the business of mentions.h.
#pragma once

#include "cyberlex/base/diagnostics.h"
#include "indexer/annotate.h"

namespace cyberlex {

// Units and limbs must exist in a text; a unit has one row; a conflict has two sides; a prior
// independent authorisation has somebody independent who gives it.
void check_annotations(Act const& act, Annotations const& annotations, Taxonomy const& taxonomy,
                       Diagnostics& diagnostics);

}  // namespace cyberlex
