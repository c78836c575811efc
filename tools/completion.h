// Completion of the command line in bash, made of the flags and words that the verbs have.
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace cyberlex::tools {

// A script to source. It knows verbs, flags and choices by heart; values of a facet it asks of the
// index or the server that the line names; nothing of what it reads is run or expanded by the
// shell.
std::string bash_completion(CLI::App const& app);

}  // namespace cyberlex::tools
