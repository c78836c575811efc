#include "cyberlex/search/facets.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "cyberlex/search/filter.h"

namespace cyberlex {
namespace {

using Values = std::vector<FacetValue>;
using Counts = std::vector<uint64_t>;

// Values that have a provision.
Values values_of(FacetAxis const& axis, Counts const& by_slot) {
  Values out;
  for (size_t slot = 0; slot < by_slot.size(); ++slot) {
    if (by_slot[slot] > 0) {
      FacetValue value;
      value.value = axis.value(slot);
      value.count = by_slot[slot];
      out.push_back(std::move(value));
    }
  }
  return out;
}

Counts count_states(FacetAxis const& axis, CountedSet& matches) {
  Counts const by_code = matches.by_code(axis);
  Counts by_slot(axis.size());
  for (Code code = 0; code < by_code.size(); ++code) {
    for (uint32_t const slot : axis.slots_of(code)) {
      by_slot[slot] += by_code[code];
    }
  }
  return by_slot;
}

// Counts each slot once a document.
class Tally {
 public:
  explicit Tally(size_t slots) : counts_(slots), last_(slots, UINT32_MAX) {}

  bool counted(uint32_t slot, DocNum doc) const { return last_[slot] == doc; }
  void count(std::span<uint32_t const> slots, DocNum doc) {
    for (uint32_t const slot : slots) {
      counts_[slot] += last_[slot] == doc ? 0 : 1;
      last_[slot] = doc;
    }
  }
  void add(size_t slot, uint64_t documents) {
    if (slot < counts_.size()) {
      counts_[slot] += documents;
    }
  }
  Counts take() { return std::move(counts_); }

 private:
  Counts counts_;
  std::vector<DocNum> last_;  // document counted last, by slot
};

// Counts above the level of states: a value of a place where all other conditions hold.
class PlaceCounter {
 public:
  PlaceCounter(SearchShared const& shared, FacetAxis const& axis, LimbFilter const& others)
      : columns_(shared.columns()), axis_(axis), others_(others), tally_(axis.size()) {}

  Counts count(PartedMatches const& matches, Budget& budget) {
    spend_each<DocNum>(budget, matches.with_limbs, [this](DocNum doc) { count(doc); });
    bool const by_class = axis_.level() != Level::kMapping;  // else by whether a mapping is there
    if (by_class) {
      tally_.add(axis_.find("none"), matches.assessed);
    }
    tally_.add(axis_.find("not-assessed"),
               matches.not_assessed + (by_class ? 0 : matches.assessed));
    return tally_.take();
  }

 private:
  // The others hold at some place of every match, which is enough for what holds on documents.
  void count(DocNum doc) {
    slots_.clear();
    axis_.add_of_document(doc, slots_);
    tally_.count(slots_, doc);
    bool const clauses = axis_.level() == Level::kClause || others_.asks_clause();
    bool const mappings = axis_.level() == Level::kMapping || others_.asks_mapping();
    std::vector<uint32_t> const& begin = columns_.state.limb_begin;
    for (size_t limb = begin[doc]; limb < begin[doc + 1]; ++limb) {
      some_place(columns_, {doc, limb}, clauses, mappings, [this](LimbPlace const& place) {
        count(place);
        return false;
      });
    }
  }

  void count(LimbPlace const& place) {
    slots_.clear();
    axis_.add_at(place, slots_);
    bool const fresh = std::ranges::any_of(
        slots_, [&](uint32_t slot) { return !tally_.counted(slot, place.doc); });
    if (fresh && others_.holds(place)) {
      tally_.count(slots_, place.doc);
    }
  }

  Columns const& columns_;
  FacetAxis const& axis_;
  LimbFilter const& others_;
  Tally tally_;
  std::vector<uint32_t> slots_;
};

bool selects(FilterValue const& chosen, Param param, std::string const& value) {
  if (chosen.text == value) {
    return true;
  }
  int64_t year = 0;
  auto const read = std::from_chars(value.data(), value.data() + value.size(), year);
  return param == Param::kYear && chosen.range.has_value() && read.ec == std::errc() &&
         in_range(*chosen.range, year);
}

void select(Filter const* own, Param param, Values& values) {
  if (own == nullptr) {
    return;
  }
  for (FilterValue const& chosen : own->include) {
    bool listed = false;
    for (FacetValue& each : values) {
      bool const same = selects(chosen, param, each.value);
      each.selected = each.selected || same;
      listed = listed || same;
    }
    bool const several_years = param == Param::kYear && chosen.range.has_value();
    if (!listed && !several_years) {
      FacetValue value;
      value.value = chosen.text;
      value.selected = true;
      values.push_back(std::move(value));
    }
  }
}

void arrange_years(Values& values) {
  // "unknown" comes last.
  std::ranges::sort(values, [](FacetValue const& a, FacetValue const& b) {
    if (a.value == "unknown" || b.value == "unknown") {
      return b.value == "unknown" && a.value != "unknown";
    }
    return std::tuple(a.value.size(), std::string_view(a.value)) >
           std::tuple(b.value.size(), std::string_view(b.value));
  });
}

void arrange_terms(Values& values) {
  std::vector<FilterValue> const steps = prison_steps();
  std::ranges::stable_sort(values, {}, [&steps](FacetValue const& each) {
    return std::ranges::find(steps, each.value, &FilterValue::text) - steps.begin();
  });
}

void arrange(Param param, Values& values) {
  if (param == Param::kYear) {
    return arrange_years(values);
  }
  if (info_of(param).form == ValueForm::kTermRange) {
    return arrange_terms(values);
  }
  std::ranges::sort(values, [](FacetValue const& a, FacetValue const& b) {
    return std::tuple(b.count, a.depth, std::string_view(a.value)) <
           std::tuple(a.count, b.depth, std::string_view(b.value));
  });
}

// Where the values stand in the parameter's tree.
void place_in_tree(ValueTree const* tree, Values& values) {
  for (FacetValue& each : values) {
    uint32_t const at = tree == nullptr ? ValueTree::kNone : tree->find(each.value);
    if (at == ValueTree::kNone) {
      continue;
    }
    ValueTree::Node const& node = tree->nodes()[at];
    each.depth = node.depth;
    each.label = node.label;
    each.broader = node.broader == ValueTree::kNone ? "" : tree->nodes()[node.broader].value;
  }
}

class FacetCounter {
 public:
  explicit FacetCounter(CountedMatches& matches)
      : context_(matches.context()), shared_(context_.shared), matches_(matches) {}

  Facet count(Param param) {
    Facet facet;
    facet.param = param;
    Filter const* const own = filter_of(context_.group.filters, param);
    MatchSet const& counted = matches_.of(param).matches();
    bool const of_states = info_of(param).level == Level::kState;
    if (!counted.whole || (own != nullptr && !of_states)) {
      facet.values = arranged(param, own);
      return facet;
    }
    facet.values = *values_of_day(param, counted);
    if (own != nullptr) {
      select(own, param, facet.values);
      arrange(param, facet.values);
    }
    return facet;
  }

 private:
  // Counted when first asked for, then kept with the day.
  FacetCache::Values values_of_day(Param param, MatchSet const& counted) {
    FacetCache& cache = *counted.day->facets;
    FacetCache::Values kept = cache.find(param, counted.with_gone);
    if (kept == nullptr) {
      kept = std::make_shared<Values const>(arranged(param, nullptr));
      cache.keep(param, counted.with_gone, kept);
    }
    return kept;
  }

  Values arranged(Param param, Filter const* own) {
    FacetAxis const axis(shared_, param,
                         own == nullptr ? std::span<FilterValue const>() : own->include,
                         context_.group.day);
    Values out = values_of(axis, by_slot(axis));
    select(own, param, out);
    place_in_tree(shared_.tree(param), out);
    arrange(param, out);
    return out;
  }

  Counts by_slot(FacetAxis const& axis) {
    CountedSet& matches = matches_.of(axis.param());
    if (axis.level() == Level::kState) {
      return count_states(axis, matches);
    }
    std::vector<Choice> const choices = limb_choices(context_.group, axis.param());
    LimbFilter const others(shared_, choices, context_.group.day);
    return PlaceCounter(shared_, axis, others).count(matches.parted(), context_.budget);
  }

  CountContext const& context_;
  SearchShared const& shared_;
  CountedMatches& matches_;
};

}  // namespace

void select_values(Filter const* own, Param param, std::vector<FacetValue>& values) {
  select(own, param, values);
}
void arrange_values(Param param, std::vector<FacetValue>& values) {
  arrange(param, values);
}

Filter const* filter_of(std::span<Filter const> filters, Param param) {
  auto const found = std::ranges::find(filters, param, &Filter::param);
  return found == filters.end() ? nullptr : &*found;
}

std::vector<Facet> count_facets(CountedMatches& matches, std::span<Param const> facets) {
  FacetCounter counter(matches);
  std::vector<Facet> out;
  for (Param const param : facets) {
    out.push_back(counter.count(param));
  }
  return out;
}

}  // namespace cyberlex
