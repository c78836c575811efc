// Matches parted by whether they have limbs. Most laws have none, and then the class says it all.
#pragma once

#include <cstdint>
#include <vector>

#include "cyberlex/search/match.h"
#include "cyberlex/search/search_shared.h"

namespace cyberlex {

struct PartedMatches {
  std::vector<DocNum> with_limbs;  // ascending
  // Those without limbs: by whether their class says that somebody looked.
  uint64_t assessed = 0;
  uint64_t not_assessed = 0;
};

PartedMatches part(SearchShared const& shared, MatchSet const& matches);

}  // namespace cyberlex
