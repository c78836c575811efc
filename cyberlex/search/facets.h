// Exact counts of provisions by the values of a parameter.
#pragma once

#include <span>
#include <vector>

#include "cyberlex/search/counted_matches.h"
#include "cyberlex/search/request.h"
#include "cyberlex/search/response.h"

namespace cyberlex {

// The count of a value is the number of provisions that would match if it were the only value
// chosen of its parameter, beside all other filters; so a value counts what lies below it in the
// parameter's tree. Values without a provision are left out unless chosen. Order: count down, then
// the higher in the tree, then value; years down; terms of imprisonment from short to long, then
// what has none. Counts of a whole day are kept with the day. REQUIRES: `matches` comes from a
// request with these facets. Throws SearchStopped.
std::vector<Facet> count_facets(CountedMatches& matches, std::span<Param const> facets);

// Marks what `own` (null: nothing) chose among the values counted of `param`, and adds what it
// chose and no provision has.
void select_values(Filter const* own, Param param, std::vector<FacetValue>& values);
// Puts values, which stand in their tree already, in the order above.
void arrange_values(Param param, std::vector<FacetValue>& values);

// Null when the request has none.
Filter const* filter_of(std::span<Filter const> filters, Param param);

}  // namespace cyberlex
