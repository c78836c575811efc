// Threads that serve connections, behind a queue that does not grow without end.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace cyberlex::searchd {

// Thread rule: any thread.
class WorkerPool {
 public:
  using Job = std::function<void()>;

  // REQUIRES: threads > 0. Jobs must not throw.
  WorkerPool(size_t threads, size_t capacity);
  ~WorkerPool();  // shutdown()
  WorkerPool(WorkerPool const&) = delete;
  WorkerPool& operator=(WorkerPool const&) = delete;

  // Takes `job` (moved from) unless `capacity` jobs wait already; then false and `job` is
  // untouched.
  bool try_push(Job& job);
  // Jobs that no thread has begun.
  size_t waiting() const;
  // Finishes every job that was taken, then joins. May be called again.
  void shutdown();

 private:
  void work();

  size_t const capacity_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Job> jobs_;
  bool closed_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace cyberlex::searchd
