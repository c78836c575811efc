// Which program writes generations: those of another are built anew.
#pragma once

namespace cyberlex {

// The program's version, and that of its analysis: raised when the same text gives other terms.
inline constexpr char const* kEngine = "cyberlex " CYBERLEX_VERSION " analysis 2";

}  // namespace cyberlex
