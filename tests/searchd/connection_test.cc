#include "searchd/connection.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <thread>

#include "searchd/request_head.h"

namespace cyberlex::searchd {
namespace {

using namespace std::chrono_literals;
using Received = Connection::Received;

std::string const kHead = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";

// Both ends of a connection within this process.
class ConnectionTest : public ::testing::Test {
 protected:
  void SetUp() override { ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends_), 0); }
  void TearDown() override { hang_up(); }

  void put(std::string const& bytes) {
    ASSERT_EQ(::send(ends_[1], bytes.data(), bytes.size(), MSG_NOSIGNAL),
              static_cast<ssize_t>(bytes.size()));
  }
  void hang_up() {
    if (ends_[1] >= 0) {
      ::close(ends_[1]);
      ends_[1] = -1;
    }
  }
  std::function<Pressure()> pressure() {
    return [this] { return Pressure{.crowded = crowded_, .flooded = flooded_, .stopping = false}; };
  }

  int ends_[2] = {-1, -1};
  std::atomic<bool> crowded_{false};
  std::atomic<bool> flooded_{false};
  ConnectionLimits limits_{.idle = 60s,
                           .receive = 60s,
                           .hurried = 100ms,
                           .flooded = 50ms,
                           .send = 200ms,
                           .linger = 60s,
                           .drain = 4096};
};

TEST_F(ConnectionTest, TakesHeadsOneByOneHoweverTheyArrive) {
  Connection connection(ends_[0], limits_, pressure());
  std::thread client([&] {
    for (char const c : kHead + kHead) {
      put(std::string(1, c));
    }
    put(kHead);
  });
  for (int i = 0; i < 3; ++i) {
    std::string head;
    EXPECT_EQ(connection.receive_head(head), Received::kHead);
    EXPECT_EQ(head, kHead);
  }
  client.join();
  hang_up();
  std::string head;
  EXPECT_EQ(connection.receive_head(head), Received::kNothing);
}

TEST_F(ConnectionTest, HasABoundForHeads) {
  Connection connection(ends_[0], limits_, pressure());
  put(std::string(kLongestHead, 'x'));
  std::string head;
  EXPECT_EQ(connection.receive_head(head), Received::kTooLarge);
}

TEST_F(ConnectionTest, TakesAHeadOfExactlyTheBound) {
  Connection connection(ends_[0], limits_, pressure());
  std::string const exact = std::string(kLongestHead - 4, 'x') + "\r\n\r\n";
  put(exact + "next");
  std::string head;
  EXPECT_EQ(connection.receive_head(head), Received::kHead);
  EXPECT_EQ(head, exact);
}

TEST_F(ConnectionTest, GivesUpIdleAndUnfinishedRequestsUnderPressure) {
  crowded_ = true;
  Connection connection(ends_[0], limits_, pressure());
  put(kHead + "GET /half");
  std::string head;
  EXPECT_EQ(connection.receive_head(head), Received::kHead);
  EXPECT_EQ(connection.receive_head(head), Received::kTooSlow);
}

TEST_F(ConnectionTest, ClosesIdleConnectionsAtOnceUnderPressure) {
  limits_.hurried = 60s;
  crowded_ = true;
  Connection connection(ends_[0], limits_, pressure());
  put(kHead);
  std::string head;
  EXPECT_EQ(connection.receive_head(head), Received::kHead);
  EXPECT_EQ(connection.receive_head(head), Received::kNothing);
}

TEST_F(ConnectionTest, HasNoTimeForUnfinishedRequestsInAFlood) {
  limits_.hurried = 60s;
  flooded_ = true;
  Connection connection(ends_[0], limits_, pressure());
  put("GET /half");
  std::string head;
  EXPECT_EQ(connection.receive_head(head), Received::kTooSlow);
  connection.finish();  // does not wait a minute for the client either
}

TEST_F(ConnectionTest, TakesAHeadThatIsThereInAFlood) {
  limits_.flooded = 0ms;
  flooded_ = true;
  Connection connection(ends_[0], limits_, pressure());
  put(kHead);
  std::string head;
  EXPECT_EQ(connection.receive_head(head), Received::kHead);
}

TEST_F(ConnectionTest, StopsSendingToWhomDoesNotRead) {
  Connection connection(ends_[0], limits_, pressure());
  EXPECT_FALSE(connection.send(std::string(64U << 20U, 'x')));
}

TEST_F(ConnectionTest, NoticesThatNobodyListens) {
  Connection connection(ends_[0], limits_, pressure());
  hang_up();
  EXPECT_FALSE(connection.send(std::string(1U << 20U, 'x')));
}

TEST_F(ConnectionTest, ThrowsAwayNoMoreThanItsBudgetAtTheEnd) {
  auto connection = std::make_unique<Connection>(ends_[0], limits_, pressure());
  put(std::string(20000, 'x'));
  connection->finish();  // would wait a minute for the end of the stream
  connection.reset();
  SUCCEED();
}

}  // namespace
}  // namespace cyberlex::searchd
