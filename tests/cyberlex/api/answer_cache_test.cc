#include "cyberlex/api/answer_cache.h"

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <map>
#include <mutex>
#include <random>
#include <thread>

#include "tests/cyberlex/api/routes_fixture.h"

namespace cyberlex::api {
namespace {

constexpr size_t kSmall = size_t{64} << 10;

std::shared_ptr<std::string const> text(size_t size, char c = 'x') {
  return std::make_shared<std::string const>(size, c);
}

TEST(BoundedMap, NeverHoldsMoreThanItMay) {
  constexpr unsigned kSeed = 11;
  std::mt19937 random(kSeed);
  SCOPED_TRACE(kSeed);
  BoundedMap<std::string> map(kSmall);
  std::map<std::string, std::shared_ptr<std::string const>> last;
  for (int round = 0; round < 20000; ++round) {
    std::string const key = std::to_string(random() % 300);
    if (random() % 2 == 0) {
      auto const value = text(random() % 3000);
      map.put(key, value, value->size());
      last[key] = value;
      ASSERT_EQ(map.find(key), value);  // the last one always fits
    } else if (auto const found = map.find(key)) {
      ASSERT_EQ(found, last.at(key));
    }
    ASSERT_LE(map.bytes(), kSmall);
  }
  EXPECT_GT(map.evicted(), 0U);
  EXPECT_GT(map.entries(), 0U);
}

TEST(BoundedMap, DropsWhatWasNotAskedForLongest) {
  BoundedMap<std::string> map(kSmall);
  map.put("kept", text(10), 10);
  map.put("forgotten", text(10), 10);
  for (int i = 0; i < 5000; ++i) {
    map.put(std::to_string(i), text(100), 100);
    ASSERT_NE(map.find("kept"), nullptr);
  }
  EXPECT_EQ(map.find("forgotten"), nullptr);
}

TEST(BoundedMap, KeepsNothingTooLargeAndNothingWhenClosed) {
  BoundedMap<std::string> map(kSmall);
  map.put("a", text(10), 10);
  map.put("a", text(kSmall), kSmall);
  EXPECT_EQ(map.find("a"), nullptr);
  map.put("b", text(10), 10);
  map.close();
  map.put("c", text(10), 10);
  EXPECT_EQ(map.find("b"), nullptr);
  EXPECT_EQ(map.entries(), 0U);
  EXPECT_EQ(map.bytes(), 0U);
}

// ---- a daemon that keeps answers beside one that does not

// Status, headers but the time, and body.
std::string told(Response const& response) {
  std::string out = std::to_string(response.status) + response.content_type;
  for (auto const& [name, value] : response.headers) {
    if (name != "Server-Timing") {
      out += '\n' + name + ": " + value;
    }
  }
  return out + "\n\n" + response.body;
}

Request random_request(std::mt19937& random) {
  static constexpr std::array kTargets = {
      "/api/v1/search?q=access",
      "/api/v1/search?q=access&limit=3",
      "/api/v1/search?limit=3&q=access",
      "/api/v1/search?q=computer&facets=all&as_of=2024-03-01",
      "/api/v1/search?q=(",
      "/api/v1/search?jurisdiction=nowhere",
      "/api/v1/provisions/zz/computer-act-2015/sec_3",
      "/api/v1/provisions/zz/computer-act-2015/sec_2?as_of=2018-01-01",
      "/api/v1/provisions/zz/computer-act-2015/sec_99",
      "/api/v1/acts",
      "/api/v1/acts?limit=2",
      "/api/v1/acts/zz/computer-act-2015",
      "/api/v1/conventions/trt/1",
      "/api/v1/matrix?convention=trt",
      "/api/v1/coverage",
      "/akn/zz/act/2015/computer-act",
      "/api/v1/nothing"};
  auto const target = parse_target(kTargets.at(random() % kTargets.size()));
  return Request{.method = random() % 5 == 0 ? "HEAD" : "GET",
                 .path = target->path,
                 .query = target->query,
                 .accept = {},
                 .accept_encoding = random() % 2 == 0 ? "gzip" : "",
                 .if_none_match = random() % 9 == 0 ? "*" : "",
                 .content_type = {},
                 .body = {}};
}

class CachedRoutes : public RoutesTest {
 protected:
  RouteContext context_over(Snapshots& snapshots) {
    return {.snapshots = snapshots,
            .admission = wide_,
            .today = [this] { return today_; },
            .log = [](LogLine const&) {}};
  }

  Snapshots cached_{index_.folder(), [](LogLine const&) {}, {.cache_bytes = size_t{256} << 10}};
  Admission wide_{8, std::chrono::milliseconds(60000)};
};

TEST_F(CachedRoutes, AnswerAsUncachedOnesDoAcrossGenerations) {
  constexpr unsigned kSeed = 29;
  std::mt19937 random(kSeed);
  SCOPED_TRACE(kSeed);
  RouteContext const plain = context_over(snapshots_);
  RouteContext const cached = context_over(cached_);
  std::string tag;
  for (int generation = 0; generation < 3; ++generation) {
    index_.build(12 + generation, "edition " + std::to_string(generation));
    ASSERT_TRUE(snapshots_.refresh().ok());
    ASSERT_TRUE(cached_.refresh().ok());
    for (int round = 0; round < 400; ++round) {
      Request request = random_request(random);
      if (random() % 3 == 0) {
        request.if_none_match = tag;
      }
      Response const expected = handle(request, plain);
      ASSERT_EQ(told(handle(request, cached)), told(expected)) << request.path;
      std::string const given = header(expected, "ETag");
      tag = given.empty() ? tag : given;
    }
    CacheCounters const counted = cached_.current()->answers().counters();
    EXPECT_GT(counted.hits, 100U);
    EXPECT_GT(counted.entries, 5U);
    EXPECT_LE(counted.bytes, size_t{256} << 10);
  }
  EXPECT_EQ(snapshots_.current()->answers().counters().entries, 0U);
}

TEST_F(CachedRoutes, KeepNoErrors) {
  ASSERT_TRUE(cached_.refresh().ok());
  for (char const* const path : {"/api/v1/provisions/zz/computer-act-2015/sec_99", "/api/v1/x"}) {
    Request request;
    request.method = "GET";
    request.path = path;
    EXPECT_EQ(handle(request, context_over(cached_)).status, 404);
  }
  EXPECT_EQ(cached_.current()->answers().counters().entries, 0U);
}

TEST_F(CachedRoutes, AnswerAnAbsentDayByTheDayItIs) {
  ASSERT_TRUE(cached_.refresh().ok());
  RouteContext const context = context_over(cached_);
  Request request;
  request.method = "GET";
  request.path = "/api/v1/search";
  request.query = {{"q", "access"}};
  std::string const before = handle(request, context).body;
  today_ = Date(today_.days() + 1);
  std::string const after = handle(request, context).body;
  EXPECT_NE(before, after);
  EXPECT_NE(after.find(today_.to_string()), std::string::npos);
}

// Each thread asks on while generations come: whatever it is told is what that generation says.
TEST_F(CachedRoutes, AnswerManyThreadsWhileGenerationsCome) {
  constexpr int kGenerations = 3;
  std::mutex mutex;
  std::map<std::string, std::string> said;  // by ETag, which names generation and request
  std::atomic<int> asked{0};
  std::atomic<bool> stop{false};
  ASSERT_TRUE(cached_.refresh().ok());
  RouteContext const context = context_over(cached_);
  auto const ask_on = [&](unsigned seed) {
    std::mt19937 random(seed);
    while (!stop.load()) {
      Request request = random_request(random);
      request.if_none_match.clear();
      Response const response = handle(request, context);
      std::string const tag = header(response, "ETag");
      if (!tag.empty()) {
        std::lock_guard<std::mutex> const lock(mutex);
        EXPECT_EQ(said.try_emplace(tag, told(response)).first->second, told(response));
      }
      asked.fetch_add(1);
    }
  };
  std::vector<std::thread> threads;
  for (unsigned seed = 1; seed <= 4; ++seed) {
    threads.emplace_back(ask_on, seed);
  }
  for (int generation = 0; generation < kGenerations; ++generation) {
    int const until = asked.load() + 200;
    while (asked.load() < until) {
      std::this_thread::yield();
    }
    index_.build(13 + generation, "edition " + std::to_string(generation));
    EXPECT_TRUE(cached_.refresh().ok());
  }
  stop.store(true);
  for (std::thread& thread : threads) {
    thread.join();
  }
  EXPECT_GT(said.size(), 20U);
}

}  // namespace
}  // namespace cyberlex::api
