// What a search may cost: postings, counted before they are read; and time, looked at every few
// thousand documents.
#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "cyberlex/base/result.h"

namespace cyberlex {

struct SearchLimits {
  std::optional<std::chrono::steady_clock::time_point> deadline = {};
  std::atomic<bool> const* stop = nullptr;  // outlives the search
  uint64_t postings = UINT64_MAX;           // of all the lists that it opens
};

// Thrown by Budget and caught where a search ends, which makes an Error of it.
struct SearchStopped {
  uint64_t postings = 0;  // that were allowed, when it would have opened more; else it is late
};
// kUnavailable for what is late, kBadQuery for what would have cost too much; `what` is what was
// stopped, "the search".
Error error_of(SearchStopped const& stopped, std::string const& what,
               std::string const& where = "q");

// Thread rule: one search.
class Budget {
 public:
  static constexpr uint32_t kStep = 4096;

  explicit Budget(SearchLimits limits = {}) : limits_(limits) {}

  void spend(uint32_t documents = 1) {
    spent_ += documents;
    if (spent_ >= kStep) {
      spent_ = 0;
      check();
    }
  }

  // Before a list of so many postings is read.
  void open(uint64_t postings) {
    opened_ += postings;
    if (opened_ > limits_.postings) {
      throw SearchStopped{limits_.postings};
    }
  }

  void check() const {
    bool const late =
        limits_.deadline.has_value() && std::chrono::steady_clock::now() >= *limits_.deadline;
    if (late || (limits_.stop != nullptr && limits_.stop->load(std::memory_order_relaxed))) {
      throw SearchStopped{};
    }
  }

 private:
  SearchLimits limits_;
  uint32_t spent_ = 0;
  uint64_t opened_ = 0;
};

// Calls visit(each) for every one of `all` and spends them.
template <typename Each, typename Visit>
void spend_each(Budget& budget, std::span<Each const> all, Visit const& visit) {
  while (!all.empty()) {
    std::span<Each const> const step = all.first(std::min<size_t>(all.size(), Budget::kStep));
    budget.spend(static_cast<uint32_t>(step.size()));
    for (Each const& each : step) {
      visit(each);
    }
    all = all.subspan(step.size());
  }
}

}  // namespace cyberlex
