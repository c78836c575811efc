#include "tools/program_manual.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cctype>

#include "tools/roff.h"

namespace cyberlex::tools {
namespace {

// CLI11 calls it "TEXT:{auto,plain}", "UINT:INT in [1 - 512]", "TEXT:PATH(existing)".
std::string shown_kind(std::string const& kind) {
  size_t const open = kind.find('{');
  if (open != std::string::npos) {
    std::string choices = kind.substr(open + 1, kind.find('}', open) - open - 1);
    std::replace(choices.begin(), choices.end(), ',', '|');
    return choices;
  }
  for (char const* const place : {"DIR", "PATH", "FILE"}) {
    if (kind.find(place) != std::string::npos) {
      return place;
    }
  }
  bool const number =
      kind.starts_with("UINT") || kind.starts_with("INT") || kind.starts_with("FLOAT");
  return number ? "N" : "VALUE";
}

std::string in_capitals(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return text;
}

// A verb's --help is the program's.
std::string flags_of(CLI::App const& app) {
  bool const is_verb = app.get_parent() != nullptr;
  std::string out;
  for (CLI::Option const* option : app.get_options()) {
    if (!is_verb || option != app.get_help_ptr()) {
      out += roff_entry(*option, shown_kind(option->get_type_name()));
    }
  }
  return out;
}

std::string verbs_of(CLI::App const& app) {
  std::string out;
  for (CLI::App const* verb : app.get_subcommands([](CLI::App const*) { return true; })) {
    out += ".SS " + roff(verb->get_name()) + '\n' + roff(verb->get_description()) + ".\n" +
           flags_of(*verb);
  }
  return out;
}

}  // namespace

std::string program_manual(CLI::App const& app, ProgramManual const& manual) {
  std::string const& name = app.get_name();
  bool const administers = manual.section == '8';
  std::string const verbs = verbs_of(app);
  std::string out = ".TH " + roff(in_capitals(name)) + ' ' + manual.section + " \"\" \"Cyberlex " +
                    roff(app.version()) + "\" \"" +
                    (administers ? "System Administration" : "User Commands") + "\"\n";
  out += ".SH NAME\n" + roff(name) + " \\- " + roff(manual.purpose) + "\n.SH SYNOPSIS\n";
  out += ".B " + roff(name) + '\n' + (verbs.empty() ? "" : ".I verb\n") + ".RI [ flags ]\n";
  out += ".SH DESCRIPTION\n" + roff(app.get_description()) + '\n';
  out += verbs.empty() ? "" : ".SH VERBS\n" + verbs;
  out += ".SH FLAGS\n" + flags_of(app) + ".SH EXIT STATUS\n";
  for (ProgramManual::Exit const& exit : manual.exits) {
    out += roff_entry(std::to_string(exit.code), exit.meaning);
  }
  return out + std::string(manual.after);
}

void add_manual_flag(CLI::App& app, ProgramManual const& manual) {
  app.add_flag_callback(
         "--manual",
         [&app, manual] {
           std::string page = program_manual(app, manual);
           page.pop_back();  // CLI11 ends it with a line end of its own
           throw CLI::CallForVersion(page, 0);
         },
         "Prints the manual page")
      ->configurable(false);
}

}  // namespace cyberlex::tools
