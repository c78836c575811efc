// Errors as answers: RFC 9457 problem details.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cyberlex/api/http_message.h"
#include "cyberlex/base/result.h"

namespace cyberlex::api {

// A problem of one of the kinds in docs/api.md; `slug` is the end of its type, "not-found".
Response problem(int status, std::string_view slug, std::string_view title, std::string detail);

// kBadQuery and kBadInput 400, kNotFound 404, kDamaged 500, kUnavailable 503. Names the parameter
// and the position when the error does. What damage and the system said stays inside: the log has
// it.
Response problem_of(Error const& error);

Response no_such_path(std::string_view path, std::span<std::string const> known);
Response method_not_allowed(std::string_view allowed);  // allowed: "GET, HEAD, OPTIONS"
Response not_acceptable(Error const& error);            // 406: read_accept() failed
Response busy();                                        // 503 with Retry-After
Response not_ready();                                   // 503: no index is open
Response gone(
    std::string const& restart_url);  // 410: a cursor into a generation that is no longer held

}  // namespace cyberlex::api
