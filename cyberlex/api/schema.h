// JSON Schema (2020-12, as OpenAPI 3.1 has it) of the shapes in shapes.h.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cyberlex/api/json_text.h"

namespace cyberlex::api {

// Of every shape and choice, by its name.
std::vector<std::pair<std::string, Json>> schemas();

// Of a type in the notation of shapes.h; shapes and choices by reference to
// "#/components/schemas/". REQUIRES: it is well written.
Json schema_of(std::string_view type);

}  // namespace cyberlex::api
