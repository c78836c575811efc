// A text is a query of many words of which none is asked for, so nothing is gained by walking all
// lists at once: each list is added to one array of scores, one after the other.

#include "cyberlex/search/like_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "cyberlex/index/schema.h"
#include "cyberlex/model/vocabulary.h"
#include "cyberlex/search/concept_part.h"
#include "cyberlex/search/contained_labels.h"
#include "cyberlex/search/ranking.h"
#include "cyberlex/search/stop_words.h"
#include "cyberlex/text/analyse.h"
#include "cyberlex/text/language.h"
#include "cyberlex/text/recognise_penalties.h"
#include "cyberlex/text/utf8.h"

namespace cyberlex {
namespace {

constexpr size_t kGuessedFrom = 8192;  // bytes
// Concepts that tell a subject. Penalties, authorisations and the rest stand in texts of every one.
constexpr auto kSchemes =
    std::to_array<std::string_view>({"offence", "power", "safeguard", "cooperation"});
// What is left of the score of a provision about another thing than offences, for a text that
// punishes.
constexpr double kNoOffenceShare = 0.5;

Generation::LanguageStats stats_of(Generation const& generation, std::string const& language) {
  for (Generation::LanguageStats const& each : generation.languages()) {
    if (each.language == language) {
      return each;
    }
  }
  return {};
}

Analysis analysis_of(std::string_view text, std::string const& language) {
  Analysis out;
  Analyser(language).analyse(text, out);
  return out;
}

// The stems of each sentence, stop words aside.
std::vector<std::set<std::string>> sentences_of(Analysis const& analysis,
                                                std::string const& language) {
  Stemmer stemmer(language);
  std::vector<std::set<std::string>> out(1);
  size_t sentence = 0;
  for (Token const& token : analysis.tokens) {
    while (sentence < analysis.sentence_ends.size() &&
           token.position > analysis.sentence_ends[sentence]) {
      ++sentence;
      out.emplace_back();
    }
    if (!is_stop_word(language, token.word)) {
      out.back().emplace(stemmer.stem(token.word));
    }
  }
  return out;
}

// How a thing is punished says nothing of what it is.
std::string without_penalties(std::string_view text,
                              std::vector<RecognisedPenalty> const& clauses) {
  std::string out(text);
  for (RecognisedPenalty const& clause : clauses) {
    std::fill(out.begin() + clause.begin, out.begin() + clause.end, ' ');
  }
  return out;
}

// The words of a label that tell something, as a query would have them.
std::vector<QueryWords> words_of(ConceptLabel const& label) {
  std::vector<QueryWords> out;
  for (std::string const& word : label.forms.front().words) {
    if (!is_stop_word(label.language, word)) {
      out.push_back({{word}, {}});
    }
  }
  return out;
}

// Places whose values are above zero, greatest first.
std::vector<size_t> by_value(std::vector<double> const& values) {
  std::vector<size_t> out;
  for (size_t i = 0; i < values.size(); ++i) {
    if (values[i] > 0) {
      out.push_back(i);
    }
  }
  std::ranges::stable_sort(out, std::ranges::greater{}, [&](size_t i) { return values[i]; });
  return out;
}

}  // namespace

std::string language_of_text(Lexicon const& lexicon, std::string_view text) {
  std::set<std::string> words;
  for (Token& token : analysis_of(utf8_prefix(text, kGuessedFrom), "").tokens) {
    words.insert(std::move(token.word));
  }
  std::string out;
  size_t most = 0;
  for (Generation::LanguageStats const& each : lexicon.shared.generation().languages()) {
    auto const known =
        static_cast<size_t>(std::ranges::count_if(words, [&](std::string const& word) {
          return lexicon.reader.document_frequency(
                     schema::term(schema::kWord, each.language, word)) > 0;
        }));
    if (known > most) {
      most = known;
      out = each.language;
    }
  }
  return out;
}

LikeText::LikeText(Lexicon const& lexicon, std::string_view text, std::string language)
    : lexicon_(lexicon),
      language_(language.empty() ? language_of_text(lexicon, text) : std::move(language)),
      scores_(lexicon.shared.columns().documents(), 0.0) {
  PenaltyReading const reading = PenaltyRecogniser(language_).read(text);
  speaks_of_offence_ = reading.speaks_of_offence || !reading.clauses.empty();
  std::string const subject = without_penalties(text, reading.clauses);
  find_words(subject);
  add_words();
  ContainedLabels labels(lexicon_.shared.concept_labels(), language_, kSchemes);
  for (std::set<std::string> const& sentence :
       sentences_of(analysis_of(subject, language_), language_)) {
    labels.read(sentence);
    lexicon_.budget.spend();
  }
  for (ContainedLabel const& found : labels.found()) {
    if (concepts_.size() < kMostTextConcepts) {
      concepts_.push_back({&lexicon_.shared.concept_labels().label(found.label), found.share});
      add_concept(concepts_.back());
    }
  }
  prefer_offences();
}

void LikeText::find_words(std::string_view text) {
  struct Count {
    std::string word;
    double count = 0;
  };
  std::map<std::string, Count> stems;
  Stemmer stemmer(language_);
  for (Token const& token : analysis_of(text, language_).tokens) {
    if (!token.joined && !is_stop_word(language_, token.word)) {
      Count& known = stems[std::string(stemmer.stem(token.word))];
      known.word = known.word.empty() ? token.word : known.word;
      ++known.count;
    }
  }
  uint64_t const documents = stats_of(lexicon_.shared.generation(), language_).documents;
  for (auto const& [stem, found] : stems) {
    std::string term = schema::term(schema::kStem, language_, stem);
    uint32_t const having = lexicon_.reader.document_frequency(term);
    lexicon_.budget.spend();
    if (having > 0) {
      double const weight = (1.0 + std::log(found.count)) * ranking::idf(documents, having);
      words_.push_back({found.word, std::move(term), weight});
    }
  }
  std::ranges::stable_sort(words_, std::ranges::greater{}, &TextWord::weight);
  words_.resize(std::min(words_.size(), kMostTextWords));
}

void LikeText::add_words() {
  double const mean_length = stats_of(lexicon_.shared.generation(), language_).mean_length;
  std::vector<uint16_t> const& length = lexicon_.shared.columns().state.length;
  for (TextWord const& word : words_) {
    ranking::Scorer const scorer(word.weight, mean_length);
    for (PostingCursor at = lexicon_.reader.postings(word.term); at.doc() != kNoMoreDocs;
         at.next()) {
      lexicon_.budget.spend();
      scores_[at.doc()] += scorer.of(at.frequency(), length[at.doc()]);
    }
  }
}

void LikeText::add_concept(TextConcept const& found) {
  ConceptPart part = make_concept_part(lexicon_, words_of(*found.label), *found.label);
  std::vector<CursorPtr> ways;
  if (!part.labels.empty()) {
    ways.push_back(make_best_cursor(std::move(part.labels)));
  }
  if (part.annotated != nullptr) {
    ways.push_back(std::move(part.annotated));
  }
  Evidence evidence;
  if (!ways.empty()) {
    CursorPtr const any = make_or_cursor(std::move(ways));
    for (; any->doc() != kNoMoreDocs; any->next()) {
      lexicon_.budget.spend();
      if (any->confirm()) {
        evidence.emplace_back(any->doc(), found.share * found.share * any->score());
        scores_[any->doc()] += evidence.back().second;
      }
    }
  }
  evidence_.push_back(std::move(evidence));
}

void LikeText::prefer_offences() {
  if (!speaks_of_offence_) {
    return;
  }
  CodeColumn const& klass = lexicon_.shared.columns().state.klass;
  std::vector<bool> other;
  for (std::string const& name : klass.names.values) {
    other.push_back(name != name_of(ProvisionClass::kOffence) &&
                    name != name_of(ProvisionClass::kLiability) &&
                    name != name_of(ProvisionClass::kNotAssessed));
  }
  for (DocNum doc = 0; doc < scores_.size(); ++doc) {
    scores_[doc] *= other[klass.codes[doc]] ? kNoOffenceShare : 1.0;
  }
}

std::vector<RankedDoc> LikeText::nearest(DocSet const& among, size_t most) const {
  TopDocs top(most);
  for (DocNum const doc : among.to_vector()) {
    if (scores_[doc] > 0) {
      top.offer({doc, scores_[doc]});
    }
  }
  return top.take(0);
}

std::vector<LikeReason> LikeText::reasons(std::vector<DocNum> const& docs) const {
  double const mean_length = stats_of(lexicon_.shared.generation(), language_).mean_length;
  std::vector<std::vector<double>> words(docs.size(), std::vector<double>(words_.size()));
  for (size_t w = 0; w < words_.size(); ++w) {
    ranking::Scorer const scorer(words_[w].weight, mean_length);
    PostingCursor at = lexicon_.reader.postings(words_[w].term);
    for (size_t i = 0; i < docs.size(); ++i) {
      at.seek(docs[i]);
      bool const has = at.doc() == docs[i];
      words[i][w] =
          has ? scorer.of(at.frequency(), lexicon_.shared.columns().state.length[docs[i]]) : 0;
    }
  }
  std::vector<LikeReason> out;
  for (size_t i = 0; i < docs.size(); ++i) {
    std::vector<double> concepts;
    for (Evidence const& evidence : evidence_) {
      auto const found =
          std::ranges::lower_bound(evidence, docs[i], {}, &Evidence::value_type::first);
      bool const has = found != evidence.end() && found->first == docs[i];
      concepts.push_back(has ? found->second : 0);
    }
    out.push_back({by_value(words[i]), by_value(concepts)});
  }
  return out;
}

}  // namespace cyberlex
