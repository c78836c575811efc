// From a question to an answer: the downstream half of the house in one function.
#pragma once

#include <memory>

#include "cyberlex/base/result.h"
#include "cyberlex/index/reader.h"
#include "cyberlex/search/budget.h"
#include "cyberlex/search/request.h"
#include "cyberlex/search/response.h"
#include "cyberlex/search/search_shared.h"

namespace cyberlex {

// One thread's searcher over one generation.
// Thread rule: one searcher a thread; what they share (SearchShared) is immutable or locked inside.
class Searcher {
 public:
  // Without `shared` the searcher makes its own. REQUIRES: `shared` is of this generation.
  static Result<Searcher> open(std::shared_ptr<Generation const> generation,
                               std::shared_ptr<SearchShared> shared = nullptr);
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;
  ~Searcher();

  IndexReader const& reader() const;
  std::shared_ptr<SearchShared> shared() const;

  // kBadQuery for the query text (with position) or a cursor of another query; kNotFound, "gone",
  // for a cursor of another generation; kDamaged when the index is; kUnavailable when `limits`
  // stopped it.
  Result<SearchResponse> search(SearchRequest const& request, SearchLimits const& limits = {});

 private:
  struct State;
  explicit Searcher(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace cyberlex
