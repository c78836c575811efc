#include "cyberlex/search/filter.h"

#include <algorithm>
#include <utility>

namespace cyberlex {

LimbFilter::LimbFilter(SearchShared const& shared, std::span<Choice const> choices, Date day)
    : shared_(&shared) {
  for (Choice const& choice : choices) {
    std::vector<LimbTest> any;
    for (Condition const& condition : choice) {
      any.emplace_back(shared, condition, day);
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

bool LimbFilter::holds_on_limb(DocNum doc, size_t limb) const {
  return some_place(shared_->columns(), {doc, limb}, asks_clause_, asks_mapping_,
                    [this](LimbPlace const& place) { return holds(place); });
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

DocSet choice_documents(SearchShared const& shared, Choice const& choice, Date day) {
  DocSet out;
  for (Condition const& condition : choice) {
    out |= state_documents(shared, condition, day);
  }
  return out;
}

void exclude(SearchShared const& shared, Filter const& filter, Date day, DocSet& out) {
  if (filter.exclude.empty()) {
    return;
  }
  Choice const choice{{filter.param, filter.exclude}};
  if (on_state(choice)) {
    out -= choice_documents(shared, choice, day);
  } else {
    out -= LimbFilter(shared, std::span(&choice, 1), day).documents();
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
      out &= choice_documents(shared, choice, group.day);
    } else {
      limb.push_back(std::move(choice));
    }
  }
  if (!limb.empty()) {
    out &= LimbFilter(shared, limb, group.day).documents();
  }
  for (Filter const& filter : group.filters) {
    if (filter.param != skip) {
      exclude(shared, filter, group.day, out);
    }
  }
  return out;
}

}  // namespace cyberlex
