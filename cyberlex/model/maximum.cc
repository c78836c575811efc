// The three-valued test of a maximum. Only base clauses for natural persons are looked at, and in
// them only deprivation of liberty: "or" and "and" look at the prison arm, because the test asks
// what the law allows, not what a court must impose.

#include <algorithm>
#include <array>

#include "cyberlex/model/penalty.h"

namespace cyberlex {
namespace {

Derived judge_arm(PenaltyArm const& arm, int64_t mark) {
  switch (arm.kind) {
    case PenaltyKind::kDeath:
      return {Ternary::kTrue, "death"};
    case PenaltyKind::kLife:
      return {Ternary::kTrue, "life"};
    case PenaltyKind::kImprisonment:
      break;
    default:
      return {Ternary::kFalse, "no-imprisonment"};
  }
  if (arm.max_term) {
    return {arm.max_term->scale() >= mark ? Ternary::kTrue : Ternary::kFalse, "maximum"};
  }
  if (arm.min_term && arm.min_term->scale() >= mark) {
    return {Ternary::kTrue, "minimum-reaches"};
  }
  return {Ternary::kUnknown, "open-maximum"};
}

// True over unknown over false; of equals the more telling reason.
bool graver(Derived const& a, Derived const& b) {
  auto const rank = [](Derived const& d) {
    constexpr std::array<int, 3> kOrder = {0, 2, 1};  // false, true, unknown
    int const by_value = kOrder.at(static_cast<size_t>(d.value)) * 10;
    int const by_reason = d.reason == "death"     ? 3
                          : d.reason == "life"    ? 2
                          : d.reason == "maximum" ? 1
                                                  : 0;
    return by_value + by_reason;
  };
  return rank(a) > rank(b);
}

Derived judge_clause(PenaltyClause const& clause, int64_t mark) {
  if (clause.relation == PenaltyRelation::kSameAsPrincipal) {
    return {Ternary::kUnknown, "same-as-principal"};
  }
  Derived best{Ternary::kFalse, "no-imprisonment"};
  for (PenaltyArm const& arm : clause.arms) {
    Derived const judged = judge_arm(arm, mark);
    best = graver(judged, best) ? judged : best;
  }
  bool const other_arms = clause.relation == PenaltyRelation::kUnseen;
  return other_arms && best.reason == "no-imprisonment" ? Derived{Ternary::kUnknown, "unseen"}
                                                        : best;
}

bool is_base_for(PenaltyPerson person, PenaltyClause const& clause) {
  return clause.condition == PenaltyCondition::kBase && clause.person == person &&
         clause.multiplier.empty();
}

// A form that is never milder than the base.
bool is_graver_form(PenaltyClause const& clause) {
  return clause.condition == PenaltyCondition::kAggravated ||
         clause.condition == PenaltyCondition::kRepeat;
}

// Without a base clause: nothing imprisons, or not even the graver forms reach the mark.
Derived judge_without_base(std::span<PenaltyClause const> clauses, int64_t mark) {
  bool imprisons = false;
  bool below = true;
  for (PenaltyClause const& clause : clauses) {
    Derived const judged = judge_clause(clause, mark);
    bool const harmless = judged.reason == "no-imprisonment";
    imprisons = imprisons || !harmless;
    below = below && (harmless || (is_graver_form(clause) && judged.value == Ternary::kFalse));
  }
  if (!imprisons) {
    return {Ternary::kFalse, "no-imprisonment"};
  }
  return below ? Derived{Ternary::kFalse, "graver-form"}
               : Derived{Ternary::kUnknown, "no-base-clause"};
}

}  // namespace

bool is_base(PenaltyClause const& clause) {
  return is_base_for(PenaltyPerson::kNatural, clause);
}

std::optional<Derived> maximum_reaches(std::span<PenaltyClause const> clauses, int years) {
  if (clauses.empty()) {
    return std::nullopt;
  }
  int64_t const mark = Duration{years, 0, 0, 0}.scale();
  // An official is a natural person; the clause of an offence that only officials can commit.
  PenaltyPerson const person = std::any_of(clauses.begin(), clauses.end(), is_base)
                                   ? PenaltyPerson::kNatural
                                   : PenaltyPerson::kOfficial;
  std::optional<Derived> sure;
  std::optional<Derived> disputed;
  bool agree = true;
  size_t disputes = 0;
  for (PenaltyClause const& clause : clauses) {
    if (!is_base_for(person, clause)) {
      continue;
    }
    Derived const judged = judge_clause(clause, mark);
    std::optional<Derived>& best = clause.confidence == Confidence::kConflict ? disputed : sure;
    disputes += &best == &disputed ? 1 : 0;
    agree = agree && (&best != &disputed || !disputed || disputed->value == judged.value);
    best = !best || graver(judged, *best) ? judged : *best;
  }
  bool const alone = disputes == 1;
  // One disputed value alone has its other side among the clauses that are not marked.
  agree = agree && (!alone || !sure || sure->value == disputed->value);
  if (!agree && (alone || !(sure && sure->value == Ternary::kTrue))) {
    return Derived{Ternary::kUnknown, "conflict"};
  }
  if (!sure && !disputed) {
    return judge_without_base(clauses, mark);
  }
  return sure && (!disputed || graver(*sure, *disputed)) ? sure : disputed;
}

}  // namespace cyberlex
