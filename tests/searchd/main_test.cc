// The program as its operator sees it: exit codes, signals, logs, generations swapped under load.

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include "tests/cyberlex/api/small_index.h"
#include "tests/searchd/raw_client.h"

namespace cyberlex::searchd {
namespace {

using api::SmallIndex;

std::string get(std::string const& target, std::string const& more = "") {
  return "GET " + target + " HTTP/1.1\r\nHost: h\r\n" + more + "\r\n";
}

// A run of cyberlex-searchd.
class Daemon {
 public:
  Daemon(std::vector<std::string> arguments, std::string log) : log_(std::move(log)) {
    EXPECT_EQ(::pipe(out_.data()), 0);
    child_ = ::fork();
    if (child_ == 0) {
      become(std::move(arguments));
    }
    ::close(out_[1]);
  }
  ~Daemon() {
    if (child_ > 0) {
      ::kill(child_, SIGKILL);
      (void)wait();
    }
    ::close(out_[0]);
  }
  Daemon(Daemon const&) = delete;
  Daemon& operator=(Daemon const&) = delete;

  // The port that the first line of output names; 0 when there is none.
  int port() {
    std::string line;
    char c = 0;
    while (::read(out_[0], &c, 1) == 1 && c != '\n') {
      line += c;
    }
    size_t const colon = line.rfind(':');
    return colon == std::string::npos ? 0 : std::stoi(line.substr(colon + 1));
  }
  void signal(int number) const { ::kill(child_, number); }
  int wait() {
    int status = 0;
    ::waitpid(child_, &status, 0);
    child_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  std::string log() const {
    std::ostringstream text;
    text << std::ifstream(log_).rdbuf();
    return text.str();
  }

 private:
  [[noreturn]] void become(std::vector<std::string> arguments) const {
    ::dup2(out_[1], STDOUT_FILENO);
    if (std::freopen(log_.c_str(), "w", stderr) == nullptr) {
      ::_exit(126);
    }
    arguments.insert(arguments.begin(), CYBERLEX_SEARCHD);
    std::vector<char*> pointers;
    for (std::string& argument : arguments) {
      pointers.push_back(argument.data());
    }
    pointers.push_back(nullptr);
    ::execv(CYBERLEX_SEARCHD, pointers.data());
    ::_exit(127);
  }

  std::string log_;
  std::array<int, 2> out_{};
  pid_t child_ = -1;
};

class DaemonTest : public ::testing::Test {
 protected:
  void SetUp() override { index_.build(6); }
  std::vector<std::string> flags() const {
    return {"--index", index_.folder(), "--listen", "127.0.0.1:0", "--threads", "8"};
  }
  std::string log() const { return index_.folder() + "/log"; }

  SmallIndex index_;
};

TEST_F(DaemonTest, DrainsAndEndsWellOnEitherSignal) {
  for (int const number : {SIGTERM, SIGINT}) {
    Daemon daemon(flags(), log());
    int const port = daemon.port();
    ASSERT_GT(port, 0) << daemon.log();
    RawClient client(port);
    client.send(get("/readyz"));
    EXPECT_EQ(client.read_answer().status, 200);
    daemon.signal(number);
    EXPECT_EQ(daemon.wait(), 0);
    EXPECT_NE(daemon.log().find("stopped"), std::string::npos);
  }
}

TEST_F(DaemonTest, WritesNothingDownOfWhoAsksOrWhat) {
  Daemon daemon(flags(), log());
  int const port = daemon.port();
  RawClient client(port);
  for (char const* target :
       {"/api/v1/search?q=verysecret", "/api/v1/search?q=%28verysecret", "/verysecret",
        "/api/v1/provisions/verysecret/a/sec_1", "/%zzverysecret"}) {
    client.send(get(target, "User-Agent: verysecret\r\nX-Forwarded-For: 192.0.2.7\r\n"));
    EXPECT_GE(client.read_answer().status, 200) << target;
  }
  RawClient(port).send("verysecret\r\n\r\n");
  daemon.signal(SIGTERM);
  EXPECT_EQ(daemon.wait(), 0);
  std::string const said = daemon.log();
  EXPECT_NE(said.find("opened"), std::string::npos);
  EXPECT_EQ(said.find("verysecret"), std::string::npos) << said;
  EXPECT_EQ(said.find("192.0.2.7"), std::string::npos) << said;
  EXPECT_EQ(said.find("127.0.0.1"), std::string::npos) << said;
}

TEST_F(DaemonTest, CountsWithoutSayingWhatWasAsked) {
  Daemon daemon(flags(), log());
  int const port = daemon.port();
  RawClient client(port);
  for (char const* target : {"/api/v1/search?q=verysecret", "/?q=verysecret", "/verysecret",
                             "/api/v1/provisions/verysecret/a/sec_1", "/assets/verysecret"}) {
    client.send(get(target));
    EXPECT_GE(client.read_answer().status, 200) << target;
  }
  RawClient(port).send("verysecret\r\n\r\n");
  client.send(get("/metrics"));
  RawAnswer const answer = client.read_answer();
  EXPECT_EQ(answer.status, 200);
  EXPECT_TRUE(answer.header("content-type").starts_with("text/plain;version=0.0.4"));
  EXPECT_NE(answer.body.find("requests_total{code=\"200\",path=\"/api/v1/search\"} 2\n"),
            std::string::npos)
      << answer.body;
  EXPECT_NE(answer.body.find("requests_total{code=\"404\",path=\"unknown\"} 1\n"),
            std::string::npos);
  EXPECT_EQ(answer.body.find("verysecret"), std::string::npos) << answer.body;
  EXPECT_EQ(answer.body.find("127.0.0.1"), std::string::npos) << answer.body;
}

TEST_F(DaemonTest, TellsAClientThatAsksTooOftenWhenToComeBack) {
  std::vector<std::string> arguments = flags();
  arguments.insert(arguments.end(), {"--rate", "0.1"});
  Daemon daemon(arguments, log());
  RawClient client(daemon.port());
  client.send(get("/api/v1/search?q=access"));
  EXPECT_EQ(client.read_answer().status, 200);
  client.send(get("/api/v1/search?q=access"));
  RawAnswer const refused = client.read_answer();
  EXPECT_EQ(refused.status, 429);
  EXPECT_EQ(refused.header("retry-after"), "10");
  EXPECT_EQ(refused.header("access-control-allow-origin"), "*");
  client.send(get("/readyz"));
  EXPECT_EQ(client.read_answer().status, 200);
}

TEST_F(DaemonTest, ChecksItsConfigurationWithoutServing) {
  std::string const file = index_.folder() + "/searchd.ini";
  auto const check = [&](std::string const& text) {
    std::ofstream(file) << text;
    Daemon daemon({"--config", file, "--check-config"}, log());
    int const code = daemon.wait();
    return std::to_string(code) + ' ' + daemon.log();
  };
  EXPECT_EQ(check("listen = \":8080\"\nrate = 2.5\nlog = json\n"), "0 ");
  EXPECT_EQ(
      check("\n# fewer\nthreads = 4\ntreads = 4\n"),
      "2 cyberlex-searchd: " + file + ":4: treads is no option; --help lists those that are\n");
  EXPECT_TRUE(check("threads = 0\n").starts_with("2 --threads: ")) << check("threads = 0\n");
  EXPECT_TRUE(check("log = loud\n").starts_with("2 --log: ")) << check("log = loud\n");
  EXPECT_TRUE(check("key-required = true\n").starts_with("2 cyberlex-searchd: --key-required: "));
  EXPECT_TRUE(check("keys = \"/nonexistent\"\n").starts_with("2 cyberlex-searchd: --keys: "));
}

TEST_F(DaemonTest, SaysHowItEnds) {
  EXPECT_EQ(Daemon({"--version"}, log()).wait(), 0);
  EXPECT_EQ(Daemon({"--help"}, log()).wait(), 0);
  EXPECT_EQ(Daemon({"--nonsense"}, log()).wait(), 2);
  EXPECT_EQ(Daemon({"--threads", "0"}, log()).wait(), 2);
  EXPECT_EQ(Daemon({"--listen", "8080"}, log()).wait(), 2);
  EXPECT_EQ(Daemon({"--config", "/nonexistent"}, log()).wait(), 2);
  EXPECT_EQ(Daemon({"--index", "/nonexistent"}, log()).wait(), 3);
  index_.damage_current();
  EXPECT_EQ(Daemon(flags(), log()).wait(), 3);
}

TEST_F(DaemonTest, ReadsItsConfiguration) {
  std::string const file = index_.folder() + "/searchd.ini";
  std::ofstream(file) << "index = \"" << index_.folder() << "\"\nlisten = \"127.0.0.1:0\"\n";
  Daemon daemon({"--config", file}, log());
  EXPECT_GT(daemon.port(), 0) << daemon.log();
  daemon.signal(SIGTERM);
  EXPECT_EQ(daemon.wait(), 0);
}

// Asks the same question until told to stop; counts what was not answered with 200.
void ask_on(int port, std::atomic<bool> const& stop, std::atomic<int>& failed,
            std::atomic<int>& asked) {
  while (!stop) {
    RawClient client(port);
    for (int i = 0; i < 20; ++i) {
      client.send(get("/api/v1/search?q=access&facets=none"));
      RawAnswer const answer = client.read_answer();
      failed += answer.status == 200 ? 0 : 1;
      ++asked;
      if (answer.header("connection") == "close") {
        break;
      }
    }
  }
}

TEST_F(DaemonTest, SwapsGenerationsUnderLoadWithoutAFailedRequest) {
  Daemon daemon(flags(), log());
  int const port = daemon.port();
  std::atomic<bool> stop{false};
  std::atomic<int> failed{0};
  std::atomic<int> asked{0};
  std::vector<std::thread> clients;
  for (int c = 0; c < 3; ++c) {
    clients.emplace_back([&] { ask_on(port, stop, failed, asked); });
  }
  auto const digest = [&] {
    RawClient client(port);
    client.send(get("/readyz"));
    return client.read_answer().body;
  };
  for (int sections = 7; sections < 10; ++sections) {
    std::string const before = digest();
    index_.build(sections);
    while (digest() == before) {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
  }
  std::string const good = digest();
  index_.damage_current();
  while (daemon.log().find("refused") == std::string::npos) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  EXPECT_EQ(digest(), good);
  stop = true;
  for (std::thread& client : clients) {
    client.join();
  }
  EXPECT_EQ(failed.load(), 0);
  EXPECT_GT(asked.load(), 0);
  daemon.signal(SIGTERM);
  EXPECT_EQ(daemon.wait(), 0);
}

}  // namespace
}  // namespace cyberlex::searchd
