// The body of a POST as parameters, so that every path answers POST as it answers GET.
#pragma once

#include "cyberlex/base/result.h"
#include "searchd/http_message.h"

namespace cyberlex::searchd {

// The request with the parameters of its body behind those of its target.
// application/x-www-form-urlencoded: as in a query. text/plain: each line that is not blank is one
// `q`. No Content-Type counts as text/plain when there is a body. kBadInput with `where` =
// "Content-Type" for another type; as parse_target for a form that cannot be read; a text that is
// not UTF-8.
Result<Request> with_body(Request const& request);

}  // namespace cyberlex::searchd
