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
      : lengths_(lexicon.shared.columns().state.length), rarity_(rarity) {
    for (Generation::LanguageStats const& each : lexicon.shared.generation().languages()) {
      mean_length_ = each.language == language ? each.mean_length : mean_length_;
    }
  }
  double of(DocNum doc, double frequency) const {
    return ranking::score(rarity_, frequency, lengths_[doc], mean_length_);
  }

 private:
  std::vector<uint16_t> const& lengths_;
  double rarity_;
  double mean_length_ = 0;
};

class StemCursor final : public DocCursor {
 public:
  StemCursor(Lexicon const& lexicon, std::string const& term, LabelScore score)
      : postings_(lexicon.reader.postings(term)),
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

 private:
  PostingCursor postings_;
  uint64_t cost_;
  LabelScore score_;
};

// A position list costs about as much as this many postings.
constexpr uint32_t kCostOfPositions = 16;

class ChainCursor final : public DocCursor {
 public:
  ChainCursor(Lexicon const& lexicon, LabelStems const& label, LabelScore score)
      : lexicon_(lexicon), score_of_(score) {
    auto const dictionary = lexicon.shared.dictionary(lexicon.reader, label.language);
    std::vector<CursorPtr> stems;
    for (std::string const& stem : label.stems) {
      stems.push_back(
          make_term_cursor(lexicon.reader, schema::term(schema::kStem, label.language, stem)));
      words_.push_back(dictionary->with_stem(stem));
      for (std::string& word : words_.back()) {
        word = schema::term(schema::kWord, label.language, word);
      }
    }
    candidates_ = make_and_cursor(std::move(stems));
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
    Places reached = places_of(words_.front());
    for (size_t i = 1; i < words_.size() && !reached.starts.empty(); ++i) {
      Places const both[] = {std::move(reached), places_of(words_[i])};
      reached = chain(both, kLabelDistance, true);
    }
    size_t const found = reached.starts.size();
    score_ = found == 0 ? 0 : score_of_.of(doc_, static_cast<double>(found));
    return found > 0;
  }
  double score() override { return score_; }
  uint64_t cost() const override { return candidates_->cost(); }

 private:
  Places places_of(std::vector<std::string> const& words) const {
    Places out;
    for (std::string const& word : words) {
      lexicon_.budget.spend(kCostOfPositions);
      lexicon_.reader.positions(word, doc_, out.starts);
    }
    std::ranges::sort(out.starts);
    return out;
  }

  Lexicon const lexicon_;
  CursorPtr candidates_;
  std::vector<std::vector<std::string>> words_;  // by stem, as terms with positions
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
