#include "tools/search_flags.h"

#include <CLI/CLI.hpp>

#include "cyberlex/search/parameters.h"
#include "tools/flags.h"

namespace cyberlex::tools {

SearchFlags::SearchFlags(CLI::App& verb) : verb_(verb) {
  verb.add_option("query", words_, "Query; several words are joined by blanks, - reads stdin");
  for (ParamInfo const& row : parameters()) {
    add(row.name, std::string(row.description));
  }
  add("as_of", "Day, YYYY-MM-DD (default: today in UTC)");
  add("expand", "on (default) or off: labels of a concept find what its others find");
}

void SearchFlags::add(std::string_view name, std::string const& help) {
  given_.emplace_back(std::string(name), std::vector<std::string>());
  add_list(verb_, given_.back().first, given_.back().second, help);
}

ParameterList SearchFlags::read(std::string const& query) const {
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

}  // namespace cyberlex::tools
