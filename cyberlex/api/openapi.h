// The daemon's own description: OpenAPI 3.1, made from the tables of paths and parameters.
#pragma once

#include <string>

namespace cyberlex::api {

// JSON with a final newline. A function of the program alone.
std::string openapi_document();

}  // namespace cyberlex::api
