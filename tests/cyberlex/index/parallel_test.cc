#include "cyberlex/index/parallel.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

namespace cyberlex {
namespace {

TEST(Parallel, EveryPartRunsOnce) {
  for (int jobs : {-1, 0, 1, 2, 7, 100}) {
    std::vector<std::atomic<int>> runs(50);
    Status const done = run_parts(jobs, runs.size(), [&](size_t part) -> Status {
      ++runs[part];
      return Ok{};
    });
    EXPECT_TRUE(done.ok());
    for (auto const& count : runs) {
      EXPECT_EQ(count, 1);
    }
  }
  EXPECT_TRUE(run_parts(3, 0, [](size_t) -> Status { return Ok{}; }).ok());
}

TEST(Parallel, AFailureStopsFurtherParts) {
  std::atomic<size_t> begun = 0;
  Status const done = run_parts(2, 10'000, [&](size_t part) -> Status {
    ++begun;
    if (part == 3) {
      return Error{ErrorCode::kBadInput, "three"};
    }
    return Ok{};
  });
  ASSERT_FALSE(done.ok());
  EXPECT_EQ(done.error().message, "three");
  EXPECT_LT(begun, 10'000U);
}

TEST(Parallel, AnExceptionIsAnError) {
  Status const done =
      run_parts(2, 2, [](size_t) -> Status { throw std::runtime_error("out of paper"); });
  ASSERT_FALSE(done.ok());
  EXPECT_EQ(done.error().code, ErrorCode::kUnavailable);
}

}  // namespace
}  // namespace cyberlex
