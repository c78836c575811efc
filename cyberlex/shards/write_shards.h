// A generation as shards for Xapian's own servers: for who must spread one index over machines.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "cyberlex/base/result.h"
#include "cyberlex/index/generation.h"

namespace cyberlex::shards {

inline constexpr uint32_t kMostShards = 64;

struct ShardsWritten {
  std::string folder;
  std::string stub;  // a file for ShardSearcher that names the shards where they lie
  uint64_t documents = 0;
};

// Writes INDEX/shards-DIGEST-COUNT with a folder for each shard, sealed as segments are, and the
// stub shards.stub. Document d is the (d / count)-th of shard d % count, so that the documents of
// all have the numbers they have in one. Written beside and renamed: it is there whole or not at
// all; a folder of that name is taken as it is when its seals hold. Shards of generations that the
// index no longer holds are removed. Uses at most `jobs` threads.
// kUnavailable when it cannot be written, kDamaged when the generation is.
Result<ShardsWritten> write_shards(std::shared_ptr<Generation const> generation,
                                   std::string const& index_dir, uint32_t count, int jobs);

}  // namespace cyberlex::shards
