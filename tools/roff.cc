#include "tools/roff.h"

#include <CLI/CLI.hpp>

namespace cyberlex::tools {
namespace {

// "-q, --quiet" in bold, or the name of a word beside the flags.
std::string names_of(CLI::Option const& option) {
  std::string out;
  for (std::string const& name : option.get_snames()) {
    out += (out.empty() ? "\\fB" : ", \\fB") + roff("-" + name) + "\\fR";
  }
  if (!option.get_lnames().empty()) {
    out += (out.empty() ? "\\fB" : ", \\fB") + roff("--" + option.get_lnames().front()) + "\\fR";
  }
  return out;
}

}  // namespace

std::string roff(std::string_view text) {
  std::string out;
  for (char const c : text) {
    bool const begins = out.empty() || out.back() == '\n';
    if (begins && (c == '.' || c == '\'')) {
      out += "\\&";
    }
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else if (c == '\'') {
      out += "\\(aq";
    } else {
      out += c;
    }
  }
  return out;
}

std::string roff_entry(CLI::Option const& option, std::string_view takes) {
  std::string tag = names_of(option);
  if (tag.empty()) {
    tag = "\\fI" + roff(option.get_name(true)) + "\\fR";
  } else if (option.get_items_expected_max() > 0) {
    tag += " \\fI" + roff(takes) + "\\fR";
  }
  return ".TP\n" + tag + '\n' + roff(option.get_description()) + ".\n";
}

std::string roff_entry(std::string_view word, std::string_view meaning) {
  return ".TP\n.B " + roff(word) + '\n' + roff(meaning) + '\n';
}

}  // namespace cyberlex::tools
