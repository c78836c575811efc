// Where the daemon's few log lines go: never a query, an address or a name of anybody.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cyberlex::api {

enum class LogLevel : unsigned char { kInfo, kWarning, kError };

// Something that happened: a sentence for people, and the same for programs.
struct LogLine {
  LogLevel level = LogLevel::kInfo;
  std::string_view event;  // a constant in lower case: "generation-opened"
  std::string message;
  std::vector<std::pair<std::string_view, std::string>> facts = {};  // names are constants
};

// Thread rule: may be called from any thread.
using LogFn = std::function<void(LogLine const& line)>;

}  // namespace cyberlex::api
