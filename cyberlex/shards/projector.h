// From a generation's columns to what shards say of each document.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cyberlex/search/search_shared.h"
#include "cyberlex/shards/projection.h"

namespace cyberlex::shards {

// The values of a document on a state's axis.
struct StateValues {
  uint32_t axis = 0;
  std::vector<uint32_t> values;
};

// Thread rule: const calls from any thread. Lifetime: keeps `shared`.
class Projector {
 public:
  explicit Projector(std::shared_ptr<SearchShared> shared);
  ~Projector();
  Projector(Projector&&) noexcept;
  Projector& operator=(Projector&&) noexcept;

  // Its dictionary; how many shards there are is the caller's to say.
  Projection const& projection() const;

  std::vector<StateValues> states(DocNum doc) const;  // one an axis
  Places places(DocNum doc) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cyberlex::shards
