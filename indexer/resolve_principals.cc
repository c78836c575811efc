#include "indexer/resolve_principals.h"

#include <algorithm>

namespace cyberlex {
namespace {

// Base clauses of a limb, each with the days on which the limb and the clause hold.
using BaseClauses = std::map<EId, std::vector<PenaltyClause>>;

Interval common(Interval const& a, Interval const& b) {
  return {std::max(a.from, b.from), std::min(a.to, b.to)};
}

void add_base_clauses(LimbFacts const& limb, BaseClauses& out) {
  for (PenaltyClause const& clause : limb.penalties) {
    if (is_base(clause) && !clause.arms.empty()) {
      out[limb.limb].push_back(clause);
      out[limb.limb].back().valid = common(limb.valid, clause.valid);
    }
  }
}

// Verified, recalled, conflict: the later is the worse.
Confidence worse(Confidence a, Confidence b) {
  return std::max(a, b);
}

// The clause with the arms of a principal's, which rest on the sources of both.
PenaltyClause with_arms_of(PenaltyClause const& principal, PenaltyClause clause) {
  clause.arms = principal.arms;
  clause.relation = principal.relation;
  clause.confidence = worse(clause.confidence, principal.confidence);
  for (std::string const& source : principal.sources) {
    if (std::find(clause.sources.begin(), clause.sources.end(), source) == clause.sources.end()) {
      clause.sources.push_back(source);
    }
  }
  return clause;
}

// The clause over each of the days in `valid` that no principal clause covers.
void add_gaps(PenaltyClause clause, Interval const& valid,
              std::vector<PenaltyClause> const& principals, std::vector<PenaltyClause>& out) {
  std::vector<Interval> covered;
  for (PenaltyClause const& principal : principals) {
    covered.push_back(principal.valid);
  }
  std::sort(covered.begin(), covered.end(),
            [](Interval const& a, Interval const& b) { return a.from < b.from; });
  Date from = valid.from;
  for (Interval const& each : covered) {
    if (from < each.from) {
      clause.valid = {from, std::min(each.from, valid.to)};
      if (!clause.valid.empty()) {
        out.push_back(clause);
      }
    }
    from = std::max(from, each.to);
  }
  clause.valid = {from, valid.to};
  if (!clause.valid.empty()) {
    out.push_back(std::move(clause));
  }
}

std::vector<PenaltyClause> resolved(LimbFacts const& limb, PenaltyClause const& clause,
                                    std::vector<PenaltyClause> const& principals) {
  Interval const valid = common(limb.valid, clause.valid);
  std::vector<PenaltyClause> out;
  for (PenaltyClause const& principal : principals) {
    PenaltyClause copy = with_arms_of(principal, clause);
    copy.valid = common(valid, principal.valid);
    if (!copy.valid.empty()) {
      out.push_back(std::move(copy));
    }
  }
  if (out.empty()) {
    return {clause};
  }
  add_gaps(clause, valid, principals, out);
  return out;
}

void resolve(LimbFacts& limb, BaseClauses const& base) {
  std::vector<PenaltyClause> out;
  for (PenaltyClause const& clause : limb.penalties) {
    auto const found = clause.principal ? base.find(*clause.principal) : base.end();
    if (clause.relation != PenaltyRelation::kSameAsPrincipal || found == base.end()) {
      out.push_back(clause);
      continue;
    }
    std::vector<PenaltyClause> made = resolved(limb, clause, found->second);
    std::move(made.begin(), made.end(), std::back_inserter(out));
  }
  limb.penalties = std::move(out);
}

}  // namespace

void resolve_principals(AnnotatedAct& act) {
  BaseClauses base;
  for (auto const& [eid, unit] : act.units) {
    for (LimbFacts const& limb : unit.limbs) {
      add_base_clauses(limb, base);
    }
  }
  for (auto& [eid, unit] : act.units) {
    for (LimbFacts& limb : unit.limbs) {
      resolve(limb, base);
    }
  }
}

}  // namespace cyberlex
