#include "searchd/client_limits.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>

#include "cyberlex/base/digest.h"

namespace cyberlex::searchd {
namespace {

using namespace std::chrono_literals;
using Clock = ClientLimits::Clock;

Clock::time_point at(std::chrono::milliseconds time) {
  return Clock::time_point(1h) + time;
}

int status_of(ClientLimits& limits, Client const& client, std::chrono::milliseconds time = 0ms,
              std::string const& path = "/api/v1/search") {
  auto const refused = limits.refuse(client, path, at(time));
  return refused ? refused->status : 200;
}

int answered_of(ClientLimits& limits, Client const& client, int requests) {
  int out = 0;
  for (int i = 0; i < requests; ++i) {
    out += status_of(limits, client) == 200 ? 1 : 0;
  }
  return out;
}

std::string header_of(api::Response const& response, std::string const& name) {
  for (auto const& [each, value] : response.headers) {
    if (each == name) {
      return value;
    }
  }
  return {};
}

TEST(ClientLimits, LetEverybodyAskWhereNoneAreSet) {
  ClientLimits limits({});
  EXPECT_FALSE(limits.needs_clients());
  EXPECT_EQ(answered_of(limits, {.address = "192.0.2.1"}, 1000), 1000);
}

TEST(ClientLimits, GiveTenSecondsAtOnceAndThenTheRate) {
  ClientLimits limits({.rate = 2});
  Client const client{.address = "192.0.2.1"};
  EXPECT_EQ(answered_of(limits, client, 100), 20);
  auto const refused = limits.refuse(client, "/", at(0ms));
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->status, 429);
  EXPECT_EQ(header_of(*refused, "Retry-After"), "1");
  EXPECT_NE(refused->body.find("at most 2 requests a second, 20 at once"), std::string::npos);
  EXPECT_EQ(status_of(limits, client, 499ms), 429);
  EXPECT_EQ(status_of(limits, client, 501ms), 200);
  EXPECT_EQ(status_of(limits, client, 502ms), 429);
  EXPECT_EQ(status_of(limits, {.address = "192.0.2.2"}, 502ms), 200);
}

TEST(ClientLimits, WhoWaitsAsLongAsToldIsAnswered) {
  for (double const rate : {0.01, 0.3, 1.0, 7.0, 1000.0}) {
    ClientLimits limits({.rate = rate});
    Client const client{.address = "192.0.2.1"};
    auto refused = limits.refuse(client, "/", at(0ms));
    while (!refused) {
      refused = limits.refuse(client, "/", at(0ms));
    }
    std::chrono::seconds const wait(std::stol(header_of(*refused, "Retry-After")));
    EXPECT_EQ(status_of(limits, client, wait), 200) << rate;
  }
}

TEST(ClientLimits, AreNoneForWhatWatchesTheDaemon) {
  ClientLimits limits({.rate = 0.1, .key_required = true});
  for (char const* path : {"/healthz", "/readyz", "/metrics"}) {
    for (int i = 0; i < 20; ++i) {
      EXPECT_EQ(status_of(limits, {}, 0ms, path), 200) << path;
    }
  }
  EXPECT_EQ(status_of(limits, {}, 0ms, "/"), 401);
}

TEST(ClientLimits, TakeTheAddressesOfOneIpv6CustomerTogether) {
  ClientLimits limits({.rate = 0.1});
  EXPECT_EQ(status_of(limits, {.address = "2001:db8:1:2::1"}), 200);
  EXPECT_EQ(status_of(limits, {.address = "2001:db8:1:2:ffff::9"}), 429);
  EXPECT_EQ(status_of(limits, {.address = "2001:db8:1:3::1"}), 200);
  EXPECT_EQ(status_of(limits, {.address = "::ffff:192.0.2.1"}), 200);
  EXPECT_EQ(status_of(limits, {.address = "::ffff:192.0.2.2"}), 200);
}

TEST(ClientLimits, BelieveOnlyTheProxyBeforeThem) {
  Client const forged{.address = "10.0.0.1", .forwarded = "198.51.100.1, 192.0.2.1"};
  Client const other{.address = "10.0.0.1", .forwarded = "198.51.100.2,\t192.0.2.1"};
  ClientLimits behind({.rate = 0.1, .behind_proxy = true});
  EXPECT_EQ(status_of(behind, forged), 200);
  EXPECT_EQ(status_of(behind, other), 429) << "what the client itself wrote counts for nothing";
  EXPECT_EQ(status_of(behind, {.address = "10.0.0.1", .forwarded = "192.0.2.2"}), 200);
  ClientLimits direct({.rate = 0.1});
  EXPECT_EQ(status_of(direct, forged), 200);
  EXPECT_EQ(status_of(direct, {.address = "10.0.0.1", .forwarded = "192.0.2.2"}), 429);
}

TEST(ClientLimits, GiveKeysTheirOwnRate) {
  ClientLimits limits({.rate = 0.1,
                       .keys = {{.name = "lab", .sha256 = sha256("one"), .rate = 3},
                                {.name = "free", .sha256 = sha256("two"), .rate = 0}}});
  EXPECT_EQ(answered_of(limits, {.address = "a", .api_key = "one"}, 100), 30);
  EXPECT_EQ(answered_of(limits, {.address = "b", .authorization = "Bearer one"}, 9), 0)
      << "a key is one client, wherever it comes from";
  EXPECT_EQ(answered_of(limits, {.address = "a", .api_key = "two"}, 100), 100);
  EXPECT_EQ(answered_of(limits, {.address = "a"}, 100), 1);
  EXPECT_EQ(status_of(limits, {.address = "c", .api_key = "three"}), 401);
}

TEST(ClientLimits, AskForAKeyWhereOneIsRequired) {
  ClientLimits limits({.keys = {{.name = "lab", .sha256 = sha256("one")}}, .key_required = true});
  EXPECT_EQ(status_of(limits, {.address = "a"}), 401);
  EXPECT_EQ(status_of(limits, {.address = "a", .authorization = "Basic one"}), 401);
  EXPECT_EQ(status_of(limits, {.address = "a", .api_key = "one"}), 200);
}

// A 512th of a second: seconds and tokens are exact binary fractions, so that both twins round
// alike.
constexpr std::chrono::nanoseconds kTick{1'953'125};

// One bucket a client, filled tick by tick in whole numbers.
class CountingTwin {
 public:
  // `step`: of 4096 parts of a request, how many come a tick.
  explicit CountingTwin(int64_t step) : step_(step), most_(std::max(kOne, step * 5120)) {}
  bool answers(std::string const& client, int64_t tick) {
    auto& [tokens, last] = held_.try_emplace(client, most_, tick).first->second;
    for (; last < tick; ++last) {
      tokens = std::min(most_, tokens + step_);
    }
    if (tokens < kOne) {
      return false;
    }
    tokens -= kOne;
    return true;
  }

 private:
  static constexpr int64_t kOne = 4096;
  int64_t step_;
  int64_t most_;
  std::map<std::string, std::pair<int64_t, int64_t>> held_;
};

TEST(ClientLimits, CountAsAStupidTwinDoes) {
  constexpr unsigned kSeed = 20261123;
  std::mt19937 random(kSeed);
  for (unsigned const step : {1U, 4U, 16U, 512U}) {
    ClientLimits limits({.rate = step * 512 / 4096.0});
    CountingTwin twin(step);
    unsigned const most_between = 800 / step + 1;  // some twice the rate
    int64_t tick = 0;
    int refused = 0;
    for (int i = 0; i < 6000; ++i) {
      tick += random() % most_between;
      Client const client{.address = "192.0.2." + std::to_string(random() % 5)};
      bool const expected = twin.answers(client.address, tick);
      bool const found =
          !limits.refuse(client, "/", Clock::time_point(1h) + kTick * tick).has_value();
      ASSERT_EQ(found, expected) << "seed " << kSeed << " step " << step << " request " << i;
      refused += found ? 0 : 1;
    }
    EXPECT_GT(refused, 0) << step;
  }
}

TEST(ClientLimits, HoldNoMoreClientsThanTheySay) {
  ClientLimits limits({.rate = 0.1});
  for (size_t i = 0; i < ClientLimits::kMostClients; ++i) {
    ASSERT_EQ(status_of(limits, {.address = std::to_string(i)}), 200);
  }
  EXPECT_EQ(status_of(limits, {.address = "newcomer"}), 200);
  EXPECT_EQ(status_of(limits, {.address = "another"}), 429) << "newcomers share one bucket";
  EXPECT_EQ(status_of(limits, {.address = "7"}), 429);
  EXPECT_EQ(status_of(limits, {.address = "another"}, 11s), 200);
  EXPECT_EQ(status_of(limits, {.address = "one more"}, 11s), 200) << "room was made";
}

class ApiKeys : public ::testing::Test {
 protected:
  ~ApiKeys() override { std::filesystem::remove(path_); }
  Result<std::vector<ApiKey>> read(std::string const& text) {
    std::ofstream(path_) << text;
    return read_api_keys(path_);
  }
  std::string const path_ = std::filesystem::temp_directory_path() / "cyberlex-keys-test";
};

TEST_F(ApiKeys, AreReadLineByLine) {
  auto const keys =
      read("# who may ask\n\nlab " + sha256("one") + " 2.5\r\nfree\t" + sha256("two") + "\n");
  ASSERT_TRUE(keys.ok()) << to_string(keys.error());
  ASSERT_EQ(keys->size(), 2U);
  EXPECT_EQ(keys->front().name, "lab");
  EXPECT_DOUBLE_EQ(keys->front().rate, 2.5);
  EXPECT_EQ(keys->back().sha256, sha256("two"));
  EXPECT_DOUBLE_EQ(keys->back().rate, 0);
}

TEST_F(ApiKeys, NameTheLineThatIsWrong) {
  std::string const good = "lab " + sha256("one");
  for (std::string const& bad : {std::string("lab one"), "x " + sha256("x") + " fast",
                                 "x " + sha256("x") + " -1", "x " + sha256("x") + " 1 2",
                                 "lab " + sha256("x"), "x " + sha256("one"), std::string("x")}) {
    auto const keys = read(good + "\n" + bad + "\n");
    ASSERT_FALSE(keys.ok()) << bad;
    EXPECT_EQ(keys.error().where, path_ + ":2") << bad;
  }
  EXPECT_EQ(read_api_keys("/nonexistent/keys").error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace cyberlex::searchd
