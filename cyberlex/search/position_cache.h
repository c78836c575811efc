// Position lists that are asked for again and again, decoded once, within a bound of memory.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "cyberlex/index/reader.h"

namespace cyberlex {

class PositionCache;
struct TermPositions;

// The position lists of one term. Lifetime: not longer than the cache and the reader it came from.
// Thread rule: one search.
class PositionLists {
 public:
  // Appends the positions in a document, ascending. Throws ReaderDamaged as the reader does.
  void read(DocNum doc, std::vector<uint32_t>& out);

 private:
  friend class PositionCache;
  PositionLists(PositionCache& cache, IndexReader const& reader, std::string term);

  PositionCache* cache_;
  IndexReader const* reader_;
  std::string term_;
  std::shared_ptr<TermPositions> kept_;  // null: the term is not kept
};

// The lists of one generation, by term. As long as there is room a list is kept once it was read.
// When the cache is full the terms asked for longest ago go, and a new term comes in only when it
// is asked for a second time; so a stream of rare questions does not sweep it clean. Of one term
// about a quarter of the bound is kept at most.
// Thread rule: every function may be called from several threads at once.
class PositionCache {
 public:
  explicit PositionCache(uint64_t bytes);  // 0: nothing is kept
  ~PositionCache();
  PositionCache(PositionCache const&) = delete;
  PositionCache& operator=(PositionCache const&) = delete;

  // REQUIRES: every reader is of the same generation.
  PositionLists lists(IndexReader const& reader, std::string term);

  uint64_t bytes() const;  // held now

 private:
  friend class PositionLists;
  struct State;

  std::shared_ptr<TermPositions> kept(std::string const& term);
  void grown(TermPositions& term, uint64_t by);

  std::unique_ptr<State> state_;
};

}  // namespace cyberlex
