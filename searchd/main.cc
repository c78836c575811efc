// cyberlex-searchd: options, one server, signals.

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <string>
#include <thread>
#include <variant>

#include "cyberlex/api/routes.h"
#include "cyberlex/pages/pages.h"
#include "searchd/http_server.h"
#include "searchd/options.h"
#include "searchd/service.h"

namespace {

using namespace cyberlex;
using namespace cyberlex::api;
using namespace cyberlex::searchd;

constexpr int kNoIndex = 3;
constexpr int kNoSocket = 1;
constexpr std::chrono::milliseconds kPollInterval{500};
constexpr std::chrono::milliseconds kPatience{1000};

std::string shown_host(std::string const& host) {
  return host.find(':') == std::string::npos ? host : "[" + host + "]";
}

// Where people reach the daemon, when nobody said so; empty when it listens on every address.
std::string own_root(std::string const& host, int port) {
  bool const everywhere = host == "0.0.0.0" || host == "::";
  return everywhere ? "" : "http://" + shown_host(host) + ':' + std::to_string(port);
}

// The signals that ask for an end, blocked in every thread and waited for in one.
sigset_t stop_signals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGINT);
  return set;
}

void wait_for_signal(HttpServer& server, std::atomic<bool> const& done, LogFn const& log) {
  sigset_t const set = stop_signals();
  timespec const tick{.tv_sec = 0, .tv_nsec = 200'000'000};
  while (!done.load()) {
    if (sigtimedwait(&set, nullptr, &tick) > 0) {
      log({.event = "stopping", .message = "stopping: finishing the requests that were begun"});
      server.stop();
      return;
    }
  }
}

ServerOptions server_options(Options const& options, bool identify_clients) {
  ServerOptions out;
  out.host = options.host;
  out.port = options.port;
  out.threads = options.threads;
  out.identify_clients = identify_clients;
  return out;
}

LimitOptions limit_options(Options const& options) {
  return {.rate = options.rate,
          .keys = options.api_keys,
          .key_required = options.key_required,
          .behind_proxy = options.behind_proxy};
}

// Serves until a signal comes.
int run(HttpServer& server, LogFn const& log) {
  std::atomic<bool> done{false};
  std::thread signals([&] { wait_for_signal(server, done, log); });
  Status const ended = server.run();
  done.store(true);
  signals.join();
  log(ended ? LogLine{.event = "stopped", .message = "stopped"}
            : LogLine{.level = LogLevel::kError,
                      .event = "stopped",
                      .message = to_string(ended.error())});
  return ended ? 0 : kNoSocket;
}

int serve(Options const& options) {
  LogFn const log = log_to_stderr(options.log_form);
  log({.event = "starting",
       .message = "version " CYBERLEX_VERSION ", " + std::to_string(options.threads) + " threads",
       .facts = {{"version", CYBERLEX_VERSION}}});
  Snapshots snapshots(
      options.index, log,
      {.cache_bytes = options.cache_mb << 20U, .check_files = !options.trust_files});
  if (Status const opened = snapshots.refresh(); !opened) {  // which has said why
    if (opened.error().code == ErrorCode::kDamaged) {
      log({.level = LogLevel::kError,
           .event = "nothing-to-serve",
           .message = "nothing to serve: cyberlex-indexer rollback --index " + options.index +
                      " goes back to the generation before, if that one is whole"});
    }
    return kNoIndex;
  }
  Admission admission(std::max<size_t>(1, std::thread::hardware_concurrency()), kPatience);
  ClientLimits limits(limit_options(options));
  Metrics metrics;
  pages::Pages const pages;
  RouteContext context{.snapshots = snapshots,
                       .admission = admission,
                       .today = Date::today_utc,
                       .log = log,
                       .root = options.public_url,
                       .pages = &pages};
  Service const service(context, limits, metrics);
  HttpServer server(
      server_options(options, limits.needs_clients()),
      [&service](Request const& request, Client const& client) {
        return service.answer(request, client);
      },
      log);
  context.metrics = [&] {
    return metrics.text(server.counters(), admission.counters(), snapshots);
  };
  if (Status bound = server.bind(); !bound) {
    log({.level = LogLevel::kError, .event = "cannot-listen", .message = to_string(bound.error())});
    return kNoSocket;
  }
  if (context.root.empty()) {
    context.root = own_root(options.host, server.port());
  }
  std::printf("listening on http://%s:%d\n", shown_host(options.host).c_str(), server.port());
  std::fflush(stdout);
  Watcher const watcher(snapshots, kPollInterval);
  return run(server, log);
}

}  // namespace

int main(int argc, char** argv) {
  auto const read = read_options(argc, argv);
  if (auto const* const ending = std::get_if<Ending>(&read)) {
    if (!ending->complaint.empty()) {
      std::fprintf(stderr, "cyberlex-searchd: %s\n", ending->complaint.c_str());
    }
    return ending->code;
  }
  std::signal(SIGPIPE, SIG_IGN);
  sigset_t const set = stop_signals();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  return serve(std::get<Options>(read));
}
