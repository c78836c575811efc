// A request and its answer as plain data: what the routes see of HTTP.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "cyberlex/search/request.h"

namespace cyberlex::searchd {

// A request whose target has been decoded: path and parameters are UTF-8 without NUL.
struct Request {
  std::string method;   // "GET", as written
  std::string path;     // decoded, begins with "/"
  ParameterList query;  // decoded, in order
  std::string accept;   // header values; empty when absent
  std::string accept_encoding;
  std::string if_none_match;
  std::string content_type = {};  // of the body
  std::string body = {};          // of a POST
};

using HeaderList = std::vector<std::pair<std::string, std::string>>;

struct Response {
  int status = 200;
  std::string content_type;  // empty: no body
  std::string body;          // of GET; the transport leaves it out for HEAD
  HeaderList headers;        // beside Content-Type, Content-Length and those of the connection
};

}  // namespace cyberlex::searchd
