// Which documents filters and fields let through: codes of a state, and what must hold on one limb.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "cyberlex/search/condition.h"
#include "cyberlex/search/doc_set.h"
#include "cyberlex/search/request.h"
#include "cyberlex/search/search_shared.h"

namespace cyberlex {

// Choices that hold together at one place. So those of clauses hold on one clause and those of
// mappings on one mapping of one limb, and `confidence` alone holds on the limb's own facts or on
// one of its clauses. Lifetime: not longer than `shared`.
class LimbFilter {
 public:
  LimbFilter(SearchShared const& shared, std::span<Choice const> choices);

  bool empty() const { return tests_.empty(); }
  DocSet documents() const;

  // For facets: does it hold at this very place; with any mapping; with any clause; with any of
  // both?
  bool holds(LimbPlace const& place) const;
  bool holds_with_some_mapping(LimbPlace place) const;
  bool holds_with_some_clause(LimbPlace place) const;
  bool holds_on_limb(DocNum doc, size_t limb) const;

 private:
  DocSet documents_without_limb() const;

  SearchShared const* shared_;
  std::vector<std::vector<LimbTest>> tests_;  // all of any of
  bool asks_clause_ = false;
  bool asks_mapping_ = false;
};

// Filters of a request, and fields of one group of a query, that share a limb.
struct FilterGroup {
  std::span<Filter const> filters;
  std::span<Choice const> fields;
};

// What the group lets through, the filter of `skip` left out.
DocSet group_documents(SearchShared const& shared, FilterGroup const& group,
                       std::optional<Param> skip = std::nullopt);

// The choices of a group that ask about limbs, the filter of `skip` left out.
std::vector<Choice> limb_choices(FilterGroup const& group, std::optional<Param> skip);

}  // namespace cyberlex
