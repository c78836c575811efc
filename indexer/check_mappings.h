// Checks that concordances and the taxonomy point at things that exist, and that what is said of an
// article's demands agrees with what the article asks.
#pragma once

#include "cyberlex/base/diagnostics.h"
#include "cyberlex/model/annotation.h"
#include "indexer/known_acts.h"

namespace cyberlex {

// Limbs must exist in the act, articles in a treaty that is held, demands in the article; a
// national provision that answers to an article in part says which demands it meets; an article
// that was looked for asks something, and rests on a reading of the act.
void check_concordance(Concordance const& concordance, KnownActs const& known,
                       Diagnostics& diagnostics);

// Articles named by `match` and `yardstick` must exist where the treaty is held; the treaties that
// are not held are named once, in a note.
void check_taxonomy(Taxonomy const& taxonomy, KnownActs const& known, Diagnostics& diagnostics);

}  // namespace cyberlex
