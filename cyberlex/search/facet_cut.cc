#include "cyberlex/search/facet_cut.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace cyberlex {
namespace {

// One a value: 1 when it is among the `limit` with the highest counts, or selected.
std::vector<uint8_t> most_frequent(std::vector<FacetValue> const& values, size_t limit) {
  std::vector<size_t> order(values.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::ranges::stable_sort(order, {}, [&](size_t i) { return UINT64_MAX - values[i].count; });
  std::vector<uint8_t> kept(values.size(), 0);
  for (size_t rank = 0; rank < order.size(); ++rank) {
    kept[order[rank]] = rank < limit || values[order[rank]].selected ? 1 : 0;
  }
  return kept;
}

// Keeps what stands above a kept value, step by step to the top.
void keep_broader(std::vector<FacetValue> const& values, std::vector<uint8_t>& kept) {
  for (bool changed = true; changed;) {
    std::unordered_set<std::string_view> wanted;
    for (size_t i = 0; i < values.size(); ++i) {
      if (kept[i] != 0 && !values[i].broader.empty()) {
        wanted.insert(values[i].broader);
      }
    }
    changed = false;
    for (size_t i = 0; i < values.size(); ++i) {
      if (kept[i] == 0 && wanted.contains(values[i].value)) {
        kept[i] = 1;
        changed = true;
      }
    }
  }
}

void cut(Facet& facet, size_t limit) {
  std::vector<uint8_t> kept = most_frequent(facet.values, limit);
  keep_broader(facet.values, kept);
  std::vector<FacetValue> left;
  for (size_t i = 0; i < facet.values.size(); ++i) {
    if (kept[i] != 0) {
      left.push_back(std::move(facet.values[i]));
    }
  }
  facet.left_out += facet.values.size() - left.size();
  facet.values = std::move(left);
}

}  // namespace

void cut_facets(std::span<Facet> facets, uint32_t limit) {
  for (Facet& facet : facets) {
    if (limit > 0 && facet.values.size() > limit) {
      cut(facet, limit);
    }
  }
}

}  // namespace cyberlex
