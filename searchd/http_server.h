// HTTP/1.1 on a socket: accepts, guards, and hands decoded requests to a handler.
//
// The one file that knows cpp-httplib. That library gets a head that was read whole and checked
// (request_head.h) from memory and writes its response into memory; it never touches a socket but
// to accept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "cyberlex/api/http_message.h"
#include "cyberlex/api/log.h"
#include "cyberlex/base/result.h"
#include "searchd/client_limits.h"
#include "searchd/connection.h"

namespace cyberlex::searchd {

struct ServerOptions {
  std::string host = "127.0.0.1";
  int port = 8080;     // 0: any free one
  size_t threads = 8;  // connections served at once
  size_t waiting =
      256;  // connections that may wait for a thread; further ones are refused with 503
  ConnectionLimits limits = {};
  bool identify_clients = false;  // hand on who asks; otherwise nobody's address is looked at
};

// What the server counted since its start, and how it fares now.
struct TransportCounters {
  uint64_t accepted = 0;     // connections
  uint64_t turned_away = 0;  // of these, with 503 before anything was read
  uint64_t unreadable =
      0;                 // requests refused by their form: 400, 408, 411, 413, 414, 431, 501, 505
  uint64_t open = 0;     // connections now
  uint64_t waiting = 0;  // of these, for a thread
};

class HttpServer {
 public:
  // Called from many threads at once. What it throws becomes a 500.
  using Handler = std::function<api::Response(api::Request const&, Client const&)>;

  HttpServer(ServerOptions options, Handler handler, api::LogFn log);
  ~HttpServer();
  HttpServer(HttpServer const&) = delete;
  HttpServer& operator=(HttpServer const&) = delete;

  // kUnavailable: the address is taken, or not ours.
  Status bind();
  // REQUIRES: bind() succeeded.
  int port() const;
  // Thread rule: any thread, while run() has not returned.
  TransportCounters counters() const;
  // Serves until stop(), then finishes what was begun. kUnavailable when accepting failed for good.
  // REQUIRES: bind() succeeded; called once.
  Status run();
  // Thread rule: any thread, at any time, as often as you like. Returns at once.
  void stop();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cyberlex::searchd
