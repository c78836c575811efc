#include "searchd/worker_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>

namespace cyberlex::searchd {
namespace {

TEST(WorkerPool, RefusesWhatDoesNotFitAndLeavesItUntouched) {
  WorkerPool pool(1, 1);
  std::promise<void> begun;
  std::promise<void> release;
  WorkerPool::Job blocking = [&] {
    begun.set_value();
    release.get_future().wait();
  };
  ASSERT_TRUE(pool.try_push(blocking));
  begun.get_future().wait();
  std::atomic<int> ran{0};
  WorkerPool::Job waits = [&] { ++ran; };
  ASSERT_TRUE(pool.try_push(waits));
  EXPECT_EQ(pool.waiting(), 1U);
  WorkerPool::Job refused = [&] { ran += 10; };
  EXPECT_FALSE(pool.try_push(refused));
  ASSERT_TRUE(refused != nullptr);
  release.set_value();
  pool.shutdown();
  EXPECT_EQ(ran.load(), 1);
}

TEST(WorkerPool, FinishesWhatItTookBeforeItEnds) {
  std::atomic<int> ran{0};
  {
    WorkerPool pool(3, 1000);
    for (int i = 0; i < 500; ++i) {
      WorkerPool::Job job = [&] { ++ran; };
      ASSERT_TRUE(pool.try_push(job));
    }
  }
  EXPECT_EQ(ran.load(), 500);
}

TEST(WorkerPool, TakesNothingAfterItsEnd) {
  WorkerPool pool(1, 1);
  pool.shutdown();
  WorkerPool::Job job = [] {};
  EXPECT_FALSE(pool.try_push(job));
}

}  // namespace
}  // namespace cyberlex::searchd
