// The pieces of a clause of penalties: measures ("two to four years") and anchors ("imprisonment").
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "cyberlex/text/recognise_clause.h"

namespace cyberlex {

enum class Measured : uint8_t { kNothing, kTime, kMoney };

struct TermBound {
  PenaltyRole role = PenaltyRole::kOther;  // kMin, kMax, kFrom, kTo or none
  Measured measured = Measured::kNothing;
  Duration term;
  int64_t amount = 0;
  std::string_view unit;
  PenaltyAtom number;
};

struct ClauseItem {
  PenaltyRole anchor = PenaltyRole::kOther;  // kOther: a measure
  std::vector<TermBound> bounds;
  PenaltyRole connector = PenaltyRole::kOther;  // before it: kAnd, kOr, kAndOr
  bool comma = false;                           // before it
  bool continues = false;  // "to" stands before it: it may end a range begun before an anchor
  bool used = false;
  size_t first = 0;  // atoms
  size_t last = 0;

  bool is_measure() const { return anchor == PenaltyRole::kOther; }
  Measured measured() const { return bounds.empty() ? Measured::kNothing : bounds.back().measured; }
};

// What the atoms of one run give, in their order; `both`: the place of "or both".
struct ClauseItems {
  std::vector<ClauseItem> items;
  bool has_both = false;
  size_t both = 0;
};
ClauseItems read_items(std::span<PenaltyAtom const> atoms);

}  // namespace cyberlex
