#include "indexer/state_cuts.h"

#include <algorithm>
#include <set>

namespace cyberlex {
namespace {

void add(std::set<Date>& cuts, Interval const& valid) {
  cuts.insert(valid.from);
  cuts.insert(valid.to);
}

}  // namespace

std::vector<Date> state_cuts(Work const& work, std::vector<UnitText> const& texts,
                             AnnotatedUnit const& facts) {
  std::set<Date> cuts;
  Date first = kEndOfTime;
  for (UnitText const& text : texts) {
    cuts.insert(text.expression->date);
    first = text.unit != nullptr ? std::min(first, text.expression->date) : first;
  }
  for (StatusChange const& change : work.status) {
    cuts.insert(change.from);
  }
  for (LimbFacts const& limb : facts.limbs) {
    add(cuts, limb.valid);
    for (PenaltyClause const& clause : limb.penalties) {
      add(cuts, clause.valid);
    }
  }
  for (AnnotatedMapping const& row : facts.mappings) {
    add(cuts, row.mapping.valid);
  }
  cuts.erase(kEndOfTime);
  return {cuts.lower_bound(first), cuts.end()};
}

}  // namespace cyberlex
