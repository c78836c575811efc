// A hit that was written once and is given again and again, each time with another score.
#pragma once

#include <string>
#include <string_view>

#include "cyberlex/base/result.h"
#include "cyberlex/render/json_out.h"
#include "cyberlex/search/response.h"

namespace cyberlex {

// As JSON; without snippets, which no query has chosen yet. REQUIRES: `hit` is of `generation`.
std::string stored_hit(Generation const& generation, Hit const& hit);

// A value of an array: what stored_hit() gave, with this score. kDamaged when it did not.
Status write_stored_hit(JsonOut& out, std::string_view stored, double score);

}  // namespace cyberlex
