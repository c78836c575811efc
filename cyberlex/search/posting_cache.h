// Posting lists that are asked for again and again, decoded, within a bound of memory.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "cyberlex/index/reader.h"
#include "cyberlex/search/budget.h"
#include "cyberlex/search/posting_list.h"

namespace cyberlex {

// The lists of one generation. As long as there is room a list is kept the first time it is asked
// for. When the cache is full a list comes in only when it is asked for a second time, and those
// asked for longest ago go; so a stream of rare questions does not sweep it clean. A list above a
// quarter of the bound is never kept.
// Thread rule: every function may be called from several threads at once.
class PostingCache {
 public:
  explicit PostingCache(uint64_t bytes);
  ~PostingCache();
  PostingCache(PostingCache const&) = delete;
  PostingCache& operator=(PostingCache const&) = delete;

  // The whole list of a term, or null when it is not to be kept; then it is walked on disk.
  // REQUIRES: every reader is of the same generation. Throws ReaderDamaged and SearchStopped.
  std::shared_ptr<PostingList const> get(IndexReader const& reader, std::string const& term,
                                         Budget& budget);
  // A walk over it, wherever it is. Throws as get().
  PostingWalk walk(IndexReader const& reader, std::string const& term, Budget& budget);

  uint64_t bytes() const;  // held now

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cyberlex
