// Counts of provisions by the values of two parameters together.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "cyberlex/search/counted_matches.h"
#include "cyberlex/search/facet_axis.h"
#include "cyberlex/search/match.h"

namespace cyberlex {

// One side of the table: an axis, and which of its slots are listed, each once; axis.size() for a
// value that nothing has.
struct CrossSide {
  FacetAxis const& axis;
  std::vector<size_t> slots;
};

// The matches whose pairs are counted: where the request counts the facet `status`, also those that
// choosing a status would show.
inline MatchSet const& cross_matches(MatchResult const& matches) {
  auto const with_gone = matches.sideways.find(Param::kStatus);
  return with_gone == matches.sideways.end() ? matches.all : with_gone->second;
}

// cells[row * cols.slots.size() + col]: the matches of which one place has both values and meets
// all other conditions. REQUIRES: the group is what `matches` were found by, without the values
// chosen of either parameter.
// Throws SearchStopped.
std::vector<uint64_t> cross_count(CountContext const& context, MatchSet const& matches,
                                  CrossSide const& rows, CrossSide const& cols);

}  // namespace cyberlex
