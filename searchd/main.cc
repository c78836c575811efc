// cyberlex-searchd: options, one server, signals.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <atomic>
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <string>
#include <string_view>
#include <thread>

#include "cyberlex/api/routes.h"
#include "cyberlex/pages/pages.h"
#include "searchd/http_server.h"

namespace {

using namespace cyberlex;
using namespace cyberlex::api;
using namespace cyberlex::searchd;

constexpr int kBadUsage = 2;
constexpr int kNoIndex = 3;
constexpr int kNoSocket = 1;
constexpr std::chrono::milliseconds kPollInterval{500};
constexpr std::chrono::milliseconds kPatience{1000};

struct Options {
  std::string index = "var/index";
  std::string listen = "127.0.0.1:8080";
  std::string public_url = {};
  size_t cache_mb = 64;
  size_t threads = std::max<size_t>(8, size_t{4} * std::thread::hardware_concurrency());
};

// One write a line, so that lines of several threads do not mix.
void log_line(std::string const& line) {
  std::string const whole = "cyberlex-searchd: " + line + "\n";
  std::fwrite(whole.data(), 1, whole.size(), stderr);
}

// "host:port", "[::1]:8080", ":8080".
bool read_address(std::string const& text, ServerOptions& out) {
  size_t const colon = text.rfind(':');
  if (colon == std::string::npos) {
    return false;
  }
  char const* const end = text.data() + text.size();
  int number = 0;
  auto const read = std::from_chars(text.data() + colon + 1, end, number);
  if (read.ec != std::errc() || read.ptr != end || number < 0 || number > 65535) {
    return false;
  }
  std::string host = text.substr(0, colon);
  if (host.starts_with('[') && host.ends_with(']')) {
    host = host.substr(1, host.size() - 2);
  }
  out.host = host.empty() ? "0.0.0.0" : host;
  out.port = number;
  return true;
}

std::string shown_host(std::string const& host) {
  return host.find(':') == std::string::npos ? host : "[" + host + "]";
}

// "https://law.example", "http://127.0.0.1:8080/cyberlex": the beginning of an address.
bool is_root(std::string const& text) {
  size_t const begin = text.starts_with("https://") ? 8 : text.starts_with("http://") ? 7 : 0;
  return begin > 0 && text.size() > begin && text.back() != '/' &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return c > ' ' && c < '\x7F' &&
                  std::string_view("\"<>?#{}").find(c) == std::string::npos;
         });
}

// Where people reach the daemon, when nobody said so; empty when it listens on every address.
std::string own_root(ServerOptions const& address, int port) {
  bool const everywhere = address.host == "0.0.0.0" || address.host == "::";
  return everywhere ? "" : "http://" + shown_host(address.host) + ':' + std::to_string(port);
}

// The signals that ask for an end, blocked in every thread and waited for in one.
sigset_t stop_signals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGINT);
  return set;
}

void wait_for_signal(HttpServer& server, std::atomic<bool> const& done) {
  sigset_t const set = stop_signals();
  timespec const tick{.tv_sec = 0, .tv_nsec = 200'000'000};
  while (!done.load()) {
    if (sigtimedwait(&set, nullptr, &tick) > 0) {
      log_line("stopping: finishing the requests that were begun");
      server.stop();
      return;
    }
  }
}

int serve(Options const& options, ServerOptions const& address) {
  log_line("version " CYBERLEX_VERSION ", " + std::to_string(options.threads) + " threads");
  Snapshots snapshots(options.index, log_line, options.cache_mb << 20U);
  if (Status opened = snapshots.refresh(); !opened) {
    return kNoIndex;  // refresh() has said why
  }
  Admission admission(std::max<size_t>(1, std::thread::hardware_concurrency()), kPatience);
  pages::Pages const pages;
  RouteContext context{.snapshots = snapshots,
                       .admission = admission,
                       .today = Date::today_utc,
                       .log = log_line,
                       .root = options.public_url,
                       .pages = &pages};
  HttpServer server(
      address, [&context](Request const& request) { return handle(request, context); }, log_line);
  if (Status bound = server.bind(); !bound) {
    log_line(to_string(bound.error()));
    return kNoSocket;
  }
  if (context.root.empty()) {
    context.root = own_root(address, server.port());
  }
  std::printf("listening on http://%s:%d\n", shown_host(address.host).c_str(), server.port());
  std::fflush(stdout);
  Watcher const watcher(snapshots, kPollInterval);
  std::atomic<bool> done{false};
  std::thread signals([&server, &done] { wait_for_signal(server, done); });
  Status const ended = server.run();
  done.store(true);
  signals.join();
  log_line(ended ? "stopped" : to_string(ended.error()));
  return ended ? 0 : kNoSocket;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  CLI::App app("Serves a Cyberlex index over HTTP", "cyberlex-searchd");
  app.set_version_flag("--version", CYBERLEX_VERSION);
  app.set_config("--config", "", "read options from this INI file");
  app.add_option("--index", options.index, "folder of the index")->capture_default_str();
  app.add_option("--listen", options.listen, "address and port; port 0 takes a free one")
      ->capture_default_str();
  app.add_option("--public-url", options.public_url,
                 "how people reach it, such as https://law.example; for /opensearch.xml");
  app.add_option("--threads", options.threads, "connections served at once")
      ->capture_default_str()
      ->check(CLI::Range(1, 512));
  app.add_option("--cache-mb", options.cache_mb, "megabytes of answers kept ready; 0: none")
      ->capture_default_str()
      ->check(CLI::Range(0, 65536));
  try {
    app.parse(argc, argv);
  } catch (CLI::ParseError const& error) {
    return app.exit(error) == 0 ? 0 : kBadUsage;
  }
  ServerOptions address;
  address.threads = options.threads;
  if (!read_address(options.listen, address)) {
    log_line("--listen: expected HOST:PORT, such as 127.0.0.1:8080");
    return kBadUsage;
  }
  if (!options.public_url.empty() && !is_root(options.public_url)) {
    log_line("--public-url: expected an address such as https://law.example, without / at the end");
    return kBadUsage;
  }
  std::signal(SIGPIPE, SIG_IGN);
  sigset_t const set = stop_signals();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  return serve(options, address);
}
