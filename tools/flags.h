// What the verbs' flags have in common, and how their values are read. For the files of this folder
// that know CLI11.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tools/commands.h"

namespace CLI {
class App;
}

namespace cyberlex::tools {

// "--as-of,--as_of": both spellings of a parameter's name.
std::string flag_of(std::string_view name);

void add_common(CLI::App& verb, Common& common);
// A flag that may be repeated.
void add_list(CLI::App& verb, std::string const& name, std::vector<std::string>& values,
              std::string const& help);
void add_day(CLI::App& verb, std::string& day);

// Words joined by blanks; "-" alone is standard input without its last line end.
std::string join(std::vector<std::string> const& words, Terminal& terminal);
std::vector<std::string> split_at_commas(std::vector<std::string> const& values);

}  // namespace cyberlex::tools
