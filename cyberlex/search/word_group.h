// A word of a query as a set of dictionary terms a language, evaluated as one term.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "cyberlex/base/result.h"
#include "cyberlex/index/reader.h"
#include "cyberlex/search/budget.h"
#include "cyberlex/search/query.h"
#include "cyberlex/search/response.h"
#include "cyberlex/search/search_shared.h"

namespace cyberlex {

// Where one search reads words from. Lifetime: that search.
struct Lexicon {
  IndexReader const& reader;
  SearchShared& shared;
  Budget& budget;
  Date day = {};  // decides standings; match() sets it
};

struct GroupTerm {
  std::string term;   // of the index, with its prefix
  double weight = 1;  // of one occurrence
};

// The terms of one language. A document has the word when it has one of `terms`; its frequency is
// the weighted sum over `terms` and `bonus`.
struct LanguageGroup {
  std::string language;
  std::vector<GroupTerm> terms;
  std::vector<GroupTerm> bonus;    // adds to the frequency only
  std::vector<std::string> words;  // the words meant, folded; of a stemmed word only its own form
  std::string stem;                // of a stemmed word, else empty
  uint64_t documents = 0;          // of the language
  double mean_length = 0;
};

struct WordGroup {
  WordNode node;
  std::vector<LanguageGroup> languages;  // only those that have the word
  std::vector<Expansion> expansions;
};

inline constexpr size_t kMostPrefixTerms = 1000;  // a language; the most frequent are kept
inline constexpr size_t kMostFuzzyTerms = 200;    // a language; the nearest are kept
inline constexpr size_t kShortestPrefix = 2;      // characters
inline constexpr size_t kTwoEditsFrom = 6;        // characters

// kBadQuery for a prefix that is too short. Limits that were met stand in `expansions`.
Result<WordGroup> make_word_group(Lexicon const& lexicon, WordNode const& node);

// The words of the index that a group of one language stands for, as terms with positions: of a
// stemmed word every word that shares its stem.
std::vector<std::string> positional_terms(Lexicon const& lexicon, WordNode const& node,
                                          LanguageGroup const& group);

}  // namespace cyberlex
