#include <CLI/CLI.hpp>

#include "tools/flags.h"
#include "tools/value_kinds.h"
#include "tools/verb.h"

namespace cyberlex::tools {
namespace {

constexpr char const* kSearchExamples =
    "  cyberlex search cyberstalking --jurisdiction ng\n"
    "  cyberlex search '\"computer system\" NEAR/5 damage' --prison 4y.. --as-of 2020-01-01\n"
    "  cyberlex search --article unc/7 --jurisdiction=-ir --sort severity --json\n"
    "  echo 'art. 30 Ley 1042' | cyberlex search -";
constexpr char const* kCrosstabExamples =
    "  cyberlex crosstab --rows jurisdiction --cols article --article unc\n"
    "  cyberlex crosstab --rows offence --cols prison --jurisdiction ng,ir --json";

// The flags as parameters, behind the query.
ParameterList with_query(Verb const& verb, Terminal& terminal) {
  ParameterList out = verb.flags.list();
  std::string query = join(verb.words, terminal);
  if (!query.empty()) {
    out.emplace(out.begin(), "q", std::move(query));
  }
  return out;
}

std::unique_ptr<Verb> searching(CLI::App& app, std::string const& name,
                                std::string const& description, std::string const& examples) {
  auto out = std::make_unique<Verb>(app, name, description, examples);
  out->app
      .add_option("query", out->words, "Query; several words are joined by blanks, - reads stdin")
      ->type_name(std::string(kAnything));
  out->flags.add_search();
  out->run = [verb = out.get(), path = "/api/v1/" + name](Terminal& terminal) {
    return give(verb->common, {.path = path, .parameters = with_query(*verb, terminal)}, terminal);
  };
  return out;
}

}  // namespace

void add_search_verbs(CLI::App& app, Verbs& verbs) {
  auto search = searching(app, "search", "Search provisions", kSearchExamples);
  search->flags.add("sort", "Order of the hits", kOrders);
  search->flags.add("limit", "Hits on a page, 1 to 100 (default 10)");
  search->flags.add("cursor", "Where the page begins, as the page before named it");
  search->flags.add("facets", "Facets to count, all, or none", kFacet);
  search->app
      .add_option("--shards", search->common.shards,
                  "Stub file of shards to ask in place of an index")
      ->type_name(std::string(kFile))
      ->excludes("--index")
      ->excludes("--server");
  search->flags.add("facet_limit", "Values of a facet that are listed (default 100; 0 = all)");
  verbs.push_back(std::move(search));

  auto crosstab =
      searching(app, "crosstab", "Two facets crossed: counts of provisions", kCrosstabExamples);
  crosstab->flags.add("rows", "Facet whose values are the rows", kFacet);
  crosstab->flags.add("cols", "Facet whose values are the columns", kFacet);
  crosstab->flags.add_table_format();
  verbs.push_back(std::move(crosstab));
}

}  // namespace cyberlex::tools
