#include "cyberlex/search/concept_part.h"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <utility>

#include "cyberlex/index/schema.h"
#include "cyberlex/search/filter.h"
#include "cyberlex/search/ranking.h"
#include "cyberlex/text/language.h"

namespace cyberlex {
namespace {

using Words = std::vector<std::string>;

// A label of the concept in one spelling.
struct Candidate {
  ConceptLabel const* label = nullptr;
  LabelForm const* form = nullptr;
  uint32_t documents = 0;  // of its rarest stem
};

bool holds_run(Words const& stems, Words const& run) {
  return std::search(stems.begin(), stems.end(), run.begin(), run.end()) != stems.end();
}

// How a concept is told by its annotations: the parameter of its scheme, and the values.
std::optional<Condition> annotation_of(Concept const& entry, Words const& ids,
                                       std::span<AssessmentValue const> found) {
  std::optional<Param> const param = find_parameter(entry.scheme);
  if (!param || info_of(*param).level == Level::kState || !has_codes(info_of(*param).form)) {
    return std::nullopt;
  }
  Condition out{*param, {}};
  for (std::string const& id : ids) {
    if (info_of(*param).form == ValueForm::kCode) {
      out.values.push_back({id, std::nullopt});
      continue;
    }
    for (AssessmentValue const value : found) {
      out.values.push_back({id + ':' + std::string(name_of(value)), std::nullopt});
    }
  }
  return out;
}

constexpr std::string_view kCloseRelations[] = {"close"};
constexpr std::string_view kNearRelations[] = {"broad", "narrow"};
constexpr ActNum kNoAct = std::numeric_limits<ActNum>::max();

// Documents that somebody says are about a concept, and how much that counts.
class Evidence {
 public:
  void add(DocSet const& docs, double weight) {
    for (DocNum const doc : docs.to_vector()) {
      weights_[doc] += weight;
    }
  }
  // Of several such the best counts.
  void add_best(DocSet const& docs, double weight) {
    for (DocNum const doc : docs.to_vector()) {
      weights_[doc] = std::max(weights_[doc], weight);
    }
  }
  // Null when there is none.
  CursorPtr cursor(double rarity) && {
    std::vector<DocNum> docs;
    std::vector<double> scores;
    for (auto const& [doc, weight] : weights_) {
      docs.push_back(doc);
      scores.push_back(weight * rarity);
    }
    return docs.empty() ? nullptr : make_scored_cursor(std::move(docs), std::move(scores));
  }

 private:
  std::map<DocNum, double> weights_;
};

class PartMaker {
 public:
  PartMaker(Lexicon const& lexicon, std::span<QueryWords const> words, ConceptLabel const& label,
            double share)
      : lexicon_(lexicon),
        labels_(lexicon.shared.concept_labels()),
        words_(words),
        label_(label),
        rarity_(share * rarity_of_run()) {
    out_.expansion.share = share;
  }

  ConceptPart make() {
    Concept const& entry = labels_.concept_of(label_);
    out_.expansion.concept_id = entry.id;
    out_.expansion.scheme = entry.scheme;
    out_.expansion.words = shown_words(words_);
    for (Generation::LanguageStats const& language : lexicon_.shared.generation().languages()) {
      collect(language.language);
    }
    keep_most_frequent();
    add_labels();
    add_annotated(entry);
    return std::move(out_);
  }

 private:
  uint32_t documents_with(char kind, std::string const& language, std::string_view word) const {
    return lexicon_.reader.document_frequency(schema::term(kind, language, word));
  }

  uint32_t rarest(char kind, std::string const& language, Words const& words) const {
    uint32_t out = std::numeric_limits<uint32_t>::max();
    for (std::string const& word : words) {
      out = std::min(out, documents_with(kind, language, word));
    }
    return out;
  }

  // In the language in which it is least rare, so that words as they stand never count less than
  // an expansion that occurs as often.
  double rarity_of(QueryWords const& word) const {
    std::optional<double> least;
    for (Generation::LanguageStats const& each : lexicon_.shared.generation().languages()) {
      Stemmer stemmer(each.language);
      uint32_t having = 0;
      for (Words const& spelling : spellings_of(word)) {
        having =
            std::max(having, spelling.size() == 1 ? documents_with(schema::kStem, each.language,
                                                                   stemmer.stem(spelling.front()))
                                                  : rarest(schema::kWord, each.language, spelling));
      }
      if (having > 0) {
        double const rarity = ranking::idf(each.documents, having);
        least = std::min(least.value_or(rarity), rarity);
      }
    }
    return least.value_or(ranking::idf(lexicon_.shared.columns().documents(), 0));
  }

  double rarity_of_run() const {
    double sum = 0;
    for (QueryWords const& word : words_) {
      sum += rarity_of(word);
    }
    return sum;
  }

  // The run itself as stems of a language: as it stands, and in its parts.
  std::vector<Words> own_stems(std::string const& language) const {
    Stemmer stemmer(language);
    std::vector<Words> out(2);
    for (QueryWords const& word : words_) {
      std::vector<Words> const spellings = spellings_of(word);
      for (std::string const& part : spellings.front()) {
        out.front().emplace_back(stemmer.stem(part));
      }
      for (std::string const& part : spellings.back()) {
        out.back().emplace_back(stemmer.stem(part));
      }
    }
    return out;
  }

  // Labels of a language whose words are all held. Whoever has a label has those within it too, so
  // a label that holds the run or another label finds nothing more.
  void collect(std::string const& language) {
    std::vector<Candidate> found;
    for (ConceptLabel const& each : labels_.siblings(label_)) {
      for (LabelForm const& form : each.forms) {
        if (each.language != language) {
          continue;
        }
        uint32_t const documents = rarest(schema::kStem, language, form.stems);
        if (documents > 0) {
          found.push_back({&each, &form, documents});
        }
      }
    }
    std::ranges::stable_sort(found, {}, [](Candidate const& c) { return c.form->stems.size(); });
    std::vector<Words> known = own_stems(language);
    for (Candidate const& each : found) {
      bool const fresh = std::ranges::none_of(
          known, [&each](Words const& run) { return holds_run(each.form->stems, run); });
      if (fresh) {
        known.push_back(each.form->stems);
        kept_.push_back(each);
      }
    }
  }

  void keep_most_frequent() {
    std::map<ConceptLabel const*, uint32_t> frequency;
    for (Candidate const& each : kept_) {
      uint32_t& most = frequency[each.label];
      most = std::max(most, each.documents);
    }
    if (frequency.size() <= kMostLabels) {
      return;
    }
    out_.expansion.truncated = true;
    out_.expansion.limit = "most frequent: " + std::to_string(kMostLabels) + " of " +
                           std::to_string(frequency.size()) + " labels";
    // By address: labels of one concept stand in one array.
    std::vector<std::pair<ConceptLabel const*, uint32_t>> order(frequency.begin(), frequency.end());
    std::ranges::stable_sort(order, std::ranges::greater{},
                             &std::pair<ConceptLabel const*, uint32_t>::second);
    for (size_t i = kMostLabels; i < order.size(); ++i) {
      std::erase_if(kept_, [&](Candidate const& each) { return each.label == order[i].first; });
    }
  }

  void add_labels() {
    std::ranges::stable_sort(kept_, {}, &Candidate::label);
    for (Candidate const& each : kept_) {
      LabelStems stems{each.label->language, each.form->stems};
      out_.labels.push_back(make_label_cursor(lexicon_, stems, ranking::kLabelWeight * rarity_));
      out_.marker.labels.push_back(std::move(stems));
      LabelShown shown{each.label->language, each.label->text};
      if (out_.expansion.labels.empty() || out_.expansion.labels.back() != shown) {
        out_.expansion.labels.push_back(std::move(shown));
      }
    }
  }

  DocSet annotated(Concept const& entry, Words const& ids,
                   std::span<AssessmentValue const> found) const {
    std::optional<Condition> condition = annotation_of(entry, ids, found);
    if (!condition.has_value()) {
      return {};
    }
    Choice const choice{std::move(*condition)};
    return group_documents(lexicon_.shared, {{}, std::span(&choice, 1), lexicon_.day});
  }

  // Articles in any state of theirs: the walk asks for the day.
  DocSet articles(Concept const& entry, std::span<std::string_view const> relations) const {
    Generation const& generation = lexicon_.shared.generation();
    DocSet out;
    for (auto const& [relation, handles] : entry.match) {
      if (std::ranges::find(relations, relation) == relations.end()) {
        continue;
      }
      for (std::string const& text : handles) {
        Result<Handle> const handle = parse_handle(text);
        ActNum const act = handle ? generation.act_number(handle->act) : kNoAct;
        if (act < generation.acts().size()) {
          auto const [first, last] = generation.states_of(act, handle->eid.text());
          out |= DocSet::range(first, last);
        }
      }
    }
    return out;
  }

  void add_annotated(Concept const& entry) {
    constexpr AssessmentValue kFound[] = {AssessmentValue::kPresent, AssessmentValue::kPartial};
    Evidence evidence;
    Words const& ids = labels_.narrower(label_);
    DocSet const any = annotated(entry, ids, kFound);
    evidence.add_best(any, ranking::kPartialWeight);
    evidence.add_best(annotated(entry, ids, std::span(kFound, 1)), ranking::kAnnotatedWeight);
    DocSet const close = articles(entry, kCloseRelations);
    DocSet const near = articles(entry, kNearRelations);
    evidence.add(close, ranking::kCloseArticleWeight);
    evidence.add(near, ranking::kNearArticleWeight);
    out_.expansion.annotated = !any.empty();
    out_.expansion.articles = !close.empty() || !near.empty();
    out_.annotated = std::move(evidence).cursor(rarity_);
  }

  Lexicon const& lexicon_;
  ConceptLabels const& labels_;
  std::span<QueryWords const> words_;
  ConceptLabel const& label_;
  double rarity_;
  std::vector<Candidate> kept_;
  ConceptPart out_;
};

}  // namespace

ConceptPart make_concept_part(Lexicon const& lexicon, std::span<QueryWords const> words,
                              ConceptLabel const& label, double share) {
  return PartMaker(lexicon, words, label, share).make();
}

std::vector<std::string> shown_words(std::span<QueryWords const> words) {
  Words out;
  for (QueryWords const& word : words) {
    Words const first = spellings_of(word).front();
    out.insert(out.end(), first.begin(), first.end());
  }
  return out;
}

}  // namespace cyberlex
