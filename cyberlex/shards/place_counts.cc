#include "cyberlex/shards/place_counts.h"

#include <algorithm>
#include <array>

namespace cyberlex::shards {
namespace {

using PlaceLists = std::array<HeldList const*, 4>;

bool holds(PlaceFilter const& filter, PlaceLists const& lists) {
  return std::ranges::any_of(lists, [&filter](HeldList const* list) {
    return std::ranges::any_of(*list, [&filter](Held const& held) {
      return held.axis == filter.axis && std::ranges::binary_search(filter.values, held.value);
    });
  });
}

}  // namespace

Result<std::vector<uint64_t>> count_states(Axis const& axis, std::span<ShardCount const> counted) {
  std::vector<uint64_t> out(axis.values.size());
  for (ShardCount const& each : counted) {
    Result<std::vector<uint32_t>> const values = decode_values(each.value);
    if (!values) {
      return values.error();
    }
    for (uint32_t const value : *values) {
      out.at(value) += each.documents;
    }
  }
  return out;
}

Result<std::vector<uint64_t>> count_places(Projection const& projection, uint32_t axis,
                                           std::span<PlaceFilter const> others,
                                           std::span<std::vector<uint32_t> const> chosen,
                                           std::span<ShardCount const> counted) {
  size_t const own = projection.axes[axis].values.size();
  std::vector<uint64_t> out(own + chosen.size());
  std::vector<uint8_t> here;
  for (ShardCount const& each : counted) {
    Result<Places> const places = decode_places(each.value);
    if (!places) {
      return places.error();
    }
    here.assign(out.size(), 0);
    places->each([&](PlaceLists const& lists) {
      if (!std::ranges::all_of(others, [&](auto const& other) { return holds(other, lists); })) {
        return;
      }
      for (HeldList const* const list : lists) {
        for (Held const& held : *list) {
          if (held.axis == axis && held.value < own) {
            here[held.value] = 1;
          }
        }
      }
      for (size_t i = 0; i < chosen.size(); ++i) {
        here[own + i] = here[own + i] != 0 || holds({axis, chosen[i]}, lists) ? 1 : 0;
      }
    });
    for (size_t i = 0; i < out.size(); ++i) {
      out[i] += here[i] != 0 ? each.documents : 0;
    }
  }
  return out;
}

}  // namespace cyberlex::shards
