// Exit codes of the `cyberlex` command line; docs/command-line.md.
#pragma once

namespace cyberlex::tools {

inline constexpr int kExitFound = 0;
inline constexpr int kExitNothingFound = 1;
inline constexpr int kExitBadUsage = 2;      // bad flags, bad query, bad handle
inline constexpr int kExitIndexTrouble = 3;  // index missing or damaged
inline constexpr int kExitNotInForce = 4;    // `show`: held, but not in force on the day asked
inline constexpr int kExitUnreached = 5;     // the server did not answer, or could not just now

}  // namespace cyberlex::tools
