// Where a command reads and writes.
#pragma once

#include <iosfwd>

#include "cyberlex/render/text_layout.h"

namespace cyberlex::tools {

// Data go to `out`, everything else to `err`.
struct Terminal {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  TextStyle style = {};  // of `out`
};

}  // namespace cyberlex::tools
