// Reads the few parameters of the paths that are no search: days, languages, pages.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/api/endpoints.h"
#include "cyberlex/base/date.h"
#include "cyberlex/base/result.h"
#include "cyberlex/search/request.h"

namespace cyberlex::api {

// The parameters of one request, all of whose names are known to its endpoint.
// Every error is kBadQuery with `where` = the parameter.
class ParameterReader {
 public:
  // An unknown name is an error that offers the nearest; parse_request says so for an endpoint that
  // takes filters.
  static Result<ParameterReader> open(ParameterList const& list, EndpointInfo const& endpoint);

  bool has(std::string_view name) const;
  // An empty value counts as absent; twice is an error.
  Result<std::optional<Date>> day(std::string_view name) const;
  Result<uint64_t> number(std::string_view name, uint64_t otherwise, uint64_t least,
                          uint64_t most) const;
  // Lower-case words [a-z0-9-], repeated or comma-separated, each once, in the order given.
  Result<std::vector<std::string>> words(std::string_view name) const;
  // One such word, or empty.
  Result<std::string> word(std::string_view name) const;
  // Values as they were given, in order, each once an occurrence; blanks around them and empty ones
  // left out.
  std::vector<std::string> texts(std::string_view name) const;
  // The values as one text, with a space between them; blanks within and behind stay.
  std::string text(std::string_view name) const;
  // Places in `choices`, repeated or comma-separated, ascending, each once; none when absent.
  Result<std::vector<size_t>> some_of(std::string_view name,
                                      std::span<std::string_view const> choices) const;
  // One of `choices`; the first when absent.
  Result<std::string> one_of(std::string_view name,
                             std::span<std::string_view const> choices) const;

 private:
  explicit ParameterReader(ParameterList const& list) : list_(list) {}
  Result<std::string> single(std::string_view name) const;

  ParameterList list_;
};

}  // namespace cyberlex::api
