// The pieces of openapi.json. For openapi.cc alone.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cyberlex/api/endpoints.h"
#include "cyberlex/api/json_text.h"

namespace cyberlex::api {

using JsonMembers = std::vector<std::pair<std::string, Json>>;

// What the description says of an endpoint beside what routes it.
struct Operation {
  Endpoint endpoint;
  std::string_view id;             // of its GET
  std::string_view tag;            // the group it is listed in
  std::string_view body;           // type of the JSON, in the notation of shapes.h; empty: no JSON
  std::string_view example;        // a target that the shipped corpus answers with 200
  std::string_view required = {};  // names of parameters, parted by blanks
};
// Null for a page that only people read: it is not described.
Operation const* find_operation(Endpoint endpoint);
// REQUIRES: it is described.
Operation const& operation_of(Endpoint endpoint);

// "#/components/" and `name`, as a reference.
Json component(std::string_view name);

// ---- parameters

// Of a POST those that have no place in its body are left.
std::vector<Json> parameters_of(EndpointInfo const& endpoint, bool post);
// The parameters that a form gives as well, as properties of a schema.
Json form_schema(EndpointInfo const& endpoint);
// The filters of a search: named by more than one path.
JsonMembers parameter_components();

// ---- responses

Json responses_of(EndpointInfo const& endpoint, bool post);
JsonMembers response_components();
JsonMembers header_components();

}  // namespace cyberlex::api
