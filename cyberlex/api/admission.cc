#include "cyberlex/api/admission.h"

namespace cyberlex::api {

Admission::Pass::~Pass() {
  if (admission_ != nullptr) {
    admission_->leave();
  }
}

std::optional<Admission::Pass> Admission::enter() {
  std::unique_lock<std::mutex> lock(mutex_);
  // wait_until on the system clock: ThreadSanitizer of gcc 12 does not know the call behind
  // wait_for.
  auto const deadline = std::chrono::system_clock::now() + patience_;
  ++waiting_;
  bool const admitted = freed_.wait_until(lock, deadline, [this] { return free_ > 0; });
  --waiting_;
  if (!admitted) {
    ++refused_;
    return std::nullopt;
  }
  --free_;
  return Pass(this);
}

AdmissionCounters Admission::counters() const {
  std::lock_guard<std::mutex> const lock(mutex_);
  return {.running = slots_ - free_, .waiting = waiting_, .refused = refused_};
}

void Admission::leave() {
  {
    std::lock_guard<std::mutex> const lock(mutex_);
    ++free_;
  }
  freed_.notify_one();
}

}  // namespace cyberlex::api
