#include <CLI/CLI.hpp>

#include "tools/flags.h"
#include "tools/value_kinds.h"
#include "tools/verb.h"

namespace cyberlex::tools {
namespace {

constexpr char const* kCiteExamples =
    "  cyberlex cite 's 24 Cybercrimes Act' 'art. 30 Ley 1042' 'UNC 7.1'\n"
    "  cyberlex cite - < citations.txt        # one a line\n"
    "Exit code 1: none of them was found.";
constexpr char const* kSuggestExamples =
    "  cyberlex suggest hack\n"
    "  cyberlex suggest 's 24 cyberc' --kind citation";

// Posted, a line each: many do not fit into an address.
int cite(Verb const& verb, Terminal& terminal) {
  std::string body;
  for (std::string const& line : words_or_lines(verb.words, terminal)) {
    body += line + '\n';
  }
  return give(verb.common,
              {.path = "/api/v1/citation", .parameters = verb.flags.list(), .text = body},
              terminal);
}

}  // namespace

void add_lookup_verbs(CLI::App& app, Verbs& verbs) {
  auto citations =
      std::make_unique<Verb>(app, "cite", "Which provisions citations name", kCiteExamples);
  citations->app
      .add_option("citation", citations->words, "Citations; - reads them from stdin, one a line")
      ->type_name(std::string(kAnything))
      ->required();
  citations->flags.add_day();
  citations->run = [verb = citations.get()](Terminal& terminal) { return cite(*verb, terminal); };
  verbs.push_back(std::move(citations));

  auto suggest =
      std::make_unique<Verb>(app, "suggest", "What a beginning may become", kSuggestExamples);
  suggest->app.add_option("beginning", suggest->words, "What was typed so far; - reads stdin")
      ->type_name(std::string(kAnything))
      ->required();
  suggest->flags.add("kind", "Of these alone", "citation|concept|act|heading");
  suggest->flags.add("limit", "Suggestions, 1 to 50 (default 10)");
  suggest->flags.add_day();
  suggest->run = [verb = suggest.get()](Terminal& terminal) {
    ParameterList parameters = verb->flags.list();
    parameters.emplace_back("q", join(verb->words, terminal));
    return give(verb->common, {.path = "/api/v1/suggest", .parameters = parameters}, terminal);
  };
  verbs.push_back(std::move(suggest));
}

}  // namespace cyberlex::tools
