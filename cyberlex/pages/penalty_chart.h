// Ranges of punishment as a chart: a bar from minimum to maximum, a row a clause.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "cyberlex/pages/source_notes.h"

namespace cyberlex::pages {

// A limb and how its rows are named. Lifetime of the pointers: one call.
struct ChartLimb {
  Work const* work = nullptr;
  LimbRecord const* limb = nullptr;
  std::string state;  // in the language of the interface
  std::string label;  // of the limb: its handle
  std::string url;
};

// For the template "penalty_chart"; nothing where no clause takes liberty or may do so. It is
// a table that says in words what its bars show, so bars are drawn for the eye only. Fines and
// what else is no term are left out and counted; a penalty that nobody saw is a row without a bar.
// The axis runs in the direction of the interface: bars begin beside the names of their rows.
std::optional<View> penalty_chart(Wording const& wording, SourceNotes& notes,
                                  std::span<ChartLimb const> limbs);

// True for a clause that the chart gives a row.
bool is_charted(PenaltyClause const& clause);

}  // namespace cyberlex::pages
