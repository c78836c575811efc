#include "cyberlex/pages/facet_view.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "cyberlex/pages/links.h"

namespace cyberlex::pages {
namespace {

// Open without a click: what most questions begin with.
constexpr auto kOpen = std::to_array<Param>(
    {Param::kJurisdiction, Param::kClass, Param::kArticle, Param::kPrison, Param::kStatus});

constexpr auto kPageFacets = std::to_array<Param>(
    {Param::kJurisdiction, Param::kClass, Param::kOffence, Param::kPower, Param::kArticle,
     Param::kConcept, Param::kPrison, Param::kSerious, Param::kSafeguard, Param::kStatus,
     Param::kText, Param::kConfidence, Param::kLang});

// Values of a closed list that the answer does not name, because they have no provision.
std::vector<std::string_view> closed_list(Param param) {
  std::span<std::string_view const> all;
  switch (param) {
    case Param::kClass:
      all = names<ProvisionClass>();
      break;
    case Param::kStatus:
      all = names<LegalStatus>();
      break;
    case Param::kText:
      all = names<TextKind>();
      break;
    case Param::kConfidence:
      all = names<Confidence>();
      break;
    default:
      break;
  }
  return {all.begin(), all.end()};
}

std::vector<FacetValue> with_empty_values(Facet const& facet, Generation const& generation) {
  std::vector<FacetValue> out = facet.values;
  auto const add = [&out](std::string_view value) {
    bool const known =
        std::ranges::any_of(out, [value](FacetValue const& each) { return each.value == value; });
    if (!known) {
      out.push_back({.value = std::string(value)});
    }
  };
  for (std::string_view const value : closed_list(facet.param)) {
    add(value);
  }
  if (facet.param == Param::kJurisdiction) {
    for (ActRecord const& act : generation.acts()) {
      add(act.work.jurisdiction);
    }
  }
  return out;
}

// The values by the broader one that is listed too; those of none under the empty name.
using ByBroader = std::map<std::string_view, std::vector<FacetValue const*>>;

ByBroader by_broader(std::vector<FacetValue> const& values) {
  std::set<std::string_view> listed;
  for (FacetValue const& value : values) {
    listed.insert(value.value);
  }
  ByBroader out;
  for (FacetValue const& value : values) {
    out[listed.contains(value.broader) ? std::string_view(value.broader) : std::string_view()]
        .push_back(&value);
  }
  return out;
}

void add_below(ByBroader const& values, std::string_view broader, uint32_t depth,
               std::vector<FacetValue>& out) {
  auto const found = values.find(broader);
  if (found == values.end()) {
    return;
  }
  for (FacetValue const* const value : found->second) {
    out.push_back(*value);
    out.back().depth = depth;
    add_below(values, value->value, depth + 1, out);
  }
}

View value_view(Wording const& wording, Facet const& facet, FacetValue const& value) {
  View out;
  out.text("value", value.value)
      .text("name", info_of(facet.param).name)
      .text("label", facet_label(wording, facet.param, value))
      .text("count", wording.messages().format().number(static_cast<int64_t>(value.count)))
      .text("depth", value.depth == 0 ? "" : std::to_string(std::min(value.depth, uint32_t{3})))
      .flag("selected", value.selected)
      .flag("zero", value.count == 0);
  return out;
}

View facet_view(PageContext const& context, Wording const& wording, SearchResponse const& response,
                Facet const& facet) {
  Messages const& messages = context.messages();
  std::vector<View> values;
  bool chosen = false;
  for (FacetValue const& value : in_tree_order(with_empty_values(facet, *response.generation))) {
    chosen = chosen || value.selected;
    values.push_back(value_view(wording, facet, value));
  }
  View out;
  out.text("name", info_of(facet.param).name)
      .text("label", wording.parameter(facet.param))
      .flag("open", chosen || std::ranges::find(kOpen, facet.param) != kOpen.end())
      .list("values", std::move(values));
  if (facet.left_out > 0) {
    out.text("more", messages.counted("facet.left-out", static_cast<int64_t>(facet.left_out)));
  }
  if (facet.param == Param::kPrison) {
    out.text("note", messages.text("facet.four-years"));
  }
  return out;
}

SearchRequest without_value(SearchRequest request, size_t filter, bool excluded, size_t value) {
  Filter& changed = request.filters.at(filter);
  std::vector<FilterValue>& values = excluded ? changed.exclude : changed.include;
  values.erase(values.begin() + static_cast<std::ptrdiff_t>(value));
  if (changed.include.empty() && changed.exclude.empty()) {
    request.filters.erase(request.filters.begin() + static_cast<std::ptrdiff_t>(filter));
  }
  request.cursor.reset();
  return request;
}

}  // namespace

std::string facet_label(Wording const& wording, Param param, FacetValue const& value) {
  return value.label.empty() ? wording.value(param, value.value) : value.label;
}

std::vector<FacetValue> in_tree_order(std::vector<FacetValue> values) {
  bool const flat =
      std::ranges::all_of(values, [](FacetValue const& each) { return each.broader.empty(); });
  if (flat) {
    return values;
  }
  std::vector<FacetValue> out;
  add_below(by_broader(values), {}, 0, out);
  return out;
}

std::span<Param const> page_facets() {
  return kPageFacets;
}

std::vector<View> facet_views(PageContext const& context, Wording const& wording,
                              SearchResponse const& response) {
  std::vector<View> out;
  for (Facet const& facet : response.facets) {
    if (!facet.values.empty()) {
      out.push_back(facet_view(context, wording, response, facet));
    }
  }
  return out;
}

std::vector<View> chosen_views(PageContext const& context, Wording const& wording,
                               SearchRequest const& request) {
  Links const links(context.visit);
  std::vector<View> out;
  for (size_t i = 0; i < request.filters.size(); ++i) {
    Filter const& filter = request.filters[i];
    for (bool const excluded : {false, true}) {
      std::vector<FilterValue> const& values = excluded ? filter.exclude : filter.include;
      for (size_t j = 0; j < values.size(); ++j) {
        View row;
        row.text("parameter", wording.parameter(filter.param))
            .text("label", wording.value(filter.param, values[j].text))
            .text("name", info_of(filter.param).name)
            .text("value", (excluded ? "-" : "") + values[j].text)
            .flag("excluded", excluded)
            .text("url", links.search(without_value(request, i, excluded, j)));
        out.push_back(std::move(row));
      }
    }
  }
  return out;
}

}  // namespace cyberlex::pages
