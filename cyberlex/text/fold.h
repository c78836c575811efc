// The slow, obvious way to fold: the twin of fold(), which takes a table where it may.
#pragma once

#include <string>
#include <string_view>

namespace cyberlex {

// fold() of analyse.h by ICU alone.
std::string fold_by_icu(std::string_view text);

}  // namespace cyberlex
