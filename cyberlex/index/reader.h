// Postings, positions, records and texts of a generation.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/base/result.h"
#include "cyberlex/index/document.h"
#include "cyberlex/index/generation.h"

namespace cyberlex {

// Beyond the last document.
inline constexpr DocNum kNoMoreDocs = UINT32_MAX;

// Walks the documents of one term in ascending order. Starts on the first; at the end doc() is
// kNoMoreDocs and stays so. Damage met while walking ends the process's use of this reader: it
// throws ReaderDamaged, which search() turns into kDamaged. Lifetime: not longer than the
// IndexReader it came from. Thread rule: that reader's thread.
class PostingCursor {
 public:
  PostingCursor(PostingCursor&&) noexcept;
  PostingCursor& operator=(PostingCursor&&) noexcept;
  ~PostingCursor();

  DocNum doc() const { return doc_; }
  uint32_t frequency() const;  // wdf here. REQUIRES: doc() != kNoMoreDocs
  void next();                 // REQUIRES: doc() != kNoMoreDocs
  void seek(DocNum target);    // first document >= target; never moves backwards
  // Copies the postings from here on, as many as there is room for, and moves behind the last one
  // copied. Returns their number: 0 at the end only. REQUIRES: both of one size, not empty.
  size_t read(std::span<DocNum> docs, std::span<uint32_t> frequencies);

 private:
  friend class IndexReader;
  struct State;
  explicit PostingCursor(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
  DocNum doc_ = kNoMoreDocs;
};

struct ReaderDamaged {
  std::string message;
};

// A term of the dictionary and the number of documents that have it.
struct TermCount {
  std::string term;
  uint32_t documents = 0;
};

// One thread's view of a generation.
// Thread rule: one reader a thread (Xapian's objects are not shared); the Generation behind it is
// shared.
class IndexReader {
 public:
  static Result<IndexReader> open(std::shared_ptr<Generation const> generation);
  IndexReader(IndexReader&&) noexcept;
  IndexReader& operator=(IndexReader&&) noexcept;
  ~IndexReader();

  Generation const& generation() const;
  std::shared_ptr<Generation const> shared_generation() const;

  uint32_t document_frequency(std::string const& term) const;
  PostingCursor postings(std::string const& term) const;
  // Ascending positions of a term in a document, appended to `out`.
  void positions(std::string const& term, DocNum doc, std::vector<uint32_t>& out) const;
  // Terms that begin with `prefix`, in order, until visit returns false.
  void terms(std::string const& prefix, std::function<bool(TermCount const&)> const& visit) const;

  // REQUIRES: doc < generation().columns().documents().
  Result<ProvisionRecord> record(DocNum doc) const;
  Result<std::vector<StateText>> texts(DocNum doc) const;

 private:
  struct State;
  explicit IndexReader(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace cyberlex
