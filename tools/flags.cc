#include "tools/flags.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <istream>
#include <iterator>

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

}  // namespace cyberlex::tools
