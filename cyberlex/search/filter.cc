#include "cyberlex/search/filter.h"

#include <algorithm>
#include <utility>

namespace cyberlex {

LimbFilter::LimbFilter(SearchShared const& shared, std::span<Choice const> choices)
    : shared_(&shared) {
  for (Choice const& choice : choices) {
    std::vector<LimbTest> any;
    for (Condition const& condition : choice) {
      any.emplace_back(shared, condition);
      asks_clause_ = asks_clause_ || any.back().level() == Level::kClause;
      asks_mapping_ = asks_mapping_ || any.back().level() == Level::kMapping;
    }
    tests_.push_back(std::move(any));
  }
}

bool LimbFilter::holds(LimbPlace const& place) const {
  return std::ranges::all_of(tests_, [&place](std::vector<LimbTest> const& any) {
    return std::ranges::any_of(any, [&place](LimbTest const& test) { return test.holds(place); });
  });
}

bool LimbFilter::holds_with_some_mapping(LimbPlace place) const {
  place.mapping = LimbPlace::kNone;
  if (holds(place)) {
    return true;
  }
  if (!asks_mapping_) {
    return false;
  }
  std::vector<uint32_t> const& begin = shared_->columns().limb.mapping_begin;
  for (place.mapping = begin[place.limb]; place.mapping < begin[place.limb + 1]; ++place.mapping) {
    if (holds(place)) {
      return true;
    }
  }
  return false;
}

bool LimbFilter::holds_with_some_clause(LimbPlace place) const {
  place.clause = LimbPlace::kNone;
  if (holds(place)) {
    return true;
  }
  if (!asks_clause_) {
    return false;
  }
  std::vector<uint32_t> const& begin = shared_->columns().limb.clause_begin;
  for (place.clause = begin[place.limb]; place.clause < begin[place.limb + 1]; ++place.clause) {
    if (holds(place)) {
      return true;
    }
  }
  return false;
}

bool LimbFilter::holds_on_limb(DocNum doc, size_t limb) const {
  LimbPlace place{doc, limb};
  if (holds_with_some_mapping(place)) {
    return true;
  }
  if (!asks_clause_) {
    return false;
  }
  std::vector<uint32_t> const& begin = shared_->columns().limb.clause_begin;
  for (place.clause = begin[limb]; place.clause < begin[limb + 1]; ++place.clause) {
    if (holds_with_some_mapping(place)) {
      return true;
    }
  }
  return false;
}

DocSet LimbFilter::documents_without_limb() const {
  DocSet out = shared_->all();
  for (std::vector<LimbTest> const& any : tests_) {
    DocSet docs;
    for (LimbTest const& test : any) {
      docs |= test.documents_without_limb();
    }
    out &= docs;
  }
  return out;
}

DocSet LimbFilter::documents() const {
  std::vector<uint32_t> const& begin = shared_->columns().state.limb_begin;
  std::vector<DocNum> docs;
  for (DocNum const doc : shared_->with_limbs().to_vector()) {
    bool found = false;
    for (uint32_t limb = begin[doc]; !found && limb < begin[doc + 1]; ++limb) {
      found = holds_on_limb(doc, limb);
    }
    if (found) {
      docs.push_back(doc);
    }
  }
  DocSet out = documents_without_limb();
  out |= DocSet::of(docs);
  return out;
}

namespace {

bool on_state(Condition const& condition) {
  return info_of(condition.param).level == Level::kState;
}

bool on_state(Choice const& choice) {
  return std::ranges::all_of(choice, [](Condition const& each) { return on_state(each); });
}

DocSet choice_documents(SearchShared const& shared, Choice const& choice) {
  DocSet out;
  for (Condition const& condition : choice) {
    out |= state_documents(shared, condition);
  }
  return out;
}

void exclude(SearchShared const& shared, Filter const& filter, DocSet& out) {
  if (filter.exclude.empty()) {
    return;
  }
  Choice const choice{{filter.param, filter.exclude}};
  if (on_state(choice)) {
    out -= choice_documents(shared, choice);
  } else {
    out -= LimbFilter(shared, std::span(&choice, 1)).documents();
  }
}

// The filter's values to choose from, and the fields.
std::vector<Choice> choices_of(FilterGroup const& group, std::optional<Param> skip) {
  std::vector<Choice> out;
  for (Filter const& filter : group.filters) {
    if (filter.param != skip && !filter.include.empty()) {
      out.push_back({{filter.param, filter.include}});
    }
  }
  out.insert(out.end(), group.fields.begin(), group.fields.end());
  return out;
}

}  // namespace

std::vector<Choice> limb_choices(FilterGroup const& group, std::optional<Param> skip) {
  std::vector<Choice> out = choices_of(group, skip);
  std::erase_if(out, [](Choice const& choice) { return on_state(choice); });
  return out;
}

DocSet group_documents(SearchShared const& shared, FilterGroup const& group,
                       std::optional<Param> skip) {
  DocSet out = shared.all();
  std::vector<Choice> limb;
  for (Choice& choice : choices_of(group, skip)) {
    if (on_state(choice)) {
      out &= choice_documents(shared, choice);
    } else {
      limb.push_back(std::move(choice));
    }
  }
  if (!limb.empty()) {
    out &= LimbFilter(shared, limb).documents();
  }
  for (Filter const& filter : group.filters) {
    if (filter.param != skip) {
      exclude(shared, filter, out);
    }
  }
  return out;
}

}  // namespace cyberlex
