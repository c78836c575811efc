// What is checked of a generation before others rely on it: by a build of what it has just written,
// and by whoever will serve from it.
#pragma once

#include <string>

#include "cyberlex/base/result.h"
#include "cyberlex/index/columns.h"
#include "cyberlex/index/generation.h"

namespace cyberlex {

// Of what a build need not read again.
struct BuiltParts {
  size_t kept = 0;         // segments handed on, the first ones; their seals were checked
  Columns const& columns;  // as they were made
  int jobs = 1;
};

// Reads every file of head and segments and holds it against the digest that was recorded when it
// was written, which opening does not. Returns their number; kDamaged names the file.
Result<size_t> check_files(Generation const& generation);

// Checks head and new segment as verify_generation() does, and that the columns are those that were
// made. kDamaged names the file and what is wrong.
Status verify_built(std::string const& folder, BuiltParts const& parts);

}  // namespace cyberlex
