// From the query tree to sets of documents and cursors over them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "cyberlex/base/result.h"
#include "cyberlex/search/filter.h"
#include "cyberlex/search/posting_tree.h"
#include "cyberlex/search/query.h"
#include "cyberlex/search/response.h"
#include "cyberlex/search/word_group.h"

namespace cyberlex {

// What to mark in a text: a word, or words in a row.
using Marker = std::variant<WordGroup, PhraseNode>;

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
};

// kBadQuery for a word that cannot be looked up. Throws ReaderDamaged and SearchStopped.
// Lifetime of the cursors: that of the lexicon's parts.
Result<CompiledQuery> compile_query(Lexicon const& lexicon, QueryNode const& root);

// True when one of the values is a status under which a provision is gone.
bool asks_for_gone(std::span<FilterValue const> statuses);

}  // namespace cyberlex
