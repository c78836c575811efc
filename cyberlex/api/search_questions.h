// Questions that take the parameters of a search.
#pragma once

#include <variant>

#include "cyberlex/api/inquiry.h"

namespace cyberlex::api {

// The inquiry on the generation that the cursor among its parameters names, or 410 when that is no
// longer held. Without a cursor as it is.
std::variant<Inquiry, Response> on_own_generation(Inquiry const& inquiry);

Asked ask_search(Inquiry const& inquiry);
Asked ask_crosstab(Inquiry const& inquiry);

}  // namespace cyberlex::api
