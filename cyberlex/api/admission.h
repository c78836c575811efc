// Admits as many requests to query evaluation as there are cores; the others wait a little, then
// are told so.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <utility>

namespace cyberlex::api {

struct AdmissionCounters {
  uint64_t running = 0;  // now
  uint64_t waiting = 0;  // now
  uint64_t refused = 0;  // since the beginning
};

// A counting semaphore with a deadline.
// Thread rule: any thread.
class Admission {
 public:
  // REQUIRES: slots > 0.
  Admission(size_t slots, std::chrono::milliseconds patience)
      : slots_(slots), free_(slots), patience_(patience) {}
  Admission(Admission const&) = delete;
  Admission& operator=(Admission const&) = delete;

  // A slot held until destroyed. Lifetime: not longer than the Admission.
  class Pass {
   public:
    explicit Pass(Admission* admission) : admission_(admission) {}
    Pass(Pass&& other) noexcept : admission_(std::exchange(other.admission_, nullptr)) {}
    Pass& operator=(Pass&&) = delete;
    ~Pass();

   private:
    Admission* admission_;
  };

  // Nothing when no slot came free in time.
  std::optional<Pass> enter();

  AdmissionCounters counters() const;

 private:
  void leave();

  size_t const slots_;
  mutable std::mutex mutex_;  // guards free_ and the two counts
  std::condition_variable freed_;
  size_t free_;
  uint64_t waiting_ = 0;
  uint64_t refused_ = 0;
  std::chrono::milliseconds patience_;
};

}  // namespace cyberlex::api
