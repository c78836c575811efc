#include "searchd/connection.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <utility>

#include "searchd/request_head.h"

namespace cyberlex::searchd {
namespace {

// A wait is cut into slices, so that pressure is noticed soon.
constexpr std::chrono::milliseconds kSlice{50};

// True when the socket is ready (or broken: the next call tells), false after a slice.
bool wait_for(int socket, short events) {
  pollfd entry{.fd = socket, .events = events, .revents = 0};
  return ::poll(&entry, 1, static_cast<int>(kSlice.count())) > 0;
}

bool would_wait() {
  return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

}  // namespace

Connection::Connection(int socket, ConnectionLimits const& limits,
                       std::function<Pressure()> pressure)
    : socket_(socket), limits_(limits), pressure_(std::move(pressure)) {}

Connection::~Connection() {
  ::close(socket_);
}

Connection::Filled Connection::fill() {
  std::array<char, 4096> chunk;  // NOLINT(cppcoreguidelines-pro-type-member-init): recv fills it
  ssize_t const got = ::recv(socket_, chunk.data(), chunk.size(), MSG_DONTWAIT);
  if (got > 0) {
    buffer_.append(chunk.data(), static_cast<size_t>(got));
    return Filled::kBytes;
  }
  return got < 0 && would_wait() ? Filled::kWait : Filled::kEnd;
}

std::chrono::milliseconds Connection::time_to_receive(Pressure const& pressure) const {
  if (pressure.flooded) {
    return std::min(limits_.flooded, limits_.hurried);
  }
  return pressure.crowded || pressure.stopping ? limits_.hurried : limits_.receive;
}

// Idle connections give way at once; begun requests and new connections get their time.
bool Connection::give_up(Clock::time_point begin) const {
  Pressure const pressure = pressure_();
  auto const waited = Clock::now() - begin;
  if (buffer_.empty() && !fresh_) {
    return pressure.crowded || pressure.stopping || waited >= limits_.idle;
  }
  return waited >= time_to_receive(pressure);
}

// Moves a whole head out of the buffer; `searched` bytes of it are known to hold no end.
std::optional<Connection::Received> Connection::take_head(size_t searched, std::string& head) {
  // The mark may have begun in the last three bytes searched.
  size_t const from = searched - std::min<size_t>(searched, 3);
  size_t const end = end_of_head(std::string_view(buffer_).substr(from));
  if (end == std::string_view::npos) {
    return buffer_.size() < kLongestHead ? std::nullopt : std::optional(Received::kTooLarge);
  }
  if (from + end > kLongestHead) {
    return Received::kTooLarge;
  }
  head = buffer_.substr(0, from + end);
  buffer_.erase(0, from + end);
  fresh_ = false;
  return Received::kHead;
}

Connection::Received Connection::receive_head(std::string& head) {
  auto begin = Clock::now();
  size_t searched = 0;
  for (;;) {
    if (auto const taken = take_head(searched, head)) {
      return *taken;
    }
    searched = buffer_.size();
    Filled const filled = fill();
    if (filled == Filled::kEnd) {
      return Received::kNothing;
    }
    if (searched == 0 && !buffer_.empty()) {
      begin = Clock::now();
    }
    bool const idle = filled == Filled::kWait && buffer_.empty();
    if (filled == Filled::kWait && wait_for(socket_, POLLIN) && idle) {
      continue;  // a request has begun: it is not given up for the wait before it
    }
    // What has come may be the end of a head: that is seen first.
    if (filled == Filled::kWait && give_up(begin)) {
      return buffer_.empty() ? Received::kNothing : Received::kTooSlow;
    }
  }
}

Connection::Received Connection::receive_body(size_t size, std::string& body) {
  auto const begin = Clock::now();
  while (buffer_.size() < size) {
    Filled const filled = fill();
    if (filled == Filled::kEnd) {
      return Received::kNothing;
    }
    if (Clock::now() - begin >= time_to_receive(pressure_())) {
      return Received::kTooSlow;
    }
    if (filled == Filled::kWait) {
      (void)wait_for(socket_, POLLIN);
    }
  }
  body = buffer_.substr(0, size);
  buffer_.erase(0, size);
  return Received::kHead;
}

bool Connection::send(std::string_view bytes) {
  auto const begin = Clock::now();
  while (!bytes.empty()) {
    ssize_t const sent = ::send(socket_, bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
    if (sent > 0) {
      bytes.remove_prefix(static_cast<size_t>(sent));
      continue;
    }
    if (!would_wait()) {
      return false;
    }
    (void)wait_for(socket_, POLLOUT);
    auto const limit = pressure_().stopping ? limits_.hurried : limits_.send;
    if (Clock::now() - begin >= limit) {
      return false;
    }
  }
  return true;
}

std::string Connection::peer() const {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  void* const raw = &address;
  if (::getpeername(socket_, static_cast<sockaddr*>(raw), &size) != 0) {
    return {};
  }
  bool const six = address.ss_family == AF_INET6;
  void const* const bytes =
      six ? static_cast<void const*>(&static_cast<sockaddr_in6*>(raw)->sin6_addr)
          : &static_cast<sockaddr_in*>(raw)->sin_addr;
  std::array<char, INET6_ADDRSTRLEN> text{};
  return ::inet_ntop(address.ss_family, bytes, text.data(), text.size()) == nullptr
             ? std::string()
             : std::string(text.data());
}

std::chrono::milliseconds Connection::time_to_linger() const {
  return pressure_().flooded ? std::min(limits_.flooded, limits_.linger) : limits_.linger;
}

void Connection::finish() {
  ::shutdown(socket_, SHUT_WR);
  auto const begin = Clock::now();
  size_t thrown = 0;
  while (thrown < limits_.drain && Clock::now() - begin < time_to_linger()) {
    buffer_.clear();
    Filled const filled = fill();
    if (filled == Filled::kEnd || pressure_().stopping) {
      return;
    }
    thrown += buffer_.size();
    if (filled == Filled::kWait) {
      (void)wait_for(socket_, POLLIN);
    }
  }
}

void Connection::send_and_forget(std::string_view bytes) {
  (void)::send(socket_, bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
  ::shutdown(socket_, SHUT_WR);
  // A request already here must be read, or closing would reset the connection and lose the answer.
  for (int reads = 0; reads < 4 && fill() == Filled::kBytes; ++reads) {
  }
}

}  // namespace cyberlex::searchd
