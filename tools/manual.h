// The manual page of the command line, made of the flags and words that the verbs have.
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace cyberlex::tools {

// cyberlex(1) in the man macros.
std::string manual_page(CLI::App const& app);

}  // namespace cyberlex::tools
