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
std::optional<Condition> annotation_of(Concept const& entry, Words const& ids) {
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
    for (AssessmentValue const value : {AssessmentValue::kPresent, AssessmentValue::kPartial}) {
      out.values.push_back({id + ':' + std::string(name_of(value)), std::nullopt});
    }
  }
  return out;
}

class PartMaker {
 public:
  PartMaker(Lexicon const& lexicon, std::span<QueryWords const> words, ConceptLabel const& label)
      : lexicon_(lexicon),
        labels_(lexicon.shared.concept_labels()),
        words_(words),
        label_(label),
        rarity_(rarity_of_run()) {}

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

  void add_annotated(Concept const& entry) {
    std::optional<Condition> condition = annotation_of(entry, labels_.narrower(label_));
    if (!condition.has_value()) {
      return;
    }
    Choice const choice{std::move(*condition)};
    DocSet const annotated = group_documents(lexicon_.shared, {{}, std::span(&choice, 1)});
    if (!annotated.empty()) {
      out_.expansion.annotated = true;
      out_.annotated = make_set_cursor(annotated.to_vector(), ranking::kAnnotatedWeight * rarity_);
    }
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
                              ConceptLabel const& label) {
  return PartMaker(lexicon, words, label).make();
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
