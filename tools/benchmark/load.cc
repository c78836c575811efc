// Loads a server over keep-alive connections, and is itself the bare server that shows the ceiling.

#include <arpa/inet.h>
#include <httplib.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <map>
#include <mutex>
#include <stdexcept>
#include <thread>

#include "tools/benchmark/commands.h"
#include "tools/benchmark/question.h"

namespace cyberlex::benchmark {
namespace {

using Clock = std::chrono::steady_clock;

constexpr size_t kCeilingBody = 2000;
constexpr size_t kReadSize = size_t{1} << 16;

// A keep-alive connection to a server of this machine; opened again when the server has ended it,
// which a server may after any answer.
class Connection {
 public:
  explicit Connection(int port) : port_(port) {}
  Connection(Connection const&) = delete;
  Connection& operator=(Connection const&) = delete;
  ~Connection() { close(); }

  // Reads the whole answer. Throws when it is no 200.
  void get(std::string const& path) {
    if (socket_ < 0) {
      open();
    }
    std::string const request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    if (::send(socket_, request.data(), request.size(), MSG_NOSIGNAL) !=
        static_cast<ssize_t>(request.size())) {
      throw std::runtime_error("the server closed the connection before " + path);
    }
    std::string const head = read_head(path);
    if (!head.starts_with("http/1.1 200")) {
      throw std::runtime_error(path + ": " + head.substr(0, head.find('\r')));
    }
    size_t const whole = head.size() + body_size(head);
    while (held_.size() < whole) {
      receive(path);
    }
    if (head.find("connection: close") != std::string::npos) {
      close();
    }
  }

 private:
  void open() {
    socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<uint16_t>(port_));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int const on = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (::connect(socket_, reinterpret_cast<sockaddr const*>(&address), sizeof address) != 0) {
      throw std::runtime_error("no server on port " + std::to_string(port_));
    }
  }

  void close() {
    if (socket_ >= 0) {
      ::close(socket_);
    }
    socket_ = -1;
  }

  // In lower case, with the empty line.
  std::string read_head(std::string const& path) {
    held_.clear();
    size_t end = std::string::npos;
    while ((end = held_.find("\r\n\r\n")) == std::string::npos) {
      receive(path);
    }
    std::string out = held_.substr(0, end + 4);
    std::ranges::transform(out, out.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
  }

  void receive(std::string const& path) {
    size_t const before = held_.size();
    held_.resize(before + kReadSize);
    ssize_t const got = ::recv(socket_, held_.data() + before, kReadSize, 0);
    if (got <= 0) {
      throw std::runtime_error("the server closed the connection in " + path);
    }
    held_.resize(before + static_cast<size_t>(got));
  }

  static size_t body_size(std::string const& head) {
    static constexpr std::string_view kName = "content-length: ";
    size_t const at = head.find(kName);
    size_t out = 0;
    if (at == std::string::npos ||
        std::from_chars(head.data() + at + kName.size(), head.data() + head.size(), out).ec !=
            std::errc()) {
      throw std::runtime_error("an answer without a length");
    }
    return out;
  }

  int const port_;
  int socket_ = -1;
  std::string held_;
};

using Paths = std::vector<std::string>;

std::map<int, Paths> read_paths(std::string const& file) {
  std::ifstream in(file, std::ios::binary);
  std::map<int, Paths> out;
  for (std::string line; std::getline(in, line);) {
    out[line[0] - '0'].push_back(line.substr(2));
  }
  if (out.empty()) {
    throw std::runtime_error(file + " holds no paths");
  }
  return out;
}

struct Loaded {
  double seconds = 0;
  std::vector<double> microseconds;
};

// One connection's part: whatever is next until nothing is left.
void work(int port, Paths const& paths, size_t most, std::atomic<size_t>& next,
          std::vector<double>& out) {
  Connection connection(port);
  for (size_t i = next++; i < most; i = next++) {
    Clock::time_point const began = Clock::now();
    connection.get(paths[i % paths.size()]);
    out.push_back(std::chrono::duration<double, std::micro>(Clock::now() - began).count());
  }
}

Loaded load_one(int port, Paths const& paths, LoadOptions const& options) {
  auto const connections = static_cast<size_t>(options.connections);
  size_t const most = paths.size() * static_cast<size_t>(options.passes);
  std::atomic<size_t> next{0};
  std::vector<std::vector<double>> times(connections);
  std::vector<std::string> failures(connections);
  Clock::time_point const began = Clock::now();
  std::vector<std::thread> threads;
  for (size_t i = 0; i < connections; ++i) {
    threads.emplace_back([&, i] {
      try {
        work(port, paths, most, next, times[i]);
      } catch (std::exception const& failed) {
        failures[i] = failed.what();
      }
    });
  }
  std::ranges::for_each(threads, &std::thread::join);
  Loaded out;
  out.seconds = std::chrono::duration<double>(Clock::now() - began).count();
  for (size_t i = 0; i < connections; ++i) {
    if (!failures[i].empty()) {
      throw std::runtime_error(failures[i]);
    }
    out.microseconds.insert(out.microseconds.end(), times[i].begin(), times[i].end());
  }
  return out;
}

std::string encoded(std::string const& text) {
  std::string out;
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    char hex[4];
    std::snprintf(hex, sizeof hex, "%%%02X", byte);
    out += std::isalnum(byte) != 0 ? std::string(1, c) : hex;
  }
  return out;
}

std::string path_of(Question const& question, Words words) {
  if (question.workload == 8) {
    return "/api/v1/provisions/" + question.id;
  }
  std::string out = "/api/v1/search";
  for (auto const& [name, value] : to_parameters(question, words)) {
    out += (out.find('?') == std::string::npos ? '?' : '&') + name + '=' + encoded(value);
  }
  return out;
}

}  // namespace

void load(LoadOptions const& options) {
  for (auto const& [workload, paths] : read_paths(options.paths)) {
    Loaded const loaded = load_one(options.port, paths, options);
    std::printf("all\t%d\t%.6f\t%zu\n", workload, loaded.seconds, loaded.microseconds.size());
    for (double const each : loaded.microseconds) {
      std::printf("one\t%d\t%.1f\n", workload, each);
    }
  }
}

void write_paths(EngineOptions const& options, std::string const& out) {
  std::ofstream file(out, std::ios::binary);
  for (Question const& question : read_questions(options.questions)) {
    file << question.workload << '\t' << path_of(question, options.words) << '\n';
  }
  file.flush();
  if (!file) {
    throw std::runtime_error(out + " cannot be written");
  }
}

void serve_ceiling(int threads) {
  httplib::Server server;
  server.new_task_queue = [threads] {
    return new httplib::ThreadPool(static_cast<size_t>(threads));
  };
  server.set_tcp_nodelay(true);
  server.set_keep_alive_max_count(SIZE_MAX);
  std::string const body(kCeilingBody, 'x');
  server.Get(".*", [&body](httplib::Request const&, httplib::Response& response) {
    response.set_content(body, "application/json");
  });
  int const port = server.bind_to_any_port("127.0.0.1");
  std::printf("http://127.0.0.1:%d\n", port);
  std::fflush(stdout);
  server.listen_after_bind();
}

}  // namespace cyberlex::benchmark
