#include "tools/manual.h"

#include <CLI/CLI.hpp>

#include "tools/exit_codes.h"
#include "tools/roff.h"

namespace cyberlex::tools {
namespace {

constexpr char const* kAfter = R"(.SH ENVIRONMENT
.TP
.B NO_COLOR
When set, nothing is bold on a terminal.
.SH FILES
.TP
.I var/index
The index, where \-\-index names no other.
.SH SEE ALSO
The parameters, the query language and the formats of export are described in the pages under
.I docs
of the project.
)";

constexpr char const* kOutput = R"(.SH OUTPUT
Data go to standard output, everything else to standard error.
On a terminal lines are as wide as it is and matches are bold; elsewhere lines have 96 columns.
With \-\-json the output is exactly what a server answers.
A word \- is standard input.
.SH EXIT STATUS
)";

// Flags that verbs share are described once.
bool is_common(CLI::Option const& option) {
  auto const& names = option.get_lnames();
  std::string const name = names.empty() ? "" : names.front();
  return name == "help" || name == "index" || name == "server" || name == "json";
}

std::string examples_of(CLI::App const& verb) {
  std::string const footer = verb.get_footer();
  return footer.empty() ? "" : ".PP\n.nf\n" + roff(footer) + "\n.fi\n";
}

std::string synopsis_of(CLI::App const& verb) {
  std::string out = ".B cyberlex " + verb.get_name() + '\n';
  for (CLI::Option const* option : verb.get_options()) {
    if (option->get_positional()) {
      out += ".I " + roff(option->get_name(true)) + '\n';
    }
  }
  return out;
}

std::string section_of(CLI::App const& verb) {
  std::string out = ".SS " + verb.get_name() + '\n' + roff(verb.get_description()) + ".\n.PP\n" +
                    synopsis_of(verb) + ".RI [ flags ]\n";
  for (CLI::Option const* option : verb.get_options()) {
    if (!is_common(*option)) {
      out += roff_entry(*option, option->get_type_name());
    }
  }
  return out + examples_of(verb);
}

std::string common_flags(CLI::App const& verb) {
  std::string out = ".SH FLAGS OF EVERY VERB\n";
  for (CLI::Option const* option : verb.get_options()) {
    if (is_common(*option)) {
      out += roff_entry(*option, option->get_type_name());
    }
  }
  return out;
}

std::string exit_codes() {
  std::string out;
  for (ExitCode const& each : kExitCodes) {
    out += roff_entry(std::to_string(each.code), each.meaning);
  }
  return out;
}

}  // namespace

std::string manual_page(CLI::App const& app) {
  auto const verbs = app.get_subcommands([](CLI::App const*) { return true; });
  std::string out = ".TH CYBERLEX 1 \"\" \"Cyberlex " CYBERLEX_VERSION "\" \"User Commands\"\n";
  out += ".SH NAME\ncyberlex \\- look up statutes and treaties on cybercrime\n.SH SYNOPSIS\n";
  out += ".B cyberlex\n.I verb\n.RI [ flags ]\n.SH DESCRIPTION\n";
  out += roff(app.get_description()) + "\n.SH VERBS\n";
  for (CLI::App const* verb : verbs) {
    out += section_of(*verb);
  }
  return out + common_flags(*verbs.front()) + kOutput + exit_codes() + kAfter;
}

}  // namespace cyberlex::tools
