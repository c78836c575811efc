// How long a search may run: a deadline or a flag, looked at every few thousand documents.
#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace cyberlex {

struct SearchLimits {
  std::optional<std::chrono::steady_clock::time_point> deadline = {};
  std::atomic<bool> const* stop = nullptr;  // outlives the search
};

// Thrown by Budget::spend and caught by Searcher::search, which turns it into kUnavailable.
struct SearchStopped {};

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
