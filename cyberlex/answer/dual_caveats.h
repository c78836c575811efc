// What a lawyer has to look at beside the comparison: grounds of refusal, penalties, what courts
// and critics say of the offences, and what is not compared. docs/dual-criminality.md has the list.
#pragma once

#include <vector>

#include "cyberlex/answer/dual_basis.h"

namespace cyberlex {

// Reads everything of `answer` but verdicts, caveats and steps. A caveat that rests on articles is
// given while one of them is held; one about offences only when there is such an offence.
Result<std::vector<DualCaveat>> caveats_of(HeldArticles const& held, DualAnswer const& answer);

}  // namespace cyberlex
