// The documents of a word: cursors over the terms of each language.

#include <algorithm>
#include <limits>
#include <utility>

#include "cyberlex/search/posting_list.h"
#include "cyberlex/search/posting_tree.h"
#include "cyberlex/search/ranking.h"

namespace cyberlex {
namespace {

// A word with one term a language, such as a stem, and a bonus for further terms.
class GroupCursor final : public DocCursor {
 public:
  GroupCursor(Lexicon const& lexicon, WordGroup const& group)
      : lengths_(lexicon.shared.columns().state.length) {
    for (LanguageGroup const& language : group.languages) {
      add(lexicon, language);
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
      part.driver.seek(target);
    }
    settle();
  }
  double score() override { return score_here(kNoFloor); }
  uint64_t cost() const override { return cost_; }
  double most() const override { return most_; }

  void read(BlockRequest const& asked, DocBlock& out) override {
    out.clear();
    for (size_t room = DocBlock::kRoom; room > 0 && doc_ != kNoMoreDocs;) {
      DocNum limit = kNoMoreDocs;
      Part* const alone = part_alone(limit);
      if (alone != nullptr) {
        read_run(*alone, limit, asked, room, out);
        continue;
      }
      if (asked.mask == nullptr || asked.mask->has(doc_)) {
        out.add(doc_, asked.scored ? score_here(asked.floor) : 0);
      }
      next();
      --room;
    }
  }

  void keep(BlockRequest const& asked, DocBlock& inout) override {
    size_t kept = 0;
    for (size_t i = 0; i < inout.size; ++i) {
      seek(inout.docs[i]);
      if (doc_ == inout.docs[i]) {
        inout.docs[kept] = doc_;
        inout.scores[kept] = inout.scores[i] + (asked.scored ? score_here(asked.floor) : 0);
        ++kept;
      }
    }
    inout.size = kept;
  }

 private:
  static constexpr double kNoFloor = -std::numeric_limits<double>::infinity();
  // Far above what rounding can do to a score, far below what parts two of them.
  static constexpr double kSlack = 1e-9;

  struct Weighted {
    PostingWalk postings;
    double weight;
  };
  struct Part {
    PostingWalk driver;
    double weight;
    std::vector<Weighted> bonus;
    double most_weight;  // a bonus occurs at most as often as the driver, being one of its forms
    ranking::Scorer scorer;
  };

  void add(Lexicon const& lexicon, LanguageGroup const& language) {
    GroupTerm const& term = language.terms.front();
    uint32_t const having = lexicon.reader.document_frequency(term.term);
    Part part{walk(lexicon, term),
              term.weight,
              {},
              term.weight,
              ranking::Scorer(ranking::idf(language.documents, having), language.mean_length)};
    for (GroupTerm const& bonus : language.bonus) {
      part.bonus.push_back({walk(lexicon, bonus), bonus.weight});
      part.most_weight += bonus.weight;
    }
    cost_ += having;
    most_ = std::max(most_, part.scorer.most());
    parts_.push_back(std::move(part));
  }

  static PostingWalk walk(Lexicon const& lexicon, GroupTerm const& term) {
    return lexicon.shared.postings().walk(lexicon.reader, term.term, lexicon.budget);
  }

  void settle() {
    doc_ = kNoMoreDocs;
    for (Part const& part : parts_) {
      doc_ = std::min(doc_, part.driver.doc());
    }
  }

  // The part that stands here when no other does; `limit` is where the next other one stands.
  Part* part_alone(DocNum& limit) {
    Part* alone = nullptr;
    for (Part& part : parts_) {
      if (part.driver.doc() != doc_) {
        limit = std::min(limit, part.driver.doc());
      } else if (alone != nullptr) {
        return nullptr;
      } else {
        alone = &part;
      }
    }
    return alone;
  }

  // Up to `limit` only this part has candidates.
  void read_run(Part& part, DocNum limit, BlockRequest const& asked, size_t& room, DocBlock& out) {
    DocNum doc = doc_;
    for (; doc < limit && room > 0; --room) {
      if (asked.mask == nullptr || asked.mask->has(doc)) {
        out.add(doc, asked.scored ? score_of(part, doc, asked.floor) : 0);
      }
      part.driver.next();
      doc = part.driver.doc();
    }
    doc_ = std::min(doc, limit);
  }

  double score_here(double floor) {
    double best = 0;
    for (Part& part : parts_) {
      if (part.driver.doc() == doc_) {
        best = std::max(best, score_of(part, doc_, floor));
      }
    }
    return best;
  }

  double score_of(Part& part, DocNum doc, double floor) const {
    double const count = part.driver.frequency();
    double frequency = part.weight * count;
    if (!part.bonus.empty()) {
      double const bound = part.scorer.of(part.most_weight * count, lengths_[doc]);
      if (bound < floor - kSlack) {
        return bound;
      }
    }
    for (Weighted& bonus : part.bonus) {
      bonus.postings.seek(doc);
      if (bonus.postings.doc() == doc) {
        frequency += bonus.weight * bonus.postings.frequency();
      }
    }
    return part.scorer.of(frequency, lengths_[doc]);
  }

  std::vector<uint16_t> const& lengths_;
  std::vector<Part> parts_;
  uint64_t cost_ = 0;
  double most_ = 0;
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
    return make_scored_cursor(std::move(docs_), std::move(scores));
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
    ranking::Scorer const scorer(ranking::idf(language.documents, touched.size()),
                                 language.mean_length);
    for (DocNum const doc : touched) {
      double const score = scorer.of(frequency_[doc], lexicon_.shared.columns().state.length[doc]);
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

}  // namespace

CursorPtr make_group_cursor(Lexicon const& lexicon, WordGroup const& group) {
  bool const one_term_each = std::ranges::all_of(
      group.languages, [](LanguageGroup const& each) { return each.terms.size() == 1; });
  if (one_term_each) {
    return std::make_unique<GroupCursor>(lexicon, group);
  }
  return GroupReader(lexicon).read(group);
}

}  // namespace cyberlex
