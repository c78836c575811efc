// The `cyberlex` command line.
#pragma once

#include <string>
#include <vector>

#include "tools/terminal.h"

namespace cyberlex::tools {

// Runs a command line from its first word after the program's name; returns an exit code
// (exit_codes.h).
int run_command_line(std::vector<std::string> const& words, Terminal& terminal);

}  // namespace cyberlex::tools
