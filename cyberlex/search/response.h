// The answer to a search: plain values, ready for any renderer.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "cyberlex/index/document.h"
#include "cyberlex/index/generation.h"
#include "cyberlex/search/request.h"

namespace cyberlex {

// A piece of a text to show, and the byte ranges in `text` to mark. Offsets, never markup.
struct Snippet {
  std::string language;
  TextKind kind = TextKind::kOfficial;
  EId eid;           // the block it is from
  std::string text;  // cut on word and grapheme boundaries
  bool cut_before = false;
  bool cut_after = false;
  std::vector<std::pair<uint32_t, uint32_t>> marks;  // [begin, end), ascending, disjoint
};

struct Hit {
  DocNum doc = 0;
  double score = 0;  // 0 when the order is not by relevance or the query has no words
  ProvisionRecord record;
  std::vector<Snippet> snippets;  // original language first; at most two a language
};

struct FacetValue {
  std::string value;  // as the parameter takes it
  uint64_t count = 0;
  bool selected = false;
};
struct Facet {
  Param param = Param::kJurisdiction;
  std::vector<FacetValue> values;  // code facets: count down, then value; ranges: in their order
};

// How a word of the query was expanded: never silent.
struct Expansion {
  std::string word;
  std::string language;
  std::vector<std::string> terms;
  bool truncated = false;  // a limit was met, and is named in `limit`
  std::string limit;
};

// A label of a concept, in its language.
struct LabelShown {
  std::string language;
  std::string label;
  bool operator==(LabelShown const&) const = default;
};
// How words that are a label of a concept were expanded.
struct ConceptExpansion {
  std::string concept_id;
  std::string scheme;
  std::vector<std::string> words;  // of the query
  // Further labels that were looked for: those whose words all occur in the index, without those
  // that hold the words asked for, or one another.
  std::vector<LabelShown> labels;
  bool annotated = false;  // provisions annotated with it, or with a narrower one, were added
  bool truncated = false;  // a limit was met, and is named in `limit`
  std::string limit;
};

struct SearchResponse {
  std::shared_ptr<Generation const> generation;
  SearchRequest request;  // with as_of resolved
  std::string read_as;
  std::string recognised;
  std::vector<Expansion> expansions;
  std::vector<ConceptExpansion> concepts;
  uint64_t total = 0;
  std::vector<Hit> hits;
  std::vector<Facet> facets;
  std::optional<Cursor> next;  // absent on the last page
};

}  // namespace cyberlex
