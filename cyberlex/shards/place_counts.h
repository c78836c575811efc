// Exact counts out of what the shards' servers counted: whole values, each with its documents.
#pragma once

#include <span>
#include <vector>

#include "cyberlex/base/result.h"
#include "cyberlex/index/shard_set.h"
#include "cyberlex/shards/projection.h"

namespace cyberlex::shards {

// A filter on limbs that must hold where a value is counted: any of these values.
struct PlaceFilter {
  uint32_t axis = 0;
  std::vector<uint32_t> values;  // ascending
};

// Documents by value of a state's axis. kDamaged when a value cannot be read (here and below).
Result<std::vector<uint64_t>> count_states(Axis const& axis, std::span<ShardCount const> counted);

// Documents by value of `axis`, at a place where all of `others` hold; behind them, one for each of
// `chosen`, sets of values of the axis of which one is enough.
Result<std::vector<uint64_t>> count_places(Projection const& projection, uint32_t axis,
                                           std::span<PlaceFilter const> others,
                                           std::span<std::vector<uint32_t> const> chosen,
                                           std::span<ShardCount const> counted);

}  // namespace cyberlex::shards
