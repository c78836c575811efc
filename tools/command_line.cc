#include "tools/command_line.h"

#include <CLI/CLI.hpp>
#include <ostream>

#include "cyberlex/text/nearest.h"
#include "tools/exit_codes.h"
#include "tools/verb.h"

namespace cyberlex::tools {
namespace {

std::string nearest_flag(CLI::App const& verb, std::string const& flag) {
  Nearest nearest(flag);
  for (CLI::Option const* option : verb.get_options()) {
    for (std::string const& name : option->get_lnames()) {
      nearest.consider("--" + name);
    }
  }
  return nearest.hint();
}

// Of the verb that was named, for the first flag that it does not have.
void offer_nearest_flag(CLI::App const& app, std::vector<char const*> const& words,
                        Terminal& terminal) {
  std::vector<CLI::App*> const verbs = app.get_subcommands();
  if (verbs.empty()) {
    return;
  }
  for (std::string const word : words) {
    std::string const flag = word.substr(0, word.find('='));
    if (flag.starts_with("--") && verbs.front()->get_option_no_throw(flag) == nullptr) {
      terminal.err << flag << ": unknown flag" << nearest_flag(*verbs.front(), flag) << '\n';
      return;
    }
  }
}

}  // namespace

int run_command_line(std::vector<std::string> const& words, Terminal& terminal) {
  CLI::App app(
      "Looks up statutes and treaties, in an index that cyberlex-indexer built or from a "
      "daemon that serves one.",
      "cyberlex");
  app.set_version_flag("--version", CYBERLEX_VERSION);
  app.require_subcommand(1);
  Verbs verbs;
  add_search_verbs(app, verbs);
  add_show_verbs(app, verbs);
  add_compare_verbs(app, verbs);
  add_dual_verbs(app, verbs);
  add_export_verbs(app, verbs);
  add_lookup_verbs(app, verbs);
  add_text_verbs(app, verbs);
  add_guide_verbs(app, verbs);
  std::vector<char const*> pointers = {"cyberlex"};
  for (std::string const& word : words) {
    pointers.push_back(word.c_str());
  }
  try {
    app.parse(static_cast<int>(pointers.size()), pointers.data());
  } catch (CLI::ParseError const& error) {
    int const code = app.exit(error, terminal.out, terminal.err);
    if (code != 0) {
      offer_nearest_flag(app, pointers, terminal);
    }
    return code == 0 ? kExitFound : kExitBadUsage;
  }
  for (auto const& verb : verbs) {
    if (verb->app) {
      return verb->run(terminal);
    }
  }
  return kExitBadUsage;  // not reached: a verb is required
}

}  // namespace cyberlex::tools
