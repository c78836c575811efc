#include "cyberlex/search/position_cache.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <functional>
#include <list>
#include <mutex>
#include <span>
#include <unordered_map>
#include <utility>

namespace cyberlex {

// The lists of one term: a hash table from documents to places in a row of bytes, in which a list
// is its length and the steps from position to position, seven bits a byte.
struct TermPositions {
  std::mutex lock;
  std::vector<uint64_t> table;  // document + 1 above, place below; 0: free
  size_t used = 0;
  std::vector<uint8_t> lists;
  std::atomic<bool> grows = true;  // false: dropped, or as large as one may be
  uint64_t counted = 0;            // bytes; under the lock of the cache

  // False when the document's list is not here.
  bool read(DocNum doc, std::vector<uint32_t>& out) const {
    if (table.empty()) {
      return false;
    }
    uint64_t const entry = table[slot_of(doc)];
    if (entry == 0) {
      return false;
    }
    decode(static_cast<uint32_t>(entry), out);
    return true;
  }

  // Returns by how many bytes this is larger now.
  uint64_t add(DocNum doc, std::span<uint32_t const> positions) {
    if (lists.size() > kMostBytes) {
      return 0;
    }
    uint64_t const before = bytes();
    if ((used + 1) * 4 > table.size() * 3) {
      grow();
    }
    uint64_t& entry = table[slot_of(doc)];
    if (entry != 0) {
      return 0;  // another search was faster
    }
    entry = (uint64_t{doc} + 1) << 32 | lists.size();
    ++used;
    encode(positions);
    return bytes() - before;
  }

 private:
  static constexpr size_t kFirstSlots = 16;
  static constexpr size_t kMostBytes = UINT32_MAX / 2;

  uint64_t bytes() const { return table.capacity() * sizeof(uint64_t) + lists.capacity(); }

  // Where the document is, or would be.
  size_t slot_of(DocNum doc) const {
    constexpr uint64_t kMix = 0x9E3779B97F4A7C15;
    size_t const mask = table.size() - 1;
    size_t at = static_cast<size_t>((doc * kMix) >> 32) & mask;
    while (table[at] != 0 && table[at] >> 32 != uint64_t{doc} + 1) {
      at = (at + 1) & mask;
    }
    return at;
  }

  void grow() {
    std::vector<uint64_t> const old =
        std::exchange(table, std::vector<uint64_t>(std::max(kFirstSlots, table.size() * 2)));
    for (uint64_t const entry : old) {
      if (entry != 0) {
        table[slot_of(static_cast<DocNum>((entry >> 32) - 1))] = entry;
      }
    }
  }

  void put(uint32_t value) {
    for (; value >= 128; value >>= 7) {
      lists.push_back(static_cast<uint8_t>(value | 128));
    }
    lists.push_back(static_cast<uint8_t>(value));
  }

  void encode(std::span<uint32_t const> positions) {
    put(static_cast<uint32_t>(positions.size()));
    uint32_t last = 0;
    for (uint32_t const position : positions) {
      put(position - last);
      last = position;
    }
  }

  uint32_t get(size_t& at) const {
    uint32_t out = 0;
    for (uint32_t shift = 0;; shift += 7) {
      uint8_t const byte = lists[at++];
      out |= static_cast<uint32_t>(byte & 127) << shift;
      if (byte < 128) {
        return out;
      }
    }
  }

  void decode(size_t at, std::vector<uint32_t>& out) const {
    uint32_t last = 0;
    for (uint32_t left = get(at); left > 0; --left) {
      last += get(at);
      out.push_back(last);
    }
  }
};

namespace {

// What an entry takes beside its lists: the term twice, nodes of a map and of a list.
constexpr uint64_t kEntryBytes = 320;
// Terms refused of late are remembered by a hash each; a collision only forgets one of them.
constexpr size_t kRefused = 4096;
constexpr uint64_t kLargestShare = 4;

}  // namespace

struct PositionCache::State {
  using Entries = std::list<std::pair<std::string, std::shared_ptr<TermPositions>>>;

  explicit State(uint64_t most) : bound(most) {}

  std::shared_ptr<TermPositions> find(std::string const& term) {
    auto const found = places.find(term);
    if (found == places.end()) {
      return nullptr;
    }
    entries.splice(entries.begin(), entries, found->second);
    return found->second->second;
  }

  bool wants(std::string const& term) {
    if (bound == 0 || held + kEntryBytes <= bound - bound / kFullShare) {
      return bound > 0;
    }
    size_t const hash = std::hash<std::string>()(term);
    bool const again = refused[hash % kRefused] == hash;
    refused[hash % kRefused] = again ? 0 : hash;
    return again;
  }

  std::shared_ptr<TermPositions> add(std::string const& term) {
    auto made = std::make_shared<TermPositions>();
    entries.emplace_front(term, made);
    places.emplace(term, entries.begin());
    count(*made, kEntryBytes);
    return made;
  }

  void count(TermPositions& term, uint64_t bytes) {
    if (!term.grows.load(std::memory_order_relaxed)) {
      return;
    }
    term.counted += bytes;
    held += bytes;
    if (term.counted * kLargestShare > bound) {
      term.grows.store(false, std::memory_order_relaxed);
    }
    while (held > bound && !entries.empty()) {
      TermPositions& oldest = *entries.back().second;
      oldest.grows.store(false, std::memory_order_relaxed);
      held -= oldest.counted;
      places.erase(entries.back().first);
      entries.pop_back();
    }
  }

  // Above all but this share of the bound the cache counts as full.
  static constexpr uint64_t kFullShare = 16;

  uint64_t const bound;
  std::mutex lock;
  Entries entries;  // the last asked for first
  std::unordered_map<std::string, Entries::iterator> places;
  uint64_t held = 0;
  std::array<size_t, kRefused> refused = {};
};

PositionCache::PositionCache(uint64_t bytes) : state_(std::make_unique<State>(bytes)) {}
PositionCache::~PositionCache() = default;

PositionLists PositionCache::lists(IndexReader const& reader, std::string term) {
  return {*this, reader, std::move(term)};
}

std::shared_ptr<TermPositions> PositionCache::kept(std::string const& term) {
  std::scoped_lock const hold(state_->lock);
  std::shared_ptr<TermPositions> found = state_->find(term);
  return found == nullptr && state_->wants(term) ? state_->add(term) : found;
}

void PositionCache::grown(TermPositions& term, uint64_t by) {
  std::scoped_lock const hold(state_->lock);
  state_->count(term, by);
}

uint64_t PositionCache::bytes() const {
  std::scoped_lock const hold(state_->lock);
  return state_->held;
}

PositionLists::PositionLists(PositionCache& cache, IndexReader const& reader, std::string term)
    : cache_(&cache), reader_(&reader), term_(std::move(term)), kept_(cache.kept(term_)) {}

void PositionLists::read(DocNum doc, std::vector<uint32_t>& out) {
  if (kept_ == nullptr) {
    return reader_->positions(term_, doc, out);
  }
  {
    std::scoped_lock const hold(kept_->lock);
    if (kept_->read(doc, out)) {
      return;
    }
  }
  size_t const before = out.size();
  reader_->positions(term_, doc, out);
  if (!kept_->grows.load(std::memory_order_relaxed)) {
    return;
  }
  uint64_t grown = 0;
  {
    std::scoped_lock const hold(kept_->lock);
    grown = kept_->add(doc, std::span(out).subspan(before));
  }
  if (grown > 0) {
    cache_->grown(*kept_, grown);
  }
}

}  // namespace cyberlex
