// The answer to a search: plain values, ready for any renderer.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
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
  std::shared_ptr<ProvisionRecord const> record;  // never null
  std::vector<Snippet> snippets;                  // original language first; at most two a language
};

struct FacetValue {
  std::string value;  // as the parameter takes it
  uint64_t count = 0;
  bool selected = false;
  // In the tree of the parameter's values: the one above, or empty; steps from the top; what a
  // chapter is called, else empty.
  std::string broader = {};
  uint32_t depth = 0;
  std::string label = {};
};
struct Facet {
  Param param = Param::kJurisdiction;
  std::vector<FacetValue> values;  // code facets: count down, then value; ranges: in their order
  uint64_t left_out = 0;           // values with provisions that are not listed: see facet_limit
};

// Least, middle (of an even number the lower) and largest of the values that provisions have.
struct Spread {
  std::string unit;    // of a fine
  uint64_t count = 0;  // provisions; above 0
  int64_t minimum = 0;
  int64_t median = 0;
  int64_t maximum = 0;
  bool operator==(Spread const&) const = default;
};
// A range parameter over the matches: each provision by its longest term, shortest term, highest
// fine of a unit, or year.
struct RangeStats {
  Param param = Param::kPrison;
  std::vector<Spread> spreads;  // by unit; at most one where there are no units
  uint64_t life = 0;            // terms: beside the spread
  uint64_t death = 0;
  uint64_t unknown = 0;
  uint64_t none = 0;
  uint64_t not_assessed = 0;
  bool operator==(RangeStats const&) const = default;
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
  double share =
      1;  // of the words and the label that they were read as: below 1 not all are in both
  bool annotated = false;  // provisions annotated with it, or with a narrower one, were added
  bool articles = false;   // articles of treaties that the taxonomy says mean it were added
  bool truncated = false;  // a limit was met, and is named in `limit`
  std::string limit;
};

// A question of which no provision has all words, answered by those that have any.
struct Relaxation {
  std::vector<std::string>
      any_of;  // words, and those of a concept joined by spaces; empty: as asked
  bool operator==(Relaxation const&) const = default;
};

// A query that differs in words that no text has: an offer, never a rewriting.
struct SpellingOffer {
  struct Word {
    std::string word;  // of the query
    std::string by;    // the nearest that some text has
    std::string language;
    uint64_t documents = 0;  // that have it
  };
  std::string q;  // canonical
  std::vector<Word> words;
  uint64_t total = 0;  // provisions that it would find, with the same filters
};

struct SearchResponse {
  std::shared_ptr<Generation const> generation;
  SearchRequest request;  // with as_of resolved
  std::string read_as;
  std::string recognised;
  std::vector<Expansion> expansions;
  std::vector<ConceptExpansion> concepts;
  std::vector<std::string> left_out;  // stop words that were not asked for
  Relaxation relaxed;
  std::optional<SpellingOffer> did_you_mean;  // when a word that nobody has keeps all from matching
  uint64_t total = 0;
  std::vector<Hit> hits;
  std::vector<Facet> facets;
  std::vector<RangeStats> stats;  // of the facets that are ranges
  std::optional<Cursor> next;     // absent on the last page
};

}  // namespace cyberlex
