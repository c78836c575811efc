#include <algorithm>

#include "cyberlex/answer/compare_facts.h"
#include "cyberlex/answer/limb_view.h"

namespace cyberlex {
namespace {

CompareRow penalty_row(std::string id, std::string label) {
  return compare_row(std::move(id), "penalty", std::move(label));
}

bool may_punish(LimbRecord const& limb) {
  return !limb.offences.empty() || !limb.penalties.empty();
}

// "P1Y..P3Y", "..P3Y", "P10Y" of a flat value; nothing where no bound is stated.
std::string range(std::string const& min, std::string const& max) {
  if (min == max) {
    return min;
  }
  return min + ".." + max;
}

// Durations as they are written, or on the one scale, so that P36M and P3Y are equal.
std::string bound(std::optional<Duration> const& term, std::optional<Hundredths> const& amount,
                  bool on_scale) {
  if (term) {
    return on_scale ? std::to_string(term->scale()) : term->to_string();
  }
  return amount ? decimal_string(*amount) : std::string();
}

std::string arm_text(PenaltyArm const& arm, bool on_scale) {
  std::string out(name_of(arm.kind));
  std::string const bounds = range(bound(arm.min_term, arm.min_amount, on_scale),
                                   bound(arm.max_term, arm.max_amount, on_scale));
  out += bounds.empty() ? "" : ' ' + bounds;
  return out + (arm.unit.empty() ? "" : ' ' + arm.unit);
}

// "imprisonment ..P3Y or-both fine ..7000000 NGN; repeat; legal".
std::string clause_text(PenaltyClause const& clause, bool on_scale) {
  std::string const relation(name_of(clause.relation));
  std::string out;
  for (PenaltyArm const& arm : clause.arms) {
    out += out.empty() ? "" : ' ' + relation + ' ';
    out += arm_text(arm, on_scale);
  }
  bool const joins = clause.arms.size() > 1;
  bool const alone = clause.relation == PenaltyRelation::kOnly;
  out += joins || alone ? "" : (out.empty() ? "" : " ") + relation;
  out += clause.condition == PenaltyCondition::kBase
             ? ""
             : "; " + std::string(name_of(clause.condition));
  out += clause.condition_note.empty() ? "" : " (" + clause.condition_note + ')';
  out += clause.multiplier.empty() ? "" : "; raised by " + clause.multiplier;
  return out + (clause.person == PenaltyPerson::kNatural
                    ? ""
                    : "; " + std::string(name_of(clause.person)));
}

std::vector<CompareValue> clauses(LimbRecord const& limb) {
  std::vector<CompareValue> out;
  for (size_t i = 0; i < limb.penalties.size(); ++i) {
    PenaltyClause const& clause = limb.penalties[i];
    CompareValue value;
    value.finding = clause.relation == PenaltyRelation::kUnseen && clause.arms.empty()
                        ? Finding::kUnknown
                        : Finding::kStated;
    value.value = clause_text(clause, false);
    value.key = clause_text(clause, true);
    value.confidence = clause.confidence;
    value.clause = i;
    value.reason = clause.note;
    out.push_back(std::move(value));
  }
  return out;
}

Confidence worst(LimbRecord const& limb) {
  Confidence out = Confidence::kVerified;
  for (PenaltyClause const& clause : limb.penalties) {
    out = std::max(out, clause.confidence);
  }
  return out;
}

// Of the clauses that allow just this.
Confidence surest(LimbRecord const& limb, int64_t longest) {
  Confidence out = Confidence::kConflict;
  for (PenaltyClause const& clause : limb.penalties) {
    if (term_range(clause).longest == longest) {
      out = std::min(out, clause.confidence);
    }
  }
  return out;
}

// Something imprisons or may do so, and no longest term can be named.
bool is_open(LimbRecord const& limb) {
  return std::ranges::any_of(limb.penalties, [](PenaltyClause const& clause) {
    return clause.arms.empty() || clause.relation == PenaltyRelation::kUnseen ||
           term_range(clause).prison;
  });
}

std::vector<CompareValue> longest(LimbRecord const& limb) {
  if (limb.penalties.empty()) {
    return {};
  }
  CompareValue value;
  value.value = longest_term(limb);
  std::optional<int64_t> const scale =
      term_range(std::span<PenaltyClause const>(limb.penalties)).longest;
  value.confidence = worst(limb);
  if (!value.value.empty() && scale) {
    value.key = std::to_string(*scale);
    value.confidence = surest(limb, *scale);
  } else if (is_open(limb)) {
    value.finding = Finding::kUnknown;
    value.reason = "no maximum is stated or seen";
  } else {
    value.value = "none";
    value.label = "no imprisonment";
  }
  return {std::move(value)};
}

std::vector<CompareValue> derived(std::optional<Derived> const& found, LimbRecord const& limb) {
  if (!found) {
    return {};
  }
  CompareValue value;
  value.value = name_of(found->value);
  value.label = found->value == Ternary::kTrue    ? "yes"
                : found->value == Ternary::kFalse ? "no"
                                                  : "";
  value.finding = found->value == Ternary::kUnknown ? Finding::kUnknown : Finding::kStated;
  value.reason = found->reason;
  Confidence const confidence = worst(limb);
  // A test that is decided holds whichever of the values in conflict is right.
  if (confidence != Confidence::kConflict) {
    value.confidence = confidence;
  }
  return {std::move(value)};
}

}  // namespace

void add_penalty_rows(CompareTable& table) {
  table.add_of_limbs(penalty_row("penalties", "penalties"), may_punish, clauses);
  table.add_of_limbs(penalty_row("longest", "longest term, graver forms included"), may_punish,
                     longest);
  table.add_of_limbs(penalty_row("serious", "maximum of four years or graver"), may_punish,
                     [](LimbRecord const& limb) { return derived(serious_of(limb), limb); });
  table.add_of_limbs(penalty_row("one_year", "maximum of one year or graver"), may_punish,
                     [](LimbRecord const& limb) { return derived(one_year_of(limb), limb); });
}

}  // namespace cyberlex
