// A set of documents: a Roaring bitmap for set algebra, or plain bits for the fastest test of one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "cyberlex/index/document.h"

namespace cyberlex {

// A value: copies are deep. CRoaring ends in doc_set.cc; a set is built in memory and never read
// from disk. Thread rule: const functions may run in several threads at once.
class DocSet {
 public:
  DocSet();
  ~DocSet();
  DocSet(DocSet const& other);
  DocSet& operator=(DocSet const& other);
  DocSet(DocSet&&) noexcept;
  DocSet& operator=(DocSet&&) noexcept;

  static DocSet range(DocNum first, DocNum last);  // [first, last)
  // REQUIRES: ascending. Repeated documents count once.
  static DocSet of(std::span<DocNum const> docs);

  uint64_t size() const;
  bool empty() const;
  bool contains(DocNum doc) const;
  bool operator==(DocSet const& other) const;

  DocSet& operator&=(DocSet const& other);
  DocSet& operator|=(DocSet const& other);
  DocSet& operator-=(DocSet const& other);
  uint64_t size_of_common(DocSet const& other) const;

  std::vector<DocNum> to_vector() const;  // ascending
  // At most `count` documents, ascending, after the first `rank`.
  std::vector<DocNum> slice(uint64_t rank, uint64_t count) const;
  // Stores runs as runs. Worth it for a set that is kept.
  void compact();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// One bit a document.
class BitArray {
 public:
  BitArray() = default;
  // Cost: linear in the set.
  BitArray(DocSet const& set, size_t documents);
  // REQUIRES: doc < documents.
  bool has(DocNum doc) const { return ((words_[doc >> 6] >> (doc & 63)) & 1) != 0; }

 private:
  std::vector<uint64_t> words_;
};

// A set that is asked for single documents; where its bits are at hand they answer.
struct DocMask {
  std::shared_ptr<DocSet const> set;
  std::shared_ptr<BitArray const> bits;  // null, or those of the set

  bool has(DocNum doc) const { return bits != nullptr ? bits->has(doc) : set->contains(doc); }
  // Appends those of `docs` that are here.
  void append_common(std::span<DocNum const> docs, std::vector<DocNum>& out) const;
};

}  // namespace cyberlex
