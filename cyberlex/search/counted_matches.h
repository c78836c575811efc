// The matches of a search in the forms that counting needs, each made once for all facets.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "cyberlex/search/budget.h"
#include "cyberlex/search/facet_axis.h"
#include "cyberlex/search/filter.h"
#include "cyberlex/search/match.h"
#include "cyberlex/search/parted_matches.h"
#include "cyberlex/search/search_shared.h"

namespace cyberlex {

// What all counting of one search needs. Lifetime of its parts: that search.
struct CountContext {
  SearchShared const& shared;
  FilterGroup group;  // filters of the request, fields of the query, the day
  Budget& budget;
};

// One set of matches. Each form is made when it is first asked for. Every function throws
// SearchStopped. Thread rule: one search.
class CountedSet {
 public:
  // `skip`: the parameter whose filter does not narrow the set.
  CountedSet(CountContext const& context, MatchSet const& matches, std::optional<Param> skip)
      : context_(context), matches_(matches), skip_(skip) {}

  // Says that the matches are those of `wider` that are not gone. REQUIRES: it outlives this.
  void leave_out_gone(CountedSet& wider) { wider_ = &wider; }

  MatchSet const& matches() const { return matches_; }
  std::span<DocNum const> docs();
  PartedMatches const& parted();
  // By code of the axis's column. REQUIRES: its level is kState.
  std::vector<uint64_t> by_code(FacetAxis const& axis);

 private:
  bool only_groups_asked() const;
  bool counts_groups(Param param) const;
  std::span<uint32_t const> by_group();
  std::vector<uint32_t> groups_of_day() const;
  std::vector<uint32_t> groups_not_gone() const;
  std::vector<uint64_t> sum_of_groups(Param param);
  std::vector<uint64_t> sizes_of_common(std::span<DocSet const> sets) const;
  std::vector<uint64_t> count_rows(FacetAxis const& axis, size_t codes);

  CountContext const& context_;
  MatchSet const& matches_;
  std::optional<Param> skip_;
  CountedSet* wider_ = nullptr;
  std::optional<std::vector<DocNum>> listed_;
  std::optional<PartedMatches> parted_;
  std::vector<uint32_t> by_group_;
};

// The matches of a search: all, and for some facets their own.
class CountedMatches {
 public:
  // REQUIRES: `matches` was found with this group on this day. Lifetime: that of the parts.
  CountedMatches(CountContext const& context, MatchResult const& matches);

  CountedMatches(CountedMatches const&) = delete;
  CountedMatches& operator=(CountedMatches const&) = delete;

  CountContext const& context() const { return context_; }
  CountedSet& all() { return all_; }
  // What is counted of a facet when nothing of it is chosen: its own matches, or all.
  CountedSet& of(Param facet);

 private:
  CountContext context_;
  CountedSet all_;
  std::map<Param, CountedSet> own_;
};

}  // namespace cyberlex
