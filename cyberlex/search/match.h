// The one walk: every match of a query, the best of them in order, and what facets need beside.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <vector>

#include "cyberlex/base/date.h"
#include "cyberlex/base/result.h"
#include "cyberlex/search/compile_query.h"
#include "cyberlex/search/doc_set.h"
#include "cyberlex/search/query.h"
#include "cyberlex/search/request.h"
#include "cyberlex/search/search_shared.h"
#include "cyberlex/search/word_group.h"

namespace cyberlex {

// Documents as they came: from a walk a list, from filters alone a set.
struct MatchSet {
  std::vector<DocNum> docs;           // ascending; when there is no set
  std::shared_ptr<DocSet const> set;  // null: a list
  // Given when the request asks for nothing but filters: its day.
  std::shared_ptr<DayDocs const> day;
  bool with_gone = false;  // of the day, what stands, and not only what lives
  bool whole = false;      // of the day, without any filter

  uint64_t size() const { return set != nullptr ? set->size() : docs.size(); }
  // At most `count` documents after the first `rank`.
  std::vector<DocNum> slice(uint64_t rank, uint64_t count) const;
  std::vector<DocNum> to_vector() const { return set != nullptr ? set->to_vector() : docs; }
};

struct RankedDoc {
  DocNum doc = 0;
  double score = 0;  // 0 unless ranked by relevance
  bool operator==(RankedDoc const&) const = default;
};

struct MatchRequest {
  std::span<Filter const> filters;
  Date day;
  Sort sort = Sort::kRelevance;
  uint64_t rank = 0;  // hits before the page
  uint64_t limit = 10;
  std::span<Param const> facets;
  bool expand = true;  // labels of concepts, as compile_query says
  // When nothing matches, any of the plain words of the outermost AND is enough. Not without
  // expand.
  bool relax = false;
  bool relaxed = false;  // so at once, whatever matches all of them
};

struct MatchResult {
  MatchSet all;
  std::vector<RankedDoc> page;  // hits rank .. rank + limit, in order
  bool scored = false;          // ranked by relevance, and the query has words
  // For a facet whose own filter narrows `all`: the matches without that filter. For `status` also
  // when provisions that are gone are left out by default.
  std::map<Param, MatchSet> sideways;
  // `all` is the matches of `status` in `sideways` without what is gone.
  bool gone_left_out = false;
  std::vector<Choice> fields;  // of the query's top level, which share a limb with the filters
  std::vector<Marker> markers;
  std::vector<Expansion> expansions;
  std::vector<ConceptExpansion> concepts;
  std::vector<std::string> left_out;  // as compile_query says
  Relaxation relaxed;
};

// Walks the postings of the query once; without words no posting is read. `all` has at most one
// state a provision. kBadQuery as compile_query. Throws ReaderDamaged and SearchStopped.
Result<MatchResult> match(Lexicon const& lexicon, QueryNode const& root,
                          MatchRequest const& request);

// Keeps the best of those offered: higher score first, then the lower document.
class TopDocs {
 public:
  explicit TopDocs(uint64_t capacity) : capacity_(capacity) {}

  void offer(RankedDoc candidate);
  // A later document of this score or below would not be kept.
  double floor() const;
  // In order, without the first `rank`; ends the use of this object.
  std::vector<RankedDoc> take(uint64_t rank);

 private:
  uint64_t capacity_;
  std::vector<RankedDoc> heap_;  // the worst on top
};

}  // namespace cyberlex
