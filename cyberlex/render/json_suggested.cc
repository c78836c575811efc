#include "cyberlex/answer/labels.h"
#include "cyberlex/model/penalty.h"
#include "cyberlex/render/json_parts.h"

namespace cyberlex {
namespace {

constexpr char const* kConfidence = "suggested";

void write_concept(JsonOut& out, Generation const& generation, SuggestedConcept const& row) {
  out.text("concept", row.concept_id);
  out.text("label", concept_label(generation.taxonomy(), row.scheme, row.concept_id));
  out.text("scheme", row.scheme);
  out.text("eid", row.eid.text());
  out.text("lang", row.language);
  out.text("evidence", row.evidence);
  out.text("confidence", kConfidence);
}

std::string bound_text(std::optional<Duration> const& term,
                       std::optional<Hundredths> const& amount) {
  return term ? term->to_string() : amount ? decimal_string(*amount) : std::string();
}

void write_penalty(JsonOut& out, SuggestedClause const& clause, PenaltyArm const& arm,
                   uint64_t number) {
  out.text("eid", clause.eid.text());
  out.number("clause", number);
  out.text("kind", name_of(arm.kind));
  out.text_or_null("min", bound_text(arm.min_term, arm.min_amount));
  out.text_or_null("max", bound_text(arm.max_term, arm.max_amount));
  out.text_or_null("unit", arm.unit);
  out.text("relation", name_of(clause.relation));
  out.text("confidence", kConfidence);
}

void write_clauses(JsonOut& out, std::vector<SuggestedClause> const& clauses) {
  for (size_t i = 0; i < clauses.size(); ++i) {
    for (PenaltyArm const& arm : clauses[i].arms) {
      out.object([&] { write_penalty(out, clauses[i], arm, i + 1); });
    }
  }
}

}  // namespace

void write_suggested(JsonOut& out, Generation const& generation, Suggested const& suggested) {
  if (suggested.empty()) {
    return;
  }
  out.object("suggested", [&] {
    out.array("concepts", [&] {
      for (SuggestedConcept const& row : suggested.concepts) {
        out.object([&] { write_concept(out, generation, row); });
      }
    });
    out.array("penalties", [&] { write_clauses(out, suggested.clauses); });
  });
}

}  // namespace cyberlex
