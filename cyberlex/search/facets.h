// Exact counts of provisions by the values of a parameter.
#pragma once

#include <span>
#include <vector>

#include "cyberlex/search/match.h"
#include "cyberlex/search/request.h"
#include "cyberlex/search/response.h"
#include "cyberlex/search/search_shared.h"

namespace cyberlex {

// The count of a value is the number of provisions that would match if it were the only value
// chosen of its parameter, beside all other filters. Values without a provision are left out unless
// chosen. Order: count down, then value; years down; terms of imprisonment from short to long, then
// what has none. REQUIRES: `matches` comes from a request with these filters and facets.
std::vector<Facet> count_facets(SearchShared const& shared, MatchResult const& matches,
                                std::span<Filter const> filters, std::span<Param const> facets);

// The steps in which terms of imprisonment are counted: "..<1y" … "life", "death", "unknown",
// "none", "not-assessed".
std::vector<FilterValue> prison_steps();

}  // namespace cyberlex
