#include "cyberlex/search/word_group.h"

#include <algorithm>
#include <utility>

#include "cyberlex/index/schema.h"
#include "cyberlex/search/ranking.h"
#include "cyberlex/text/language.h"

namespace cyberlex {
namespace {

struct FoundWord {
  std::string word;
  double weight = 1;
};

// Builds the group of one language.
class LanguageGroupMaker {
 public:
  LanguageGroupMaker(Lexicon const& lexicon, WordNode const& node,
                     Generation::LanguageStats const& language)
      : lexicon_(lexicon), node_(node), language_(language) {
    out_.language = language.language;
    out_.documents = language.documents;
    out_.mean_length = language.mean_length;
    expansion_.word = node.word;
    expansion_.language = language.language;
  }

  void add_to(WordGroup& group) {
    fill();
    if (out_.terms.empty()) {
      return;
    }
    if (node_.form != WordForm::kExact) {
      group.expansions.push_back(std::move(expansion_));
    }
    group.languages.push_back(std::move(out_));
  }

 private:
  void fill() {
    switch (node_.form) {
      case WordForm::kStemmed:
        return fill_stemmed();
      case WordForm::kExact:
        return fill_words({{node_.word, 1.0}});
      case WordForm::kPrefix:
        return fill_words(with_prefix());
      case WordForm::kFuzzy:
        return fill_words(near());
    }
  }

  std::string term(char kind, std::string_view word) const {
    return schema::term(kind, language_.language, word);
  }
  char word_kind() const { return node_.heading ? schema::kHeadingWord : schema::kWord; }
  bool held(std::string const& wanted) const {
    return lexicon_.reader.document_frequency(wanted) > 0;
  }

  void fill_stemmed() {
    Stemmer stemmer(language_.language);
    out_.stem = stemmer.stem(node_.word);
    std::string stem = term(node_.heading ? schema::kHeadingStem : schema::kStem, out_.stem);
    if (!held(stem)) {
      return;
    }
    out_.terms.push_back({std::move(stem), 1.0});
    out_.words.push_back(node_.word);
    std::string exact = term(word_kind(), node_.word);
    if (held(exact)) {
      out_.bonus.push_back({std::move(exact), ranking::kExactBonus});
    }
    expansion_.terms.push_back(out_.stem);
  }

  void fill_words(std::vector<FoundWord> const& found) {
    for (FoundWord const& each : found) {
      std::string wanted = term(word_kind(), each.word);
      if (!held(wanted)) {
        continue;
      }
      out_.terms.push_back({std::move(wanted), each.weight});
      out_.words.push_back(each.word);
      expansion_.terms.push_back(each.word);
    }
  }

  void limit(std::string_view what, size_t most, size_t found) {
    if (found > most) {
      expansion_.truncated = true;
      expansion_.limit = std::string(what) + ": " + std::to_string(most) + " of " +
                         std::to_string(found) + " words";
    }
  }

  std::vector<FoundWord> with_prefix() {
    std::vector<TermCount> found;
    std::string const prefix = term(word_kind(), "");
    lexicon_.reader.terms(prefix + node_.word, [&found, this](TermCount const& each) {
      found.push_back(each);
      lexicon_.budget.spend();
      return true;
    });
    limit("most frequent", kMostPrefixTerms, found.size());
    if (found.size() > kMostPrefixTerms) {
      std::ranges::stable_sort(found, std::ranges::greater{}, &TermCount::documents);
      found.resize(kMostPrefixTerms);
      std::ranges::sort(found, {}, &TermCount::term);
    }
    std::vector<FoundWord> out;
    out.reserve(found.size());
    for (TermCount const& each : found) {
      out.push_back({each.term.substr(prefix.size()), 1.0});
    }
    return out;
  }

  std::vector<FoundWord> near() {
    uint32_t const distance = code_points(node_.word).size() < kTwoEditsFrom ? 1 : 2;
    auto const dictionary = lexicon_.shared.dictionary(lexicon_.reader, language_.language);
    std::vector<FoundWord> out;
    lexicon_.budget.check();  // a scan of the whole dictionary, before and not in it
    for (NearWord const& each : dictionary->near(node_.word, distance)) {
      if (!node_.heading || held(term(schema::kHeadingWord, each.word))) {
        out.push_back({each.word, ranking::fuzzy_weight(each.distance)});
      }
    }
    limit("nearest", kMostFuzzyTerms, out.size());
    out.resize(std::min(out.size(), kMostFuzzyTerms));
    return out;
  }

  Lexicon const& lexicon_;
  WordNode const& node_;
  Generation::LanguageStats const& language_;
  LanguageGroup out_;
  Expansion expansion_;
};

}  // namespace

Result<WordGroup> make_word_group(Lexicon const& lexicon, WordNode const& node) {
  if (node.form == WordForm::kPrefix && code_points(node.word).size() < kShortestPrefix) {
    return Error{ErrorCode::kBadQuery,
                 "\"" + node.word + "*\" is too short: a prefix has at least " +
                     std::to_string(kShortestPrefix) + " characters",
                 "q"};
  }
  WordGroup out;
  out.node = node;
  for (Generation::LanguageStats const& language : lexicon.shared.generation().languages()) {
    LanguageGroupMaker(lexicon, node, language).add_to(out);
  }
  return out;
}

std::vector<std::string> positional_terms(Lexicon const& lexicon, WordNode const& node,
                                          LanguageGroup const& group) {
  std::vector<std::string> words = group.words;
  if (node.form == WordForm::kStemmed) {
    words = lexicon.shared.dictionary(lexicon.reader, group.language)->with_stem(group.stem);
  }
  char const kind = node.heading ? schema::kHeadingWord : schema::kWord;
  for (std::string& word : words) {
    word = schema::term(kind, group.language, word);
  }
  return words;
}

}  // namespace cyberlex
