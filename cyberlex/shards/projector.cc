#include "cyberlex/shards/projector.h"

#include <algorithm>
#include <set>
#include <span>

#include "cyberlex/answer/labels.h"
#include "cyberlex/search/facet_axis.h"

namespace cyberlex::shards {
namespace {

// The standing of a state depends on the day, so no document can say it.
bool is_axis(ParamInfo const& info) {
  return info.facet && info.param != Param::kParty;
}

std::string spelled(Measure const& measure) {
  return std::string(measure.unbounded ? "@>" : "@=") + std::to_string(measure.number) +
         measure.unit;
}

ValueRange range_of(Measure const& measure) {
  std::optional<int64_t> const high =
      measure.unbounded ? std::nullopt : std::optional<int64_t>(measure.number);
  return {measure.number, high, false, measure.unit};
}

// Both kinds of measure of every number.
std::vector<Measure> both_kinds(std::set<int64_t> const& numbers, std::string const& unit) {
  std::vector<Measure> out;
  for (int64_t const number : numbers) {
    out.push_back({unit, number, true});
    out.push_back({unit, number, false});
  }
  return out;
}

std::vector<Measure> terms_of(ClauseColumns const& clauses) {
  std::set<int64_t> numbers(clauses.longest.begin(), clauses.longest.end());
  numbers.insert(clauses.shortest.begin(), clauses.shortest.end());
  numbers.erase(kNoBound);
  return both_kinds(numbers, "");
}

std::vector<Measure> fines_of(ClauseColumns const& clauses) {
  std::map<Code, std::set<int64_t>> numbers;
  for (FineRange const& fine : clauses.fines) {
    // A fine that nothing bounds from below reaches down to nothing.
    numbers[fine.unit].insert(fine.max != kNoBound   ? fine.max
                              : fine.min != kNoBound ? fine.min
                                                     : 0);
  }
  std::vector<Measure> out;
  for (auto const& [unit, amounts] : numbers) {
    std::vector<Measure> const both = both_kinds(amounts, clauses.units.values[unit]);
    out.insert(out.end(), both.begin(), both.end());
  }
  return out;
}

std::vector<Measure> measures_of(Columns const& columns, Param param) {
  switch (param) {
    case Param::kPrison:
    case Param::kPrisonMin:
      return terms_of(columns.clause);
    case Param::kFine:
      return fines_of(columns.clause);
    default:
      return {};
  }
}

std::vector<FilterValue> as_filters(std::span<Measure const> measures) {
  std::vector<FilterValue> out;
  for (Measure const& each : measures) {
    out.push_back({spelled(each), range_of(each)});
  }
  return out;
}

HeldValues held_of(VocabularyView const& vocabulary, Param param) {
  return {std::string(info_of(param).name), vocabulary.held(param)};
}

std::vector<ArticleNode> nodes_of(ValueTree const& tree) {
  std::vector<ArticleNode> out;
  for (ValueTree::Node const& node : tree.nodes()) {
    out.push_back({node.value, node.broader == ValueTree::kNone ? 0 : node.broader + 1, node.depth,
                   node.label});
  }
  return out;
}

}  // namespace

struct Projector::State {
  std::shared_ptr<SearchShared> shared;
  std::vector<FacetAxis> axes;
  Projection projection;

  explicit State(std::shared_ptr<SearchShared> given);
  void add_axis(Param param);
  void add_unheld(Param param, FacetAxis const& axis, Axis& out) const;
  AxisValue describe_value(Param param, std::string const& value) const;
  template <typename Add>
  HeldList held(Level level, Add const& add) const;
  void keep_largest_reached(HeldList& list) const;
};

Projector::State::State(std::shared_ptr<SearchShared> given) : shared(std::move(given)) {
  Generation const& generation = shared->generation();
  projection.digest = generation.manifest().digest;
  projection.documents = generation.manifest().documents;
  for (Generation::LanguageStats const& each : generation.languages()) {
    projection.languages.push_back(each.language);
  }
  for (ParamInfo const& info : parameters()) {
    projection.held.push_back(held_of(shared->vocabulary(), info.param));
    if (is_axis(info)) {
      add_axis(info.param);
    }
  }
  projection.articles = nodes_of(shared->vocabulary().articles());
}

void Projector::State::add_axis(Param param) {
  std::vector<Measure> const measures = measures_of(shared->columns(), param);
  std::vector<FilterValue> const filters = as_filters(measures);
  FacetAxis& axis = axes.emplace_back(*shared, param, filters, Date());
  Axis out{param, {}};
  for (size_t slot = 0; slot < axis.size(); ++slot) {
    out.values.push_back(describe_value(param, axis.value(slot)));
  }
  for (Measure const& each : measures) {
    out.values[axis.find(spelled(each))].measure = each;
  }
  add_unheld(param, axis, out);
  projection.axes.push_back(std::move(out));
}

// Values of the tree that no document has may be chosen all the same.
void Projector::State::add_unheld(Param param, FacetAxis const& axis, Axis& out) const {
  ValueTree const* const tree = shared->tree(param);
  for (size_t i = 0; tree != nullptr && i < tree->nodes().size(); ++i) {
    std::string const& value = tree->nodes()[i].value;
    if (axis.find(value) == axis.size()) {
      out.values.push_back(describe_value(param, value));
    }
  }
}

AxisValue Projector::State::describe_value(Param param, std::string const& value) const {
  AxisValue out;
  out.value = value;
  out.label = label_of(param, value, shared->generation());
  ValueTree const* const tree = shared->tree(param);
  uint32_t const at = tree == nullptr ? ValueTree::kNone : tree->find(value);
  if (at != ValueTree::kNone) {
    ValueTree::Node const& node = tree->nodes()[at];
    out.depth = node.depth;
    out.label = node.label.empty() ? out.label : node.label;
    out.broader = node.broader == ValueTree::kNone ? "" : tree->nodes()[node.broader].value;
  }
  return out;
}

// What `add` finds on the axes of a level.
template <typename Add>
HeldList Projector::State::held(Level level, Add const& add) const {
  HeldList out;
  std::vector<uint32_t> slots;
  for (uint32_t axis = 0; axis < axes.size(); ++axis) {
    if (axes[axis].level() != level) {
      continue;
    }
    slots.clear();
    add(axes[axis], slots);
    std::ranges::sort(slots);
    slots.erase(std::unique(slots.begin(), slots.end()), slots.end());
    for (uint32_t const slot : slots) {
      out.push_back({axis, slot});
    }
  }
  keep_largest_reached(out);
  return out;
}

// Where a range without an upper end is reached from several numbers, the largest says all.
void Projector::State::keep_largest_reached(HeldList& list) const {
  auto const unbounded = [this](Held const& each) -> Measure const* {
    std::optional<Measure> const& measure = projection.axes[each.axis].values[each.value].measure;
    return measure && measure->unbounded ? &*measure : nullptr;
  };
  HeldList const all = list;
  std::erase_if(list, [&](Held const& each) {
    Measure const* const own = unbounded(each);
    return own != nullptr && std::ranges::any_of(all, [&](Held const& other) {
             Measure const* const larger = other.axis == each.axis ? unbounded(other) : nullptr;
             return larger != nullptr && larger->unit == own->unit && larger->number > own->number;
           });
  });
}

Projector::Projector(std::shared_ptr<SearchShared> shared)
    : state_(std::make_unique<State>(std::move(shared))) {}
Projector::~Projector() = default;
Projector::Projector(Projector&&) noexcept = default;
Projector& Projector::operator=(Projector&&) noexcept = default;

Projection const& Projector::projection() const {
  return state_->projection;
}

std::vector<StateValues> Projector::states(DocNum doc) const {
  std::vector<StateValues> out;
  for (uint32_t axis = 0; axis < state_->axes.size(); ++axis) {
    if (state_->axes[axis].level() == Level::kState) {
      out.push_back({axis, {}});
      state_->axes[axis].add_of_document(doc, out.back().values);
    }
  }
  return out;
}

Places Projector::places(DocNum doc) const {
  Columns const& columns = state_->shared->columns();
  Places out;
  for (Level const level : {Level::kLimb, Level::kClause, Level::kMapping}) {
    HeldList const absent =
        state_->held(level, [doc](FacetAxis const& axis, std::vector<uint32_t>& slots) {
          axis.add_of_document(doc, slots);
        });
    out.document.insert(out.document.end(), absent.begin(), absent.end());
  }
  auto const at = [this](Level level, LimbPlace const& place) {
    return state_->held(level, [&place](FacetAxis const& axis, std::vector<uint32_t>& slots) {
      axis.add_at(place, slots);
    });
  };
  for (uint32_t limb = columns.state.limb_begin[doc]; limb < columns.state.limb_begin[doc + 1];
       ++limb) {
    PlacedLimb& placed = out.limbs.emplace_back();
    placed.own = at(Level::kLimb, {doc, limb});
    for (size_t i = columns.limb.clause_begin[limb]; i < columns.limb.clause_begin[limb + 1]; ++i) {
      placed.clauses.push_back(at(Level::kClause, {doc, limb, i}));
    }
    placed.clauses.push_back(at(Level::kClause, {doc, limb}));
    for (size_t i = columns.limb.mapping_begin[limb]; i < columns.limb.mapping_begin[limb + 1];
         ++i) {
      placed.mappings.push_back(at(Level::kMapping, {doc, limb, LimbPlace::kNone, i}));
    }
    placed.mappings.push_back(at(Level::kMapping, {doc, limb}));
  }
  return out;
}

}  // namespace cyberlex::shards
