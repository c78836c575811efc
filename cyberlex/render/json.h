// JSON of every answer. Computes nothing; bytes are a function of the answer alone.
//
// Field names are those of the HTTP API (docs/api.md). UTF-8, no spaces, one final newline. Dates
// are YYYY-MM-DD, an open end is null; terms are ISO 8601 durations and amounts decimal strings, as
// the law writes them; `serious` and `one_year` are {value, reason} with "true", "false" or
// "unknown", null without a penalty; marks in a snippet are pairs of code points, the second
// exclusive.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
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

namespace cyberlex {

std::string to_json(SearchResponse const& response);
std::string to_json(ProvisionAnswer const& answer);
std::string to_json(ActListAnswer const& answer);
std::string to_json(ActAnswer const& answer);
std::string to_json(ArticleAnswer const& answer);
std::string to_json(MatrixAnswer const& answer);
std::string to_json(SafeguardsAnswer const& answer);
std::string to_json(CompareAnswer const& answer);
std::string to_json(JurisdictionAnswer const& answer);
std::string to_json(JurisdictionsAnswer const& answer);
std::string to_json(CoverageAnswer const& answer);
std::string to_json(CrosstabAnswer const& answer);
std::string to_json(DiffAnswer const& answer);
std::string to_json(TimelineAnswer const& answer);
std::string to_json(DualAnswer const& answer);
std::string to_json(SimilarAnswer const& answer);
std::string to_json(ThesaurusAnswer const& answer);
std::string to_json(CitationsAnswer const& answer);
std::string to_json(SuggestAnswer const& answer);
// OpenSearch Suggestions 1.0: what was typed, what it may become, what each of these is. The offer
// of another spelling has no place in it.
std::string to_suggestions(SuggestAnswer const& answer);

// RFC 9457 problem+json. Empty members are left out, but for type, title, status and detail.
struct Problem {
  std::string type;  // "/problems/bad-query"
  std::string title;
  int status = 400;
  std::string detail;
  std::string instance;            // the request's path and query, or empty
  std::string parameter;           // empty: none
  std::optional<size_t> position;  // in the query, as Error::position counts
};
std::string to_json(Problem const& problem);
// Reads it back; members that are not there stay as they are by default. kBadInput when it is no
// JSON object.
Result<Problem> read_problem(std::string_view json);

}  // namespace cyberlex
