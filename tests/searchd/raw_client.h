// A TCP client that sends exactly the bytes it is given, for tests of what well-behaved clients
// never do.
#pragma once

#include <map>
#include <string>

namespace cyberlex::searchd {

struct RawAnswer {
  int status = 0;                              // 0: the connection ended before an answer
  std::map<std::string, std::string> headers;  // names in lower case
  std::string body;

  std::string header(std::string const& name) const {
    auto const found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
  }
};

// Connects to 127.0.0.1. Every wait ends after a minute.
class RawClient {
 public:
  explicit RawClient(int port);
  ~RawClient();
  RawClient(RawClient const&) = delete;
  RawClient& operator=(RawClient const&) = delete;

  static bool can_connect(int port);

  void send(std::string const& bytes) { (void)try_send(bytes); }
  bool try_send(std::string const& bytes);  // false when the other side has closed
  RawAnswer read_answer();
  RawAnswer read_head_only();  // of an answer to HEAD
  // Bytes as they come, up to and with `end`, or to the end of the connection.
  std::string read_until(std::string const& end);
  std::string read_to_end();
  bool at_end();  // true when the other side closes and sends nothing more

 private:
  bool fill();

  int socket_;
  std::string buffer_;
};

}  // namespace cyberlex::searchd
