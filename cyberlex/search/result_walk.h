// Every hit of a search, one after the other: what an export reads.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "cyberlex/base/result.h"
#include "cyberlex/search/searcher.h"

namespace cyberlex {

struct WalkedHit {
  uint64_t rank = 0;  // from 1
  Hit hit;
  std::vector<StateText> texts;  // texts[i] belongs to hit.record->texts[i]
};

// The hits that all pages of a search hold together, in the same order and with the same scores, on
// the searcher's generation. Memory: one number and one score a hit, and one record at a time.
// Thread rule: the searcher's thread. Lifetime: not longer than the searcher's.
class ResultWalk {
 public:
  // The page (limit, cursor) and the facets of `request` play no part. `limits` hold for finding
  // and for every hit. Fails as Searcher::search does.
  static Result<ResultWalk> open(Searcher& searcher, SearchRequest request,
                                 SearchLimits const& limits = {});
  ResultWalk(ResultWalk&&) noexcept;
  ResultWalk& operator=(ResultWalk&&) noexcept;
  ~ResultWalk();

  // How the question was read, and the total; without hits and facets.
  SearchResponse const& head() const;

  // False at the end, and then always. Fails as Searcher::search does.
  Result<bool> next(WalkedHit& out);

 private:
  struct State;
  explicit ResultWalk(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace cyberlex
