// The days on which something about a unit changes.
#pragma once

#include <vector>

#include "cyberlex/base/date.h"
#include "indexer/annotate.h"

namespace cyberlex {

// One expression's text of a unit: where it stands and from which day.
struct UnitText {
  Expression const* expression = nullptr;
  Provision const* unit = nullptr;     // null: the expression no longer has the unit
  std::vector<Provision const*> path;  // containers above it
};

// Ascending days without repetition: begins of texts, changes of the act's status, begins and ends
// of facts, penalties and mappings. The first is the first day on which there is a text.
std::vector<Date> state_cuts(Work const& work, std::vector<UnitText> const& texts,
                             AnnotatedUnit const& facts);

}  // namespace cyberlex
