#include "cyberlex/index/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace cyberlex {
namespace {

class Parts {
 public:
  Parts(size_t parts, std::function<Status(size_t)> const& work) : parts_(parts), work_(work) {}

  void run() {
    while (!failed_) {
      size_t const part = next_++;
      if (part >= parts_) {
        return;
      }
      if (Status const done = guarded(part); !done) {
        record(part, done.error());
      }
    }
  }

  Status outcome() const { return failed_ ? Status(*error_) : Status(Ok{}); }

 private:
  Status guarded(size_t part) const {
    try {
      return work_(part);
    } catch (std::exception const& e) {
      return Error{ErrorCode::kUnavailable, std::string("stopped: ") + e.what()};
    }
  }

  void record(size_t part, Error error) {
    std::lock_guard const lock(mutex_);
    if (!error_ || part < part_) {
      part_ = part;
      error_ = std::move(error);
    }
    failed_ = true;
  }

  size_t const parts_;
  std::function<Status(size_t)> const& work_;
  std::atomic<size_t> next_ = 0;
  std::atomic<bool> failed_ = false;
  std::mutex mutex_;
  size_t part_ = 0;
  std::optional<Error> error_;
};

}  // namespace

Status run_parts(int jobs, size_t parts, std::function<Status(size_t)> const& work) {
  Parts all(parts, work);
  size_t const threads =
      std::min(static_cast<size_t>(std::max(jobs, 1)), std::max(parts, size_t{1}));
  {
    std::vector<std::jthread> others;
    for (size_t i = 1; i < threads; ++i) {
      others.emplace_back([&all] { all.run(); });
    }
    all.run();
  }
  return all.outcome();
}

}  // namespace cyberlex
