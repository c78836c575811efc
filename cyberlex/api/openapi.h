// The daemon's own description: OpenAPI 3.1, made from the tables of paths, parameters and shapes.
#pragma once

#include <string>

namespace cyberlex::api {

// JSON with a final newline. A function of the program alone. Thread rule: any thread.
std::string const& openapi_document();

}  // namespace cyberlex::api
