// What an API answer says beside the question it answers.
#pragma once

#include <string>

namespace cyberlex::testing {

// A JSON body without its first member "request", as to_json() gave it; empty without such a
// member.
inline std::string answered(std::string const& body) {
  std::string const begin = "{\"request\":\"/";
  size_t const end = body.find("\",", begin.size());  // no address has a quotation mark
  return body.starts_with(begin) && end != std::string::npos ? '{' + body.substr(end + 2) : "";
}

}  // namespace cyberlex::testing
