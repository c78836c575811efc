#include <CLI/CLI.hpp>
#include <ostream>

#include "tools/completion.h"
#include "tools/exit_codes.h"
#include "tools/manual.h"
#include "tools/verb.h"

namespace cyberlex::tools {
namespace {

constexpr char const* kCompletionExamples =
    "  source <(cyberlex completion bash)\n"
    "  cyberlex completion bash > ~/.local/share/bash-completion/completions/cyberlex";
constexpr char const* kManExamples =
    "  cyberlex man > ~/.local/share/man/man1/cyberlex.1\n"
    "  cyberlex man | man -l -";

}  // namespace

void add_guide_verbs(CLI::App& app, Verbs& verbs) {
  auto completion =
      std::make_unique<Verb>(app, "completion", "Prints what a shell needs to complete",
                             kCompletionExamples, Verb::Asks::kNothing);
  completion->app.add_option("shell", completion->words, "The shell")
      ->type_name("bash")
      ->check(CLI::IsMember({"bash"}))
      ->required()
      ->expected(1);
  completion->run = [&app](Terminal& terminal) {
    terminal.out << bash_completion(app);
    return kExitFound;
  };
  verbs.push_back(std::move(completion));

  auto manual = std::make_unique<Verb>(app, "man", "Prints the manual page, cyberlex(1)",
                                       kManExamples, Verb::Asks::kNothing);
  manual->run = [&app](Terminal& terminal) {
    terminal.out << manual_page(app);
    return kExitFound;
  };
  verbs.push_back(std::move(manual));
}

}  // namespace cyberlex::tools
