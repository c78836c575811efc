#include "tools/flags.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <istream>
#include <iterator>

#include "tools/value_kinds.h"

namespace cyberlex::tools {
namespace {

std::string with_dashes(std::string_view name) {
  std::string out(name);
  std::replace(out.begin(), out.end(), '_', '-');
  return out;
}

// Standard input without its line end.
std::string read_all(std::istream& in) {
  std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) {
    text.pop_back();
  }
  return text;
}

}  // namespace

std::string flag_of(std::string_view name) {
  std::string const dashed = "--" + with_dashes(name);
  std::string const plain = "--" + std::string(name);
  return dashed == plain ? plain : dashed + ',' + plain;
}

void add_common(CLI::App& verb, Common& common) {
  auto* const index = verb.add_option("--index", common.index_dir, "Folder of the index");
  index->type_name(std::string(kFolder))->capture_default_str();
  verb.add_option("--server", common.server, "Address of a daemon to ask in place of an index")
      ->type_name("URL")
      ->excludes(index);
  verb.add_flag("--json", common.json, "Exactly the bytes that HTTP would answer");
}

std::string join(std::vector<std::string> const& words, Terminal& terminal) {
  std::string out;
  for (std::string const& word : words) {
    out += (out.empty() ? "" : " ") + word;
  }
  return out == "-" ? read_all(terminal.in) : out;
}

std::vector<std::string> words_or_lines(std::vector<std::string> const& words, Terminal& terminal) {
  bool const typed = words == std::vector<std::string>{"-"};
  std::vector<std::string> out;
  for (std::string const& text : typed ? std::vector{join(words, terminal)} : words) {
    for (std::string& line : CLI::detail::split(text, '\n')) {
      CLI::detail::trim(line);
      if (!line.empty()) {
        out.push_back(std::move(line));
      }
    }
  }
  return out;
}

}  // namespace cyberlex::tools
