// A table of any two parameters: how many provisions have each pair of values.
#pragma once

#include <cstdint>
#include <vector>

#include "cyberlex/search/searcher.h"

namespace cyberlex {

struct CrosstabRequest {
  SearchRequest search;  // without page, order and facets
  Param rows = Param::kJurisdiction;
  Param cols = Param::kArticle;
};

// `rows` and `cols`, both required, and the parameters of a search but sort, limit, cursor and
// facets. Fails as parse_request does.
Result<CrosstabRequest> parse_crosstab(ParameterList const& list, VocabularyView const& vocabulary,
                                       Date today);
// What parse_crosstab reads back to the same request.
ParameterList to_parameters(CrosstabRequest const& request);

// Rows and columns are the values that the facets of the search show; where some are chosen, those
// and what lies below them; without what is excluded. A total is the facet's own count. A cell
// counts the provisions that would match if its two values were the only ones chosen of their
// parameters: one place (docs/ranking.md) has both and meets all other filters. As a provision may
// have several values, a total may be below the sum of its cells.
struct CrosstabAnswer {
  SearchResponse found;  // how it was read, and the total; no hits
  Facet rows;
  Facet cols;
  std::vector<uint64_t> cells;  // row by row
};

inline constexpr uint64_t kMostCells = 250'000;

// kBadQuery also for a table of more than kMostCells; kDamaged and kUnavailable as Searcher.
Result<CrosstabAnswer> answer_crosstab(Searcher const& searcher, CrosstabRequest const& request,
                                       SearchLimits const& limits = {});

}  // namespace cyberlex
