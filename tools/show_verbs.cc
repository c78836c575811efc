#include <CLI/CLI.hpp>

#include "cyberlex/model/identifiers.h"
#include "tools/exit_codes.h"
#include "tools/flags.h"
#include "tools/value_kinds.h"
#include "tools/verb.h"

namespace cyberlex::tools {
namespace {

constexpr char const* kShowExamples =
    "  cyberlex show ng/cybercrimes-act-2015/sec_24 --as-of 2020-01-01\n"
    "  cyberlex show ng/cybercrimes-act-2015/sec_24__subsec_1 --json\n"
    "  cyberlex show unc/7\n"
    "  cyberlex show ng/cybercrimes-act-2015\n"
    "  cyberlex show ng/cybercrimes-act-2015 --akn > act.xml\n"
    "Exit code 4: it is held, and not in force on that day.";
constexpr char const* kActsExamples =
    "  cyberlex acts\n"
    "  cyberlex acts --jurisdiction ng,ni\n"
    "  cyberlex acts ni/ley-1042 --as-of 2021-01-01";
constexpr char const* kConventionsExamples =
    "  cyberlex conventions\n"
    "  cyberlex conventions unc/7\n"
    "  cyberlex conventions budapest/2 --as-of 2020-01-01 --json";
constexpr char const* kCoverageExamples =
    "  cyberlex coverage\n"
    "  cyberlex coverage --jurisdiction ir\n"
    "  cyberlex coverage --markdown > corpus-coverage.md";
constexpr char const* kConceptsExamples =
    "  cyberlex concepts --scheme safeguard\n"
    "  cyberlex concepts illegal-access\n"
    "  cyberlex concepts --format turtle > taxonomy.ttl";

// In an answer about an act its status is one fact among others.
int found_whatever_status(int code) {
  return code == kExitNotInForce ? kExitFound : code;
}

// A provision, a limb of one, or an act: each has a path of its own.
// `accept`: the form wished for, or empty.
int show(Verb const& verb, std::string const& accept, Terminal& terminal) {
  Result<Handle> const handle = parse_handle(join(verb.words, terminal));
  if (!handle) {
    return complain(terminal, handle.error());
  }
  ParameterList parameters = verb.flags.list();
  if (handle->eid.empty()) {
    return give(verb.common,
                {.path = "/api/v1/acts/" + handle->act, .parameters = parameters, .accept = accept},
                terminal);
  }
  return give(verb.common,
              {.path = "/api/v1/provisions/" + to_string(*handle),
               .parameters = parameters,
               .accept = accept},
              terminal);
}

int acts(Verb const& verb, Terminal& terminal) {
  std::string const text = join(verb.words, terminal);
  if (text.empty()) {
    return give(verb.common, {.path = "/api/v1/acts", .parameters = verb.flags.list()}, terminal);
  }
  Result<Handle> const handle = parse_handle(text);
  if (!handle) {
    return complain(terminal, handle.error());
  }
  if (!handle->eid.empty()) {
    return complain(terminal, Error{ErrorCode::kBadInput,
                                    to_string(*handle) + " names a provision; ask show for it"});
  }
  return found_whatever_status(
      give(verb.common, {.path = "/api/v1/acts/" + handle->act, .parameters = verb.flags.list()},
           terminal));
}

int conventions(Verb const& verb, Terminal& terminal) {
  std::string const text = join(verb.words, terminal);
  if (text.empty()) {
    return give(verb.common, {.path = "/api/v1/conventions", .parameters = verb.flags.list()},
                terminal);
  }
  Result<Handle> const handle = parse_handle(text);
  if (!handle) {
    return complain(terminal, handle.error());
  }
  std::string const path = "/api/v1/conventions/" + to_string(*handle);
  return found_whatever_status(
      give(verb.common, {.path = path, .parameters = verb.flags.list()}, terminal));
}

std::unique_ptr<Verb> showing(CLI::App& app, std::string const& name,
                              std::string const& description, std::string const& examples) {
  auto out = std::make_unique<Verb>(app, name, description, examples);
  out->flags.add_day();
  return out;
}

std::unique_ptr<Verb> coverage_verb(CLI::App& app) {
  auto out = showing(app, "coverage", "What is held, and what is known missing", kCoverageExamples);
  out->flags.add("jurisdiction", "States whose acts are all to be listed");
  CLI::Option const* const markdown = out->app.add_flag("--markdown")
                                          ->description("As a page of Markdown")
                                          ->excludes(out->app.get_option("--json"));
  out->run = [verb = out.get(), markdown](Terminal& terminal) {
    return give(verb->common,
                {.path = "/api/v1/coverage",
                 .parameters = verb->flags.list(),
                 .accept = markdown->count() > 0 ? "text/markdown" : ""},
                terminal);
  };
  return out;
}

std::unique_ptr<Verb> concepts_verb(CLI::App& app) {
  auto out = std::make_unique<Verb>(app, "concepts", "The taxonomy, as text or as SKOS",
                                    kConceptsExamples);
  out->app.add_option("concept", out->words, "Id of one concept; - reads stdin")
      ->type_name(kind_of_parameter("concept"));
  out->flags.add("scheme", "Schemes (default: all)", "SCHEME");
  out->flags.add("format", "As SKOS (default: text, or JSON with --json)", "turtle|jsonld");
  out->run = [verb = out.get()](Terminal& terminal) {
    ParameterList parameters = verb->flags.list();
    std::string const id = join(verb->words, terminal);
    if (!id.empty()) {
      parameters.emplace_back("concept", id);
    }
    return give(verb->common, {.path = "/api/v1/thesaurus", .parameters = parameters}, terminal);
  };
  return out;
}

// The flags of the forms that other programs read, and what each asks for.
struct FormFlag {
  char const* name;
  char const* description;
  char const* accept;
};
constexpr FormFlag kFormFlags[] = {
    {"--akn", "As Akoma Ntoso 3.0 (XML)", "application/akn+xml"},
    {"--jsonld", "As schema.org Legislation (JSON-LD)", "application/ld+json"},
    {"--annotations", "Of a provision: what is said about it, as Web Annotations (JSON-LD)",
     "application/ld+json;profile=\"http://www.w3.org/ns/anno.jsonld\""},
};

std::unique_ptr<Verb> show_verb(CLI::App& app) {
  auto out = showing(app, "show", "Show a provision or an act", kShowExamples);
  out->app.add_option("handle", out->words, "Act, provision or limb; - reads stdin")
      ->type_name(std::string(kHandle))
      ->required();
  out->flags.add("lang", "Languages of the text (default: all held)");
  std::vector<CLI::Option*> forms = {out->app.get_option("--json")};
  for (FormFlag const& flag : kFormFlags) {
    CLI::Option* const option = out->app.add_flag(flag.name)->description(flag.description);
    for (CLI::Option* const other : forms) {
      option->excludes(other);
    }
    forms.push_back(option);
  }
  out->run = [verb = out.get(), forms](Terminal& terminal) {
    std::string accept;
    for (size_t i = 1; i < forms.size(); ++i) {
      accept = forms[i]->count() > 0 ? kFormFlags[i - 1].accept : accept;
    }
    return show(*verb, accept, terminal);
  };
  return out;
}

}  // namespace

void add_show_verbs(CLI::App& app, Verbs& verbs) {
  verbs.push_back(show_verb(app));

  auto list = showing(app, "acts", "List the acts held, or show one", kActsExamples);
  list->app.add_option("handle", list->words, "Act; - reads stdin")
      ->type_name(std::string(kHandle));
  list->flags.add("jurisdiction", "States; int for treaties");
  list->flags.add("limit", "Acts on a page, 1 to 100 (default 100)");
  list->flags.add("offset", "Acts before the page");
  list->run = [verb = list.get()](Terminal& terminal) { return acts(*verb, terminal); };
  verbs.push_back(std::move(list));

  auto treaties =
      showing(app, "conventions", "List the treaties held, or show an article and what is mapped",
              kConventionsExamples);
  treaties->app
      .add_option("handle", treaties->words,
                  "Treaty or article, such as unc or unc/7; - reads stdin")
      ->type_name(kind_of_parameter("convention"));
  treaties->flags.add("lang", "Languages of an article's text (default: all held)");
  treaties->run = [verb = treaties.get()](Terminal& terminal) {
    return conventions(*verb, terminal);
  };
  verbs.push_back(std::move(treaties));

  verbs.push_back(coverage_verb(app));
  verbs.push_back(concepts_verb(app));
}

}  // namespace cyberlex::tools
