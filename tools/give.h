// How a verb gives its answer.
#pragma once

#include <ostream>

#include "cyberlex/render/json.h"
#include "tools/commands.h"
#include "tools/exit_codes.h"
#include "tools/session.h"

namespace cyberlex::tools {

// JSON by the flag, else text; `found` decides between the exit codes 0 and 1.
template <typename Answer, typename Text>
int give(Terminal& terminal, Common const& common, Result<Answer> const& answer, Text const& text,
         bool (*found)(Answer const&)) {
  if (!answer) {
    return complain(terminal, answer.error());
  }
  if (common.json) {
    terminal.out << to_json(*answer);
  } else {
    print(terminal, text(*answer));
  }
  return found(*answer) ? kExitFound : kExitNothingFound;
}

}  // namespace cyberlex::tools
