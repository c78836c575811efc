#include "cyberlex/answer/verdict.h"

#include <algorithm>
#include <array>

#include "cyberlex/answer/among.h"

namespace cyberlex {
namespace {

// How far a demand is met, and how sure that is. Verified, recalled, conflict: the later the worse.
struct Met {
  Extent extent = Extent::kNone;
  Confidence confidence = Confidence::kVerified;
};

Met best_of(std::span<MappingRecord const* const> rows, PlacedDemand const& placed) {
  Met best;
  for (MappingRecord const* const row : rows) {
    Extent const extent = extent_of(*row, placed);
    bool const better =
        extent > best.extent || (extent == best.extent && row->confidence < best.confidence);
    if (extent != Extent::kNone && better) {
      best = {extent, row->confidence};
    }
  }
  return best;
}

// What the mappings alone show; kNotAssessed when they meet nothing.
Coverage coverage_of(std::span<PlacedDemand const> demands, std::vector<Extent> const& extents) {
  bool mandatory = false;
  bool all = true;
  bool any = false;
  bool whole = false;
  for (size_t i = 0; i < demands.size(); ++i) {
    any = any || extents[i] != Extent::kNone;
    whole = whole || extents[i] == Extent::kWhole;
    if (demands[i].demand.mandatory) {
      mandatory = true;
      all = all && extents[i] == Extent::kWhole;
    }
  }
  if (!any) {
    return Coverage::kNotAssessed;
  }
  return (mandatory ? all : whole) ? Coverage::kCovered : Coverage::kPartly;
}

DemandCount count_met(std::span<PlacedDemand const> demands, std::vector<Extent> const& extents) {
  bool const mandatory = std::any_of(demands.begin(), demands.end(), [](PlacedDemand const& each) {
    return each.demand.mandatory;
  });
  DemandCount out;
  for (size_t i = 0; i < demands.size(); ++i) {
    if (demands[i].demand.mandatory == mandatory) {
      ++out.of;
      out.whole += extents[i] == Extent::kWhole ? 1 : 0;
      out.part += extents[i] == Extent::kPart ? 1 : 0;
    }
  }
  return out;
}

}  // namespace

std::string_view name_of(Coverage value) {
  static constexpr std::array<std::string_view, 5> kNames = {"covered", "partly", "elsewhere",
                                                             "not-found", "not-assessed"};
  return kNames.at(static_cast<size_t>(value));
}

bool is_decided(Coverage value) {
  return value == Coverage::kCovered || value == Coverage::kPartly || value == Coverage::kNotFound;
}

std::string_view name_of(Extent value) {
  static constexpr std::array<std::string_view, 3> kNames = {"none", "part", "whole"};
  return kNames.at(static_cast<size_t>(value));
}

Extent extent_of(MappingRecord const& row, PlacedDemand const& placed) {
  if (row.relation == Relation::kOutside) {
    return Extent::kNone;
  }
  if (is_among(row.covers, placed.demand.id)) {
    return Extent::kWhole;
  }
  if (is_among(row.partly, placed.demand.id)) {
    return Extent::kPart;
  }
  bool const whole = row.relation == Relation::kEquivalent || row.relation == Relation::kWider;
  return whole && row.article.contains(placed.limb) ? Extent::kWhole : Extent::kNone;
}

std::vector<PlacedDemand> demands_of(ProvisionRecord const& article) {
  std::vector<PlacedDemand> out;
  for (LimbRecord const& limb : article.limbs) {
    for (Demand const& demand : limb.asks) {
      out.push_back({limb.eid, demand});
    }
  }
  return out;
}

Verdict verdict_of(std::span<PlacedDemand const> demands,
                   std::span<MappingRecord const* const> rows,
                   std::span<AssessedRecord const* const> assessed) {
  Verdict out;
  for (PlacedDemand const& placed : demands) {
    Met const met = best_of(rows, placed);
    out.extents.push_back(met.extent);
    if (met.extent != Extent::kNone) {
      out.confidence = std::max(out.confidence.value_or(met.confidence), met.confidence);
    }
  }
  out.coverage = coverage_of(demands, out.extents);
  out.met = count_met(demands, out.extents);
  if (out.coverage != Coverage::kNotAssessed || assessed.empty()) {
    return out;
  }
  bool const elsewhere =
      std::any_of(assessed.begin(), assessed.end(),
                  [](AssessedRecord const* row) { return !row->elsewhere.empty(); });
  out.coverage = elsewhere ? Coverage::kElsewhere : Coverage::kNotFound;
  for (AssessedRecord const* const row : assessed) {
    if (row->elsewhere.empty() != elsewhere) {
      out.confidence = std::min(out.confidence.value_or(row->confidence), row->confidence);
    }
  }
  return out;
}

}  // namespace cyberlex
