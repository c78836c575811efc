// A provision in short, as a list of hits shows it.
#pragma once

#include "cyberlex/pages/frame.h"
#include "cyberlex/search/response.h"

namespace cyberlex::pages {

// For the template "hit". `as_of` is the day of the question.
View hit_view(PageContext const& context, Wording const& wording, Hit const& hit, Date as_of);

// One line a clause of every limb, with how grave it is: rows of the template "hit" and "limb".
std::vector<View> penalty_rows_view(Wording const& wording, LimbRecord const& limb);

// A text with its marks as HTML, escaped.
std::string marked_html(Snippet const& snippet);

}  // namespace cyberlex::pages
