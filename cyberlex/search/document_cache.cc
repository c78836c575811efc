#include "cyberlex/search/document_cache.h"

#include <list>
#include <mutex>
#include <unordered_map>
#include <utility>

#include "cyberlex/index/record.h"

namespace cyberlex {
namespace {

// What an entry takes beside the document's own memory: nodes of a map and of a list, counters.
constexpr uint64_t kEntryBytes = sizeof(HeldDocument) + 192;
constexpr uint64_t kLargestShare = 4;

using Held = std::shared_ptr<HeldDocument const>;

Result<Held> load(IndexReader const& reader, DocNum doc, LanguageTools& tools) {
  Result<ProvisionRecord> record = reader.record(doc);
  if (!record) {
    return record.error();
  }
  Result<std::vector<StateText>> texts = reader.texts(doc);
  if (!texts) {
    return texts.error();
  }
  return Held(std::make_shared<HeldDocument const>(
      HeldDocument{std::move(record).value(), shown_texts(std::move(texts).value(), tools)}));
}

}  // namespace

struct DocumentCache::State {
  struct Entry {
    DocNum doc;
    uint64_t bytes;
    Held document;
  };
  using Entries = std::list<Entry>;

  explicit State(uint64_t most) : bound(most) {}

  Held find(DocNum doc) {
    auto const found = places.find(doc);
    if (found == places.end()) {
      return nullptr;
    }
    entries.splice(entries.begin(), entries, found->second);
    return found->second->document;
  }

  void put(DocNum doc, uint64_t size, Held document) {
    if (size * kLargestShare > bound || places.contains(doc)) {
      return;
    }
    while (!entries.empty() && held + size > bound) {
      held -= entries.back().bytes;
      places.erase(entries.back().doc);
      entries.pop_back();
    }
    held += size;
    entries.push_front({doc, size, std::move(document)});
    places.emplace(doc, entries.begin());
  }

  uint64_t const bound;
  std::mutex lock;
  Entries entries;  // the last asked for first
  std::unordered_map<DocNum, Entries::iterator> places;
  uint64_t held = 0;
};

DocumentCache::DocumentCache(uint64_t bytes) : state_(std::make_unique<State>(bytes)) {}
DocumentCache::~DocumentCache() = default;

Result<Held> DocumentCache::get(IndexReader const& reader, DocNum doc, LanguageTools& tools) {
  {
    std::scoped_lock const hold(state_->lock);
    if (Held held = state_->find(doc)) {
      return held;
    }
  }
  // Read outside the lock: two threads may read the same, which costs time and nothing else.
  Result<Held> read = load(reader, doc, tools);
  if (!read) {
    return read;
  }
  uint64_t const size = kEntryBytes + heap_bytes((*read)->record) + heap_bytes((*read)->texts);
  std::scoped_lock const hold(state_->lock);
  state_->put(doc, size, *read);
  return read;
}

uint64_t DocumentCache::bytes() const {
  std::scoped_lock const hold(state_->lock);
  return state_->held;
}

}  // namespace cyberlex
