#include "cyberlex/search/facet_axis.h"

#include <algorithm>
#include <numeric>

#include "cyberlex/model/vocabulary.h"
#include "cyberlex/search/ranges.h"

namespace cyberlex {
namespace {

// Codes that say that there is no value; documents say why.
bool says_absent(std::string_view value) {
  return value == "none" || value == "not-assessed";
}

MultiCodeColumn const& concept_column_of(SearchShared const& shared, Param param) {
  LimbColumns const& limb = shared.columns().limb;
  switch (param) {
    case Param::kOffence:
      return limb.offence;
    case Param::kPower:
      return limb.power;
    case Param::kAuthorisation:
      return limb.authorisation;
    case Param::kSafeguard:
      return limb.safeguard;
    case Param::kDefence:
      return limb.defence;
    case Param::kConcept:
      return shared.concepts();
    default:
      return limb.concern;
  }
}

CodeColumn const* single_column(Columns const& columns, Param param) {
  switch (param) {
    case Param::kJurisdiction:
    case Param::kParty:
      return &columns.state.jurisdiction;
    case Param::kAct:
      return &columns.state.act;
    case Param::kRank:
      return &columns.state.rank;
    case Param::kYear:
      return &columns.state.year;
    case Param::kStatus:
      return &columns.state.status;
    case Param::kClass:
      return &columns.state.klass;
    case Param::kSerious:
      return &columns.limb.serious;
    case Param::kOneYear:
      return &columns.limb.one_year;
    case Param::kArticle:
      return &columns.mapping.article;
    case Param::kConvention:
      return &columns.mapping.treaty;
    case Param::kRelation:
      return &columns.mapping.relation;
    default:
      return nullptr;
  }
}

MultiCodeColumn const* several_of(StateColumns const& state, Param param) {
  switch (param) {
    case Param::kLang:
      return &state.language;
    case Param::kSuggested:
      return &state.suggested;
    case Param::kSuggestedPenalty:
      return &state.suggested_penalty;
    default:
      return &state.text_kind;
  }
}

}  // namespace

FacetAxis::FacetAxis(SearchShared const& shared, Param param, std::span<FilterValue const> chosen,
                     Date day)
    : shared_(shared), param_(param), level_(info_of(param).level), day_(day) {
  single_ = single_column(shared.columns(), param);
  switch (level_) {
    case Level::kState:
      read_state_columns();
      return;
    case Level::kLimb:
      read_limb_columns();
      break;
    case Level::kClause:
      read_clause_columns(chosen);
      break;
    case Level::kMapping:
      read_mapping_columns();
      break;
  }
  add_absent();
}

void FacetAxis::read_state_columns() {
  if (param_ == Param::kParty) {
    return add_standings();
  }
  if (single_ == nullptr) {
    StateColumns const& state = shared_.columns().state;
    several_ = several_of(state, param_);
  }
  name_codes(single_ != nullptr ? single_->names : several_->names);
}

void FacetAxis::read_limb_columns() {
  if (single_ == nullptr) {
    several_ = &concept_column_of(shared_, param_);
  }
  name_codes(single_ != nullptr ? single_->names : several_->names);
  add_ancestors();
}

void FacetAxis::read_clause_columns(std::span<FilterValue const> chosen) {
  ClauseColumns const& clause = shared_.columns().clause;
  if (param_ == Param::kPenalty) {
    several_ = &clause.penalty;
    name_codes(clause.penalty.names);
  } else if (param_ == Param::kConfidence) {
    single_ = &clause.confidence;
    name_codes(clause.confidence.names);
    add_own_confidence();
  } else {
    add_tests(chosen);
  }
}

void FacetAxis::read_mapping_columns() {
  outside_ = shared_.columns().mapping.relation.names.find(name_of(Relation::kOutside));
  name_codes(single_->names);
  add_ancestors();
}

// A slot for each code, but for those that say that there is no value.
void FacetAxis::name_codes(CodeNames const& names) {
  names_ = &names;
  codes_ = names.values.size();
  begin_.push_back(0);
  for (size_t code = 0; code < codes_; ++code) {
    if (level_ == Level::kState || !says_absent(names.values[code])) {
      slots_.push_back(static_cast<uint32_t>(code));
    }
    begin_.push_back(static_cast<uint32_t>(slots_.size()));
  }
}

void FacetAxis::add_ancestors() {
  ValueTree const* const tree = shared_.tree(param_);
  if (tree == nullptr) {
    return;
  }
  begin_ = {0};
  slots_.clear();
  for (size_t code = 0; code < codes_; ++code) {
    if (!says_absent(names_->values[code])) {
      slots_.push_back(static_cast<uint32_t>(code));
    }
    uint32_t const own = tree->find(names_->values[code]);
    for (uint32_t at = own == ValueTree::kNone ? own : tree->nodes()[own].broader;
         at != ValueTree::kNone; at = tree->nodes()[at].broader) {
      slots_.push_back(extra(tree->nodes()[at].value));
    }
    begin_.push_back(static_cast<uint32_t>(slots_.size()));
  }
}

// By code of the jurisdiction: its standing towards every treaty held.
void FacetAxis::add_standings() {
  begin_.push_back(0);
  for (std::string const& state : single_->names.values) {
    for (ActRecord const& act : shared_.generation().acts()) {
      if (act.work.jurisdiction == "int" && state != "int") {
        slots_.push_back(extra(party_value(act.work, state, day_)));
      }
    }
    begin_.push_back(static_cast<uint32_t>(slots_.size()));
  }
}

void FacetAxis::add_own_confidence() {
  for (std::string const& value : shared_.columns().limb.confidence.names.values) {
    own_confidence_.push_back(says_absent(value) ? kNoSlot : extra(value));
  }
}

void FacetAxis::add_tests(std::span<FilterValue const> chosen) {
  std::vector<FilterValue> steps;
  if (param_ == Param::kFine) {
    for (std::string const& unit : shared_.columns().clause.units.values) {
      if (Result<FilterValue> any = parse_fine_range("0" + unit + "..")) {
        steps.push_back(std::move(any).value());
      }
    }
    steps.push_back({"unknown", std::nullopt});
  } else {
    steps = prison_steps();
    steps.resize(steps.size() - 2);  // what is absent is counted on documents
  }
  for (FilterValue const& each : chosen) {
    if (each.range.has_value()) {
      steps.push_back(each);
    }
  }
  for (FilterValue const& step : steps) {
    if (find(step.text) == size()) {
      tests_.emplace_back(extra(step.text), LimbTest(shared_, {param_, {step}}, day_));
    }
  }
}

void FacetAxis::add_absent() {
  bool const never_none = param_ == Param::kConfidence || param_ == Param::kRelation;
  none_ = never_none ? kNoSlot : extra("none");
  not_assessed_ = extra("not-assessed");
}

// The slot of a value, made when there is none.
uint32_t FacetAxis::extra(std::string value) {
  size_t const slot = find(value);
  if (slot == size()) {
    extra_.push_back(std::move(value));
  }
  return static_cast<uint32_t>(slot);
}

std::string FacetAxis::value(size_t slot) const {
  return slot < codes_ ? names_->values[slot] : extra_[slot - codes_];
}

uint32_t FacetAxis::node(size_t slot) const {
  ValueTree const* const tree = shared_.tree(param_);
  return tree == nullptr ? ValueTree::kNone : tree->find(value(slot));
}

size_t FacetAxis::find(std::string_view value) const {
  Code const code = names_ == nullptr ? 0 : names_->find(value);
  if (code < codes_ && (level_ == Level::kState || !says_absent(value))) {
    return code;
  }
  auto const found = std::ranges::find(extra_, value);
  return codes_ + static_cast<size_t>(found - extra_.begin());
}

void FacetAxis::add_slots(Code code, std::vector<uint32_t>& out) const {
  std::span<uint32_t const> const slots = slots_of(code);
  out.insert(out.end(), slots.begin(), slots.end());
}

void FacetAxis::add_row(MultiCodeColumn const& column, size_t row,
                        std::vector<uint32_t>& out) const {
  for (Code const code : column.row(row)) {
    add_slots(code, out);
  }
}

void FacetAxis::add_of_document(DocNum doc, std::vector<uint32_t>& out) const {
  if (level_ == Level::kState) {
    return single_ != nullptr ? add_slots(single_->codes[doc], out) : add_row(*several_, doc, out);
  }
  Unvalued const& absent = shared_.unvalued(param_);
  if (not_assessed_ != kNoSlot && absent.not_assessed.contains(doc)) {
    out.push_back(not_assessed_);
  }
  // "none" of an article is said of a limb.
  if (none_ != kNoSlot && param_ != Param::kArticle && absent.none.contains(doc)) {
    out.push_back(none_);
  }
}

void FacetAxis::add_at(LimbPlace const& place, std::vector<uint32_t>& out) const {
  switch (level_) {
    case Level::kState:
      return;
    case Level::kLimb:
      return single_ != nullptr ? add_slots(single_->codes[place.limb], out)
                                : add_row(*several_, place.limb, out);
    case Level::kClause:
      return add_at_clause(place, out);
    case Level::kMapping:
      return add_at_mapping(place, out);
  }
}

void FacetAxis::add_at_mapping(LimbPlace const& place, std::vector<uint32_t>& out) const {
  if (param_ == Param::kArticle && shared_.outside_all()[place.limb] != 0) {
    out.push_back(none_);
  }
  if (place.mapping == LimbPlace::kNone) {
    return;
  }
  // To be outside a treaty is not to be mapped to it.
  Code const relation = shared_.columns().mapping.relation.codes[place.mapping];
  if (param_ != Param::kConvention || relation != outside_) {
    add_slots(single_->codes[place.mapping], out);
  }
}

void FacetAxis::add_at_clause(LimbPlace const& place, std::vector<uint32_t>& out) const {
  if (place.clause == LimbPlace::kNone) {
    uint32_t const own = param_ == Param::kConfidence
                             ? own_confidence_[shared_.columns().limb.confidence.codes[place.limb]]
                             : kNoSlot;
    if (own != kNoSlot) {
      out.push_back(own);
    }
    return;
  }
  for (auto const& [slot, test] : tests_) {
    if (test.holds(place)) {
      out.push_back(slot);
    }
  }
  if (single_ != nullptr) {
    add_slots(single_->codes[place.clause], out);
  } else if (several_ != nullptr) {
    add_row(*several_, place.clause, out);
  }
}

std::vector<FilterValue> prison_steps() {
  std::vector<FilterValue> out;
  for (std::string_view const text :
       {"..<1y", "1y..<4y", "4y..<10y", "10y..<life", "life", "death"}) {
    if (Result<FilterValue> step = parse_term_range(text)) {
      out.push_back(std::move(step).value());
    }
  }
  for (std::string_view const text : {"unknown", "none", "not-assessed"}) {
    out.push_back({std::string(text), std::nullopt});
  }
  return out;
}

}  // namespace cyberlex
