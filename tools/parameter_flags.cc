#include "tools/parameter_flags.h"

#include <CLI/CLI.hpp>

#include "cyberlex/search/parameters.h"
#include "tools/flags.h"

namespace cyberlex::tools {

void ParameterFlags::add(std::string_view name, std::string const& help) {
  given_.emplace_back(std::string(name), std::vector<std::string>());
  verb_.add_option(flag_of(name), given_.back().second, help)->allow_extra_args(false);
}

void ParameterFlags::add_day() {
  add("as_of", "Day, YYYY-MM-DD (default: today in UTC)");
}

void ParameterFlags::add_search() {
  for (ParamInfo const& row : parameters()) {
    add(row.name, std::string(row.description));
  }
  add_day();
  add("expand", "on (default) or off: labels of a concept find what its others find");
}

ParameterList ParameterFlags::list() const {
  ParameterList out;
  for (auto const& [name, values] : given_) {
    for (std::string const& value : values) {
      out.emplace_back(name, value);
    }
  }
  return out;
}

}  // namespace cyberlex::tools
