#include "tools/grid_verbs.h"

#include <CLI/CLI.hpp>

#include "tools/flags.h"

namespace cyberlex::tools {
namespace {

constexpr char const* kMatrixExamples =
    "Examples:\n"
    "  cyberlex matrix unc --jurisdiction ng,ni,ir\n"
    "  cyberlex matrix budapest --as-of 2020-01-01 --json";
constexpr char const* kSafeguardsExamples =
    "Examples:\n"
    "  cyberlex safeguards --jurisdiction ng,ir --power content-interception\n"
    "  cyberlex safeguards --jurisdiction int --json";
constexpr char const* kConceptsExamples =
    "Examples:\n"
    "  cyberlex concepts --scheme safeguard\n"
    "  cyberlex concepts illegal-access\n"
    "  cyberlex concepts --format turtle > taxonomy.ttl";

constexpr char const* kCrosstabExamples =
    "Examples:\n"
    "  cyberlex crosstab --rows jurisdiction --cols article --article unc\n"
    "  cyberlex crosstab --rows offence --cols prison --jurisdiction ng,ir --json";

}  // namespace

GridVerbs::GridVerbs(CLI::App& app)
    : matrix_(*app.add_subcommand("matrix", "A treaty by states: what answers to each article")),
      safeguards_(*app.add_subcommand("safeguards", "What each power has of the safeguards")),
      coverage_(*app.add_subcommand("coverage", "What is held, and what is known missing")),
      concepts_(*app.add_subcommand("concepts", "The taxonomy, as text or as SKOS")),
      crosstab_(*app.add_subcommand("crosstab", "Two facets crossed: counts of provisions")),
      crosstab_flags_(crosstab_) {
  set_up_matrix();
  set_up_safeguards();
  add_list(coverage_, "jurisdiction", coverage_command_.jurisdictions,
           "States whose acts are all to be listed");
  add_day(coverage_, coverage_command_.as_of);
  coverage_.add_flag("--markdown", coverage_command_.markdown, "As a page of Markdown");
  add_common(coverage_, coverage_command_.common);
  set_up_concepts();
  set_up_crosstab();
}

std::optional<int> GridVerbs::run(Terminal& terminal) {
  if (matrix_) {
    matrix_command_.jurisdictions = split_at_commas(matrix_command_.jurisdictions);
    return run_matrix(matrix_command_, terminal);
  }
  if (safeguards_) {
    safeguards_command_.jurisdictions = split_at_commas(safeguards_command_.jurisdictions);
    safeguards_command_.powers = split_at_commas(safeguards_command_.powers);
    return run_safeguards(safeguards_command_, terminal);
  }
  if (coverage_) {
    return run_coverage(coverage_command_, terminal);
  }
  if (concepts_) {
    concepts_command_.schemes = split_at_commas(concepts_command_.schemes);
    return run_concepts(concepts_command_, terminal);
  }
  if (crosstab_) {
    crosstab_command_.parameters = crosstab_flags_.read(join(crosstab_flags_.words(), terminal));
    return run_crosstab(crosstab_command_, terminal);
  }
  return std::nullopt;
}

void GridVerbs::set_up_matrix() {
  matrix_.add_option("convention", matrix_command_.convention, "Treaty, such as unc")->required();
  add_list(matrix_, "jurisdiction", matrix_command_.jurisdictions, "States (default: all held)");
  add_day(matrix_, matrix_command_.as_of);
  add_common(matrix_, matrix_command_.common);
  matrix_.footer(kMatrixExamples);
}

void GridVerbs::set_up_safeguards() {
  add_list(safeguards_, "jurisdiction", safeguards_command_.jurisdictions,
           "States, int for treaties (default: all states held)");
  add_list(safeguards_, "power", safeguards_command_.powers, "Powers (default: all)");
  add_day(safeguards_, safeguards_command_.as_of);
  add_common(safeguards_, safeguards_command_.common);
  safeguards_.footer(kSafeguardsExamples);
}

void GridVerbs::set_up_concepts() {
  concepts_.add_option("concept", concepts_command_.concept_id, "Id of one concept");
  add_list(concepts_, "scheme", concepts_command_.schemes, "Schemes (default: all)");
  concepts_.add_option("--format", concepts_command_.format, "turtle or jsonld (default: text)")
      ->check(CLI::IsMember({"turtle", "jsonld"}));
  add_common(concepts_, concepts_command_.common);
  concepts_.footer(kConceptsExamples);
}

void GridVerbs::set_up_crosstab() {
  crosstab_flags_.add("rows", "Facet whose values are the rows");
  crosstab_flags_.add("cols", "Facet whose values are the columns");
  add_common(crosstab_, crosstab_command_.common);
  crosstab_.footer(kCrosstabExamples);
}

}  // namespace cyberlex::tools
