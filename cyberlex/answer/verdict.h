// How far the law of a state answers to a treaty article: computed from mappings, never typed in.
// docs/mapping-format.md, "Coverage".
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "cyberlex/index/document.h"

namespace cyberlex {

enum class Coverage : uint8_t { kCovered, kPartly, kElsewhere, kNotFound, kNotAssessed };
std::string_view name_of(Coverage value);  // "covered", "not-found"

// How far a demand is met.
enum class Extent : uint8_t { kNone, kPart, kWhole };
std::string_view name_of(Extent value);  // "none", "part", "whole"

// A demand and the paragraph that makes it.
struct PlacedDemand {
  EId limb;
  Demand demand;
};

// All demands of an article, in the order of the text.
std::vector<PlacedDemand> demands_of(ProvisionRecord const& article);

// How far one row meets one demand of the article it names.
Extent extent_of(MappingRecord const& row, PlacedDemand const& placed);

// How many demands are met: of the mandatory ones, or of all where none is.
struct DemandCount {
  uint64_t of = 0;
  uint64_t whole = 0;
  uint64_t part = 0;
  bool operator==(DemandCount const&) const = default;
};

// True for what was looked at in the law that is held: not elsewhere, not unassessed. Only there do
// counts of demands say something of the law.
bool is_decided(Coverage value);

struct Verdict {
  Coverage coverage = Coverage::kNotAssessed;
  DemandCount met;
  std::vector<Extent> extents;  // one a demand
  // How sure it is: the worst over the demands met, each by its best row (the greatest extent, then
  // the surest); of `assessed` the surest row. Nothing for kNotAssessed.
  std::optional<Confidence> confidence;
};

// The verdict on an article with `demands`. `rows`: mappings to the article or below it, of limbs
// in force on the day. `assessed`: rows on it that hold on the day. Optional demands have an
// extent and never lower the verdict; an article of optional demands only is covered when one of
// them is met whole. REQUIRES: demands is not empty.
Verdict verdict_of(std::span<PlacedDemand const> demands,
                   std::span<MappingRecord const* const> rows,
                   std::span<AssessedRecord const* const> assessed);

}  // namespace cyberlex
