// One index opened for searching, without the searcher's request and response.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "cyberlex/search/match.h"
#include "cyberlex/search/query.h"
#include "cyberlex/search/search_shared.h"
#include "tests/support/mini_index.h"

namespace cyberlex::testing {

class Engine {
 public:
  explicit Engine(MiniIndex const& index, uint64_t posting_bytes = SearchShared::kPostingBytes)
      : reader_(index.reader()), shared_(SearchShared::make(index.generation(), posting_bytes)) {}

  Result<MatchResult> try_match(QueryNode const& root, MatchRequest const& request,
                                SearchLimits limits = {}) {
    Budget budget(limits);
    return match({reader_, *shared_, budget}, root, request);
  }
  MatchResult match_all(QueryNode const& root, MatchRequest const& request) {
    return must(try_match(root, request));
  }
  // Documents found by a query as it is typed.
  std::vector<DocNum> matches(std::string_view text, MatchRequest const& request) {
    ParsedQuery const parsed = must(parse_query(text, reader_.generation()));
    return match_all(*parsed.root, request).all.to_vector();
  }
  Lexicon lexicon() { return {reader_, *shared_, budget_}; }
  IndexReader const& reader() const { return reader_; }
  SearchShared& shared() { return *shared_; }

 private:
  IndexReader reader_;
  std::shared_ptr<SearchShared> shared_;
  Budget budget_;
};

inline MatchRequest on(std::string_view date) {
  MatchRequest out;
  out.day = day(date);
  return out;
}

// One value of a filter, as parse_request reads it.
inline FilterValue value_of(Param param, std::string_view text, Generation const& generation) {
  return must(parse_filter_value(param, text, generation));
}

}  // namespace cyberlex::testing
