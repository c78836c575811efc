// Admits as many requests to query evaluation as there are cores; the others wait a little, then
// are told so.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <utility>

namespace cyberlex::api {

// A counting semaphore with a deadline.
// Thread rule: any thread.
class Admission {
 public:
  // REQUIRES: slots > 0.
  Admission(size_t slots, std::chrono::milliseconds patience) : free_(slots), patience_(patience) {}
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

 private:
  void leave();

  std::mutex mutex_;
  std::condition_variable freed_;
  size_t free_;
  std::chrono::milliseconds patience_;
};

}  // namespace cyberlex::api
