#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>

#include "tools/command_line.h"

namespace {

// As wide as the terminal, within what text can be laid out in.
size_t width_of_terminal() {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) {
    return cyberlex::kLineWidth;
  }
  return std::clamp<size_t>(size.ws_col, cyberlex::kNarrowest, cyberlex::kWidest);
}

}  // namespace

int main(int argc, char** argv) {
  bool const shown = ::isatty(STDOUT_FILENO) == 1;
  char const* no_colour = std::getenv("NO_COLOR");
  bool const plain = no_colour != nullptr && *no_colour != '\0';
  cyberlex::TextStyle const style{.width = shown ? width_of_terminal() : cyberlex::kLineWidth,
                                  .ansi = shown && !plain};
  cyberlex::tools::Terminal terminal{std::cin, std::cout, std::cerr, style};
  return cyberlex::tools::run_command_line({argv + (argc > 0 ? 1 : 0), argv + argc}, terminal);
}
