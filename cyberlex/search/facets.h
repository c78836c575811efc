// Exact counts of provisions by the values of a parameter.
#pragma once

#include <span>
#include <vector>

#include "cyberlex/base/date.h"
#include "cyberlex/search/facet_axis.h"
#include "cyberlex/search/match.h"
#include "cyberlex/search/request.h"
#include "cyberlex/search/response.h"
#include "cyberlex/search/search_shared.h"

namespace cyberlex {

// The count of a value is the number of provisions that would match if it were the only value
// chosen of its parameter, beside all other filters; so a value counts what lies below it in the
// parameter's tree. Values without a provision are left out unless chosen. Order: count down, then
// the higher in the tree, then value; years down; terms of imprisonment from short to long, then
// what has none. Counts of a whole day are kept with the day. REQUIRES: `matches` comes from a
// request with these filters and facets and this day.
std::vector<Facet> count_facets(SearchShared const& shared, MatchResult const& matches,
                                std::span<Filter const> filters, std::span<Param const> facets,
                                Date day);

// What is counted of a facet when nothing of it is chosen: its own matches, or all.
MatchSet const& counted_matches(MatchResult const& matches, Param facet);

// Null when the request has none.
Filter const* filter_of(std::span<Filter const> filters, Param param);

}  // namespace cyberlex
