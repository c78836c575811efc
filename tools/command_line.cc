#include <CLI/CLI.hpp>
#include <deque>
#include <istream>
#include <iterator>
#include <optional>
#include <ostream>

#include "cyberlex/search/parameters.h"
#include "cyberlex/text/nearest.h"
#include "tools/commands.h"
#include "tools/exit_codes.h"
#include "tools/flags.h"
#include "tools/grid_verbs.h"
#include "tools/lookup_verbs.h"
#include "tools/search_flags.h"

namespace cyberlex::tools {
namespace {

constexpr char const* kSearchExamples =
    "Examples:\n"
    "  cyberlex search cyberstalking --jurisdiction ng\n"
    "  cyberlex search '\"computer system\" NEAR/5 damage' --prison 4y.. --as-of 2020-01-01\n"
    "  cyberlex search --article unc/7 --jurisdiction=-ir --sort severity --json\n"
    "  echo 'art. 30 Ley 1042' | cyberlex search -";
constexpr char const* kShowExamples =
    "Examples:\n"
    "  cyberlex show ng/cybercrimes-act-2015/sec_24 --as-of 2020-01-01\n"
    "  cyberlex show ng/cybercrimes-act-2015/sec_24__subsec_1 --json\n"
    "  cyberlex show unc/7\n"
    "  cyberlex show ng/cybercrimes-act-2015\n"
    "Exit code 4: it is held, and not in force on that day.";
constexpr char const* kActsExamples =
    "Examples:\n"
    "  cyberlex acts\n"
    "  cyberlex acts --jurisdiction ng,ni\n"
    "  cyberlex acts ni/ley-1042 --as-of 2021-01-01";
constexpr char const* kConventionsExamples =
    "Examples:\n"
    "  cyberlex conventions\n"
    "  cyberlex conventions unc/7\n"
    "  cyberlex conventions budapest/2 --as-of 2020-01-01 --json";

// The flags of every verb, and the verb that was chosen.
class CommandLine {
 public:
  CommandLine()
      : app_("Looks up statutes and treaties in an index that cyberlex-indexer built.", "cyberlex"),
        search_(*app_.add_subcommand("search", "Search provisions")),
        show_(*app_.add_subcommand("show", "Show a provision or an act")),
        acts_(*app_.add_subcommand("acts", "List the acts held, or show one")),
        conventions_(*app_.add_subcommand(
            "conventions", "List the treaties held, or show an article and what is mapped to it")),
        grids_(app_),
        lookups_(app_),
        flags_(search_) {
    app_.set_version_flag("--version", CYBERLEX_VERSION);
    app_.require_subcommand(1);
    set_up_search();
    set_up_show();
    set_up_acts();
    set_up_conventions();
  }

  int run(std::vector<char const*> const& words, Terminal& terminal) {
    try {
      app_.parse(static_cast<int>(words.size()), words.data());
    } catch (CLI::ParseError const& error) {
      int const code = app_.exit(error, terminal.out, terminal.err);
      if (code != 0) {
        offer_nearest_flag(words, terminal);
      }
      return code == 0 ? kExitFound : kExitBadUsage;
    }
    if (search_) {
      search_command_.parameters = flags_.read(join(flags_.words(), terminal));
      return run_search(search_command_, terminal);
    }
    if (show_) {
      show_command_.handle = join({show_command_.handle}, terminal);
      show_command_.languages = split_at_commas(show_command_.languages);
      return run_show(show_command_, terminal);
    }
    if (acts_) {
      acts_command_.handle = join({acts_command_.handle}, terminal);
      acts_command_.jurisdictions = split_at_commas(acts_command_.jurisdictions);
      return run_acts(acts_command_, terminal);
    }
    if (std::optional<int> const code = grids_.run(terminal)) {
      return *code;
    }
    if (std::optional<int> const code = lookups_.run(terminal)) {
      return *code;
    }
    conventions_command_.handle = join({conventions_command_.handle}, terminal);
    conventions_command_.languages = split_at_commas(conventions_command_.languages);
    return run_conventions(conventions_command_, terminal);
  }

 private:
  // Of the verb that was named, for the first flag that it does not have.
  void offer_nearest_flag(std::vector<char const*> const& words, Terminal& terminal) const {
    std::vector<CLI::App*> const verbs = app_.get_subcommands();
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

  static std::string nearest_flag(CLI::App const& verb, std::string const& flag) {
    Nearest nearest(flag);
    for (CLI::Option const* option : verb.get_options()) {
      for (std::string const& name : option->get_lnames()) {
        nearest.consider("--" + name);
      }
    }
    return nearest.hint();
  }

  void set_up_search() {
    flags_.add("sort", "relevance, citation, newest, oldest, severity");
    flags_.add("limit", "Hits on a page, 1 to 100 (default 10)");
    flags_.add("cursor", "Where the page begins, as the page before named it");
    flags_.add("facets", "Names of facets to count, all, or none");
    flags_.add("facet_limit", "Values of a facet that are listed (default 100; 0 = all)");
    add_common(search_, search_command_.common);
    search_.footer(kSearchExamples);
  }

  void set_up_show() {
    show_.add_option("handle", show_command_.handle, "Act, provision or limb; - reads stdin")
        ->required();
    add_day(show_, show_command_.as_of);
    add_list(show_, "lang", show_command_.languages, "Languages of the text (default: all held)");
    add_common(show_, show_command_.common);
    show_.footer(kShowExamples);
  }

  void set_up_acts() {
    acts_.add_option("handle", acts_command_.handle, "Act; - reads stdin");
    add_list(acts_, "jurisdiction", acts_command_.jurisdictions, "States; int for treaties");
    acts_.add_option("--limit", acts_command_.limit, "Acts on a page (default 100)")
        ->check(CLI::Range(1, 100));
    acts_.add_option("--offset", acts_command_.offset, "Acts before the page");
    add_day(acts_, acts_command_.as_of);
    add_common(acts_, acts_command_.common);
    acts_.footer(kActsExamples);
  }

  void set_up_conventions() {
    conventions_.add_option("handle", conventions_command_.handle,
                            "Treaty or article, such as unc or unc/7; - reads stdin");
    add_day(conventions_, conventions_command_.as_of);
    add_list(conventions_, "lang", conventions_command_.languages,
             "Languages of the text (default: all held)");
    add_common(conventions_, conventions_command_.common);
    conventions_.footer(kConventionsExamples);
  }

  CLI::App app_;
  CLI::App& search_;
  CLI::App& show_;
  CLI::App& acts_;
  CLI::App& conventions_;
  GridVerbs grids_;
  LookupVerbs lookups_;
  SearchFlags flags_;
  SearchCommand search_command_;
  ShowCommand show_command_;
  ActsCommand acts_command_;
  ConventionsCommand conventions_command_;
};

}  // namespace

int run_command_line(std::vector<std::string> const& words, Terminal& terminal) {
  std::vector<char const*> pointers = {"cyberlex"};
  for (std::string const& word : words) {
    pointers.push_back(word.c_str());
  }
  return CommandLine().run(pointers, terminal);
}

}  // namespace cyberlex::tools
