#include "cyberlex/search/concept_runs.h"

#include <optional>
#include <string>
#include <utility>

#include "cyberlex/search/stop_words.h"

namespace cyberlex {
namespace {

WordNode const* as_stemmed(QueryNode const& node) {
  auto const* const word = std::get_if<WordNode>(&node.value);
  bool const plain = word != nullptr && word->form == WordForm::kStemmed && !word->heading;
  return plain ? word : nullptr;
}

std::optional<QueryWords> as_plain_word(QueryNode const& node) {
  if (WordNode const* const word = as_stemmed(node)) {
    return QueryWords{{word->word}, {}};
  }
  auto const* const either = std::get_if<OrNode>(&node.value);
  if (either == nullptr || either->operands.size() != 2) {
    return std::nullopt;
  }
  WordNode const* const joined = as_stemmed(*either->operands.front());
  auto const* const parts = std::get_if<PhraseNode>(&either->operands.back()->value);
  if (joined == nullptr || parts == nullptr || parts->heading) {
    return std::nullopt;
  }
  std::string whole;
  for (std::string const& part : parts->words) {
    whole += part;
  }
  return whole == joined->word ? std::optional(QueryWords{parts->words, joined->word})
                               : std::nullopt;
}

// Splits words that stand side by side.
class Splitter {
 public:
  explicit Splitter(ConceptLabels const* labels) : labels_(labels) {}

  void take(QueryNode const& node) {
    std::optional<QueryWords> word = as_plain_word(node);
    if (!word.has_value()) {
      flush();
      out_.push_back({{&node}, {}, nullptr});
      return;
    }
    nodes_.push_back(&node);
    words_.push_back(std::move(*word));
  }

  std::vector<OperandPiece> finish() {
    flush();
    return std::move(out_);
  }

 private:
  void flush() {
    if (labels_ != nullptr && !words_.empty()) {
      add_labelled();
    } else {
      add_single(0, words_.size(), {});
    }
    nodes_.clear();
    words_.clear();
  }

  void add_labelled() {
    std::vector<LabelRun> const runs = labels_->find(words_);
    std::string const language = runs.empty() ? "" : labels_->label(runs.front().label).language;
    Cover const cover = covered(runs, language);
    if (!cover.whole) {
      std::optional<LooseRun> const alike = labels_->find_alike(words_, cover.words);
      if (alike.has_value()) {
        add(0, words_.size(), &labels_->label(alike->label));
        out_.back().share = alike->share;
        return;
      }
    }
    size_t next = 0;
    for (LabelRun const& run : runs) {
      add_single(next, run.first, language);
      add(run.first, run.count, &labels_->label(run.label));
      next = run.first + run.count;
    }
    add_single(next, words_.size(), language);
  }

  // How many words that are no stop words stand in a run, and whether all of them do.
  struct Cover {
    size_t words = 0;
    bool whole = true;
  };
  Cover covered(std::vector<LabelRun> const& runs, std::string const& language) const {
    Cover out;
    auto run = runs.begin();
    for (size_t at = 0; at < words_.size(); ++at) {
      run = run != runs.end() && run->first + run->count <= at ? run + 1 : run;
      bool const within = run != runs.end() && run->first <= at;
      bool const counts = !is_stop(words_[at], language);
      out.words += within && counts ? 1 : 0;
      out.whole = out.whole && (within || !counts);
    }
    return out;
  }

  static bool is_stop(QueryWords const& word, std::string const& language) {
    return word.parts.size() == 1 && is_stop_word(language, word.parts.front());
  }

  void add_single(size_t first, size_t last, std::string const& language) {
    for (; first < last; ++first) {
      add(first, 1, nullptr);
      out_.back().left_out = is_stop(words_[first], language);
    }
  }

  void add(size_t first, size_t count, ConceptLabel const* label) {
    auto const nodes = std::span(nodes_).subspan(first, count);
    auto const words = std::span(words_).subspan(first, count);
    out_.push_back({{nodes.begin(), nodes.end()}, {words.begin(), words.end()}, label});
  }

  ConceptLabels const* labels_;
  std::vector<QueryNode const*> nodes_;
  std::vector<QueryWords> words_;
  std::vector<OperandPiece> out_;
};

}  // namespace

std::vector<OperandPiece> pieces_of(std::span<QueryPtr const> operands,
                                    ConceptLabels const* labels) {
  Splitter splitter(labels);
  for (QueryPtr const& operand : operands) {
    splitter.take(*operand);
  }
  return splitter.finish();
}

OperandPiece piece_of(QueryNode const& node, ConceptLabels const* labels) {
  Splitter splitter(labels);
  splitter.take(node);
  return std::move(splitter.finish().front());
}

}  // namespace cyberlex
