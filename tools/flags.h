// What the verbs' flags have in common, and how their values are read. For the files of this folder
// that know CLI11.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tools/question.h"

namespace CLI {
class App;
}

namespace cyberlex::tools {

// "--as-of,--as_of": both spellings of a parameter's name.
std::string flag_of(std::string_view name);

// --index, --server, --json.
void add_common(CLI::App& verb, Common& common);

// Words joined by blanks; "-" alone is standard input without its last line end.
std::string join(std::vector<std::string> const& words, Terminal& terminal);

// The words, a line each; "-" alone is standard input. Lines have no blanks around them, and none
// is blank.
std::vector<std::string> words_or_lines(std::vector<std::string> const& words, Terminal& terminal);

}  // namespace cyberlex::tools
