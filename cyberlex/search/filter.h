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
  LimbFilter(SearchShared const& shared, std::span<Choice const> choices, Date day);

  bool empty() const { return tests_.empty(); }
  bool asks_clause() const { return asks_clause_; }
  bool asks_mapping() const { return asks_mapping_; }
  DocSet documents() const;

  // Does it hold at this very place?
  bool holds(LimbPlace const& place) const;

 private:
  bool holds_on_limb(DocNum doc, size_t limb) const;
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
  Date day;  // decides standings
};

// Calls visit(place) for every place of a limb, until it returns true: with each of its clauses and
// with none, when `clauses`; with each of its mappings and with none, when `mappings`. True when
// some visit was.
template <typename Visit>
bool some_place(Columns const& columns, LimbPlace place, bool clauses, bool mappings,
                Visit const& visit) {
  std::vector<uint32_t> const& clause = columns.limb.clause_begin;
  std::vector<uint32_t> const& mapping = columns.limb.mapping_begin;
  size_t const clause_count = clauses ? clause[place.limb + 1] - clause[place.limb] : 0;
  size_t const mapping_count = mappings ? mapping[place.limb + 1] - mapping[place.limb] : 0;
  for (size_t c = 0; c <= clause_count; ++c) {
    place.clause = c == clause_count ? LimbPlace::kNone : clause[place.limb] + c;
    for (size_t m = 0; m <= mapping_count; ++m) {
      place.mapping = m == mapping_count ? LimbPlace::kNone : mapping[place.limb] + m;
      if (visit(place)) {
        return true;
      }
    }
  }
  return false;
}

// What the group lets through, the filter of `skip` left out.
DocSet group_documents(SearchShared const& shared, FilterGroup const& group,
                       std::optional<Param> skip = std::nullopt);

// The choices of a group that ask about limbs, the filter of `skip` left out.
std::vector<Choice> limb_choices(FilterGroup const& group, std::optional<Param> skip);

}  // namespace cyberlex
