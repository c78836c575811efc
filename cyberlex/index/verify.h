// What a build checks of the generation it has just written.
#pragma once

#include <string>

#include "cyberlex/base/result.h"
#include "cyberlex/index/columns.h"

namespace cyberlex {

// Of what a build need not read again.
struct BuiltParts {
  size_t kept = 0;         // segments handed on, the first ones; their seals were checked
  Columns const& columns;  // as they were made
  int jobs = 1;
};

// Checks head and new segment as verify_generation() does, and that the columns are those that were
// made. kDamaged names the file and what is wrong.
Status verify_built(std::string const& folder, BuiltParts const& parts);

}  // namespace cyberlex
