// What a flag or a word of the command line takes, as help shows it and completion reads it:
// choices with bars between ("on|off"), the name of a facet in capitals (any value of it that is
// held), or one of these.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cyberlex::tools {

inline constexpr std::string_view kFile = "FILE";
inline constexpr std::string_view kFolder = "DIR";
inline constexpr std::string_view kHandle = "HANDLE";  // of an act or a provision
inline constexpr std::string_view kFacet = "FACET";    // the name of one
inline constexpr std::string_view kDay = "YYYY-MM-DD";
inline constexpr std::string_view kAnything = "VALUE";
inline constexpr std::string_view kOrders = "relevance|citation|newest|oldest|severity";

// Of a parameter: its facet's, or kAnything.
std::string kind_of_parameter(std::string_view name);

// The facet whose values a kind stands for; empty when it is none of that sort. A handle is
// completed as far as its act.
std::string facet_of_kind(std::string_view kind);

// The choices of "on|off"; empty for a kind without a bar.
std::vector<std::string> choices_of_kind(std::string_view kind);

// Every facet's name.
std::vector<std::string> facet_names();

}  // namespace cyberlex::tools
