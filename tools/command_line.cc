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

std::string with_dashes(std::string_view name) {
  std::string out(name);
  std::replace(out.begin(), out.end(), '_', '-');
  return out;
}

// "--as-of,--as_of": both spellings of a parameter's name.
std::string flag_of(std::string_view name) {
  std::string const dashed = "--" + with_dashes(name);
  std::string const plain = "--" + std::string(name);
  return dashed == plain ? plain : dashed + ',' + plain;
}

void add_common(CLI::App& verb, Common& common) {
  verb.add_option("--index", common.index_dir, "Folder of the index")->capture_default_str();
  verb.add_flag("--json", common.json, "Exactly the bytes that HTTP would answer");
}

void add_list(CLI::App& verb, std::string const& name, std::vector<std::string>& values,
              std::string const& help) {
  verb.add_option(flag_of(name), values, help)->allow_extra_args(false)->type_name("VALUE");
}

void add_day(CLI::App& verb, std::string& day) {
  verb.add_option(flag_of("as_of"), day, "Day, YYYY-MM-DD (default: today in UTC)");
}

// A flag for every parameter, and what was given to each.
class SearchFlags {
 public:
  explicit SearchFlags(CLI::App& verb) {
    verb.add_option("query", words_, "Query; several words are joined by blanks, - reads stdin");
    for (ParamInfo const& row : parameters()) {
      add(verb, row.name, std::string(row.description));
    }
    add(verb, "as_of", "Day, YYYY-MM-DD (default: today in UTC)");
    add(verb, "sort", "relevance, citation, newest, oldest, severity");
    add(verb, "limit", "Hits on a page, 1 to 100 (default 10)");
    add(verb, "cursor", "Where the page begins, as the page before named it");
    add(verb, "expand", "on (default) or off: labels of a concept find what its others find");
    add(verb, "facets", "Names of facets to count, all, or none");
  }

  ParameterList read(std::string const& query) const {
    ParameterList list;
    if (!query.empty()) {
      list.emplace_back("q", query);
    }
    for (auto const& [name, values] : given_) {
      for (std::string const& value : values) {
        list.emplace_back(name, value);
      }
    }
    return list;
  }

  std::vector<std::string> const& words() const { return words_; }

 private:
  void add(CLI::App& verb, std::string_view name, std::string const& help) {
    given_.emplace_back(std::string(name), std::vector<std::string>());
    add_list(verb, given_.back().first, given_.back().second, help);
  }

  std::vector<std::string> words_;
  std::deque<std::pair<std::string, std::vector<std::string>>> given_;  // addresses stay
};

// Standard input without its line end.
std::string read_all(std::istream& in) {
  std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) {
    text.pop_back();
  }
  return text;
}

std::string join(std::vector<std::string> const& words, Terminal& terminal) {
  std::string out;
  for (std::string const& word : words) {
    out += (out.empty() ? "" : " ") + word;
  }
  return out == "-" ? read_all(terminal.in) : out;
}

std::vector<std::string> split_at_commas(std::vector<std::string> const& values) {
  std::vector<std::string> out;
  for (std::string const& value : values) {
    for (std::string& piece : CLI::detail::split(value, ',')) {
      out.push_back(std::move(piece));
    }
  }
  return out;
}

// The verbs whose answer is a grid or a report.
class GridVerbs {
 public:
  explicit GridVerbs(CLI::App& app)
      : matrix_(*app.add_subcommand("matrix", "A treaty by states: what answers to each article")),
        safeguards_(*app.add_subcommand("safeguards", "What each power has of the safeguards")),
        coverage_(*app.add_subcommand("coverage", "What is held, and what is known missing")),
        concepts_(*app.add_subcommand("concepts", "The taxonomy, as text or as SKOS")) {
    set_up_matrix();
    set_up_safeguards();
    add_day(coverage_, coverage_command_.as_of);
    coverage_.add_flag("--markdown", coverage_command_.markdown, "As a page of Markdown");
    add_common(coverage_, coverage_command_.common);
    set_up_concepts();
  }

  // Nothing when none of these verbs was chosen.
  std::optional<int> run(Terminal& terminal) {
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
    return std::nullopt;
  }

 private:
  void set_up_matrix() {
    matrix_.add_option("convention", matrix_command_.convention, "Treaty, such as unc")->required();
    add_list(matrix_, "jurisdiction", matrix_command_.jurisdictions, "States (default: all held)");
    add_day(matrix_, matrix_command_.as_of);
    add_common(matrix_, matrix_command_.common);
    matrix_.footer(kMatrixExamples);
  }

  void set_up_safeguards() {
    add_list(safeguards_, "jurisdiction", safeguards_command_.jurisdictions,
             "States, int for treaties (default: all states held)");
    add_list(safeguards_, "power", safeguards_command_.powers, "Powers (default: all)");
    add_day(safeguards_, safeguards_command_.as_of);
    add_common(safeguards_, safeguards_command_.common);
    safeguards_.footer(kSafeguardsExamples);
  }

  void set_up_concepts() {
    concepts_.add_option("concept", concepts_command_.concept_id, "Id of one concept");
    add_list(concepts_, "scheme", concepts_command_.schemes, "Schemes (default: all)");
    concepts_.add_option("--format", concepts_command_.format, "turtle or jsonld (default: text)")
        ->check(CLI::IsMember({"turtle", "jsonld"}));
    add_common(concepts_, concepts_command_.common);
    concepts_.footer(kConceptsExamples);
  }

  CLI::App& matrix_;
  CLI::App& safeguards_;
  CLI::App& coverage_;
  CLI::App& concepts_;
  MatrixCommand matrix_command_;
  SafeguardsCommand safeguards_command_;
  CoverageCommand coverage_command_;
  ConceptsCommand concepts_command_;
};

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
