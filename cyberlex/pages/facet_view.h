// A facet as a group of boxes to tick, and the filters that are chosen as chips to take away.
#pragma once

#include <vector>

#include "cyberlex/pages/frame.h"
#include "cyberlex/search/response.h"

namespace cyberlex::pages {

// In the order of page_facets(). Of a short closed list (states, status, kinds of text) every value
// is shown, those without a provision greyed; of the others what the answer holds.
std::vector<View> facet_views(PageContext const& context, Wording const& wording,
                              SearchResponse const& response);

// One a value chosen, included or excluded, with the address of the search without it.
std::vector<View> chosen_views(PageContext const& context, Wording const& wording,
                               SearchRequest const& request);

}  // namespace cyberlex::pages
