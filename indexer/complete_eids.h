// Gives every provision of an expression a unique eId, keeping those it came with.
#pragma once

#include "cyberlex/base/diagnostics.h"
#include "cyberlex/model/act.h"

namespace cyberlex {

// Units start anew (containers are not repeated: "sec_24", not "part_2__sec_24"); what is below a
// unit extends its parent; unnumbered and non-Latin numbers become ordinals among siblings of their
// kind. An eId already taken gets the innermost container before it ("att_1__sec_1"), and a counter
// ("sec_3-2") when that is taken too: a warning. Explicit eIds that repeat are errors in the own
// format, warnings in others (`strict`). Idempotent.
void complete_eids(Expression& expression, bool strict, Diagnostics& diagnostics);

}  // namespace cyberlex
