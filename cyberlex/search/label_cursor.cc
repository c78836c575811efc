#include "cyberlex/search/label_cursor.h"

#include <algorithm>
#include <utility>

#include "cyberlex/index/schema.h"
#include "cyberlex/search/positions.h"
#include "cyberlex/search/ranking.h"

namespace cyberlex {
namespace {

// How an occurrence counts in a document, whatever the label.
class LabelScore {
 public:
  LabelScore(Lexicon const& lexicon, std::string const& language, double rarity)
      : lengths_(lexicon.shared.columns().state.length),
        scorer_(rarity, mean_length(lexicon, language)) {}
  double of(DocNum doc, double frequency) const { return scorer_.of(frequency, lengths_[doc]); }
  double most() const { return scorer_.most(); }

 private:
  static double mean_length(Lexicon const& lexicon, std::string const& language) {
    double out = 0;
    for (Generation::LanguageStats const& each : lexicon.shared.generation().languages()) {
      out = each.language == language ? each.mean_length : out;
    }
    return out;
  }

  std::vector<uint16_t> const& lengths_;
  ranking::Scorer scorer_;
};

class StemCursor final : public DocCursor {
 public:
  StemCursor(Lexicon const& lexicon, std::string const& term, LabelScore score)
      : postings_(lexicon.shared.postings().walk(lexicon.reader, term, lexicon.budget)),
        cost_(lexicon.reader.document_frequency(term)),
        score_(score) {
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
  double score() override { return score_.of(doc_, postings_.frequency()); }
  uint64_t cost() const override { return cost_; }
  double most() const override { return score_.most(); }

 private:
  PostingWalk postings_;
  uint64_t cost_;
  LabelScore score_;
};

class ChainCursor final : public DocCursor {
 public:
  ChainCursor(Lexicon const& lexicon, LabelStems const& label, LabelScore score)
      : candidates_(make_slots_cursor(lexicon, slots_of(lexicon, label))), score_of_(score) {
    for (Slot& slot : slots_of(lexicon, label)) {
      words_.emplace_back(lexicon, Slots{std::move(slot)});
    }
    doc_ = candidates_->doc();
  }
  void next() override {
    candidates_->next();
    doc_ = candidates_->doc();
  }
  void seek(DocNum target) override {
    candidates_->seek(target);
    doc_ = candidates_->doc();
  }
  bool confirm() override {
    // Word by word: most candidates are done with after two.
    Places reached = words_.front().read(doc_);
    for (size_t i = 1; i < words_.size() && !reached.starts.empty(); ++i) {
      Places const both[] = {std::move(reached), words_[i].read(doc_)};
      reached = chain(both, kLabelDistance, true);
    }
    size_t const found = reached.starts.size();
    score_ = found == 0 ? 0 : score_of_.of(doc_, static_cast<double>(found));
    return found > 0;
  }
  double score() override { return score_; }
  uint64_t cost() const override { return candidates_->cost(); }
  bool dear() const override { return true; }
  double most() const override { return score_of_.most(); }

 private:
  static Slots slots_of(Lexicon const& lexicon, LabelStems const& label) {
    auto const dictionary = lexicon.shared.dictionary(lexicon.reader, label.language);
    Slots out;
    for (std::string const& stem : label.stems) {
      Slot slot{dictionary->with_stem(stem), schema::term(schema::kStem, label.language, stem)};
      for (std::string& word : slot.terms) {
        word = schema::term(schema::kWord, label.language, word);
      }
      out.push_back(std::move(slot));
    }
    return out;
  }

  CursorPtr candidates_;
  std::vector<PlaceReader> words_;
  LabelScore score_of_;
  double score_ = 0;  // at doc_, since confirm()
};

}  // namespace

CursorPtr make_label_cursor(Lexicon const& lexicon, LabelStems const& label, double rarity) {
  LabelScore const score(lexicon, label.language, rarity);
  if (label.stems.size() > 1) {
    return std::make_unique<ChainCursor>(lexicon, label, score);
  }
  return std::make_unique<StemCursor>(
      lexicon, schema::term(schema::kStem, label.language, label.stems.front()), score);
}

}  // namespace cyberlex
