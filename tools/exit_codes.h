// Exit codes of the `cyberlex` command line; docs/command-line.md.
#pragma once

#include <array>
#include <string_view>

namespace cyberlex::tools {

inline constexpr int kExitFound = 0;
inline constexpr int kExitNothingFound = 1;
inline constexpr int kExitBadUsage = 2;      // bad flags, bad query, bad handle
inline constexpr int kExitIndexTrouble = 3;  // index missing or damaged
inline constexpr int kExitNotInForce = 4;    // `show`: held, but not in force on the day asked
inline constexpr int kExitUnreached = 5;     // the server did not answer, or could not just now

struct ExitCode {
  int code = kExitFound;
  std::string_view meaning;
};
inline constexpr auto kExitCodes = std::to_array<ExitCode>({
    {kExitFound, "Found."},
    {kExitNothingFound, "Nothing found; rerun: the answer has changed."},
    {kExitBadUsage,
     "Bad flags, a query or a value that cannot be understood, a handle that is none."},
    {kExitIndexTrouble, "The index is missing or damaged."},
    {kExitNotInForce, "show, dual: it is held, and was not in force on the day asked."},
    {kExitUnreached, "The server did not answer, or could not just now."},
});

}  // namespace cyberlex::tools
