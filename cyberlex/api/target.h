// The request target: decoding of what comes in, encoding of links that go out.
#pragma once

#include <string>
#include <string_view>

#include "cyberlex/base/result.h"
#include "cyberlex/search/request.h"

namespace cyberlex::api {

// A target taken apart and decoded.
struct Target {
  std::string path;     // begins with "/"
  ParameterList query;  // "+" is a space; a name without "=" has an empty value
};

// Reads "/path?name=value&…"; an absolute-form target loses its scheme and authority.
// kBadInput: a broken percent escape, bytes that are not UTF-8, a control character, more than
// kMostParameters. `position` is the byte in the target. Cost: linear.
Result<Target> parse_target(std::string_view target);

inline constexpr size_t kMostParameters = 256;

// A path-absolute URL: path (encoded segment by segment) and query. parse_target() reads it back.
std::string make_url(std::string_view path, ParameterList const& query);

}  // namespace cyberlex::api
