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

// What a value of a facet is called.
std::string facet_label(Wording const& wording, Param param, FacetValue const& value);

// What is broader stands before what it holds, each level in the order it came in, with its depth
// in what is listed; a value whose broader one is not listed stands at the top.
std::vector<FacetValue> in_tree_order(std::vector<FacetValue> values);

}  // namespace cyberlex::pages
