#include "cyberlex/api/outcome.h"

#include <algorithm>
#include <array>

namespace cyberlex::api {
namespace {

constexpr auto kNames = std::to_array<std::string_view>({"found", "nothing-found", "not-in-force"});

Outcome found_if(bool any) {
  return any ? Outcome::kFound : Outcome::kNothing;
}

Outcome by_status(LegalStatus status) {
  bool const stands = status == LegalStatus::kInForce || status == LegalStatus::kUnknown;
  return stands ? Outcome::kFound : Outcome::kNotInForce;
}

}  // namespace

std::string_view name_of(Outcome outcome) {
  return kNames.at(static_cast<size_t>(outcome));
}

std::optional<Outcome> outcome_named(std::string_view name) {
  auto const found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) {
    return std::nullopt;
  }
  return static_cast<Outcome>(found - kNames.begin());
}

Outcome outcome_of(SearchResponse const& response) {
  return found_if(response.total > 0);
}
Outcome outcome_of(CrosstabAnswer const& answer) {
  return found_if(answer.found.total > 0);
}
Outcome outcome_of(DiffAnswer const&) {
  return Outcome::kFound;
}
Outcome outcome_of(TimelineAnswer const&) {
  return Outcome::kFound;
}
Outcome outcome_of(SimilarAnswer const& answer) {
  return found_if(!answer.provisions.empty() || !answer.articles.empty());
}
Outcome outcome_of(MatrixAnswer const& answer) {
  return found_if(!answer.rows.empty());
}
Outcome outcome_of(DualAnswer const& answer) {
  if (answer.verdict.reason == "requesting-not-in-force") {
    return Outcome::kNotInForce;
  }
  return found_if(answer.verdict.verdict != DualVerdict::kNotFound);
}
Outcome outcome_of(SafeguardsAnswer const& answer) {
  return found_if(!answer.rows.empty());
}
Outcome outcome_of(CompareAnswer const& answer) {
  return found_if(!answer.columns.empty());
}
Outcome outcome_of(JurisdictionAnswer const& answer) {
  return found_if(answer.acts.total > 0 ||
                  std::any_of(answer.treaties.begin(), answer.treaties.end(),
                              [](JurisdictionTreaty const& row) { return !row.changes.empty(); }));
}
Outcome outcome_of(JurisdictionsAnswer const& answer) {
  return found_if(!answer.jurisdictions.empty());
}
Outcome outcome_of(CoverageAnswer const& answer) {
  return found_if(!answer.acts.empty() || !answer.unannotated.empty());
}
Outcome outcome_of(ThesaurusAnswer const& answer) {
  return found_if(!answer.concepts.empty());
}
Outcome outcome_of(CitationsAnswer const& answer) {
  return found_if(
      std::any_of(answer.citations.begin(), answer.citations.end(), [](CitationEntry const& each) {
        return each.status == CitationStatus::kFound || each.status == CitationStatus::kAmbiguous;
      }));
}
Outcome outcome_of(SuggestAnswer const& answer) {
  return found_if(!answer.suggestions.empty());
}
Outcome outcome_of(ActListAnswer const& answer) {
  return found_if(answer.total > 0);
}
Outcome outcome_of(ProvisionAnswer const& answer) {
  return by_status(answer.record.status);
}
Outcome outcome_of(ActAnswer const& answer) {
  return by_status(answer.status);
}
Outcome outcome_of(ArticleAnswer const&) {
  return Outcome::kFound;
}

}  // namespace cyberlex::api
