// A verb of the command line.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "tools/parameter_flags.h"
#include "tools/question.h"

namespace CLI {
class App;
}

namespace cyberlex::tools {

// Lifetime: the application's; the flags write into it.
struct Verb {
  enum class Asks { kIndex, kNothing };
  // Adds the verb to the application, with the flags of every verb that asks an index.
  Verb(CLI::App& app, std::string const& name, std::string const& description,
       std::string const& examples, Asks asks = Asks::kIndex);
  Verb(Verb const&) = delete;
  Verb& operator=(Verb const&) = delete;

  CLI::App& app;
  Common common;
  ParameterFlags flags;
  std::vector<std::string> words;  // what stands beside the flags
  // Set by whoever makes the verb; returns an exit code.
  std::function<int(Terminal&)> run;
};

using Verbs = std::vector<std::unique_ptr<Verb>>;

// Verbs that search: search, crosstab.
void add_search_verbs(CLI::App& app, Verbs& verbs);
// Verbs that show what is held: show, acts, conventions, coverage, concepts.
void add_show_verbs(CLI::App& app, Verbs& verbs);
// Verbs whose answer compares: matrix, safeguards, compare, jurisdictions.
void add_compare_verbs(CLI::App& app, Verbs& verbs);
// Verbs that compare texts: diff, similar.
void add_text_verbs(CLI::App& app, Verbs& verbs);
// The verb on dual criminality: dual.
void add_dual_verbs(CLI::App& app, Verbs& verbs);
// Verbs of saved results: export, rerun.
void add_export_verbs(CLI::App& app, Verbs& verbs);
// Verbs that look up what a person typed: cite, suggest.
void add_lookup_verbs(CLI::App& app, Verbs& verbs);
// Verbs that describe all the others, so they come last: completion, man.
void add_guide_verbs(CLI::App& app, Verbs& verbs);

}  // namespace cyberlex::tools
