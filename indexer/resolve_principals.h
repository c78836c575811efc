// Gives a clause "same as the principal offence" the arms of that offence, where it names one limb.
#pragma once

#include "indexer/annotate.h"

namespace cyberlex {

// Replaces each clause of relation same-as-principal with a `principal` of this act by one clause
// for each base clause of that limb, over the days on which both hold: arms and relation are the
// principal's, sources are those of both, and the worse confidence counts; `principal` says whence.
// On days on which no such clause holds, and without a principal, a clause stays as it is. One step
// only: a principal that itself refers to another limb is not followed.
void resolve_principals(AnnotatedAct& act);

}  // namespace cyberlex
