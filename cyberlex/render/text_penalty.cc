#include "cyberlex/render/text_penalty.h"

#include <algorithm>

#include "cyberlex/answer/labels.h"
#include "cyberlex/render/text_layout.h"

namespace cyberlex {
namespace {

void add_part(int32_t count, std::string_view unit, std::string& out) {
  if (count == 0) {
    return;
  }
  out += out.empty() ? "" : " ";
  out += std::to_string(count) + ' ';
  out += unit;
  out += count == 1 ? "" : "s";
}

// Both bounds as texts; empty = not stated.
std::string range_text(std::string const& min, std::string const& max, std::string const& unit) {
  std::string const tail = unit.empty() ? "" : ' ' + unit;
  if (min == max) {
    return min.empty() ? "" : ' ' + min + tail;
  }
  if (min.empty()) {
    return " up to " + max + tail;
  }
  return max.empty() ? " at least " + min + tail : ' ' + min + " to " + max + tail;
}

std::string amount_text(std::optional<Hundredths> const& amount) {
  return amount ? with_separators(decimal_string(*amount)) : "";
}

std::string arm_text(PenaltyArm const& arm) {
  std::string const kind =
      arm.kind == PenaltyKind::kImprisonment ? "prison" : readable(name_of(arm.kind));
  if (arm.min_amount || arm.max_amount) {
    return kind + range_text(amount_text(arm.min_amount), amount_text(arm.max_amount), arm.unit);
  }
  return kind + range_text(arm.min_term ? term_text(*arm.min_term) : "",
                           arm.max_term ? term_text(*arm.max_term) : "", "");
}

std::string_view joint_of(PenaltyRelation relation) {
  switch (relation) {
    case PenaltyRelation::kAnd:
      return " and ";
    case PenaltyRelation::kAndOr:
      return " and/or ";
    case PenaltyRelation::kUnseen:
      return "; ";
    default:
      return " or ";
  }
}

std::string arms_text(PenaltyClause const& clause) {
  if (clause.relation == PenaltyRelation::kSameAsPrincipal) {
    return "as for the principal offence" +
           (clause.principal ? " (" + clause.principal->text() + ')' : std::string());
  }
  if (clause.arms.empty()) {
    return "a penalty that was not seen";
  }
  std::string out;
  for (PenaltyArm const& arm : clause.arms) {
    out += out.empty() ? "" : joint_of(clause.relation);
    out += arm_text(arm);
  }
  out += clause.relation == PenaltyRelation::kOrBoth ? ", or both" : "";
  out += clause.relation == PenaltyRelation::kUnseen ? ", other penalties not seen" : "";
  return out + (clause.principal ? ", as for " + clause.principal->text() : std::string());
}

}  // namespace

std::string term_text(Duration const& term) {
  std::string out;
  add_part(term.years, "year", out);
  add_part(term.months, "month", out);
  add_part(term.days, "day", out);
  add_part(term.hours, "hour", out);
  return out.empty() ? "0 days" : out;
}

std::string clause_text(PenaltyClause const& clause) {
  std::string before;
  if (clause.person != PenaltyPerson::kNatural) {
    bool const legal = clause.person == PenaltyPerson::kLegal;
    before += legal ? "legal person: " : std::string(name_of(clause.person)) + ": ";
  }
  if (clause.condition != PenaltyCondition::kBase) {
    before += name_of(clause.condition);
    before += clause.condition_note.empty() ? ": " : " (" + clause.condition_note + "): ";
  }
  std::string const raised = clause.multiplier.empty() ? "" : ", raised by " + clause.multiplier;
  return before + arms_text(clause) + raised;
}

std::string suggested_text(Taxonomy const& taxonomy, Suggested const& suggested,
                           std::string const& indent) {
  if (suggested.empty()) {
    return "";
  }
  std::string out = indent + "Suggested by machine, not reviewed\n";
  std::string const inner = indent + "  ";
  for (SuggestedConcept const& row : suggested.concepts) {
    std::string const text = row.scheme + ": " +
                             concept_label(taxonomy, row.scheme, row.concept_id) + " (\"" +
                             row.evidence + "\" in " + row.eid.text() + ')';
    out += wrapped(text, inner, inner + "  ");
  }
  for (SuggestedClause const& row : suggested.clauses) {
    PenaltyClause clause;
    clause.arms = row.arms;
    // One arm: whether others stand beside it was not read, and need not be said again.
    clause.relation = row.arms.size() < 2 ? PenaltyRelation::kOnly : row.relation;
    out += wrapped("penalty: " + clause_text(clause) + " (" + row.eid.text() + ')', inner,
                   inner + "  ");
  }
  return out;
}

}  // namespace cyberlex
