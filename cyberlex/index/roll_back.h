// Back to a generation that the folder of an index still holds.
#pragma once

#include <string>

#include "cyberlex/base/result.h"
#include "cyberlex/index/manifest.h"

namespace cyberlex {

struct RolledBack {
  std::string from;  // name of the generation that was current; empty when the pointer named none
  std::string to;
  Manifest manifest;  // of `to`
};

// Makes the generation `to` (a name, such as "g-0123456789abcdef") the current one; empty: the only
// other one that is there. It is verified whole before; nothing is removed, so the way back is
// another roll_back(). A daemon takes it up as it takes up a new one.
// kNotFound: no other one, or none of that name. kBadInput: several others and no name, which the
// message gives. kDamaged: `to` does not stand its check, and nothing has changed. kUnavailable: a
// build is at work, or the pointer cannot be written.
Result<RolledBack> roll_back(std::string const& index_dir, std::string const& to, int jobs);

}  // namespace cyberlex
