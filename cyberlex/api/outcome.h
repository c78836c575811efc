// Whether an answer holds what was asked for: what a command line makes its exit code of.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "cyberlex/answer/answers.h"
#include "cyberlex/answer/citations.h"
#include "cyberlex/answer/compare.h"
#include "cyberlex/answer/corpus_coverage.h"
#include "cyberlex/answer/crosstab.h"
#include "cyberlex/answer/diff.h"
#include "cyberlex/answer/dual_criminality.h"
#include "cyberlex/answer/jurisdiction.h"
#include "cyberlex/answer/matrix.h"
#include "cyberlex/answer/safeguards.h"
#include "cyberlex/answer/similar.h"
#include "cyberlex/answer/suggestions.h"
#include "cyberlex/answer/thesaurus.h"
#include "cyberlex/search/response.h"

namespace cyberlex::api {

// In the header Cyberlex-Outcome, but for kFound. kNotInForce: it is held, and was not in force
// that day.
enum class Outcome : uint8_t { kFound, kNothing, kNotInForce };
std::string_view name_of(Outcome outcome);  // "found", "nothing-found", "not-in-force"
std::optional<Outcome> outcome_named(std::string_view name);

Outcome outcome_of(SearchResponse const& response);
Outcome outcome_of(CrosstabAnswer const& answer);
Outcome outcome_of(DiffAnswer const& answer);
Outcome outcome_of(TimelineAnswer const& answer);
Outcome outcome_of(SimilarAnswer const& answer);
Outcome outcome_of(MatrixAnswer const& answer);
Outcome outcome_of(SafeguardsAnswer const& answer);
// kNothing: not found in the corpus; kNotInForce: the provision that was asked about is not.
Outcome outcome_of(DualAnswer const& answer);
Outcome outcome_of(CompareAnswer const& answer);
// Found when law of the state is held, or it stands towards some treaty.
Outcome outcome_of(JurisdictionAnswer const& answer);
Outcome outcome_of(JurisdictionsAnswer const& answer);
Outcome outcome_of(CoverageAnswer const& answer);
Outcome outcome_of(ThesaurusAnswer const& answer);
Outcome outcome_of(CitationsAnswer const& answer);
Outcome outcome_of(SuggestAnswer const& answer);
Outcome outcome_of(ActListAnswer const& answer);
// kNotInForce by the status. A source that says nothing about it is no reason to doubt.
Outcome outcome_of(ProvisionAnswer const& answer);
Outcome outcome_of(ActAnswer const& answer);
Outcome outcome_of(ArticleAnswer const& answer);

}  // namespace cyberlex::api
