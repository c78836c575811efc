// The body of a POST as parameters, so that every path answers POST as it answers GET.
#pragma once

#include "cyberlex/api/endpoints.h"
#include "cyberlex/api/http_message.h"
#include "cyberlex/base/result.h"

namespace cyberlex::api {

// The request with the parameters of its body behind those of its target.
// application/x-www-form-urlencoded: as in a query. text/plain: what `posted` says. No Content-Type
// counts as text/plain when there is a body. kBadInput with `where` = "Content-Type" for another
// type; as parse_target for a form that cannot be read, `position` counted in the form; a text that
// is not UTF-8. REQUIRES: posted is not kNothing.
Result<Request> with_body(Request const& request, Posted posted);

}  // namespace cyberlex::api
