#include <CLI/CLI.hpp>

#include "tools/flags.h"
#include "tools/value_kinds.h"
#include "tools/verb.h"

namespace cyberlex::tools {
namespace {

constexpr char const* kMatrixExamples =
    "  cyberlex matrix unc --jurisdiction ng,ni,ir\n"
    "  cyberlex matrix budapest --as-of 2020-01-01 --json";
constexpr char const* kSafeguardsExamples =
    "  cyberlex safeguards --jurisdiction ng,ir --power content-interception\n"
    "  cyberlex safeguards --jurisdiction int --json";

constexpr char const* kCompareExamples =
    "  cyberlex compare ng/cybercrimes-act-2015/sec_24__subsec_1 ni/ley-1042/art_30\n"
    "  cyberlex compare --article unc/7 --jurisdiction ng,ni,ir\n"
    "  cyberlex compare --concept data-retention --json";
constexpr char const* kJurisdictionsExamples =
    "  cyberlex jurisdictions\n"
    "  cyberlex jurisdictions ng --as-of 2020-01-01";

void add_compare(CLI::App& app, Verbs& verbs) {
  auto compare = std::make_unique<Verb>(
      app, "compare", "Provisions side by side, and where they differ", kCompareExamples);
  compare->app
      .add_option("item", compare->words, "Two to eight handles; - reads stdin, one a line")
      ->type_name(std::string(kHandle));
  compare->flags.add("item", "The same as a flag", kHandle);
  compare->flags.add("article", "Everything mapped to a treaty article, such as unc/7");
  compare->flags.add("concept", "Everything annotated with a concept");
  compare->flags.add("jurisdiction", "With these two: states (default: all held)");
  compare->flags.add_day();
  compare->flags.add_table_format();
  compare->run = [verb = compare.get()](Terminal& terminal) {
    ParameterList parameters = verb->flags.list();
    for (std::string const& item : words_or_lines(verb->words, terminal)) {
      parameters.emplace_back("item", item);
    }
    return give(verb->common, {.path = "/api/v1/compare", .parameters = parameters}, terminal);
  };
  verbs.push_back(std::move(compare));
}

void add_jurisdictions(CLI::App& app, Verbs& verbs) {
  auto states = std::make_unique<Verb>(app, "jurisdictions",
                                       "The states of which law is held, or one of them",
                                       kJurisdictionsExamples);
  states->app.add_option("code", states->words, "State, such as ng; - reads stdin")
      ->type_name(kind_of_parameter("jurisdiction"));
  states->flags.add_day();
  states->run = [verb = states.get()](Terminal& terminal) {
    std::string const code = join(verb->words, terminal);
    std::string const path = "/api/v1/jurisdictions";
    return give(verb->common,
                {.path = code.empty() ? path : path + '/' + code, .parameters = verb->flags.list()},
                terminal);
  };
  verbs.push_back(std::move(states));
}

}  // namespace

void add_compare_verbs(CLI::App& app, Verbs& verbs) {
  auto matrix = std::make_unique<Verb>(
      app, "matrix", "A treaty by states: what answers to each article", kMatrixExamples);
  matrix->app.add_option("treaty", matrix->words, "Treaty, such as unc; - reads stdin")
      ->type_name(kind_of_parameter("convention"));
  matrix->flags.add("convention", "The same as a flag");
  matrix->flags.add("jurisdiction", "States (default: all held)");
  matrix->flags.add("level", "What a row is (default: article)", "article|chapter");
  matrix->flags.add_day();
  matrix->flags.add_table_format();
  matrix->run = [verb = matrix.get()](Terminal& terminal) {
    ParameterList parameters = verb->flags.list();
    std::string const treaty = join(verb->words, terminal);
    if (!treaty.empty()) {
      parameters.emplace_back("convention", treaty);
    }
    return give(verb->common, {.path = "/api/v1/matrix", .parameters = parameters}, terminal);
  };
  verbs.push_back(std::move(matrix));

  auto safeguards = std::make_unique<Verb>(
      app, "safeguards", "What each power has of the safeguards", kSafeguardsExamples);
  safeguards->flags.add("jurisdiction", "States, int for treaties (default: all states held)");
  safeguards->flags.add("power", "Powers (default: all)");
  safeguards->flags.add_day();
  safeguards->flags.add_table_format();
  safeguards->run = [verb = safeguards.get()](Terminal& terminal) {
    return give(verb->common, {.path = "/api/v1/safeguards", .parameters = verb->flags.list()},
                terminal);
  };
  verbs.push_back(std::move(safeguards));
  add_compare(app, verbs);
  add_jurisdictions(app, verbs);
}

}  // namespace cyberlex::tools
