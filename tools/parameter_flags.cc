#include "tools/parameter_flags.h"

#include <CLI/CLI.hpp>

#include "cyberlex/search/parameters.h"
#include "tools/flags.h"
#include "tools/value_kinds.h"

namespace cyberlex::tools {

void ParameterFlags::add(std::string_view name, std::string const& help, std::string_view values) {
  given_.emplace_back(std::string(name), std::vector<std::string>());
  verb_.add_option(flag_of(name), given_.back().second, help)
      ->allow_extra_args(false)
      ->type_name(values.empty() ? kind_of_parameter(name) : std::string(values));
}

void ParameterFlags::add_day() {
  add("as_of", "Day (default: today in UTC)", kDay);
}

void ParameterFlags::add_table_format() {
  add("format", "One table in place of text", "json|csv");
}

void ParameterFlags::add_search() {
  for (ParamInfo const& row : parameters()) {
    add(row.name, std::string(row.description));
  }
  add_day();
  add("expand", "Whether labels of a concept find what its others find (default: on)", "on|off");
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
