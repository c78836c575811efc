#include "cyberlex/search/spelling.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "cyberlex/index/schema.h"
#include "cyberlex/text/language.h"

namespace cyberlex {
namespace {

// The words of a tree that stand for themselves.
class WordCollector {
 public:
  std::vector<std::string*> collect(QueryNode& node) {
    std::visit([this](auto& each) { visit(each); }, node.value);
    return std::move(words_);
  }

 private:
  void visit(WordNode& word) {
    if (word.form == WordForm::kStemmed || word.form == WordForm::kExact) {
      words_.push_back(&word.word);
    }
  }
  void visit(PhraseNode& phrase) {
    for (std::string& word : phrase.words) {
      words_.push_back(&word);
    }
  }
  void visit(NearNode& near) { visit_all(near.operands); }
  void visit(ScopeNode& scope) { visit_all(scope.operands); }
  void visit(AndNode& node) { visit_all(node.operands); }
  void visit(OrNode& node) { visit_all(node.operands); }
  void visit(NotNode&) {}  // what is excluded keeps nothing from being found
  void visit(FieldNode&) {}
  void visit(CitationNode&) {}
  void visit(AllNode&) {}

  void visit_all(std::vector<QueryPtr>& operands) {
    for (QueryPtr& each : operands) {
      std::visit([this](auto& inner) { visit(inner); }, each->value);
    }
  }

  std::vector<std::string*> words_;
};

bool is_number(std::string_view word) {
  return std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_known(Lexicon const& lexicon, std::string const& word) {
  for (Generation::LanguageStats const& each : lexicon.shared.generation().languages()) {
    Stemmer stemmer(each.language);
    if (lexicon.reader.document_frequency(schema::term(schema::kWord, each.language, word)) > 0 ||
        lexicon.reader.document_frequency(
            schema::term(schema::kStem, each.language, stemmer.stem(word))) > 0) {
      return true;
    }
  }
  return false;
}

std::optional<SpellingOffer::Word> nearest_word(Lexicon const& lexicon, std::string const& word) {
  size_t const length = code_points(word).size();
  if (length < kShortestCorrected) {
    return std::nullopt;
  }
  std::optional<NearWord> best;
  std::string language;
  for (Generation::LanguageStats const& each : lexicon.shared.generation().languages()) {
    lexicon.budget.check();
    auto const dictionary = lexicon.shared.dictionary(lexicon.reader, each.language);
    std::vector<NearWord> const near = dictionary->near(word, length < kTwoEditsFrom ? 1 : 2);
    if (near.empty()) {
      continue;
    }
    NearWord const& first = near.front();
    if (!best ||
        std::tuple(first.distance, best->documents) < std::tuple(best->distance, first.documents)) {
      best = first;
      language = each.language;
    }
  }
  if (!best) {
    return std::nullopt;
  }
  return SpellingOffer::Word{word, best->word, language, best->documents};
}

}  // namespace

std::optional<SpellingOffer> offer_spelling(Lexicon const& lexicon, QueryNode& tree) {
  SpellingOffer out;
  for (std::string* const word : WordCollector().collect(tree)) {
    if (is_number(*word) || is_known(lexicon, *word)) {
      continue;
    }
    std::optional<SpellingOffer::Word> nearest = nearest_word(lexicon, *word);
    if (!nearest || out.words.size() == kMostCorrected) {
      return std::nullopt;
    }
    *word = nearest->by;
    out.words.push_back(*std::move(nearest));
  }
  if (out.words.empty()) {
    return std::nullopt;
  }
  out.q = print(tree);
  return out;
}

}  // namespace cyberlex
