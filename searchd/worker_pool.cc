#include "searchd/worker_pool.h"

#include <utility>

namespace cyberlex::searchd {

WorkerPool::WorkerPool(size_t threads, size_t capacity) : capacity_(capacity) {
  threads_.reserve(threads);
  for (size_t i = 0; i < threads; ++i) {
    threads_.emplace_back([this] { work(); });
  }
}

WorkerPool::~WorkerPool() {
  shutdown();
}

bool WorkerPool::try_push(Job& job) {
  {
    std::lock_guard<std::mutex> const lock(mutex_);
    if (closed_ || jobs_.size() >= capacity_) {
      return false;
    }
    jobs_.push_back(std::move(job));
  }
  changed_.notify_one();
  return true;
}

size_t WorkerPool::waiting() const {
  std::lock_guard<std::mutex> const lock(mutex_);
  return jobs_.size();
}

void WorkerPool::shutdown() {
  {
    std::lock_guard<std::mutex> const lock(mutex_);
    closed_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) {
    thread.join();
  }
  threads_.clear();
}

void WorkerPool::work() {
  for (;;) {
    Job job;
    {
      std::unique_lock<std::mutex> lock(mutex_);
      changed_.wait(lock, [this] { return closed_ || !jobs_.empty(); });
      if (jobs_.empty()) {
        return;
      }
      job = std::move(jobs_.front());
      jobs_.pop_front();
    }
    job();
  }
}

}  // namespace cyberlex::searchd
