// A run of words that is a label of a concept: what else leads to that concept.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "cyberlex/search/concept_labels.h"
#include "cyberlex/search/label_cursor.h"
#include "cyberlex/search/query_words.h"
#include "cyberlex/search/response.h"
#include "cyberlex/search/word_group.h"

namespace cyberlex {

inline constexpr size_t kMostConcepts = 4;  // a query
inline constexpr size_t kMostLabels = 24;   // a concept; those of the most frequent words are kept

struct ConceptPart {
  // Documents that have another label, one cursor a label; scored as the words of the run would be,
  // and a little less.
  std::vector<CursorPtr> labels;
  // Documents annotated with the concept or a narrower one, and articles that the taxonomy matches
  // it with, scored; null when there is none.
  CursorPtr annotated;
  LabelMarker marker;  // of the labels
  ConceptExpansion expansion;
};

// REQUIRES: `words` is a run of `label`, or has `share` in common with it, which all scores are
// multiplied by. Throws ReaderDamaged and SearchStopped. Lifetime of the cursors: that of the
// lexicon's parts.
ConceptPart make_concept_part(Lexicon const& lexicon, std::span<QueryWords const> words,
                              ConceptLabel const& label, double share = 1);

// The words of a run, as the answer shows them.
std::vector<std::string> shown_words(std::span<QueryWords const> words);

}  // namespace cyberlex
