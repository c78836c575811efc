// One accepted socket, guarded: every wait has an absolute deadline and every buffer a bound.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace cyberlex::searchd {

struct ConnectionLimits {
  std::chrono::milliseconds idle{5000};  // between two requests
  std::chrono::milliseconds receive{
      10000};  // for a head, from its first byte (of a new connection: from accepting it)
  std::chrono::milliseconds hurried{2000};  // the same while others wait or the server stops
  // The same while more wait than there are threads: who sends a head in one piece has sent it
  // while the connection waited, and who sends it drop by drop holds up nobody for long.
  std::chrono::milliseconds flooded{250};
  std::chrono::milliseconds send{30000};   // for one whole response
  std::chrono::milliseconds linger{1000};  // for the client to close after us
  size_t drain = 65536;  // bytes of an unread body that are thrown away before closing
};

// How the server fares, as a connection needs to know it.
struct Pressure {
  bool crowded = false;  // connections wait for a thread
  bool flooded = false;  // more of them than there are threads
  bool stopping = false;
};

// Owns the socket and closes it. Thread rule: one thread.
class Connection {
 public:
  enum class Received {
    kHead,      // a whole head (or body)
    kNothing,   // closed, broken or idle too long: nothing to answer
    kTooLarge,  // no end within kLongestHead
    kTooSlow,   // a head was begun and not finished in time
  };

  Connection(int socket, ConnectionLimits const& limits, std::function<Pressure()> pressure);
  ~Connection();
  Connection(Connection const&) = delete;
  Connection& operator=(Connection const&) = delete;

  // Waits for the next head and moves it to `head`; what follows it is kept for the next call.
  Received receive_head(std::string& head);
  // Waits for `size` bytes that follow the head. kHead: they are in `body`.
  Received receive_body(size_t size, std::string& body);
  // False when not all of it went out in time.
  bool send(std::string_view bytes);
  // The address of the other side, "192.0.2.7" or "2001:db8::1"; empty when it cannot be told.
  std::string peer() const;
  // Ends our side, throws away a bounded rest of what the client still sends, so that it can read
  // our last answer instead of a reset.
  void finish();
  // Sends what fits at once, without waiting, and ends our side. For a refusal on the accepting
  // thread.
  void send_and_forget(std::string_view bytes);

 private:
  using Clock = std::chrono::steady_clock;
  enum class Filled { kBytes, kWait, kEnd };

  Filled fill();
  // How long what is being received may still take in all.
  std::chrono::milliseconds time_to_receive(Pressure const& pressure) const;
  bool give_up(Clock::time_point begin) const;
  std::chrono::milliseconds time_to_linger() const;
  std::optional<Received> take_head(size_t searched, std::string& head);

  int const socket_;
  ConnectionLimits const limits_;
  std::function<Pressure()> const pressure_;
  std::string buffer_;
  bool fresh_ = true;  // no request was received yet
};

}  // namespace cyberlex::searchd
