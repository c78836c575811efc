// gzip (RFC 1952), by zlib.
#pragma once

#include <string>
#include <string_view>

namespace cyberlex::api {

// The compressed bytes: a function of the input alone (no name, no time). Empty when zlib has no
// memory.
std::string gzip(std::string_view bytes);

}  // namespace cyberlex::api
