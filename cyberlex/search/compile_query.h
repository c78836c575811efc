// From the query tree to sets of documents and cursors over them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "cyberlex/base/result.h"
#include "cyberlex/search/filter.h"
#include "cyberlex/search/label_cursor.h"
#include "cyberlex/search/posting_tree.h"
#include "cyberlex/search/query.h"
#include "cyberlex/search/response.h"
#include "cyberlex/search/word_group.h"

namespace cyberlex {

// What to mark in a text: a word, words in a row, labels of a concept.
using Marker = std::variant<WordGroup, PhraseNode, LabelMarker>;

// A query made ready to be walked: a document matches when it is in `base`, meets `fields`
// (together with the filters of the request), matches all of `required` and none of `excluded`.
struct CompiledQuery {
  std::optional<DocSet> base;  // absent: every document
  std::vector<Choice> fields;
  std::vector<CursorPtr> required;
  std::vector<CursorPtr> excluded;
  DocSet cited;                 // shown whatever their status
  bool asks_gone = false;       // a field asks for a status that is gone
  std::vector<Marker> markers;  // words outside NOT, in their order
  std::vector<Expansion> expansions;
  std::vector<ConceptExpansion> concepts;
  std::vector<std::string> left_out;  // stop words that are not asked for
  Relaxation relaxed;                 // with kAny
};

// What is made of the plain words of the query.
enum class QueryReading : uint8_t {
  kAsTheyStand,
  kExpanded,
  kAny,  // expanded, and of those in the outermost AND, stop words aside, one is enough
};

// Expanded, stemmed words side by side in one AND, outside NOT, that are a label of a concept, or
// nearly one, match what has the words, or another label of it, or is annotated with it; of words
// and labels the best scores, and an annotation adds to it. Stop words beside a label are left out.
// At most kMostConcepts a query. kBadQuery for a word that cannot be looked up. Throws
// ReaderDamaged and SearchStopped. Lifetime of the cursors: that of the lexicon's parts.
Result<CompiledQuery> compile_query(Lexicon const& lexicon, QueryNode const& root,
                                    QueryReading reading = QueryReading::kExpanded);

// True when one of the values is a status under which a provision is gone.
bool asks_for_gone(std::span<FilterValue const> statuses);

}  // namespace cyberlex
