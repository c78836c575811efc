#include "searchd/http_server.h"

#include <httplib.h>
#include <sys/socket.h>

#include <atomic>
#include <chrono>
#include <exception>
#include <thread>
#include <utility>

#include "cyberlex/api/negotiate.h"
#include "cyberlex/api/problem.h"
#include "cyberlex/api/target.h"
#include "searchd/last_words.h"
#include "searchd/request_head.h"
#include "searchd/worker_pool.h"

namespace cyberlex::searchd {

using api::LogFn;
using api::Request;
using api::Response;

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kBacklog = 512;              // cpp-httplib was built with 5
constexpr size_t kMostRequests = 100'000;  // of one connection
constexpr time_t kTick = 100'000;          // microseconds between two looks at stop()
constexpr std::chrono::milliseconds kGrace{
    1000};  // for the kernel's queue of connections on stop()
// The routes compress; under its own name the library would do it again.
constexpr char const* kHiddenEncoding = "X-Accept-Encoding";
constexpr char const* kPeer = "X-Peer-Address";

constexpr size_t kPiece = 64 << 10;  // bytes that are gathered before they are sent

// A head to read from in memory, and a response that is gathered in memory and sent piece by piece.
class MemoryStream final : public httplib::Stream {
 public:
  MemoryStream(std::string const& input, int socket, Connection& connection)
      : input_(input), socket_(socket), connection_(connection) {}

  // Sends what is left. False when not all of the response went out, now or before.
  bool finish() {
    good_ = good_ && connection_.send(output_);
    output_.clear();
    return good_;
  }

  bool is_readable() const override { return at_ < input_.size(); }
  bool is_writable() const override { return good_; }
  ssize_t read(char* out, size_t size) override {
    size_t const count = input_.copy(out, size, at_);
    at_ += count;
    return static_cast<ssize_t>(count);
  }
  ssize_t write(char const* bytes, size_t size) override {
    output_.append(bytes, size);
    if (output_.size() >= kPiece && !finish()) {
      return -1;
    }
    return static_cast<ssize_t>(size);
  }
  // Nobody's address is asked for.
  void get_remote_ip_and_port(std::string&, int&) const override {}
  void get_local_ip_and_port(std::string&, int&) const override {}
  socket_t socket() const override { return socket_; }

 private:
  std::string const& input_;
  size_t at_ = 0;
  std::string output_;
  bool good_ = true;
  int socket_;
  Connection& connection_;
};

Response with_common_headers(Response response) {
  api::add_common_headers(response);
  return response;
}

// Takes a decoded Request out of the library's; an error when the target cannot be decoded.
Result<Request> to_request(httplib::Request const& from) {
  auto target = api::parse_target(from.target);
  if (!target) {
    return target.error();
  }
  return Request{.method = from.method,
                 .path = std::move(target->path),
                 .query = std::move(target->query),
                 .accept = from.get_header_value("Accept"),
                 .accept_encoding = from.get_header_value(kHiddenEncoding),
                 .if_none_match = from.get_header_value("If-None-Match"),
                 .accept_language = from.get_header_value("Accept-Language"),
                 .accept_datetime = from.get_header_value("Accept-Datetime"),
                 .content_type = from.get_header_value("Content-Type"),
                 .body = from.body};
}

Client client_of(httplib::Request const& from) {
  return {.address = from.get_header_value(kPeer),
          .forwarded = from.get_header_value("X-Forwarded-For"),
          .authorization = from.get_header_value("Authorization"),
          .api_key = from.get_header_value("X-Api-Key")};
}

// Sends a body while it is made, in chunks. One that cannot be made whole ends without the last
// chunk, so that nobody takes it for whole.
void stream_out(Response const& from, httplib::Response& to) {
  to.set_chunked_content_provider(from.content_type,
                                  [source = from.source](size_t, httplib::DataSink& sink) {
                                    std::string chunk;
                                    auto const more = source(chunk);
                                    if (!more) {
                                      return false;
                                    }
                                    if (*more) {
                                      sink.write(chunk.data(), chunk.size());
                                    } else {
                                      sink.done();
                                    }
                                    return true;
                                  });
}

void copy_out(Response&& from, httplib::Response& to) {
  to.status = from.status;
  to.body = std::move(from.body);
  if (from.source) {
    stream_out(from, to);
  }
  for (auto const& [name, value] : from.headers) {
    to.set_header(name, value);
  }
  if (!from.content_type.empty() && !from.source) {
    to.set_header("Content-Type", from.content_type);
  }
  to.set_header("Date", http_date());
}

void hide_encoding(httplib::Request& request) {
  std::string const value = request.get_header_value("Accept-Encoding");
  request.headers.erase("Accept-Encoding");
  request.set_header(kHiddenEncoding, value);
}

// Headers that the library adds and that would not be true.
void remove_untrue_headers(httplib::Response& response) {
  response.headers.erase("Accept-Ranges");
  if (response.status == 304 || response.status == 204) {
    response.headers.erase("Content-Length");
  }
}

}  // namespace

// The library's server with its socket handling replaced.
struct HttpServer::State final : public httplib::Server {
  State(ServerOptions given, HttpServer::Handler handle, LogFn say)
      : options(std::move(given)), handler(std::move(handle)), log(std::move(say)) {
    set_pre_routing_handler([this](httplib::Request const& from, httplib::Response& to) {
      answer(from, to);
      return HandlerResponse::Handled;
    });
    set_exception_handler(
        [this](httplib::Request const&, httplib::Response& to, std::exception_ptr) {
          log({.level = api::LogLevel::kError,
               .event = "request-failed",
               .message = "a request failed unexpectedly"});
          copy_out(with_common_headers(api::problem(500, "internal", "Something went wrong here",
                                                    "this is our fault")),
                   to);
        });
    set_error_handler([](httplib::Request const&, httplib::Response& to) {
      if (to.body.empty()) {
        copy_out(with_common_headers(api::problem(to.status, "bad-http",
                                                  "This is not a request we can read",
                                                  "the request cannot be read")),
                 to);
      }
    });
    set_post_routing_handler(
        [](httplib::Request const&, httplib::Response& to) { remove_untrue_headers(to); });
    set_tcp_nodelay(true);
    // Not SO_REUSEPORT, the library's default: two daemons would share a port unnoticed.
    set_socket_options([](socket_t sock) {
      int const yes = 1;
      ::setsockopt(sock, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    set_idle_interval(0, kTick);
    set_keep_alive_max_count(kMostRequests);
    set_keep_alive_timeout(
        std::chrono::duration_cast<std::chrono::seconds>(options.limits.idle).count());
    new_task_queue = [this] { return make_queue(); };
  }

  void answer(httplib::Request const& from, httplib::Response& to) const {
    auto const request = to_request(from);
    copy_out(request ? handler(*request, client_of(from))
                     : with_common_headers(api::problem_of(request.error())),
             to);
  }

  Pressure pressure() const {
    WorkerPool const* const workers = pool.load();
    size_t const waiting = workers == nullptr ? 0 : workers->waiting();
    return Pressure{
        .crowded = waiting > 0, .flooded = waiting > options.threads, .stopping = stopping.load()};
  }

  httplib::TaskQueue* make_queue();
  bool process_and_close_socket(socket_t sock) override;
  void serve(Connection& connection, int sock);
  void refuse(Connection& connection, int status, std::string detail);
  bool serve_one(Connection& connection, int sock, std::string const& bytes, bool last);
  bool receive_body(Connection& connection, RequestHead const& head, std::string& body);
  bool bind_to(int wanted);
  void stop_when_quiet(bool quiet);

  ServerOptions const options;
  HttpServer::Handler const handler;
  LogFn const log;
  int bound_port = 0;
  std::thread::id accepting;  // set before the workers start
  std::atomic<WorkerPool*> pool{nullptr};
  std::atomic<bool> stopping{false};
  std::atomic<Clock::rep> stopped_at{0};
  std::atomic<uint64_t> accepted{0};
  std::atomic<uint64_t> turned_away{0};
  std::atomic<uint64_t> unreadable{0};
  std::atomic<uint64_t> closed{0};
};

namespace {

// Gives the library's loop our bounded pool. What the pool does not take runs on the accepting
// thread, where process_and_close_socket() refuses it.
class BoundedQueue final : public httplib::TaskQueue {
 public:
  BoundedQueue(size_t threads, size_t capacity, std::atomic<uint64_t>& accepted,
               std::function<void(bool quiet)> tick)
      : pool_(threads, capacity), accepted_(accepted), tick_(std::move(tick)) {}

  WorkerPool* pool() { return &pool_; }

  void enqueue(std::function<void()> job) override {
    ++accepted_;
    if (!pool_.try_push(job)) {
      job();
    }
    tick_(false);
  }
  void shutdown() override { pool_.shutdown(); }
  void on_idle() override { tick_(true); }

 private:
  WorkerPool pool_;
  std::atomic<uint64_t>& accepted_;
  std::function<void(bool)> tick_;
};

}  // namespace

httplib::TaskQueue* HttpServer::State::make_queue() {
  auto queue = std::make_unique<BoundedQueue>(options.threads, options.waiting, accepted,
                                              [this](bool quiet) { stop_when_quiet(quiet); });
  pool.store(queue->pool());
  return queue.release();  // the library's loop owns it
}

// Runs on the accepting thread alone, so that the listening socket is never closed under its loop.
// Connections that the kernel has already taken for us are served before it closes.
void HttpServer::State::stop_when_quiet(bool quiet) {
  if (!stopping.load()) {
    return;
  }
  auto const since = Clock::time_point(Clock::duration(stopped_at.load()));
  if (quiet || Clock::now() - since > kGrace) {
    httplib::Server::stop();
  }
}

// Says what is wrong with a request that nobody read further, and ends the connection.
void HttpServer::State::refuse(Connection& connection, int status, std::string detail) {
  ++unreadable;
  (void)connection.send(refusal(status, std::move(detail)));
  connection.finish();
}

bool HttpServer::State::process_and_close_socket(socket_t sock) {
  Connection connection(sock, options.limits, [this] { return pressure(); });
  try {
    if (std::this_thread::get_id() == accepting) {
      ++turned_away;
      connection.send_and_forget(last_words(api::busy()));
    } else {
      serve(connection, sock);
    }
  } catch (std::exception const&) {
    log({.level = api::LogLevel::kError,
         .event = "connection-failed",
         .message = "a connection failed unexpectedly"});
  }
  ++closed;
  return true;
}

void HttpServer::State::serve(Connection& connection, int sock) {
  for (size_t count = 1;; ++count) {
    std::string head;
    switch (connection.receive_head(head)) {
      case Connection::Received::kHead:
        break;
      case Connection::Received::kNothing:
        return;
      case Connection::Received::kTooLarge:
        return refuse(
            connection, 431,
            "request line and headers are longer than " + std::to_string(kLongestHead) + " bytes");
      case Connection::Received::kTooSlow:
        return refuse(connection, 408, "the request did not arrive in time");
    }
    if (!serve_one(connection, sock, head, count == kMostRequests)) {
      return;
    }
  }
}

// False when the connection is done with.
bool HttpServer::State::receive_body(Connection& connection, RequestHead const& head,
                                     std::string& body) {
  if (head.waits_for_go && !connection.send("HTTP/1.1 100 Continue\r\n\r\n")) {
    return false;
  }
  switch (connection.receive_body(head.body, body)) {
    case Connection::Received::kHead:
      return true;
    case Connection::Received::kTooSlow:
      refuse(connection, 408, "the body did not arrive in time");
      return false;
    default:
      return false;
  }
}

// False when the connection is done with.
bool HttpServer::State::serve_one(Connection& connection, int sock, std::string const& bytes,
                                  bool last) {
  RequestHead const head = parse_head(bytes);
  if (head.status != 0) {
    refuse(connection, head.status, head.detail);
    return false;
  }
  std::string body;
  if (head.body > 0 && !receive_body(connection, head, body)) {
    return false;
  }
  Pressure const now = pressure();
  bool const close = last || !head.keep_alive || now.crowded || now.stopping;
  bool asked_to_close = false;
  MemoryStream stream(head.forwarded, sock, connection);
  bool const whole = process_request(stream, close, asked_to_close, [&](httplib::Request& request) {
    hide_encoding(request);
    if (options.identify_clients) {
      request.set_header(kPeer, connection.peer());
    }
    request.body = std::move(body);
  });
  if (!stream.finish() || !whole) {
    return false;
  }
  // "HTTP/1.0" alone makes the library want to close; it said so in its answer only when we did.
  if (close) {
    connection.finish();
  }
  return !close;
}

bool HttpServer::State::bind_to(int wanted) {
  if (wanted == 0) {
    bound_port = bind_to_any_port(options.host);
  } else {
    bound_port = bind_to_port(options.host, wanted) ? wanted : -1;
  }
  return bound_port > 0 && ::listen(svr_sock_, kBacklog) == 0;
}

HttpServer::HttpServer(ServerOptions options, Handler handler, LogFn log)
    : state_(std::make_unique<State>(std::move(options), std::move(handler), std::move(log))) {}

HttpServer::~HttpServer() = default;

Status HttpServer::bind() {
  if (!state_->bind_to(state_->options.port)) {
    return Error{.code = ErrorCode::kUnavailable,
                 .message = "cannot listen there: the address is taken or not of this machine",
                 .where = state_->options.host + ":" + std::to_string(state_->options.port)};
  }
  return Ok{};
}

int HttpServer::port() const {
  return state_->bound_port;
}

TransportCounters HttpServer::counters() const {
  State const& state = *state_;
  WorkerPool const* const workers = state.pool.load();
  // In this order, so that `open` is never below zero.
  uint64_t const closed = state.closed.load();
  uint64_t const accepted = state.accepted.load();
  return {.accepted = accepted,
          .turned_away = state.turned_away.load(),
          .unreadable = state.unreadable.load(),
          .open = accepted - closed,
          .waiting = workers == nullptr ? 0 : workers->waiting()};
}

Status HttpServer::run() {
  State& state = *state_;
  state.accepting = std::this_thread::get_id();
  while (!state.listen_after_bind() && !state.stopping.load()) {
    // One failed accept ends the library's loop.
    state.log({.level = api::LogLevel::kWarning,
               .event = "accepting-failed",
               .message = "accepting failed; listening again"});
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    if (!state.bind_to(state.bound_port)) {
      return Error{.code = ErrorCode::kUnavailable, .message = "cannot listen any more"};
    }
  }
  return Ok{};
}

void HttpServer::stop() {
  state_->stopped_at.store(Clock::now().time_since_epoch().count());
  state_->stopping.store(true);
}

}  // namespace cyberlex::searchd
