#include "cyberlex/shards/shard_searcher.h"

#include <algorithm>
#include <utility>

#include "cyberlex/answer/labels.h"
#include "cyberlex/base/digest.h"
#include "cyberlex/index/record.h"
#include "cyberlex/index/schema.h"
#include "cyberlex/index/tables.h"
#include "cyberlex/search/facet_cut.h"
#include "cyberlex/search/facets.h"
#include "cyberlex/shards/front_vocabulary.h"
#include "cyberlex/shards/place_counts.h"
#include "cyberlex/shards/shard_question.h"

namespace cyberlex::shards {
namespace {

bool names(ParameterList const& list, std::string_view name) {
  return std::ranges::any_of(
      list, [name](auto const& each) { return each.first == name && !each.second.empty(); });
}

// Labels of concepts are looked for in one index only, so over shards no word is expanded.
Result<ParameterList> unexpanded(ParameterList list) {
  for (auto const& [name, value] : list) {
    if (name == "expand" && value == "on") {
      return Error{ErrorCode::kBadQuery, "expand=on cannot be asked of shards", "expand"};
    }
  }
  if (!names(list, "expand")) {
    list.emplace_back("expand", "off");
  }
  return list;
}

// A facet asked for, and the ask that counts it.
struct FacetAsk {
  Param param = Param::kJurisdiction;
  std::optional<size_t> sideways;  // its own ask; absent: that of the hits
};

}  // namespace

struct ShardSearcher::State {
  ShardSet shards;
  Projection projection = {};
  std::unique_ptr<FrontVocabulary> vocabulary = nullptr;

  Status load();
  Status check_whole();
  Status check_order();
  Result<SearchRequest> read(ParameterList const& parameters, Date today) const;
  std::string cursor_digest() const { return sha256("shards of " + projection.digest); }
};

Status ShardSearcher::State::load() {
  Result<std::string> const stored = shards.get(kProjectionKey);
  if (!stored) {
    return stored.error();
  }
  Result<Projection> decoded = decode_projection(*stored);
  if (!decoded) {
    return decoded.error();
  }
  projection = std::move(decoded).value();
  Result<std::string> const acts = shards.get(schema::kActsKey);
  Result<std::string> const taxonomy = shards.get(schema::kTaxonomyKey);
  if (!acts || !taxonomy) {
    return acts ? taxonomy.error() : acts.error();
  }
  Result<std::vector<ActRecord>> const read_acts = decode_acts(*acts);
  Result<Taxonomy> read_taxonomy = decode_taxonomy(*taxonomy);
  if (!read_acts || !read_taxonomy) {
    return read_acts ? read_taxonomy.error() : read_acts.error();
  }
  vocabulary =
      std::make_unique<FrontVocabulary>(projection, *read_acts, std::move(read_taxonomy).value());
  return check_order();
}

// One shard that is missing, doubled or of another generation would be silently wrong.
Status ShardSearcher::State::check_whole() {
  Result<uint64_t> const found = shards.documents_with(generation_term(projection.digest));
  if (!found) {
    return found.error();
  }
  if (*found != projection.documents) {
    return Error{ErrorCode::kUnavailable, "the shards that answer hold " + std::to_string(*found) +
                                              " of the " + std::to_string(projection.documents) +
                                              " documents of generation " +
                                              projection.digest.substr(0, 16)};
  }
  return Ok{};
}

Status ShardSearcher::State::check_order() {
  if (Status whole = check_whole(); !whole) {
    return whole;
  }
  for (uint32_t shard = 0; shard < std::min<uint64_t>(projection.shards, projection.documents);
       ++shard) {
    Result<uint64_t> const first = shards.first_with(first_term(projection.digest, shard));
    if (!first) {
      return first.error();
    }
    if (*first != shard) {
      return Error{ErrorCode::kDamaged, "shard " + std::to_string(shard + 1) + " stands in place " +
                                            std::to_string(*first + 1) + " of the stub"};
    }
  }
  return Ok{};
}

// Facets that are not asked for by name are those that shards can count.
Result<SearchRequest> ShardSearcher::State::read(ParameterList const& parameters,
                                                 Date today) const {
  Result<ParameterList> const list = unexpanded(parameters);
  if (!list) {
    return list.error();
  }
  Result<SearchRequest> request = parse_request(*list, *vocabulary, today);
  if (request && !names(parameters, "facets")) {
    std::erase_if(request->facets, [this](Param facet) { return !projection.find(facet); });
  }
  return request;
}

namespace {

// Asks and counts for one request.
class Search {
 public:
  Search(ShardSet& shards, Projection const& projection, SearchRequest const& request)
      : shards_(shards),
        projection_(projection),
        request_(request),
        question_(projection, request) {}

  Result<ShardFound> hits(ShardQuery const& words) {
    Result<ShardQuery> query = question_.narrowed(words, std::nullopt, false);
    if (!query) {
      return query.error();
    }
    ShardAsk ask{std::move(query).value(),
                 request_.cursor ? request_.cursor->rank : 0,
                 request_.limit,
                 request_.sort == Sort::kRelevance && words.kind != ShardQuery::Kind::kAll,
                 {}};
    for (Param const facet : request_.facets) {
      if (!sideways(facet)) {
        add_slot(facet, ask.counted);
      }
    }
    return shards_.ask(ask);
  }

  Result<std::vector<Facet>> facets(ShardQuery const& words, ShardFound const& found) {
    std::vector<uint32_t> slots;
    for (Param const facet : request_.facets) {
      if (!sideways(facet)) {
        add_slot(facet, slots);
      }
    }
    std::vector<Facet> out;
    for (Param const param : request_.facets) {
      Result<Facet> facet = Facet{};
      if (sideways(param)) {
        Result<ShardFound> const beside = ask_beside(words, param);
        facet = beside ? count(param, beside->counts.front()) : beside.error();
      } else {
        auto const at = std::ranges::find(slots, slot_of(param)) - slots.begin();
        facet = count(param, found.counts[static_cast<size_t>(at)]);
      }
      if (!facet) {
        return facet.error();
      }
      out.push_back(std::move(facet).value());
    }
    return out;
  }

 private:
  // Counted without its own filter; a status also where gone provisions are left out.
  bool sideways(Param facet) const {
    return filter_of(request_.filters, facet) != nullptr ||
           (facet == Param::kStatus && !question_.asks_gone());
  }

  uint32_t slot_of(Param param) const {
    Axis const& axis = *projection_.find(param);
    return axis.of_state() ? kFirstAxisSlot + projection_.number_of(axis) : kPlacesSlot;
  }

  void add_slot(Param facet, std::vector<uint32_t>& slots) const {
    uint32_t const slot = slot_of(facet);
    if (std::ranges::find(slots, slot) == slots.end()) {
      slots.push_back(slot);
    }
  }

  Result<ShardFound> ask_beside(ShardQuery const& words, Param facet) {
    Result<ShardQuery> query = question_.narrowed(words, facet, facet == Param::kStatus);
    if (!query) {
      return query.error();
    }
    return shards_.ask({std::move(query).value(), 0, 0, false, {slot_of(facet)}});
  }

  // Filters on limbs beside the facet's own.
  std::vector<PlaceFilter> others(Param facet) const {
    std::vector<PlaceFilter> out;
    for (Filter const& filter : request_.filters) {
      Axis const& axis = *projection_.find(filter.param);
      if (filter.param != facet && !axis.of_state() && !filter.include.empty()) {
        out.push_back({projection_.number_of(axis), axis.accepted(filter.include)});
      }
    }
    return out;
  }

  // Ranges that were chosen and are no values of their own.
  std::vector<FilterValue> chosen_ranges(Axis const& axis) const {
    Filter const* const own = filter_of(request_.filters, axis.param);
    std::vector<FilterValue> out;
    if (own == nullptr || axis.of_state()) {
      return out;
    }
    std::ranges::copy_if(own->include, std::back_inserter(out), [&axis](FilterValue const& each) {
      return each.range.has_value() && axis.place_of(each.text) == axis.values.size();
    });
    return out;
  }

  Result<Facet> count(Param param, std::vector<ShardCount> const& counted) const {
    Axis const& axis = *projection_.find(param);
    std::vector<FilterValue> const chosen = chosen_ranges(axis);
    std::vector<std::vector<uint32_t>> sets;
    for (FilterValue const& each : chosen) {
      sets.push_back(axis.accepted(std::span(&each, 1)));
    }
    Result<std::vector<uint64_t>> const counts =
        axis.of_state()
            ? count_states(axis, counted)
            : count_places(projection_, projection_.number_of(axis), others(param), sets, counted);
    if (!counts) {
      return counts.error();
    }
    Facet out;
    out.param = param;
    out.values = counted_values(axis, chosen, *counts);
    select_values(filter_of(request_.filters, param), param, out.values);
    for (FacetValue& each : out.values) {
      describe(axis, each);
    }
    arrange_values(param, out.values);
    return out;
  }

  // Those that a provision has; behind the values of the axis the ranges that were chosen.
  static std::vector<FacetValue> counted_values(Axis const& axis,
                                                std::vector<FilterValue> const& chosen,
                                                std::vector<uint64_t> const& counts) {
    std::vector<FacetValue> out;
    for (size_t i = 0; i < counts.size(); ++i) {
      bool const own = i < axis.values.size();
      if (counts[i] > 0 && !(own && axis.values[i].measure)) {
        out.push_back(
            {own ? axis.values[i].value : chosen[i - axis.values.size()].text, counts[i]});
      }
    }
    return out;
  }

  // What it is called, and where it stands in the tree.
  static void describe(Axis const& axis, FacetValue& value) {
    uint32_t const at = axis.place_of(value.value);
    if (at == axis.values.size()) {
      value.label = label_of_range(axis.param, value.value);
      return;
    }
    value.label = axis.values[at].label;
    value.broader = axis.values[at].broader;
    value.depth = axis.values[at].depth;
  }

  ShardSet& shards_;
  Projection const& projection_;
  SearchRequest const& request_;
  ShardQuestion question_;
};

}  // namespace

ShardSearcher::ShardSearcher(std::unique_ptr<State> state) : state_(std::move(state)) {}
ShardSearcher::ShardSearcher(ShardSearcher&&) noexcept = default;
ShardSearcher& ShardSearcher::operator=(ShardSearcher&&) noexcept = default;
ShardSearcher::~ShardSearcher() = default;

Result<ShardSearcher> ShardSearcher::open(std::string const& stub) {
  Result<ShardSet> shards = ShardSet::open(stub);
  if (!shards) {
    return shards.error();
  }
  auto state = std::make_unique<State>(State{std::move(shards).value()});
  if (Status loaded = state->load(); !loaded) {
    return loaded.error();
  }
  return ShardSearcher(std::move(state));
}

Result<ShardAnswer> ShardSearcher::search(ParameterList const& parameters, Date today) {
  Result<SearchRequest> request = state_->read(parameters, today);
  if (!request) {
    return request.error();
  }
  Result<ParsedQuery> const parsed = parse_query(request->q, *state_->vocabulary);
  if (!parsed) {
    return parsed.error();
  }
  request->as_of = parsed->as_of.value_or(request->as_of);
  std::string const cursor_digest = state_->cursor_digest();
  if (Status fits = check_cursor(*request, cursor_digest); !fits) {
    return fits.error();
  }
  ShardQuestion const question(state_->projection, *request);
  if (Status can = question.check(); !can) {
    return can.error();
  }
  Result<ShardQuery> const words = question.words(*parsed->root);
  if (!words) {
    return words.error();
  }
  if (Status whole = state_->check_whole(); !whole) {
    return whole.error();
  }
  Search search(state_->shards, state_->projection, *request);
  Result<ShardFound> found = search.hits(*words);
  if (!found) {
    return found.error();
  }
  Result<std::vector<Facet>> facets = search.facets(*words, *found);
  if (!facets) {
    return facets.error();
  }
  ShardAnswer out;
  out.digest = state_->projection.digest;
  out.shards = state_->projection.shards;
  out.hits = std::move(found->hits);
  out.response.request = *request;
  out.response.read_as = parsed->read_as;
  out.response.total = found->total;
  out.response.facets = std::move(facets).value();
  cut_facets(out.response.facets, request->facet_limit);
  uint64_t const rank = request->cursor ? request->cursor->rank : 0;
  if (rank + out.hits.size() < out.response.total && !out.hits.empty()) {
    out.response.next =
        Cursor{cursor_digest, request->as_of, rank + out.hits.size(), request_digest(*request)};
  }
  return out;
}

}  // namespace cyberlex::shards
