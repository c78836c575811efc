// The one door to Xapian's files: shards are written, merged, opened, checked. (Walking postings is
// reader.cc's.)
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "cyberlex/base/result.h"
#include "cyberlex/index/document.h"
#include "cyberlex/index/terms.h"

namespace cyberlex {

// The metadata key under which the texts of a document lie.
std::string texts_key(DocNum doc);

// Writes one database that nobody reads yet. Durability is the caller's business.
// Errors: kUnavailable. Thread rule: one object, one thread.
class ShardWriter {
 public:
  // Makes the folder, which must not exist.
  static Result<ShardWriter> create(std::string const& folder);
  ShardWriter(ShardWriter&&) noexcept;
  ShardWriter& operator=(ShardWriter&&) noexcept;
  ~ShardWriter();

  // Adds the next document of the shard.
  Status add(std::string const& data, DocumentTerms const& terms);
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

// Checks the structure of every table; kDamaged says what Xapian found.
Status check_store(std::string const& folder);

}  // namespace cyberlex
