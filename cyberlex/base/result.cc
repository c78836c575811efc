#include "cyberlex/base/result.h"

namespace cyberlex {

std::string to_string(Error const& error) {
  return error.where.empty() ? error.message : error.where + ": " + error.message;
}

}  // namespace cyberlex
