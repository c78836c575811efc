// "Did you mean": words that no text has, and the nearest that some text has. An offer, never a
// rewriting.
#pragma once

#include <optional>

#include "cyberlex/search/query.h"
#include "cyberlex/search/response.h"
#include "cyberlex/search/word_group.h"

namespace cyberlex {

inline constexpr size_t kShortestCorrected = 4;  // characters
inline constexpr size_t kMostCorrected = 4;      // words of a query

// Replaces, in `tree`, each word that occurs in no language by the nearest that does: at
// Levenshtein distance 1, from kTwoEditsFrom characters on 2; of several the nearest, then the one
// in most documents, then the first. Words with * or ~ and numbers are left alone. Nothing, and
// `tree` in an unspecified state, when no word is unknown, more than kMostCorrected are, or one has
// nothing near. Cost: a scan of each language's dictionary for each unknown word.
std::optional<SpellingOffer> offer_spelling(Lexicon const& lexicon, QueryNode& tree);

}  // namespace cyberlex
