// Paths that name a provision by its number in another act: where they lead.
#pragma once

#include <optional>
#include <string>

#include "cyberlex/api/endpoints.h"
#include "cyberlex/api/http_message.h"
#include "cyberlex/index/generation.h"

namespace cyberlex::api {

// The path and query of the same question under the provision's own number; nothing when the path
// names no parallel numbering (Work::parallel), or a number outside of it.
std::optional<std::string> own_path(PathMatch const& match, Request const& request,
                                    Generation const& generation);

}  // namespace cyberlex::api
