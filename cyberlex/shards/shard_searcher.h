// Search over shards: the same question, total and facets as one index gives, ranked by Xapian.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cyberlex/index/shard_set.h"
#include "cyberlex/search/response.h"

namespace cyberlex::shards {

struct ShardAnswer {
  // Without hits and without a generation; its request does not expand.
  SearchResponse response;
  std::vector<ShardHit> hits;  // data: stored_hit()
  std::string digest;          // of the generation that the shards were made of
  uint32_t shards = 0;
};

// Thread rule: one object, one thread.
class ShardSearcher {
 public:
  // `stub`: as ShardSet::open takes it, the shards in the order in which they were written.
  // kUnavailable when one does not answer; kDamaged when they are not all the shards of one
  // generation, or stand in another order.
  static Result<ShardSearcher> open(std::string const& stub);
  ShardSearcher(ShardSearcher&&) noexcept;
  ShardSearcher& operator=(ShardSearcher&&) noexcept;
  ~ShardSearcher();

  // Reads parameters as parse_request does. kBadQuery also for what shards cannot answer exactly,
  // by name; kUnavailable as ShardSet does.
  Result<ShardAnswer> search(ParameterList const& parameters, Date today);

 private:
  struct State;
  explicit ShardSearcher(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// As the JSON of a search, with "shards" beside "corpus"; hits have no snippets.
// kDamaged when a hit cannot be read.
Result<std::string> to_json(ShardAnswer const& answer);

}  // namespace cyberlex::shards
