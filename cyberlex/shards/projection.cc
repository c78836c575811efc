#include "cyberlex/shards/projection.h"

#include <algorithm>

#include "cyberlex/search/condition.h"

namespace cyberlex {

// describe() is looked for in this namespace.
template <typename Codec, Is<shards::Measure> R>
void describe(Codec& codec, R& measure) {
  codec(measure.unit, measure.number, measure.unbounded);
}
template <typename Codec, Is<shards::AxisValue> R>
void describe(Codec& codec, R& value) {
  codec(value.value, value.label, value.broader, value.depth, value.measure);
}
template <typename Codec, Is<shards::HeldValues> R>
void describe(Codec& codec, R& held) {
  codec(held.param, held.values);
}
template <typename Codec, Is<shards::ArticleNode> R>
void describe(Codec& codec, R& node) {
  codec(node.value, node.broader, node.depth, node.label);
}
template <typename Codec, Is<shards::Held> R>
void describe(Codec& codec, R& held) {
  codec(held.axis, held.value);
}
template <typename Codec, Is<shards::PlacedLimb> R>
void describe(Codec& codec, R& limb) {
  codec(limb.own, limb.clauses, limb.mappings);
}
template <typename Codec, Is<shards::Places> R>
void describe(Codec& codec, R& places) {
  codec(places.document, places.limbs);
}

}  // namespace cyberlex

namespace cyberlex::shards {
namespace {

// As stored: the parameter by its name, so that their order may change.
struct StoredAxis {
  std::string param;
  std::vector<AxisValue> values;
};
struct StoredProjection {
  std::string digest;
  uint32_t shards = 0;
  uint64_t documents = 0;
  std::vector<std::string> languages;
  std::vector<StoredAxis> axes;
  std::vector<HeldValues> held;
  std::vector<ArticleNode> articles;
};

template <typename Codec, Is<StoredAxis> R>
void describe(Codec& codec, R& axis) {
  codec(axis.param, axis.values);
}
template <typename Codec, Is<StoredProjection> R>
void describe(Codec& codec, R& stored) {
  codec(stored.digest, stored.shards, stored.documents, stored.languages, stored.axes, stored.held,
        stored.articles);
}

bool takes(FilterValue const& filter, Measure const& measure) {
  ValueRange const& range = *filter.range;
  return measure.unit == range.unit && measure.unbounded == !range.high.has_value() &&
         in_range(range, measure.number);
}

}  // namespace

std::vector<uint32_t> Axis::accepted(std::span<FilterValue const> filters) const {
  std::vector<uint32_t> out;
  for (FilterValue const& filter : filters) {
    bool const by_measure = filter.range.has_value() && !of_state();
    for (uint32_t i = 0; i < values.size(); ++i) {
      AxisValue const& each = values[i];
      bool const same = !each.measure.has_value() &&
                        (each.value == filter.text || state_value_in(param, filter, each.value));
      if (by_measure ? each.measure.has_value() && takes(filter, *each.measure) : same) {
        out.push_back(i);
      }
    }
  }
  std::ranges::sort(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

uint32_t Axis::place_of(std::string_view value) const {
  auto const found = std::ranges::find_if(values, [value](AxisValue const& each) {
    return !each.measure.has_value() && each.value == value;
  });
  return static_cast<uint32_t>(found - values.begin());
}

Axis const* Projection::find(Param param) const {
  auto const found = std::ranges::find(axes, param, &Axis::param);
  return found == axes.end() ? nullptr : &*found;
}

std::string encode(Projection const& projection) {
  StoredProjection stored{
      projection.digest, projection.shards,  projection.documents, projection.languages, {},
      projection.held,   projection.articles};
  for (Axis const& axis : projection.axes) {
    stored.axes.push_back({std::string(info_of(axis.param).name), axis.values});
  }
  return to_bytes(stored);
}

Result<Projection> decode_projection(std::string_view bytes) {
  Result<StoredProjection> stored = from_bytes<StoredProjection>(bytes, "projection");
  if (!stored) {
    return stored.error();
  }
  Projection out{stored->digest, stored->shards,  stored->documents, stored->languages, {},
                 stored->held,   stored->articles};
  for (StoredAxis& axis : stored->axes) {
    std::optional<Param> const param = find_parameter(axis.param);
    if (!param) {
      return Error{ErrorCode::kDamaged,
                   "the shards know a parameter \"" + axis.param + "\" that this program does not"};
    }
    out.axes.push_back({*param, std::move(axis.values)});
  }
  return out;
}

std::string generation_term(std::string_view digest) {
  return "G" + std::string(digest.substr(0, 16));
}
std::string first_term(std::string_view digest, uint32_t shard) {
  return generation_term(digest) + ':' + std::to_string(shard);
}
std::string value_term(uint32_t axis, uint32_t value) {
  return "F" + std::to_string(axis) + ':' + std::to_string(value);
}

std::string encode(Places const& places) {
  return to_bytes(places);
}
Result<Places> decode_places(std::string_view bytes) {
  return from_bytes<Places>(bytes, "places");
}

std::string encode_values(std::vector<uint32_t> const& values) {
  return to_bytes(values);
}
Result<std::vector<uint32_t>> decode_values(std::string_view bytes) {
  return from_bytes<std::vector<uint32_t>>(bytes, "values of an axis");
}

}  // namespace cyberlex::shards
