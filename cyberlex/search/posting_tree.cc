#include "cyberlex/search/posting_tree.h"

#include <algorithm>
#include <utility>

#include "cyberlex/search/posting_list.h"

namespace cyberlex {
namespace {

class TermCursor final : public DocCursor {
 public:
  TermCursor(Lexicon const& lexicon, std::string const& term)
      : postings_(lexicon.shared.postings().walk(lexicon.reader, term, lexicon.budget)),
        cost_(lexicon.reader.document_frequency(term)) {
    doc_ = postings_.doc();
  }
  void next() override {
    postings_.next();
    doc_ = postings_.doc();
  }
  void seek(DocNum target) override {
    postings_.seek(target);
    doc_ = postings_.doc();
  }
  uint64_t cost() const override { return cost_; }

 private:
  PostingWalk postings_;
  uint64_t cost_;
};

// Documents in memory, with scores or without.
class ListCursor final : public DocCursor {
 public:
  ListCursor(std::vector<DocNum> docs, double score)
      : docs_(std::move(docs)), score_(score), most_(score) {
    settle();
  }
  ListCursor(std::vector<DocNum> docs, std::vector<double> scores)
      : docs_(std::move(docs)), scores_(std::move(scores)) {
    if (!scores_.empty()) {
      most_ = *std::ranges::max_element(scores_);
    }
    settle();
  }
  void next() override {
    ++at_;
    settle();
  }
  void seek(DocNum target) override {
    at_ = gallop(docs_, at_, target);
    settle();
  }
  double score() override { return scores_.empty() ? score_ : scores_[at_]; }
  uint64_t cost() const override { return docs_.size(); }
  double most() const override { return most_; }

 private:
  void settle() { doc_ = at_ < docs_.size() ? docs_[at_] : kNoMoreDocs; }

  std::vector<DocNum> docs_;
  std::vector<double> scores_;  // by document; empty when all score the same
  double score_ = 0;
  double most_ = 0;  // the highest of all scores
  size_t at_ = 0;
};

bool is_dear(CursorPtr const& cursor) {
  return cursor->dear();
}

class AndCursor final : public DocCursor {
 public:
  AndCursor(std::vector<CursorPtr> required, std::vector<CursorPtr> excluded)
      : required_(std::move(required)), excluded_(std::move(excluded)) {
    order_by_cost(required_);
    doc_ = agree(required_);
  }
  void next() override {
    required_.front()->next();
    doc_ = agree(required_);
  }
  void seek(DocNum target) override {
    if (doc_ < target) {
      required_.front()->seek(target);
      doc_ = agree(required_);
    }
  }
  bool confirm() override {
    return std::ranges::all_of(required_, [](CursorPtr const& each) { return each->confirm(); }) &&
           !any_matches(excluded_, doc_);
  }
  double score() override {
    double sum = 0;
    for (CursorPtr const& each : required_) {
      sum += each->score();
    }
    return sum;
  }
  uint64_t cost() const override { return required_.front()->cost(); }
  bool dear() const override {
    return std::ranges::any_of(required_, is_dear) || std::ranges::any_of(excluded_, is_dear);
  }
  double most() const override {
    double sum = 0;
    for (CursorPtr const& each : required_) {
      sum += each->most();
    }
    return sum;
  }

 private:
  std::vector<CursorPtr> required_;
  std::vector<CursorPtr> excluded_;
};

enum class Combine : uint8_t { kSum, kBest };

class OrCursor final : public DocCursor {
 public:
  OrCursor(std::vector<CursorPtr> any, Combine combine) : any_(std::move(any)), combine_(combine) {
    for (CursorPtr const& each : any_) {
      cost_ += each->cost();
    }
    settle();
  }
  void next() override {
    for (CursorPtr const& each : any_) {
      if (each->doc() == doc_) {
        each->next();
      }
    }
    settle();
  }
  void seek(DocNum target) override {
    for (CursorPtr const& each : any_) {
      if (each->doc() < target) {
        each->seek(target);
      }
    }
    settle();
  }
  bool confirm() override {
    matching_.clear();
    for (CursorPtr const& each : any_) {
      if (each->doc() == doc_ && each->confirm()) {
        matching_.push_back(each.get());
      }
    }
    return !matching_.empty();
  }
  double score() override {
    double out = 0;
    for (DocCursor* const each : matching_) {
      double const score = each->score();
      out = combine_ == Combine::kSum ? out + score : std::max(out, score);
    }
    return out;
  }
  uint64_t cost() const override { return cost_; }
  bool dear() const override { return std::ranges::any_of(any_, is_dear); }
  double most() const override {
    double out = 0;
    for (CursorPtr const& each : any_) {
      out = combine_ == Combine::kSum ? out + each->most() : std::max(out, each->most());
    }
    return out;
  }

 private:
  void settle() {
    doc_ = kNoMoreDocs;
    for (CursorPtr const& each : any_) {
      doc_ = std::min(doc_, each->doc());
    }
  }

  std::vector<CursorPtr> any_;
  Combine combine_;
  std::vector<DocCursor*> matching_;  // at doc_, since confirm()
  uint64_t cost_ = 0;
};

}  // namespace

void DocCursor::read(BlockRequest const& asked, DocBlock& out) {
  out.clear();
  for (size_t room = DocBlock::kRoom; room > 0 && doc_ != kNoMoreDocs; --room) {
    if ((asked.mask == nullptr || asked.mask->has(doc_)) && confirm()) {
      out.add(doc_, asked.scored ? score() : 0);
    }
    next();
  }
}

void DocCursor::keep(BlockRequest const& asked, DocBlock& inout) {
  size_t kept = 0;
  for (size_t i = 0; i < inout.size; ++i) {
    if (doc_ < inout.docs[i]) {
      seek(inout.docs[i]);
    }
    if (doc_ == inout.docs[i] && confirm()) {
      inout.docs[kept] = doc_;
      inout.scores[kept] = inout.scores[i] + (asked.scored ? score() : 0);
      ++kept;
    }
  }
  inout.size = kept;
}

CursorPtr make_term_cursor(Lexicon const& lexicon, std::string const& term) {
  return std::make_unique<TermCursor>(lexicon, term);
}

CursorPtr make_set_cursor(std::vector<DocNum> ascending, double score) {
  return std::make_unique<ListCursor>(std::move(ascending), score);
}

CursorPtr make_scored_cursor(std::vector<DocNum> ascending, std::vector<double> scores) {
  return std::make_unique<ListCursor>(std::move(ascending), std::move(scores));
}

CursorPtr make_and_cursor(std::vector<CursorPtr> required, std::vector<CursorPtr> excluded) {
  return std::make_unique<AndCursor>(std::move(required), std::move(excluded));
}

CursorPtr make_or_cursor(std::vector<CursorPtr> any) {
  return std::make_unique<OrCursor>(std::move(any), Combine::kSum);
}

CursorPtr make_best_cursor(std::vector<CursorPtr> any) {
  return std::make_unique<OrCursor>(std::move(any), Combine::kBest);
}

DocNum agree(std::vector<CursorPtr> const& required) {
  DocNum target = required.front()->doc();
  for (size_t i = 1; i < required.size() && target != kNoMoreDocs;) {
    if (required[i]->doc() < target) {
      required[i]->seek(target);
    }
    if (required[i]->doc() == target) {
      ++i;
      continue;
    }
    required.front()->seek(required[i]->doc());
    target = required.front()->doc();
    i = 1;
  }
  return target;
}

bool any_matches(std::vector<CursorPtr> const& excluded, DocNum doc) {
  return std::ranges::any_of(excluded, [doc](CursorPtr const& each) {
    if (each->doc() < doc) {
      each->seek(doc);
    }
    return each->doc() == doc && each->confirm();
  });
}

void order_by_cost(std::vector<CursorPtr>& cursors) {
  std::ranges::stable_sort(cursors, {}, [](CursorPtr const& each) { return each->cost(); });
}

DocSet drain(DocCursor& cursor, Budget& budget) {
  std::vector<DocNum> docs;
  for (; cursor.doc() != kNoMoreDocs; cursor.next()) {
    budget.spend();
    if (cursor.confirm()) {
      docs.push_back(cursor.doc());
    }
  }
  return DocSet::of(docs);
}

}  // namespace cyberlex
