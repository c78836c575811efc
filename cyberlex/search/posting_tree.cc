#include "cyberlex/search/posting_tree.h"

#include <algorithm>
#include <utility>

#include "cyberlex/search/ranking.h"

namespace cyberlex {
namespace {

class TermCursor final : public DocCursor {
 public:
  TermCursor(IndexReader const& reader, std::string const& term)
      : postings_(reader.postings(term)), cost_(reader.document_frequency(term)) {
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
  PostingCursor postings_;
  uint64_t cost_;
};

// Documents in memory, with scores or without.
class ListCursor final : public DocCursor {
 public:
  ListCursor(std::vector<DocNum> docs, double score) : docs_(std::move(docs)), score_(score) {
    read();
  }
  ListCursor(std::vector<DocNum> docs, std::vector<double> scores)
      : docs_(std::move(docs)), scores_(std::move(scores)) {
    read();
  }
  void next() override {
    ++at_;
    read();
  }
  void seek(DocNum target) override {
    // Gallops: what is sought is mostly near.
    size_t step = 1;
    size_t low = at_;
    while (low + step < docs_.size() && docs_[low + step] < target) {
      low += step;
      step *= 2;
    }
    auto const first = docs_.begin() + static_cast<std::ptrdiff_t>(std::min(low, docs_.size()));
    auto const last =
        docs_.begin() + static_cast<std::ptrdiff_t>(std::min(low + step + 1, docs_.size()));
    at_ = static_cast<size_t>(std::lower_bound(first, last, target) - docs_.begin());
    read();
  }
  double score() override { return scores_.empty() ? score_ : scores_[at_]; }
  uint64_t cost() const override { return docs_.size(); }

 private:
  void read() { doc_ = at_ < docs_.size() ? docs_[at_] : kNoMoreDocs; }

  std::vector<DocNum> docs_;
  std::vector<double> scores_;  // by document; empty when all score the same
  double score_ = 0;
  size_t at_ = 0;
};

// A word with one term a language, such as a stem, and a bonus for further terms.
class GroupCursor final : public DocCursor {
 public:
  GroupCursor(Lexicon const& lexicon, WordGroup const& group)
      : lengths_(lexicon.shared.columns().state.length) {
    for (LanguageGroup const& language : group.languages) {
      add(lexicon.reader, language);
    }
    settle();
  }
  void next() override {
    for (Part& part : parts_) {
      if (part.driver.doc() == doc_) {
        part.driver.next();
      }
    }
    settle();
  }
  void seek(DocNum target) override {
    for (Part& part : parts_) {
      if (part.driver.doc() < target) {
        part.driver.seek(target);
      }
    }
    settle();
  }
  double score() override {
    double best = 0;
    for (Part& part : parts_) {
      if (part.driver.doc() == doc_) {
        best = std::max(best, score_of(part));
      }
    }
    return best;
  }
  uint64_t cost() const override { return cost_; }

 private:
  struct Weighted {
    PostingCursor postings;
    double weight;
  };
  struct Part {
    PostingCursor driver;
    double weight;
    std::vector<Weighted> bonus;
    double rarity;
    double mean_length;
  };

  void add(IndexReader const& reader, LanguageGroup const& language) {
    GroupTerm const& term = language.terms.front();
    uint32_t const having = reader.document_frequency(term.term);
    cost_ += having;
    Part part{reader.postings(term.term),
              term.weight,
              {},
              ranking::idf(language.documents, having),
              language.mean_length};
    for (GroupTerm const& bonus : language.bonus) {
      part.bonus.push_back({reader.postings(bonus.term), bonus.weight});
    }
    parts_.push_back(std::move(part));
  }

  void settle() {
    doc_ = kNoMoreDocs;
    for (Part const& part : parts_) {
      doc_ = std::min(doc_, part.driver.doc());
    }
  }

  double score_of(Part& part) const {
    double frequency = part.weight * part.driver.frequency();
    for (Weighted& bonus : part.bonus) {
      if (bonus.postings.doc() < doc_) {
        bonus.postings.seek(doc_);
      }
      if (bonus.postings.doc() == doc_) {
        frequency += bonus.weight * bonus.postings.frequency();
      }
    }
    return ranking::score(part.rarity, frequency, lengths_[doc_], part.mean_length);
  }

  std::vector<uint16_t> const& lengths_;
  std::vector<Part> parts_;
  uint64_t cost_ = 0;
};

// Adds up the terms of a word that has many in one language: how many documents have any of them is
// known only afterwards, so they are read first and scored then.
class GroupReader {
 public:
  explicit GroupReader(Lexicon const& lexicon)
      : lexicon_(lexicon),
        frequency_(lexicon.shared.columns().documents()),
        best_(lexicon.shared.columns().documents()) {}

  CursorPtr read(WordGroup const& group) {
    for (LanguageGroup const& language : group.languages) {
      read(language);
    }
    std::ranges::sort(docs_);
    std::vector<double> scores;
    scores.reserve(docs_.size());
    for (DocNum const doc : docs_) {
      scores.push_back(best_[doc]);
    }
    return std::make_unique<ListCursor>(std::move(docs_), std::move(scores));
  }

 private:
  void read(LanguageGroup const& language) {
    std::vector<DocNum> touched;
    for (GroupTerm const& term : language.terms) {
      for (PostingCursor at = lexicon_.reader.postings(term.term); at.doc() != kNoMoreDocs;
           at.next()) {
        if (frequency_[at.doc()] == 0) {
          touched.push_back(at.doc());
        }
        frequency_[at.doc()] += term.weight * at.frequency();
        lexicon_.budget.spend();
      }
    }
    double const rarity = ranking::idf(language.documents, touched.size());
    for (DocNum const doc : touched) {
      double const score =
          ranking::score(rarity, frequency_[doc], lexicon_.shared.columns().state.length[doc],
                         language.mean_length);
      if (best_[doc] == 0) {
        docs_.push_back(doc);
      }
      best_[doc] = std::max(best_[doc], score);
      frequency_[doc] = 0;
    }
  }

  Lexicon const& lexicon_;
  std::vector<double> frequency_;  // by document, of the language being read
  std::vector<double> best_;       // by document, over the languages read
  std::vector<DocNum> docs_;
};

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

CursorPtr make_term_cursor(IndexReader const& reader, std::string const& term) {
  return std::make_unique<TermCursor>(reader, term);
}

CursorPtr make_set_cursor(std::vector<DocNum> ascending, double score) {
  return std::make_unique<ListCursor>(std::move(ascending), score);
}

CursorPtr make_group_cursor(Lexicon const& lexicon, WordGroup const& group) {
  bool const one_term_each = std::ranges::all_of(
      group.languages, [](LanguageGroup const& each) { return each.terms.size() == 1; });
  if (one_term_each) {
    return std::make_unique<GroupCursor>(lexicon, group);
  }
  return GroupReader(lexicon).read(group);
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
