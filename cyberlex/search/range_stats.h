// Minimum, median and maximum of terms, fines and years over the matches of a query.
#pragma once

#include <span>
#include <vector>

#include "cyberlex/search/counted_matches.h"
#include "cyberlex/search/response.h"

namespace cyberlex {

// One for each of `params` that is a range (prison, prison_min, fine, year), in their order. A
// provision counts by the clauses that stand where all its filters hold: its longest term, unless
// some maximum is not stated and none is life or death; its shortest stated term; for each unit its
// highest fine, unless some maximum in that unit is not stated. Terms of life and death count
// apart; `unknown` has a term or a fine and no value to count, `none` has neither although somebody
// looked, `not_assessed` although nobody did. Throws SearchStopped.
std::vector<RangeStats> range_stats(CountedMatches& matches, std::span<Param const> params);

}  // namespace cyberlex
