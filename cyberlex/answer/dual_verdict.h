// From the strongest pair of an offence to a verdict. The rules: docs/dual-criminality.md.
#pragma once

#include <string>
#include <vector>

#include "cyberlex/answer/dual_criminality.h"

namespace cyberlex {

// On one of the requesting offences. Prima facie only when it lies wholly within an offence of the
// other state, everything that shows it is verified, and the length is reached on both sides where
// a treaty that binds both, or may, asks for one. Reads everything of `answer` but findings,
// verdict, caveats and steps.
DualFinding finding_on(DualAnswer const& answer, size_t offence);

// On all: what every one of them has, or doubtful. `reason` stands where there is none.
DualFinding finding_on_all(std::vector<DualFinding> const& findings, std::string const& reason);

}  // namespace cyberlex
