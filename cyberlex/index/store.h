// The one door to Xapian's files: shards are written, merged, opened, checked. (Walking postings is
// reader.cc's.)
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "cyberlex/base/result.h"
#include "cyberlex/index/document.h"
#include "cyberlex/index/terms.h"

namespace cyberlex {

// The metadata key under which the texts of a document lie.
std::string texts_key(DocNum doc);

// What a document has in a slot: bytes that are counted as a whole, or a number that ranges know.
struct SlotValue {
  uint32_t slot = 0;
  std::variant<std::string, int64_t> value;
};

// Xapian takes about 100 MB a value; smaller pieces need less memory at a time. A long value lies
// in pieces of this size, each under a key of its own but for the first.
inline constexpr size_t kStoredPiece = size_t{16} << 20;
std::string stored_piece_key(std::string const& key, size_t number);

// Writes one database that nobody reads yet. Durability is the caller's business.
// Errors: kUnavailable. Thread rule: one object, one thread.
class ShardWriter {
 public:
  // Makes the folder, which must not exist. `served`: xapian-tcpsrv must be able to give its
  // documents, for which it wants the list of each one's terms.
  static Result<ShardWriter> create(std::string const& folder, bool served = false);
  ShardWriter(ShardWriter&&) noexcept;
  ShardWriter& operator=(ShardWriter&&) noexcept;
  ~ShardWriter();

  // Adds the next document of the shard. `values` lie in slots, for ranges and counts.
  Status add(std::string const& data, DocumentTerms const& terms,
             std::span<SlotValue const> values = {});
  // Stores a value of any size under a key of at most 200 bytes. REQUIRES: value not empty.
  Status put(std::string const& key, std::string const& value);
  Status finish();

 private:
  struct State;
  explicit ShardWriter(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// Joins shards, in their order, into one compact database; documents are numbered through.
Status merge_shards(std::vector<std::string> const& shards, std::string const& folder);

// A database open for its stored values.
// Errors: kDamaged. Thread rule: one object, one thread.
class StoreReader {
 public:
  static Result<StoreReader> open(std::string const& folder);
  StoreReader(StoreReader&&) noexcept;
  StoreReader& operator=(StoreReader&&) noexcept;
  ~StoreReader();

  uint64_t documents() const;
  // What put() stored; kDamaged when there is nothing under the key.
  Result<std::string> get(std::string const& key) const;
  // What add() stored as data. REQUIRES: doc < documents().
  Result<std::string> data(DocNum doc) const;

 private:
  struct State;
  explicit StoreReader(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// Whether Xapian can check the structure of the tables: for that it opens them to write, though it
// writes nothing.
bool can_check_store(std::string const& folder);
// Checks it; kDamaged says what Xapian found. REQUIRES: can_check_store().
Status check_store(std::string const& folder);

}  // namespace cyberlex
