// The verbs that look up what a person typed: their flags.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tools/commands.h"

namespace CLI {
class App;
}

namespace cyberlex::tools {

// Lifetime: the application's.
class LookupVerbs {
 public:
  explicit LookupVerbs(CLI::App& app);

  // Nothing when none of these verbs was chosen.
  std::optional<int> run(Terminal& terminal);

 private:
  CLI::App& cite_;
  CLI::App& suggest_;
  CiteCommand cite_command_;
  SuggestCommand suggest_command_;
  std::vector<std::string> words_;
};

}  // namespace cyberlex::tools
