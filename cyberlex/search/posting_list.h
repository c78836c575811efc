// The postings of one term as arrays, and a walk over them: of a list in memory, or block by block
// from disk.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "cyberlex/index/reader.h"
#include "cyberlex/search/budget.h"

namespace cyberlex {

// Ascending documents with the term's frequency in each, five bytes a posting: a frequency of 255
// and more stands apart. Thread rule: immutable once filled.
class PostingList {
 public:
  // Behind those it has. REQUIRES: ascending, and behind the last one here; spans of one size.
  void add(std::span<DocNum const> docs, std::span<uint32_t const> frequencies);
  void clear();
  void reserve(size_t postings);

  size_t size() const { return docs_.size(); }
  std::span<DocNum const> docs() const { return docs_; }
  // REQUIRES: at < size().
  uint32_t frequency(size_t at) const {
    return frequencies_[at] < kApart ? frequencies_[at] : frequency_apart(docs_[at]);
  }
  uint64_t bytes() const;

 private:
  static constexpr uint8_t kApart = 255;

  uint32_t frequency_apart(DocNum doc) const;

  std::vector<DocNum> docs_;
  std::vector<uint8_t> frequencies_;
  std::vector<std::pair<DocNum, uint32_t>> apart_;  // by document
};

// The whole list of a term. Throws ReaderDamaged and SearchStopped.
PostingList load_postings(IndexReader const& reader, std::string const& term, Budget& budget);

// Walks the documents of one term in ascending order. Starts on the first; at the end doc() is
// kNoMoreDocs and stays so. Throws ReaderDamaged as the reader does. Lifetime: not longer than the
// IndexReader it reads from; a list in memory is kept alive. Thread rule: one search.
class PostingWalk {
 public:
  explicit PostingWalk(std::shared_ptr<PostingList const> list);
  explicit PostingWalk(PostingCursor postings);

  DocNum doc() const { return doc_; }
  // REQUIRES: doc() != kNoMoreDocs.
  uint32_t frequency() const { return list_->frequency(at_); }
  // REQUIRES: doc() != kNoMoreDocs.
  void next() {
    if (++at_ < docs_.size()) {
      doc_ = docs_[at_];
    } else {
      read_on();
    }
  }
  // First document >= target; never moves backwards.
  void seek(DocNum target) {
    if (doc_ < target) {
      seek_further(target);
    }
  }

 private:
  struct Stream {
    PostingCursor postings;
    std::shared_ptr<PostingList> block;
    size_t room;  // postings read at once: few after a seek, more while every one is used
  };

  void read_on();
  void seek_further(DocNum target);
  void stand_at(size_t at);

  std::shared_ptr<PostingList const> list_;  // all postings, or the block read last
  std::unique_ptr<Stream> stream_;           // null when `list_` is the whole list
  std::span<DocNum const> docs_;             // of `list_`
  size_t at_ = 0;
  DocNum doc_ = kNoMoreDocs;
};

// The first place at or behind `from` whose document is >= target. Gallops: what is sought is
// mostly near. REQUIRES: ascending.
size_t gallop(std::span<DocNum const> docs, size_t from, DocNum target);

}  // namespace cyberlex
