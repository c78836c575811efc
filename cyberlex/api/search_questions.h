// Questions that take the parameters of a search.
#pragma once

#include "cyberlex/api/inquiry.h"

namespace cyberlex::api {

Asked ask_search(Inquiry const& inquiry);
Asked ask_crosstab(Inquiry const& inquiry);

}  // namespace cyberlex::api
