#include "cyberlex/api/admission.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace cyberlex::api {
namespace {

using namespace std::chrono_literals;

TEST(Admission, AdmitsAsManyAsItHasSlots) {
  Admission admission(2, 1ms);
  auto const first = admission.enter();
  auto second = admission.enter();
  EXPECT_TRUE(first.has_value());
  EXPECT_TRUE(second.has_value());
  EXPECT_FALSE(admission.enter().has_value());
  second.reset();
  EXPECT_TRUE(admission.enter().has_value());
}

TEST(Admission, NeverLetsMoreInAtOnce) {
  Admission admission(3, 60s);
  std::atomic<int> inside{0};
  std::atomic<int> most{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < 8; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < 200; ++i) {
        auto const pass = admission.enter();
        ASSERT_TRUE(pass.has_value());
        int const now = ++inside;
        int seen = most.load();
        while (now > seen && !most.compare_exchange_weak(seen, now)) {
        }
        --inside;
      }
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  EXPECT_LE(most.load(), 3);
  EXPECT_GE(most.load(), 1);
}

}  // namespace
}  // namespace cyberlex::api
