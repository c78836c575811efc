#include "searchd/http_server.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <stdexcept>
#include <thread>

#include "searchd/request_head.h"
#include "tests/searchd/raw_client.h"

namespace cyberlex::searchd {
namespace {

using namespace std::chrono_literals;
using api::Request;
using api::Response;

// A server on a free port whose handler answers with what it was asked.
class Running {
 public:
  explicit Running(ServerOptions options = small(), HttpServer::Handler handler = echo)
      : server_(prepared(std::move(options)), std::move(handler), [](api::LogLine const&) {}) {
    EXPECT_TRUE(server_.bind().ok());
    thread_ = std::thread([this] { EXPECT_TRUE(server_.run().ok()); });
  }
  ~Running() { stop(); }
  Running(Running const&) = delete;
  Running& operator=(Running const&) = delete;

  void stop() {
    server_.stop();
    if (thread_.joinable()) {
      thread_.join();
    }
  }
  void ask_to_stop() { server_.stop(); }
  int port() const { return server_.port(); }
  TransportCounters counters() const { return server_.counters(); }

  static ServerOptions small() {
    ServerOptions out;
    out.threads = 4;
    return out;
  }

  static Response echo(Request const& request, Client const& = {}) {
    Response out;
    out.content_type = "text/plain";
    out.body = request.method + " " + request.path + request.body;
    for (auto const& [name, value] : request.query) {
      out.body += " " + name + "=" + value;
    }
    out.body += request.accept_datetime.empty() ? "" : " on " + request.accept_datetime;
    return out;
  }

 private:
  static ServerOptions prepared(ServerOptions options) {
    options.port = 0;
    return options;
  }

  HttpServer server_;
  std::thread thread_;
};

std::string get(std::string const& target, std::string const& more = "") {
  return "GET " + target + " HTTP/1.1\r\nHost: h\r\n" + more + "\r\n";
}

TEST(HttpServer, AnswersOnAConnectionThatStays) {
  Running running;
  RawClient client(running.port());
  for (int i = 0; i < 20; ++i) {
    client.send(get("/a?n=" + std::to_string(i)));
    RawAnswer const answer = client.read_answer();
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, "GET /a n=" + std::to_string(i));
  }
}

TEST(HttpServer, HandsOnTheDayThatAHeaderAsksFor) {
  Running running;
  RawClient client(running.port());
  client.send(get("/a", "accept-DATETIME:  Fri, 15 May 2015 00:00:00 GMT \r\n"));
  EXPECT_EQ(client.read_answer().body, "GET /a on Fri, 15 May 2015 00:00:00 GMT");
}

TEST(HttpServer, AnswersPipelinedRequestsInOrder) {
  Running running;
  RawClient client(running.port());
  client.send(get("/1") + get("/2") + get("/3", "Connection: close\r\n") + get("/4"));
  EXPECT_EQ(client.read_answer().body, "GET /1");
  EXPECT_EQ(client.read_answer().body, "GET /2");
  RawAnswer const last = client.read_answer();
  EXPECT_EQ(last.body, "GET /3");
  EXPECT_EQ(last.header("connection"), "close");
  EXPECT_TRUE(client.at_end());
}

// Pieces of 10,000 letters; `fails`: the third cannot be made.
HttpServer::Handler streaming(bool fails) {
  return [fails](Request const&, Client const&) {
    Response out;
    out.content_type = "text/plain";
    out.source = [fails, piece = 0](std::string& chunk) mutable -> Result<bool> {
      if (piece == 30) {
        return false;
      }
      if (fails && piece == 2) {
        return Error{ErrorCode::kUnavailable, "no more"};
      }
      chunk.assign(10'000, static_cast<char>('a' + piece % 26));
      ++piece;
      return true;
    };
    return out;
  };
}

TEST(HttpServer, SendsALongBodyInPiecesAndKeepsTheConnection) {
  Running running(Running::small(), streaming(false));
  RawClient client(running.port());
  for (int i = 0; i < 2; ++i) {
    client.send(get("/long"));
    std::string const bytes = client.read_until("\r\n0\r\n\r\n");
    EXPECT_NE(bytes.find("Transfer-Encoding: chunked"), std::string::npos);
    EXPECT_EQ(bytes.find("Content-Length"), std::string::npos);
    EXPECT_EQ(
        std::count(bytes.begin() + static_cast<long>(bytes.find("\r\n\r\n")), bytes.end(), 'b'),
        20'000);
  }
}

TEST(HttpServer, DoesNotEndABodyThatCannotBeMadeWhole) {
  Running running(Running::small(), streaming(true));
  RawClient client(running.port());
  client.send(get("/long"));
  std::string const bytes = client.read_to_end();
  EXPECT_NE(bytes.find("aaaa"), std::string::npos);
  EXPECT_EQ(bytes.find("\r\n0\r\n"), std::string::npos);
}

TEST(HttpServer, GivesTheHeadersOfGetForHead) {
  Running running;
  RawClient client(running.port());
  client.send("HEAD /abc HTTP/1.1\r\nHost: h\r\n\r\n");
  RawAnswer const answer = client.read_head_only();
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.header("content-length"), "9");  // "HEAD /abc"
  EXPECT_EQ(answer.header("accept-ranges"), "");
  client.send(get("/next"));
  EXPECT_EQ(client.read_answer().body, "GET /next");
}

TEST(HttpServer, IgnoresRangesHoweverMany) {
  Running running;
  RawClient client(running.port());
  client.send(get("/abc", "Range: bytes=0-,0-,0-,0-\r\n"));
  RawAnswer const answer = client.read_answer();
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, "GET /abc");
}

TEST(HttpServer, AnswersBrokenEscapesWithAProblem) {
  Running running;
  RawClient client(running.port());
  for (char const* target : {"/a?q=%", "/a?q=%FF", "/a?q=%00", "/%zz"}) {
    client.send(get(target));
    RawAnswer const answer = client.read_answer();
    EXPECT_EQ(answer.status, 400) << target;
    EXPECT_EQ(answer.header("content-type"), "application/problem+json") << target;
  }
}

TEST(HttpServer, AnswersMalformedHeadsAndCloses) {
  struct Row {
    std::string bytes;
    int status;
  };
  Row const rows[] = {
      {"GET / HTTP/1.1\r\n\r\n", 400},
      {"nonsense\r\n\r\n", 400},
      {"GET / HTTP/9.9\r\nHost: h\r\n\r\n", 505},
      {"BREW / HTTP/1.1\r\nHost: h\r\n\r\n", 501},
      {"GET /" + std::string(9000, 'a') + " HTTP/1.1\r\nHost: h\r\n\r\n", 414},
  };
  Running running;
  for (Row const& row : rows) {
    RawClient client(running.port());
    client.send(row.bytes);
    RawAnswer const answer = client.read_answer();
    EXPECT_EQ(answer.status, row.status) << row.bytes.substr(0, 40);
    EXPECT_EQ(answer.header("connection"), "close");
    EXPECT_TRUE(client.at_end());
  }
}

TEST(HttpServer, RefusesHeadsWithoutEnd) {
  Running running;
  RawClient client(running.port());
  client.send("GET / HTTP/1.1\r\nHost: h\r\n");
  for (int i = 0; i < 400; ++i) {
    client.send("X-Filler: " + std::string(90, 'x') + "\r\n");
  }
  EXPECT_EQ(client.read_answer().status, 431);
  EXPECT_TRUE(client.at_end());
}

TEST(HttpServer, GivesSlowHeadsATimeAndNoMore) {
  ServerOptions options = Running::small();
  options.limits.receive = 200ms;
  Running running(options);
  RawClient client(running.port());
  std::atomic<bool> stop{false};
  std::thread drip([&] {
    client.send("GET / HTTP/1.1\r\nHost: h\r\nX: ");
    while (!stop && client.try_send("x")) {
      std::this_thread::sleep_for(5ms);
    }
  });
  EXPECT_EQ(client.read_answer().status, 408);
  stop = true;
  drip.join();
}

TEST(HttpServer, ThrowsAwayABodyUpToItsBudgetAndCloses) {
  Running running;
  for (std::string const& announced : {std::string("Content-Length: 9999999\r\n"),
                                       std::string("Transfer-Encoding: chunked\r\n")}) {
    RawClient client(running.port());
    client.send("GET /x HTTP/1.1\r\nHost: h\r\n" + announced + "\r\n");
    for (int i = 0; i < 2000 && client.try_send("ff\r\n" + std::string(255, 'b') + "\r\n"); ++i) {
    }
    RawAnswer const answer = client.read_answer();
    EXPECT_EQ(answer.body, "GET /x");
    EXPECT_EQ(answer.header("connection"), "close");
    EXPECT_TRUE(client.at_end());
  }
}

std::string post(std::string const& body, std::string const& more = "") {
  return "POST /x HTTP/1.1\r\nHost: h\r\n" + more +
         "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

TEST(HttpServer, ReadsTheBodyOfAPostAndKeepsTheConnection) {
  Running running;
  RawClient client(running.port());
  std::string const inner = get("/inner");
  client.send(post(inner) + get("/next"));
  EXPECT_EQ(client.read_answer().body, "POST /x" + inner);
  EXPECT_EQ(client.read_answer().body, "GET /next");
  client.send(post(std::string(kLongestBody, 'b')));
  EXPECT_EQ(client.read_answer().body.size(), std::string("POST /x").size() + kLongestBody);
  client.send(post("late", "Expect: 100-continue\r\n"));
  EXPECT_EQ(client.read_answer().status, 100);
  EXPECT_EQ(client.read_answer().body, "POST /xlate");
}

TEST(HttpServer, RefusesABodyThatIsTooLongOrOfNoKnownLength) {
  Running running;
  for (auto const& [line, status] :
       {std::pair{"Content-Length: 1048577", 413}, {"Transfer-Encoding: chunked", 411}}) {
    RawClient client(running.port());
    client.send("POST /x HTTP/1.1\r\nHost: h\r\n" + std::string(line) + "\r\n\r\n");
    EXPECT_EQ(client.read_answer().status, status);
    EXPECT_TRUE(client.at_end());
  }
}

TEST(HttpServer, GivesSlowBodiesATimeAndNoMore) {
  ServerOptions options = Running::small();
  options.limits.receive = 200ms;
  Running running(options);
  RawClient client(running.port());
  client.send("POST /x HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\nhalf");
  EXPECT_EQ(client.read_answer().status, 408);
  EXPECT_TRUE(client.at_end());
}

TEST(HttpServer, NeverReadsABodyAsARequest) {
  Running running;
  RawClient client(running.port());
  std::string const inner = get("/smuggled");
  client.send("GET /outer HTTP/1.1\r\nHost: h\r\nContent-Length: " + std::to_string(inner.size()) +
              "\r\n\r\n" + inner);
  EXPECT_EQ(client.read_answer().body, "GET /outer");
  EXPECT_TRUE(client.at_end());
}

TEST(HttpServer, ServesMoreConnectionsThanItHasThreads) {
  Running running;  // four threads, and forty clients that keep their connections
  std::vector<std::thread> clients;
  std::atomic<int> answered{0};
  for (int c = 0; c < 40; ++c) {
    clients.emplace_back([&] {
      for (int i = 0; i < 3; ++i) {
        RawClient client(running.port());
        client.send(get("/x"));
        answered += client.read_answer().status == 200 ? 1 : 0;
      }
    });
  }
  for (std::thread& client : clients) {
    client.join();
  }
  EXPECT_EQ(answered.load(), 120);
}

TEST(HttpServer, IdleConnectionsGiveWayToWaitingOnes) {
  ServerOptions options = Running::small();
  options.threads = 1;
  options.limits.idle = 60s;
  Running running(options);
  RawClient idle(running.port());
  idle.send(get("/first"));
  EXPECT_EQ(idle.read_answer().status, 200);
  RawClient next(running.port());
  next.send(get("/second"));
  EXPECT_EQ(next.read_answer().body, "GET /second");
}

TEST(HttpServer, RefusesHonestlyWhenTheQueueIsFull) {
  ServerOptions options = Running::small();
  options.threads = 1;
  options.waiting = 1;
  std::atomic<bool> release{false};
  std::atomic<int> inside{0};
  Running running(options, [&](Request const& request, Client const&) {
    ++inside;
    while (!release) {
      std::this_thread::sleep_for(1ms);
    }
    return Running::echo(request);
  });
  RawClient served(running.port());
  served.send(get("/served"));
  while (inside == 0) {
    std::this_thread::sleep_for(1ms);
  }
  RawClient waits(running.port());
  waits.send(get("/waits"));
  RawClient refused(running.port());
  RawAnswer const answer = refused.read_answer();
  EXPECT_EQ(answer.status, 503);
  EXPECT_EQ(answer.header("retry-after"), "1");
  EXPECT_TRUE(refused.at_end());
  TransportCounters const counted = running.counters();
  EXPECT_EQ(counted.accepted, 3U);
  EXPECT_EQ(counted.turned_away, 1U);
  EXPECT_EQ(counted.waiting, 1U);
  release = true;
  EXPECT_EQ(served.read_answer().body, "GET /served");
  EXPECT_EQ(waits.read_answer().body, "GET /waits");
}

// Says who it thinks is asking.
Response who(Request const&, Client const& client) {
  Response out;
  out.content_type = "text/plain";
  out.body =
      client.address + '|' + client.forwarded + '|' + client.authorization + '|' + client.api_key;
  return out;
}

TEST(HttpServer, LooksAtNobodysAddressUnlessToldTo) {
  std::string const asked = get("/",
                                "X-Forwarded-For: 192.0.2.7\r\nX-Forwarded-For: 192.0.2.8\r\n"
                                "Authorization: Bearer k\r\nX-Peer-Address: 192.0.2.9\r\n");
  ServerOptions options = Running::small();
  for (bool const identify : {false, true}) {
    options.identify_clients = identify;
    Running running(options, who);
    RawClient client(running.port());
    client.send(asked);
    EXPECT_EQ(client.read_answer().body,
              std::string(identify ? "127.0.0.1" : "") + "|192.0.2.7, 192.0.2.8|Bearer k|");
  }
}

TEST(HttpServer, TurnsAnExceptionIntoAProblem) {
  Running running(Running::small(), [](Request const&, Client const&) -> Response {
    throw std::runtime_error("secret");
  });
  RawClient client(running.port());
  client.send(get("/"));
  RawAnswer const answer = client.read_answer();
  EXPECT_EQ(answer.status, 500);
  EXPECT_EQ(answer.body.find("secret"), std::string::npos);
}

TEST(HttpServer, FinishesWhatWasBegunWhenItStops) {
  std::atomic<bool> inside{false};
  std::atomic<bool> release{false};
  Running running(Running::small(), [&](Request const& request, Client const&) {
    inside = true;
    while (!release) {
      std::this_thread::sleep_for(1ms);
    }
    return Running::echo(request);
  });
  RawClient client(running.port());
  client.send(get("/slow"));
  while (!inside) {
    std::this_thread::sleep_for(1ms);
  }
  running.ask_to_stop();
  release = true;
  EXPECT_EQ(client.read_answer().body, "GET /slow");
  running.stop();
  EXPECT_FALSE(RawClient::can_connect(running.port()));
}

TEST(HttpServer, StopsEvenBeforeItRuns) {
  HttpServer server({.port = 0}, Running::echo, [](api::LogLine const&) {});
  ASSERT_TRUE(server.bind().ok());
  server.stop();
  EXPECT_TRUE(server.run().ok());
}

TEST(HttpServer, SaysWhenTheAddressIsTaken) {
  Running running;
  ServerOptions options;
  options.port = running.port();
  HttpServer second(options, Running::echo, [](api::LogLine const&) {});
  Status const bound = second.bind();
  ASSERT_FALSE(bound.ok());
  EXPECT_EQ(bound.error().code, ErrorCode::kUnavailable);
}

}  // namespace
}  // namespace cyberlex::searchd
