// The verbs whose answer is a grid or a report: their flags.
#pragma once

#include <optional>

#include "tools/commands.h"
#include "tools/search_flags.h"

namespace CLI {
class App;
}

namespace cyberlex::tools {

// Lifetime: the application's.
class GridVerbs {
 public:
  explicit GridVerbs(CLI::App& app);

  // Nothing when none of these verbs was chosen.
  std::optional<int> run(Terminal& terminal);

 private:
  void set_up_matrix();
  void set_up_safeguards();
  void set_up_concepts();
  void set_up_crosstab();

  CLI::App& matrix_;
  CLI::App& safeguards_;
  CLI::App& coverage_;
  CLI::App& concepts_;
  CLI::App& crosstab_;
  MatrixCommand matrix_command_;
  SafeguardsCommand safeguards_command_;
  CoverageCommand coverage_command_;
  ConceptsCommand concepts_command_;
  CrosstabCommand crosstab_command_;
  SearchFlags crosstab_flags_;
};

}  // namespace cyberlex::tools
