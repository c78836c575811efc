// Checks that what is said about an act points at things that exist and does not contradict itself.
#pragma once

#include "cyberlex/base/diagnostics.h"
#include "indexer/annotate.h"

namespace cyberlex {

// Units and limbs must exist in a text; concepts in their scheme; a unit has one row.
void check_annotations(Act const& act, Annotations const& annotations, Taxonomy const& taxonomy,
                       Diagnostics& diagnostics);

// Limbs must exist in the act, articles in a treaty that is held.
void check_concordance(Concordance const& concordance, KnownProvisions const& known,
                       Diagnostics& diagnostics);

// Articles named by the taxonomy's match must exist where the treaty is held; the treaties that are
// not held are named once, in a note.
void check_taxonomy(Taxonomy const& taxonomy, KnownProvisions const& known,
                    Diagnostics& diagnostics);

// Provisions named by the act's events and decisions must exist.
void check_work(Act const& act, Diagnostics& diagnostics);

}  // namespace cyberlex
