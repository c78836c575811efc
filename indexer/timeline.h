// Rows of a file that hold for an interval each: which of them stand in one another's way.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cyberlex/base/date.h"

namespace cyberlex {

// A row about `key` while `valid` holds. `row` is the caller's number for it, in the order of the
// file.
struct TimedRow {
  std::string key;
  Interval valid;
  size_t row = 0;
};

// Two rows whose intervals overlap: first < second.
struct Overlap {
  size_t first = 0;
  size_t second = 0;
  bool operator==(Overlap const&) const = default;
};

// Rows of one key that overlap. Every row that overlaps an earlier-beginning one of its key is
// named once, beside the one that reaches furthest: enough to mend the file, and linear after
// sorting.
std::vector<Overlap> overlaps_within(std::vector<TimedRow> rows);

// Rows of `left` that overlap rows of `right` with the same key; each named at most once as above.
std::vector<Overlap> overlaps_between(std::vector<TimedRow> const& left,
                                      std::vector<TimedRow> const& right);

// Rows whose key is an eId below the eId of another row that holds at the same time.
// REQUIRES: rows of one key do not overlap; where they do, some pairs may be missed.
std::vector<Overlap> nested_overlaps(std::vector<TimedRow> rows);

}  // namespace cyberlex
