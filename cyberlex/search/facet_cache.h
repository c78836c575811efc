// Facets of a whole day, counted once and kept with it.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "cyberlex/search/response.h"

namespace cyberlex {

// Thread rule: every function from any thread.
class FacetCache {
 public:
  using Values = std::shared_ptr<std::vector<FacetValue> const>;

  // Null when nobody has counted yet. `with_gone`: of all that stands that day, not only of what
  // lives.
  Values find(Param param, bool with_gone) const {
    std::scoped_lock const hold(lock_);
    auto const found = held_.find({param, with_gone});
    return found == held_.end() ? nullptr : found->second;
  }
  void keep(Param param, bool with_gone, Values values) {
    std::scoped_lock const hold(lock_);
    held_[{param, with_gone}] = std::move(values);
  }

 private:
  mutable std::mutex lock_;
  std::map<std::pair<Param, bool>, Values> held_;
};

}  // namespace cyberlex
