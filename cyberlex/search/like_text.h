// Which provisions are near a text: by the words they share, and by the concepts it speaks of.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cyberlex/search/concept_labels.h"
#include "cyberlex/search/doc_set.h"
#include "cyberlex/search/match.h"
#include "cyberlex/search/word_group.h"

namespace cyberlex {

inline constexpr size_t kMostTextWords = 64;     // of a text: the rarest
inline constexpr size_t kMostTextConcepts = 12;  // of a text: those it has most of

// A word of the text that the index has, for all words of its stem.
struct TextWord {
  std::string word;  // folded; the first of the stem
  std::string term;  // of the index
  double weight = 0;
};

// A concept of which a sentence of the text has a label, or most of one.
struct TextConcept {
  ConceptLabel const* label = nullptr;  // of the shared labels
  double share = 0;                     // of the label that the sentence has
};

// Why a provision is near: places in words() and concepts(), what counts most first.
struct LikeReason {
  std::vector<size_t> words;
  std::vector<size_t> concepts;
};

// The scores of all provisions against one text; docs/similar.md says how. Thread rule: one object,
// one thread. Lifetime: that of the lexicon's parts.
class LikeText {
 public:
  // `language` empty: guessed, see language_of_text(). Throws ReaderDamaged and SearchStopped.
  // Cost: the postings of at most kMostTextWords words and of the labels of kMostTextConcepts.
  LikeText(Lexicon const& lexicon, std::string_view text, std::string language);

  std::string const& language() const { return language_; }
  bool speaks_of_offence() const { return speaks_of_offence_; }  // or punishes
  std::vector<TextWord> const& words() const { return words_; }  // heaviest first
  std::vector<TextConcept> const& concepts() const { return concepts_; }

  // The best of these documents that score at all, best first, then ascending.
  std::vector<RankedDoc> nearest(DocSet const& among, size_t most) const;

  // One a document. REQUIRES: ascending.
  std::vector<LikeReason> reasons(std::vector<DocNum> const& docs) const;

 private:
  // What a concept adds to documents, ascending.
  using Evidence = std::vector<std::pair<DocNum, double>>;

  void find_words(std::string_view text);
  void add_words();
  void add_concept(TextConcept const& found);
  void prefer_offences();

  Lexicon lexicon_;
  std::string language_;
  bool speaks_of_offence_ = false;
  std::vector<TextWord> words_;
  std::vector<TextConcept> concepts_;
  std::vector<Evidence> evidence_;  // one a concept
  std::vector<double> scores_;      // one a document
};

// The language held of whose words the text has most; empty when it has none. Looks at the first
// kilobytes.
std::string language_of_text(Lexicon const& lexicon, std::string_view text);

}  // namespace cyberlex
