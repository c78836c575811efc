#include "cyberlex/search/counted_matches.h"

#include <algorithm>
#include <string>

#include "cyberlex/search/condition.h"

namespace cyberlex {
namespace {

// What one row of a code column and one AND of two bitmaps cost, in nanoseconds, measured on
// 427,000 documents; only their ratio matters.
constexpr uint64_t kRowCost = 1;
constexpr uint64_t kSetCost = 1500;

// Leaves the groups with an accepted code.
void keep_groups(std::span<Code const> codes, std::vector<uint8_t> const& accepted, bool keep,
                 std::vector<uint32_t>& counts) {
  for (size_t group = 0; group < counts.size(); ++group) {
    counts[group] = (accepted[codes[group]] != 0) == keep ? counts[group] : 0;
  }
}

}  // namespace

std::span<DocNum const> CountedSet::docs() {
  if (matches_.set == nullptr) {
    return matches_.docs;
  }
  if (!listed_.has_value()) {
    listed_ = matches_.set->to_vector();
  }
  return *listed_;
}

PartedMatches const& CountedSet::parted() {
  if (!parted_.has_value()) {
    parted_ = part(context_.shared, matches_);
  }
  return *parted_;
}

std::vector<uint64_t> CountedSet::by_code(FacetAxis const& axis) {
  Param const param = axis.param();
  if (counts_groups(param)) {
    return sum_of_groups(param);
  }
  bool const party = param == Param::kParty;
  std::span<DocSet const> const sets = context_.shared.sets(party ? Param::kJurisdiction : param);
  uint64_t const rows = matches_.size();
  return matches_.set != nullptr && sets.size() * kSetCost < rows * kRowCost
             ? sizes_of_common(sets)
             : count_rows(axis, sets.size());
}

// True when the matches are the states of a day, narrowed by nothing but what a group has one
// value of.
bool CountedSet::only_groups_asked() const {
  return matches_.day != nullptr &&
         std::ranges::all_of(context_.group.filters, [this](Filter const& filter) {
           return filter.param == skip_ || StateGroups::covers(filter.param);
         });
}

bool CountedSet::counts_groups(Param param) const {
  return StateGroups::covers(param) &&
         (only_groups_asked() || matches_.size() >= context_.shared.groups().size());
}

std::span<uint32_t const> CountedSet::by_group() {
  if (!by_group_.empty()) {
    return by_group_;
  }
  if (only_groups_asked()) {
    by_group_ = groups_of_day();
    return by_group_;
  }
  if (wider_ != nullptr) {  // counted anyway, for its own facet
    by_group_ = groups_not_gone();
    return by_group_;
  }
  StateGroups const& groups = context_.shared.groups();
  by_group_.resize(groups.size());
  spend_each(context_.budget, docs(), [&](DocNum doc) { ++by_group_[groups.of(doc)]; });
  return by_group_;
}

// No document is looked at: a filter holds for a group or does not.
std::vector<uint32_t> CountedSet::groups_of_day() const {
  StateGroups const& groups = context_.shared.groups();
  std::vector<uint32_t> out =
      matches_.with_gone ? matches_.day->standing_counts : matches_.day->live_counts;
  auto const keep = [&](Filter const& filter, std::vector<FilterValue> const& values, bool which) {
    if (filter.param != skip_ && !values.empty()) {
      keep_groups(groups.codes(filter.param),
                  accepted_codes(context_.shared, {filter.param, values}, context_.group.day),
                  which, out);
    }
  };
  for (Filter const& filter : context_.group.filters) {
    keep(filter, filter.include, true);
    keep(filter, filter.exclude, false);
  }
  return out;
}

std::vector<uint32_t> CountedSet::groups_not_gone() const {
  std::vector<std::string> const& statuses = context_.shared.names(Param::kStatus).values;
  std::vector<uint8_t> gone;
  for (std::string const& status : statuses) {
    gone.push_back(asks_for_gone(std::vector<FilterValue>{{status, std::nullopt}}) ? 1 : 0);
  }
  std::span<uint32_t const> const wider = wider_->by_group();
  std::vector<uint32_t> out(wider.begin(), wider.end());
  keep_groups(context_.shared.groups().codes(Param::kStatus), gone, false, out);
  return out;
}

std::vector<uint64_t> CountedSet::sum_of_groups(Param param) {
  bool const party = param == Param::kParty;
  std::vector<uint64_t> out(
      context_.shared.names(party ? Param::kJurisdiction : param).values.size());
  std::span<uint32_t const> const counts = by_group();
  std::span<Code const> const codes = context_.shared.groups().codes(param);
  for (size_t group = 0; group < counts.size(); ++group) {
    out[codes[group]] += counts[group];
  }
  return out;
}

std::vector<uint64_t> CountedSet::sizes_of_common(std::span<DocSet const> sets) const {
  std::vector<uint64_t> out;
  out.reserve(sets.size());
  for (DocSet const& each : sets) {
    context_.budget.spend();
    out.push_back(each.size_of_common(*matches_.set));
  }
  return out;
}

std::vector<uint64_t> CountedSet::count_rows(FacetAxis const& axis, size_t codes) {
  std::vector<uint64_t> out(codes);
  if (CodeColumn const* const column = axis.single()) {
    spend_each(context_.budget, docs(), [&](DocNum doc) { ++out[column->codes[doc]]; });
    return out;
  }
  spend_each(context_.budget, docs(), [&](DocNum doc) {
    for (Code const code : axis.several()->row(doc)) {
      ++out[code];
    }
  });
  return out;
}

CountedMatches::CountedMatches(CountContext const& context, MatchResult const& matches)
    : context_(context), all_(context_, matches.all, std::nullopt) {
  for (auto const& [facet, own] : matches.sideways) {
    own_.try_emplace(facet, context_, own, facet);
  }
  if (matches.gone_left_out) {
    all_.leave_out_gone(own_.at(Param::kStatus));
  }
}

CountedSet& CountedMatches::of(Param facet) {
  auto const own = own_.find(facet);
  return own == own_.end() ? all_ : own->second;
}

}  // namespace cyberlex
