#include <unistd.h>

#include <cstdlib>
#include <iostream>

#include "tools/commands.h"

int main(int argc, char** argv) {
  char const* no_colour = std::getenv("NO_COLOR");
  bool const plain = no_colour != nullptr && *no_colour != '\0';
  cyberlex::tools::Terminal terminal{std::cin, std::cout, std::cerr,
                                     ::isatty(STDOUT_FILENO) == 1 && !plain};
  return cyberlex::tools::run_command_line({argv + (argc > 0 ? 1 : 0), argv + argc}, terminal);
}
