// Manual pages of the programs beside `cyberlex`, made of the flags that they have.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace cyberlex::tools {

struct ProgramManual {
  char section = '1';
  std::string_view purpose;  // behind the name: "serve an index over HTTP"
  struct Exit {
    int code = 0;
    std::string_view meaning;  // a sentence
  };
  std::vector<Exit> exits;
  std::string_view after;  // further sections in the man macros, as they are
};

// The page in the man macros: verbs, if any, and flags as the program has them. No default is named
// that may be another on the machine that reads it.
std::string program_manual(CLI::App const& app, ProgramManual const& manual);

// Gives the program a flag --manual that prints its page and ends it with 0. It cannot stand in a
// file of options.
void add_manual_flag(CLI::App& app, ProgramManual const& manual);

}  // namespace cyberlex::tools
