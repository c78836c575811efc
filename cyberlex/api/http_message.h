// A request and its answer as plain data: what the routes see of HTTP.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cyberlex/base/result.h"
#include "cyberlex/search/request.h"

namespace cyberlex::api {

// A request whose target has been decoded: path and parameters are UTF-8 without NUL.
struct Request {
  std::string method;   // "GET", as written
  std::string path;     // decoded, begins with "/"
  ParameterList query;  // decoded, in order
  std::string accept;   // header values; empty when absent
  std::string accept_encoding;
  std::string if_none_match;
  std::string accept_language = {};
  std::string accept_datetime = {};  // RFC 7089
  std::string content_type = {};     // of the body
  std::string body = {};             // of a POST
};

// Gives the next piece of a body that is made while it is sent: fills `chunk`, which comes empty.
// False: nothing came, the body is whole. An error: it cannot be made whole, and the transport must
// not end it as if it were.
using BodySource = std::function<Result<bool>(std::string& chunk)>;

using HeaderList = std::vector<std::pair<std::string, std::string>>;

struct Response {
  int status = 200;
  std::string content_type;  // empty: no body
  std::string body;          // of GET; the transport leaves it out for HEAD
  BodySource source = {};    // in place of `body`, for one that is long
  HeaderList headers;        // beside Content-Type, Content-Length and those of the connection
  // The pattern of the path that answered, a constant; empty when none did. Not sent: for counting.
  std::string_view pattern = {};
};

}  // namespace cyberlex::api
