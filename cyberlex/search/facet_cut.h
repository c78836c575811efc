// Facets of thousands of values, cut to those with the most provisions.
#pragma once

#include <cstdint>
#include <span>

#include "cyberlex/search/response.h"

namespace cyberlex {

// Leaves in each facet the `limit` values with the highest counts (of equal ones the earlier), all
// that are selected, and those above a value that is left; their order stays. How many went is
// added to `Facet::left_out`. 0: cuts nothing. Counts never change.
void cut_facets(std::span<Facet> facets, uint32_t limit);

}  // namespace cyberlex
