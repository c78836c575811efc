#include "indexer/check_annotations.h"

#include <algorithm>
#include <set>

#include "cyberlex/text/nearest.h"

namespace cyberlex {
namespace {

constexpr std::string_view kPriorAuthorisation = "prior-independent-authorisation";

bool holds(std::vector<EId> const& ascending, EId const& eid) {
  return std::binary_search(ascending.begin(), ascending.end(), eid);
}

void check_conflict(LimbFacts const& limb, Diagnostics& diagnostics) {
  auto const disputed = std::count_if(
      limb.penalties.begin(), limb.penalties.end(),
      [](PenaltyClause const& clause) { return clause.confidence == Confidence::kConflict; });
  if (disputed == 1) {
    diagnostics.error(limb.place,
                      "penalties: one clause alone is marked conflict; expected a clause "
                      "for each value that sources give, each marked so");
  }
}

// An authority that includes prosecutors or police is no independent one. Names that are no
// concepts are reported elsewhere and count as independent here, so that a slip is one error.
void check_authorisation(Power const& power, AssessmentValue value, LimbFacts const& limb,
                         Taxonomy const& taxonomy, Diagnostics& diagnostics) {
  std::vector<std::string_view> dependent;
  for (std::string const& id : power.authorisation) {
    Concept const* const authority = taxonomy.find("authorisation", id);
    if (authority != nullptr && !authority->independent.value_or(true)) {
      dependent.push_back(id);
    }
  }
  std::string const claim = in_quotes(power.power) + ": " + std::string(kPriorAuthorisation) +
                            " is " + std::string(name_of(value)) + "; expected ";
  size_t const independent = power.authorisation.size() - dependent.size();
  if (power.authorisation.empty()) {
    diagnostics.error(limb.place, claim + "`authorisation` to name who gives it");
  } else if (value == AssessmentValue::kPresent && !dependent.empty()) {
    diagnostics.error(limb.place, claim + "every `authorisation` independent, which " +
                                      listed(dependent) + " is not");
  } else if (independent == 0) {
    diagnostics.error(limb.place, claim + "an `authorisation` that is independent, which " +
                                      listed(dependent) + " is not");
  }
}

void check_power(Power const& power, LimbFacts const& limb, Taxonomy const& taxonomy,
                 Diagnostics& diagnostics) {
  for (Assessment const& safeguard : power.safeguards) {
    bool const claimed = safeguard.value == AssessmentValue::kPresent ||
                         safeguard.value == AssessmentValue::kPartial;
    if (claimed && safeguard.concept_id == kPriorAuthorisation) {
      check_authorisation(power, safeguard.value, limb, taxonomy, diagnostics);
    }
  }
}

}  // namespace

void check_annotations(Act const& act, Annotations const& annotations, Taxonomy const& taxonomy,
                       Diagnostics& diagnostics) {
  std::vector<EId> const eids = citable_eids(act);
  std::set<EId> seen;
  for (UnitFacts const& unit : annotations.units) {
    if (!holds(eids, unit.eid)) {
      diagnostics.error(unit.place, unit.eid.text() + " is not a provision of " + act.work.handle);
    }
    if (!seen.insert(unit.eid).second) {
      diagnostics.error(unit.place, unit.eid.text() + " has a row already");
    }
    for (LimbFacts const& limb : unit.limbs) {
      if (!holds(eids, limb.limb)) {
        diagnostics.error(limb.place,
                          limb.limb.text() + " is not a provision of " + act.work.handle);
      }
      if (!unit.eid.contains(limb.limb)) {
        diagnostics.error(limb.place, limb.limb.text() + " does not lie in " + unit.eid.text());
      }
      check_conflict(limb, diagnostics);
      for (Power const& power : limb.powers) {
        check_power(power, limb, taxonomy, diagnostics);
      }
    }
  }
}

}  // namespace cyberlex
