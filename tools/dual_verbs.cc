#include <CLI/CLI.hpp>

#include "tools/flags.h"
#include "tools/value_kinds.h"
#include "tools/verb.h"

namespace cyberlex::tools {
namespace {

constexpr char const* kExamples =
    "  cyberlex dual ng ir --offence illegal-access\n"
    "  cyberlex dual ng ir --provision ng/cybercrimes-act-2015/sec_8 --as-of 2026-01-01\n"
    "  cyberlex dual --requesting ir --requested ni --article unc/9 --json";

}  // namespace

void add_dual_verbs(CLI::App& app, Verbs& verbs) {
  auto dual = std::make_unique<Verb>(
      app, "dual", "Whether an offence of one state is one in another", kExamples);
  dual->app
      .add_option("states", dual->words,
                  "The requesting state and the requested one; - reads stdin, one a line")
      ->type_name(kind_of_parameter("jurisdiction"))
      ->expected(0, 2);
  dual->flags.add("requesting", "The same as a flag", kind_of_parameter("jurisdiction"));
  dual->flags.add("requested", "The same as a flag", kind_of_parameter("jurisdiction"));
  dual->flags.add("offence", "A concept, with its narrower ones");
  dual->flags.add("provision", "A provision of the requesting state", kHandle);
  dual->flags.add("article", "What the requesting state has mapped to a treaty article");
  dual->flags.add_day();
  dual->flags.add_table_format();
  dual->flags.add("requesting_on", "Day of the requesting state's law (default: --as-of)", kDay);
  dual->flags.add("requested_on", "Day of the requested state's law (default: --as-of)", kDay);
  dual->run = [verb = dual.get()](Terminal& terminal) {
    ParameterList parameters = verb->flags.list();
    std::vector<std::string> const states = words_or_lines(verb->words, terminal);
    if (states.size() > 2) {
      return complain(terminal, {ErrorCode::kBadInput, "expected two states", states.back()});
    }
    if (!states.empty()) {
      parameters.emplace_back("requesting", states.front());
    }
    if (states.size() == 2) {
      parameters.emplace_back("requested", states.back());
    }
    return give(verb->common, {.path = "/api/v1/dual-criminality", .parameters = parameters},
                terminal);
  };
  verbs.push_back(std::move(dual));
}

}  // namespace cyberlex::tools
