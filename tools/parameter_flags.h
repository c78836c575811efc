// Flags that are the parameters of HTTP, by the same names.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cyberlex/search/request.h"

namespace CLI {
class App;
}

namespace cyberlex::tools {

// What was given to each flag of a verb. Lifetime: the application's, and it stays where it is.
class ParameterFlags {
 public:
  explicit ParameterFlags(CLI::App& verb) : verb_(verb) {}
  ParameterFlags(ParameterFlags const&) = delete;
  ParameterFlags& operator=(ParameterFlags const&) = delete;

  // A flag that may be repeated; underscores and dashes in its name are the same. `values` says in
  // help and completion what it takes ("on|off", kHandle of value_kinds.h, …); empty: of a facet's
  // name the values of the facet, else anything.
  void add(std::string_view name, std::string const& help, std::string_view values = {});
  void add_day();
  // --format, of a verb whose answer is a grid.
  void add_table_format();
  // A flag for every filter of a search, and as_of and expand.
  void add_search();

  ParameterList list() const;

 private:
  CLI::App& verb_;
  std::deque<std::pair<std::string, std::vector<std::string>>> given_;  // addresses stay
};

}  // namespace cyberlex::tools
