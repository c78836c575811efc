// The verbs of the `cyberlex` command line, without their flags' syntax.
#pragma once

#include <string>
#include <vector>

#include "cyberlex/search/request.h"
#include "tools/terminal.h"

namespace cyberlex::tools {

// What every verb takes.
struct Common {
  std::string index_dir = "var/index";
  bool json = false;  // exactly the bytes that HTTP would answer
};

struct SearchCommand {
  Common common;
  ParameterList parameters;
};
struct ShowCommand {
  Common common;
  std::string handle;
  std::string as_of;  // empty: today in UTC
  std::vector<std::string> languages;
};
struct ActsCommand {
  Common common;
  std::string handle;  // empty: the list
  std::string as_of;
  std::vector<std::string> jurisdictions;
  uint64_t limit = 0;  // 0: as HTTP has it
  uint64_t offset = 0;
};
struct ConventionsCommand {
  Common common;
  std::string handle;  // a treaty, an article, or empty for the list of treaties
  std::string as_of;
  std::vector<std::string> languages;
};

struct MatrixCommand {
  Common common;
  std::string convention;
  std::vector<std::string> jurisdictions;
  std::string as_of;
};
struct SafeguardsCommand {
  Common common;
  std::vector<std::string> jurisdictions;
  std::vector<std::string> powers;
  std::string as_of;
};
struct CoverageCommand {
  Common common;
  std::vector<std::string> jurisdictions;  // whose acts are all listed
  std::string as_of;
  bool markdown = false;
};
struct ConceptsCommand {
  Common common;
  std::vector<std::string> schemes;
  std::string concept_id;  // empty: all
  std::string format;      // "", "turtle", "jsonld"
};
struct CiteCommand {
  Common common;
  std::vector<std::string> texts;
  std::string as_of;
};
struct SuggestCommand {
  Common common;
  std::string q;
  std::vector<std::string> kinds;
  uint64_t limit = 0;  // 0: as HTTP has it
  std::string as_of;
};

struct CrosstabCommand {
  Common common;
  ParameterList parameters;
};

// Each writes its answer and returns an exit code (exit_codes.h).
int run_search(SearchCommand const& command, Terminal& terminal);
int run_show(ShowCommand const& command, Terminal& terminal);
int run_acts(ActsCommand const& command, Terminal& terminal);
int run_conventions(ConventionsCommand const& command, Terminal& terminal);
int run_matrix(MatrixCommand const& command, Terminal& terminal);
int run_safeguards(SafeguardsCommand const& command, Terminal& terminal);
int run_coverage(CoverageCommand const& command, Terminal& terminal);
int run_concepts(ConceptsCommand const& command, Terminal& terminal);
int run_crosstab(CrosstabCommand const& command, Terminal& terminal);
int run_cite(CiteCommand const& command, Terminal& terminal);
int run_suggest(SuggestCommand const& command, Terminal& terminal);

// A command line from its first word after the program's name.
int run_command_line(std::vector<std::string> const& words, Terminal& terminal);

}  // namespace cyberlex::tools
