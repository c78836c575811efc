// The head of an HTTP/1 request, read strictly before anybody acts on it.
//
// Whatever two programs could read differently (bare line feeds, folded lines, a space before the
// colon, two Hosts) is refused here, and only the headers that we use go on, so that nothing behind
// has to be careful.
#pragma once

#include <string>
#include <string_view>

namespace cyberlex::searchd {

inline constexpr size_t kLongestRequestLine = 8000;  // bytes, without the line end
inline constexpr size_t kLongestHead = 16384;        // request line, headers and the empty line

inline constexpr size_t kLongestBody = 1 << 20;  // of a POST

// What became of a head.
struct RequestHead {
  int status = 0;         // 0: good; otherwise the HTTP status to answer with, and close
  std::string detail;     // why, for a person
  std::string forwarded;  // request line and the headers in use, each once, ending in an empty line
  bool has_body = false;  // a body was announced that is never read: the connection must close
  size_t body = 0;        // bytes of the body of a POST, which is read
  bool waits_for_go = false;  // the client sends its body after "100 Continue" (RFC 9110, 10.1.1)
  bool keep_alive = true;
};

// Reads a head that ends in an empty line. Cost: linear. Reading `forwarded` again gives the same.
RequestHead parse_head(std::string_view bytes);

// Where a head ends in `bytes` (after its empty line), or npos.
size_t end_of_head(std::string_view bytes);

}  // namespace cyberlex::searchd
