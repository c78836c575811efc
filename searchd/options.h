// What the daemon is told on its command line and in its file.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "searchd/client_limits.h"
#include "searchd/log_writer.h"

namespace cyberlex::searchd {

struct Options {
  Options();

  std::string index = "var/index";
  std::string listen = "127.0.0.1:8080";
  std::string public_url;
  size_t cache_mb = 64;
  bool trust_files = false;
  size_t threads;  // four a core, at least eight
  double rate = 0;
  std::string keys;  // a file
  bool key_required = false;
  bool behind_proxy = false;
  std::string log = "text";

  // Read out of the above.
  std::string host;
  int port = 0;
  std::vector<ApiKey> api_keys;
  LogForm log_form = LogForm::kText;
};

// The program is done before it serves.
struct Ending {
  int code = 0;
  std::string complaint;  // for standard error; empty when all has been said
};

// Reads and checks all of it: a file may hold what the command line does, under the same names and
// nothing else; the command line wins. Prints what --help and --version ask for, and for
// --check-config what holds, as a file would say it.
// An Ending with code 2 names the option, or the file and line, and what was expected.
std::variant<Options, Ending> read_options(int argc, char const* const* argv);

}  // namespace cyberlex::searchd
