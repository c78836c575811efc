// One question of a command: what is asked, and how its answer is given.
#pragma once

#include <memory>
#include <string>

#include "cyberlex/base/result.h"
#include "cyberlex/search/request.h"
#include "tools/answerer.h"
#include "tools/terminal.h"

namespace cyberlex::tools {

// What every verb takes.
struct Common {
  std::string index_dir = "var/index";
  std::string server;  // address of a daemon; empty: the index
  std::string shards;  // stub file; empty: the index or the daemon
  bool json = false;   // exactly the bytes that HTTP would answer
};

struct Target {
  std::string path;  // decoded
  ParameterList parameters = {};
  std::string text = {};            // body of a POST; empty: a GET
  std::string accept = {};          // empty: JSON or text, by the flag
  std::string type = "text/plain";  // of `text`
};

// Who was asked for. Fails as open_index, use_daemon and use_shards do.
Result<std::unique_ptr<Answerer>> open_answerer(Common const& common, Terminal& terminal);

// Asks, writes the answer to terminal.out, and everything else to terminal.err. Returns the exit
// code that goes with the answer. Redirects are followed.
int give(Common const& common, Target const& target, Terminal& terminal);

// Tells of an error that kept a question from being asked, and returns its exit code.
int complain(Terminal& terminal, Error const& error);

}  // namespace cyberlex::tools
