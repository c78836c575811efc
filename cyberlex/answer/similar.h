// Text in; the provisions and treaty articles that are nearest out, with the reason.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cyberlex/model/identifiers.h"
#include "cyberlex/search/searcher.h"

namespace cyberlex {

inline constexpr size_t kMostSimilarBytes = 100'000;
inline constexpr size_t kNeighbours = 20;  // whose mappings lead to articles

struct SimilarRequest {
  std::string text;                 // empty when `provision` is given
  std::optional<Handle> provision;  // its own text: in `language`, else the first held
  std::string language;             // of the text, ISO 639-1; empty: guessed
  // Filters that choose among national provisions, the day, how many of each kind at most.
  SearchRequest search;
};

// `text` or `provision`, one of them; `lang`, of the text; and jurisdiction, act, as_of and limit
// as parse_request reads them. kBadQuery as there, for any other name, and for a text that is empty
// or longer than kMostSimilarBytes.
Result<SimilarRequest> parse_similar(ParameterList const& list, VocabularyView const& vocabulary,
                                     Date today);
// What parse_similar reads back to the same request.
ParameterList to_parameters(SimilarRequest const& request);

// A concept that the text speaks of, by the words of a label.
struct SimilarConcept {
  std::string concept_id;
  std::string scheme;
  std::string label;  // of the taxonomy, in the language of the text
  double share = 1;   // of the label that one sentence has
};

// A neighbour whose mapping leads to an article.
struct SimilarThrough {
  std::string handle;
  Relation relation = Relation::kOverlaps;
};

struct SimilarHit {
  DocNum doc = 0;
  double score = 0;
  ProvisionRecord record;
  std::vector<std::string> words;       // shared, what counts most first; at most kMostReasons
  std::vector<size_t> concepts;         // places in SimilarAnswer::concepts, the same
  std::vector<SimilarThrough> through;  // of an article; the nearest first, the same
};
inline constexpr size_t kMostReasons = 8;

struct SimilarAnswer {
  std::shared_ptr<Generation const> generation;
  SimilarRequest request;
  std::string language;  // as given or guessed; empty when no word of the text is held
  bool speaks_of_offence = false;
  std::vector<std::string> words;  // of the text that were looked for, the rarest first
  std::vector<SimilarConcept> concepts;
  std::vector<SimilarHit> provisions;  // national ones
  std::vector<SimilarHit> articles;    // of any treaty
};

// docs/similar.md says how they are ranked. What the filters leave out does not lead to articles
// either. kNotFound for a provision that is not held that day or not in the language; kDamaged and
// kUnavailable as Searcher.
Result<SimilarAnswer> answer_similar(Searcher const& searcher, SimilarRequest const& request,
                                     SearchLimits const& limits = {});

}  // namespace cyberlex
