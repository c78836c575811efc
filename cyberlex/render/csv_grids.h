// Answers that set side by side, as one table each: a row a cell of the grid, so that they can be
// filtered and turned in any program. docs/export.md lists the columns.
#pragma once

#include <string>

#include "cyberlex/answer/compare.h"
#include "cyberlex/answer/crosstab.h"
#include "cyberlex/answer/dual_criminality.h"
#include "cyberlex/answer/matrix.h"
#include "cyberlex/answer/safeguards.h"

namespace cyberlex {

// Complete CSV, names first, as csv.h writes it.

// An article (or a chapter and a verdict) in a state; then the offences outside the treaty.
std::string to_csv(MatrixAnswer const& answer);
// A safeguard of a power of a limb.
std::string to_csv(SafeguardsAnswer const& answer);
// A pair of values with its count.
std::string to_csv(CrosstabAnswer const& answer);
// What one limb says in a row of the comparison.
std::string to_csv(CompareAnswer const& answer);
// A pair of offences, or an offence without a counterpart. What the treaties make of it and the
// caveats are in the other forms.
std::string to_csv(DualAnswer const& answer);

}  // namespace cyberlex
