// Where the daemon's few log lines go: one sentence each, never a query, an address or a name of
// anybody.
#pragma once

#include <functional>
#include <string>

namespace cyberlex::api {

// Thread rule: may be called from any thread.
using LogFn = std::function<void(std::string const& line)>;

}  // namespace cyberlex::api
