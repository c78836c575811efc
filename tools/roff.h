// Pieces of a manual page in the man macros, made of the flags that a program has.
#pragma once

#include <string>
#include <string_view>

namespace CLI {
class Option;
}

namespace cyberlex::tools {

// Text of ours as roff takes it: no escapes, no controls at the beginning of a line, dashes that
// can be copied.
std::string roff(std::string_view text);

// An entry of a list: the option with what `takes` says it takes, and its help as a sentence. A
// word beside the flags has its name alone.
std::string roff_entry(CLI::Option const& option, std::string_view takes);

// An entry of a list: a word in bold and what it means.
std::string roff_entry(std::string_view word, std::string_view meaning);

}  // namespace cyberlex::tools
