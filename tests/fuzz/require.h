// What every fuzz target asserts with: a property that does not hold ends the run.
#pragma once

#include <cstdlib>

namespace cyberlex {

inline void require(bool holds) {
  if (!holds) {
    std::abort();
  }
}

}  // namespace cyberlex
