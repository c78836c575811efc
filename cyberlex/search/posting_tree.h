// The query as a tree of cursors over documents, walked once.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <vector>

#include "cyberlex/index/reader.h"
#include "cyberlex/search/doc_set.h"
#include "cyberlex/search/word_group.h"

namespace cyberlex {

// Some matches, ascending, each with a score.
struct DocBlock {
  static constexpr size_t kRoom = 256;

  std::array<DocNum, kRoom> docs;
  std::array<double, kRoom> scores;
  size_t size = 0;

  void clear() { size = 0; }
  // REQUIRES: size < kRoom.
  void add(DocNum doc, double score) {
    docs[size] = doc;
    scores[size] = score;
    ++size;
  }
};

// What is wanted of a block.
struct BlockRequest {
  DocMask const* mask = nullptr;  // other documents are left out
  bool scored = true;             // without it scores stay 0
  // A score below need not be exact: any value from the true one up to this will do.
  double floor = -std::numeric_limits<double>::infinity();
};

// Walks candidates in ascending order. Starts on the first; at the end doc() is kNoMoreDocs and
// stays so. A candidate is a match when confirm() says so: what is dear to check (positions) waits
// until the cheap conditions of the whole query hold. Throws ReaderDamaged and SearchStopped.
class DocCursor {
 public:
  DocCursor() = default;
  DocCursor(DocCursor const&) = delete;
  DocCursor& operator=(DocCursor const&) = delete;
  virtual ~DocCursor() = default;

  DocNum doc() const { return doc_; }
  virtual void next() = 0;               // REQUIRES: doc() != kNoMoreDocs
  virtual void seek(DocNum target) = 0;  // first candidate >= target; never moves backwards
  virtual bool confirm() { return true; }
  // Of the match at doc(). REQUIRES: confirm() was true here.
  virtual double score() { return 0; }
  virtual uint64_t cost() const = 0;  // candidates, at most

  // True when confirm() or score() read more than postings, so that they had better wait until all
  // cheap conditions hold.
  virtual bool dear() const { return false; }
  // No score is above.
  virtual double most() const { return std::numeric_limits<double>::infinity(); }
  // The walk by blocks, for cursors that are not dear. `out`: the matches among the next
  // candidates, at most kRoom of them, which are passed.
  virtual void read(BlockRequest const& asked, DocBlock& out);
  // Keeps the documents that match, and adds the score of each to what it has. REQUIRES: none is
  // behind this cursor.
  virtual void keep(BlockRequest const& asked, DocBlock& inout);

 protected:
  DocNum doc_ = kNoMoreDocs;
};
using CursorPtr = std::unique_ptr<DocCursor>;

// Every document of a term, unscored.
CursorPtr make_term_cursor(Lexicon const& lexicon, std::string const& term);
// Documents that are known; each scores the same.
CursorPtr make_set_cursor(std::vector<DocNum> ascending, double score = 0);
// The same, each with its score. REQUIRES: as many scores.
CursorPtr make_scored_cursor(std::vector<DocNum> ascending, std::vector<double> scores);
// The documents of a word, scored: of several languages the best counts.
CursorPtr make_group_cursor(Lexicon const& lexicon, WordGroup const& group);
// Documents on which all of `required` agree and none of `excluded`; scores add up.
// REQUIRES: required is not empty.
CursorPtr make_and_cursor(std::vector<CursorPtr> required, std::vector<CursorPtr> excluded = {});
// Documents of any; scores of those that match add up.
CursorPtr make_or_cursor(std::vector<CursorPtr> any);
// Documents of any; of those that match the best score counts.
CursorPtr make_best_cursor(std::vector<CursorPtr> any);

// Moves to the first document >= the current one on which all agree; kNoMoreDocs when there is
// none. REQUIRES: not empty; best with the cheapest first.
DocNum agree(std::vector<CursorPtr> const& required);

// True when one of `excluded` matches `doc`.
bool any_matches(std::vector<CursorPtr> const& excluded, DocNum doc);

// Puts the cheapest first.
void order_by_cost(std::vector<CursorPtr>& cursors);

// All matches of a cursor from where it stands.
DocSet drain(DocCursor& cursor, Budget& budget);

}  // namespace cyberlex
