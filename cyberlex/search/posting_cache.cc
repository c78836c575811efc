#include "cyberlex/search/posting_cache.h"

#include <array>
#include <list>
#include <mutex>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace cyberlex {
namespace {

// What an entry takes beside its postings: the term twice, nodes of a map and of a list.
constexpr uint64_t kEntryBytes = 256;
constexpr uint64_t kPostingBytes = 5;
constexpr uint64_t kLargestShare = 4;
// Terms refused of late are remembered by a hash each; a collision only forgets one of them.
constexpr size_t kRefused = 4096;

}  // namespace

struct PostingCache::State {
  struct Entry {
    std::string term;
    std::shared_ptr<PostingList const> list;
  };
  using Entries = std::list<Entry>;

  explicit State(uint64_t most) : bound(most) {}

  std::shared_ptr<PostingList const> find(std::string const& term) {
    auto const found = places.find(term);
    if (found == places.end()) {
      return nullptr;
    }
    entries.splice(entries.begin(), entries, found->second);
    return found->second->list;
  }

  bool wants(std::string const& term, uint64_t size) {
    if (size * kLargestShare > bound) {
      return false;
    }
    if (held + size <= bound) {
      return true;
    }
    size_t const hash = std::hash<std::string>()(term);
    bool const again = refused[hash % kRefused] == hash;
    refused[hash % kRefused] = again ? 0 : hash;
    return again;
  }

  void put(std::string const& term, std::shared_ptr<PostingList const> list) {
    if (places.contains(term)) {
      return;
    }
    uint64_t const size = size_of(*list);
    while (!entries.empty() && held + size > bound) {
      held -= size_of(*entries.back().list);
      places.erase(entries.back().term);
      entries.pop_back();
    }
    held += size;
    entries.push_front({term, std::move(list)});
    places.emplace(term, entries.begin());
  }

  static uint64_t size_of(PostingList const& list) { return list.bytes() + kEntryBytes; }

  uint64_t const bound;
  std::mutex lock;
  Entries entries;  // the last asked for first
  std::unordered_map<std::string, Entries::iterator> places;
  uint64_t held = 0;
  std::array<size_t, kRefused> refused = {};
};

PostingCache::PostingCache(uint64_t bytes) : state_(std::make_unique<State>(bytes)) {}
PostingCache::~PostingCache() = default;

std::shared_ptr<PostingList const> PostingCache::get(IndexReader const& reader,
                                                     std::string const& term, Budget& budget) {
  {
    std::scoped_lock const hold(state_->lock);
    if (std::shared_ptr<PostingList const> held = state_->find(term)) {
      budget.open(held->size());
      return held;
    }
  }
  uint64_t const documents = reader.document_frequency(term);
  budget.open(documents);
  uint64_t const size = documents * kPostingBytes + kEntryBytes;
  {
    std::scoped_lock const hold(state_->lock);
    if (!state_->wants(term, size)) {
      return nullptr;
    }
  }
  // Read outside the lock: two threads may read the same, which costs time and nothing else.
  auto list = std::make_shared<PostingList const>(load_postings(reader, term, budget));
  std::scoped_lock const hold(state_->lock);
  state_->put(term, list);
  return list;
}

PostingWalk PostingCache::walk(IndexReader const& reader, std::string const& term, Budget& budget) {
  std::shared_ptr<PostingList const> list = get(reader, term, budget);
  return list != nullptr ? PostingWalk(std::move(list)) : PostingWalk(reader.postings(term));
}

uint64_t PostingCache::bytes() const {
  std::scoped_lock const hold(state_->lock);
  return state_->held;
}

}  // namespace cyberlex
