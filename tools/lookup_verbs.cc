#include "tools/lookup_verbs.h"

#include <CLI/CLI.hpp>

#include "tools/flags.h"

namespace cyberlex::tools {
namespace {

constexpr char const* kCiteExamples =
    "Examples:\n"
    "  cyberlex cite 's 24 Cybercrimes Act' 'art. 30 Ley 1042' 'UNC 7.1'\n"
    "  cyberlex cite - < citations.txt        # one a line\n"
    "Exit code 1: none of them was found.";
constexpr char const* kSuggestExamples =
    "Examples:\n"
    "  cyberlex suggest hack\n"
    "  cyberlex suggest 's 24 cyberc' --kind citation";

// Without blanks around them, and without those that are blank, as over HTTP.
std::vector<std::string> trimmed(std::vector<std::string> texts) {
  std::vector<std::string> out;
  for (std::string& line : texts) {
    CLI::detail::trim(line);
    if (!line.empty()) {
      out.push_back(std::move(line));
    }
  }
  return out;
}

}  // namespace

LookupVerbs::LookupVerbs(CLI::App& app)
    : cite_(*app.add_subcommand("cite", "Which provisions citations name")),
      suggest_(*app.add_subcommand("suggest", "What a beginning may become")) {
  cite_
      .add_option("citation", cite_command_.texts, "Citations; - reads them from stdin, one a line")
      ->required();
  add_day(cite_, cite_command_.as_of);
  add_common(cite_, cite_command_.common);
  cite_.footer(kCiteExamples);

  suggest_.add_option("beginning", words_, "What was typed so far; - reads stdin")->required();
  add_list(suggest_, "kind", suggest_command_.kinds, "citation, concept, act, heading");
  suggest_.add_option("--limit", suggest_command_.limit, "Suggestions, 1 to 50 (default 10)")
      ->check(CLI::Range(1, 50));
  add_day(suggest_, suggest_command_.as_of);
  add_common(suggest_, suggest_command_.common);
  suggest_.footer(kSuggestExamples);
}

std::optional<int> LookupVerbs::run(Terminal& terminal) {
  if (cite_) {
    if (cite_command_.texts == std::vector<std::string>{"-"}) {
      cite_command_.texts = CLI::detail::split(join(cite_command_.texts, terminal), '\n');
    }
    cite_command_.texts = trimmed(std::move(cite_command_.texts));
    return run_cite(cite_command_, terminal);
  }
  if (suggest_) {
    suggest_command_.q = join(words_, terminal);
    suggest_command_.kinds = split_at_commas(suggest_command_.kinds);
    return run_suggest(suggest_command_, terminal);
  }
  return std::nullopt;
}

}  // namespace cyberlex::tools
