// Provisions by the day on which their state came to stand, newest first: what a feed shows.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "cyberlex/search/searcher.h"

namespace cyberlex {

struct FeedRequest {
  SearchRequest search;  // by kNewest
  bool changes = false;  // of the whole corpus: acts too
};

// An act of which provisions came to stand on its newest day.
struct FeedAct {
  ActNum act = 0;
  Date day;
  uint64_t provisions = 0;  // that came to stand on it, whatever their status
  size_t before = 0;        // the hit before which it is shown
};

struct FeedAnswer {
  FeedRequest request;
  SearchResponse found;
  std::vector<Date> updated;  // one a hit: the day on which its state came to stand
  std::vector<std::optional<Date>>
      published;              // one a hit: that of the first state held, when known
  std::vector<FeedAct> acts;  // of changes; ascending by `before`
};

// A page of a feed. A state without a first day is dated by its leading text; without that by the
// day asked for. An act stands before the first of the provisions of its newest day, so that over
// all pages it stands once. Fails as Searcher::search does. REQUIRES: search.sort is kNewest.
Result<FeedAnswer> answer_feed(Searcher& searcher, FeedRequest const& request,
                               SearchLimits const& limits = {});

}  // namespace cyberlex
