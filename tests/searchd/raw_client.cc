#include "tests/searchd/raw_client.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <utility>

namespace cyberlex::searchd {
namespace {

int connect_to(int port) {
  int const sock = ::socket(AF_INET, SOCK_STREAM, 0);
  timeval const minute{.tv_sec = 60, .tv_usec = 0};
  ::setsockopt(sock, SOL_SOCKET, SO_RCVTIMEO, &minute, sizeof minute);
  ::setsockopt(sock, SOL_SOCKET, SO_SNDTIMEO, &minute, sizeof minute);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(sock, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
    ::close(sock);
    return -1;
  }
  return sock;
}

void add_header(std::string const& line, RawAnswer& out) {
  size_t const colon = line.find(": ");
  if (colon == std::string::npos) {
    return;
  }
  std::string name = line.substr(0, colon);
  std::transform(name.begin(), name.end(), name.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  out.headers[name] = line.substr(colon + 2);
}

}  // namespace

RawClient::RawClient(int port) : socket_(connect_to(port)) {}

RawClient::~RawClient() {
  ::close(socket_);
}

bool RawClient::can_connect(int port) {
  int const sock = connect_to(port);
  if (sock < 0) {
    return false;
  }
  ::close(sock);
  return true;
}

bool RawClient::try_send(std::string const& bytes) {
  size_t at = 0;
  while (at < bytes.size()) {
    ssize_t const sent = ::send(socket_, bytes.data() + at, bytes.size() - at, MSG_NOSIGNAL);
    if (sent <= 0) {
      return false;
    }
    at += static_cast<size_t>(sent);
  }
  return true;
}

bool RawClient::fill() {
  std::array<char, 4096> chunk;
  ssize_t const got = ::recv(socket_, chunk.data(), chunk.size(), 0);
  if (got <= 0) {
    return false;
  }
  buffer_.append(chunk.data(), static_cast<size_t>(got));
  return true;
}

RawAnswer RawClient::read_head_only() {
  RawAnswer out;
  size_t end = 0;
  while ((end = buffer_.find("\r\n\r\n")) == std::string::npos) {
    if (!fill()) {
      return out;
    }
  }
  std::string head = buffer_.substr(0, end + 2);
  buffer_.erase(0, end + 4);
  out.status = std::stoi(head.substr(9, 3));
  for (size_t at = head.find("\r\n") + 2; at < head.size(); at = head.find("\r\n", at) + 2) {
    add_header(head.substr(at, head.find("\r\n", at) - at), out);
  }
  return out;
}

RawAnswer RawClient::read_answer() {
  RawAnswer out = read_head_only();
  std::string const length = out.header("content-length");
  size_t const size = length.empty() ? 0 : std::stoul(length);
  while (buffer_.size() < size && fill()) {
  }
  out.body = buffer_.substr(0, size);
  buffer_.erase(0, size);
  return out;
}

std::string RawClient::read_until(std::string const& end) {
  while (buffer_.find(end) == std::string::npos && fill()) {
  }
  size_t const found = buffer_.find(end);
  size_t const size = found == std::string::npos ? buffer_.size() : found + end.size();
  std::string out = buffer_.substr(0, size);
  buffer_.erase(0, size);
  return out;
}

std::string RawClient::read_to_end() {
  while (fill()) {
  }
  return std::exchange(buffer_, {});
}

bool RawClient::at_end() {
  return buffer_.empty() && !fill();
}

}  // namespace cyberlex::searchd
