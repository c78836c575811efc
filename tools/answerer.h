// Who answers the questions of a command: an index opened in this process, or a daemon, which take
// the same requests and give the same bytes; or shards, of which a search alone may be asked.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "cyberlex/api/http_message.h"
#include "cyberlex/api/log.h"
#include "cyberlex/base/result.h"

namespace cyberlex::tools {

// Takes a piece of a body; false: no more is wanted.
using Sink = std::function<bool(std::string_view piece)>;

class Answerer {
 public:
  virtual ~Answerer() = default;
  // The body of a 200 goes to `sink`, piece by piece; that of any other answer stays in the
  // response. kUnavailable when nobody answers, or when an answer breaks off.
  virtual Result<api::Response> ask(api::Request const& request, Sink const& sink) = 0;
};

// The current generation of an index folder. `log`: what a daemon would log. Fails as
// current_generation and Generation::open do.
Result<std::unique_ptr<Answerer>> open_index(std::string const& folder, api::LogFn log);

// A daemon by its address, "http://host:8080", with or without a path before its own.
// kBadInput when that is none. Reached when first asked.
Result<std::unique_ptr<Answerer>> use_daemon(std::string const& url);

// The shards that a stub file names; they answer searches, in JSON. Fails as ShardSearcher does.
Result<std::unique_ptr<Answerer>> use_shards(std::string const& stub);

}  // namespace cyberlex::tools
