// Where a saved result came from, as its JSON says it; written and read back.
#pragma once

#include <string>
#include <string_view>

#include "cyberlex/base/result.h"
#include "cyberlex/render/export.h"
#include "cyberlex/render/json_out.h"

namespace cyberlex {

// Members of an object: request, as_of, total, corpus, taxonomy, engine.
void write_origin(JsonOut& out, SearchResponse const& head, ExportFormat format);

// Of a JSON object that has them, itself or in its member "export". kBadInput when it is no JSON
// object or lacks one of them.
Result<ExportOrigin> read_origin(std::string_view json);

// The JSON of an answer with the address that asks for it again as its first member, "request".
// REQUIRES: an object of at least one member, without a blank before it.
std::string with_request(std::string_view json, std::string_view request);

}  // namespace cyberlex
