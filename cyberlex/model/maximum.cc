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
  return best;
}

bool is_base(PenaltyClause const& clause) {
  return clause.condition == PenaltyCondition::kBase && clause.person == PenaltyPerson::kNatural &&
         clause.multiplier.empty();
}

}  // namespace

std::optional<Derived> maximum_reaches(std::span<PenaltyClause const> clauses, int years) {
  if (clauses.empty()) {
    return std::nullopt;
  }
  int64_t const mark = Duration{years, 0, 0, 0}.scale();
  std::optional<Derived> sure;
  std::optional<Derived> disputed;
  bool agree = true;
  size_t disputes = 0;
  for (PenaltyClause const& clause : clauses) {
    if (!is_base(clause)) {
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
    return Derived{Ternary::kUnknown, "no-base-clause"};
  }
  return sure && (!disputed || graver(*sure, *disputed)) ? sure : disputed;
}

}  // namespace cyberlex
