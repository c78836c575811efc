// Rows of one act's concordances that stand in one another's way, whichever file they are in.
#pragma once

#include <vector>

#include "cyberlex/base/diagnostics.h"
#include "cyberlex/model/annotation.h"

namespace cyberlex {

// Reports what no file can see alone: a row or an assessed article that another file of the act has
// already for the same time, and `outside` a treaty beside an article of it for the same limb and
// time. (A file's own are reported on reading.)
void check_rows(std::vector<Concordance const*> const& concordances, Diagnostics& diagnostics);

}  // namespace cyberlex
