// Values by text, bounded in bytes: what was not asked for longest goes first.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace cyberlex::api {

// Least recently used, in shards with a lock each; the bound is shared out evenly, so an entry
// larger than a shard's part is not kept.
// Thread rule: any thread. Cost: constant, under one shard's lock; values are shared, not copied.
template <typename Value>
class BoundedMap {
 public:
  static constexpr size_t kShards = 8;
  // What an entry costs beside its key and value: list and table nodes, control block.
  static constexpr size_t kOverhead = 256;

  explicit BoundedMap(size_t bytes) : shard_bytes_(bytes / kShards) {}

  // Null when it is not held.
  std::shared_ptr<Value const> find(std::string_view key) {
    Shard& shard = shard_of(key);
    std::lock_guard<std::mutex> const lock(shard.mutex);
    auto const found = shard.by_key.find(key);
    if (found == shard.by_key.end()) {
      return nullptr;
    }
    shard.order.splice(shard.order.begin(), shard.order, found->second);
    return found->second->value;
  }

  // Takes the place of what stood under the key. `size`: bytes of the value.
  void put(std::string key, std::shared_ptr<Value const> value, size_t size) {
    size_t const cost = key.size() + size + kOverhead;
    Shard& shard = shard_of(key);
    std::lock_guard<std::mutex> const lock(shard.mutex);
    size_t const room = shard_bytes_.load();
    if (auto const found = shard.by_key.find(key); found != shard.by_key.end()) {
      drop(shard, found->second);
    }
    if (cost > room) {
      return;
    }
    while (shard.bytes + cost > room) {
      drop(shard, std::prev(shard.order.end()));
      evicted_.fetch_add(1, std::memory_order_relaxed);
    }
    shard.order.push_front({std::move(key), std::move(value), cost});
    shard.by_key.emplace(shard.order.front().key, shard.order.begin());
    shard.bytes += cost;
  }

  // Empties the map for good: from now on nothing is kept.
  void close() {
    shard_bytes_.store(0);
    for (Shard& shard : shards_) {
      std::lock_guard<std::mutex> const lock(shard.mutex);
      shard.by_key.clear();
      shard.order.clear();
      shard.bytes = 0;
    }
  }

  size_t bytes() const {
    return sum([](Shard const& shard) { return shard.bytes; });
  }
  size_t entries() const {
    return sum([](Shard const& shard) { return shard.order.size(); });
  }
  // Entries that went because others needed their room.
  uint64_t evicted() const { return evicted_.load(std::memory_order_relaxed); }

 private:
  struct Entry {
    std::string key;
    std::shared_ptr<Value const> value;
    size_t cost = 0;
  };
  using Order = std::list<Entry>;  // the last asked for in front
  struct Shard {
    mutable std::mutex mutex;
    Order order;
    std::unordered_map<std::string_view, typename Order::iterator> by_key;  // keys are the list's
    size_t bytes = 0;
  };

  Shard& shard_of(std::string_view key) {
    // The table inside uses the low bits.
    return shards_[(std::hash<std::string_view>{}(key) >> 32) % kShards];
  }

  static void drop(Shard& shard, typename Order::iterator entry) {
    shard.bytes -= entry->cost;
    shard.by_key.erase(entry->key);
    shard.order.erase(entry);
  }

  template <typename Of>
  size_t sum(Of const& of) const {
    size_t out = 0;
    for (Shard const& shard : shards_) {
      std::lock_guard<std::mutex> const lock(shard.mutex);
      out += of(shard);
    }
    return out;
  }

  std::atomic<size_t> shard_bytes_;
  std::atomic<uint64_t> evicted_{0};
  std::array<Shard, kShards> shards_;
};

}  // namespace cyberlex::api
