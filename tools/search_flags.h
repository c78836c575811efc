// The flags of a verb that takes a query and the parameters of a search.
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

// A flag for every parameter, and what was given to each. Lifetime: the application's.
class SearchFlags {
 public:
  // Filters, as_of and expand.
  explicit SearchFlags(CLI::App& verb);

  void add(std::string_view name, std::string const& help);
  ParameterList read(std::string const& query) const;
  std::vector<std::string> const& words() const { return words_; }

 private:
  CLI::App& verb_;
  std::vector<std::string> words_;
  std::deque<std::pair<std::string, std::vector<std::string>>> given_;  // addresses stay
};

}  // namespace cyberlex::tools
