// Responses that end their connection, written without the library: refusals of what it never sees.
#pragma once

#include <string>

#include "cyberlex/api/http_message.h"

namespace cyberlex::searchd {

// Now, as a Date header says it (RFC 9110, 5.6.7).
std::string http_date();

// The whole response as bytes, with the headers of every answer and "Connection: close".
std::string last_words(api::Response response);

// The same for a request that cannot be read.
std::string refusal(int status, std::string detail);

}  // namespace cyberlex::searchd
