#include "cyberlex/search/budget.h"

namespace cyberlex {

Error error_of(SearchStopped const& stopped, std::string const& what, std::string const& where) {
  if (stopped.postings == 0) {
    return {ErrorCode::kUnavailable, what + " took longer than it may and was stopped", where};
  }
  return {ErrorCode::kBadQuery,
          what + " would read more than " + std::to_string(stopped.postings) +
              " postings, the most that is allowed; longer prefixes, rarer words and fewer "
              "alternatives read fewer",
          where};
}

}  // namespace cyberlex
