#include "indexer/timeline.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <tuple>

namespace cyberlex {
namespace {

struct SidedRow {
  TimedRow const* row = nullptr;
  size_t side = 0;
};

bool begins_before(TimedRow const& a, TimedRow const& b) {
  return std::tie(a.key, a.valid.from, a.row) < std::tie(b.key, b.valid.from, b.row);
}

Overlap in_order(TimedRow const& a, TimedRow const& b) {
  return {std::min(a.row, b.row), std::max(a.row, b.row)};
}

// In the order in which a reader of the file meets them.
std::vector<Overlap> sorted(std::vector<Overlap> found) {
  std::sort(found.begin(), found.end(), [](Overlap const& a, Overlap const& b) {
    return std::tie(a.second, a.first) < std::tie(b.second, b.first);
  });
  return found;
}

// The row of `rows`, disjoint and in order, that overlaps `valid`; or null.
TimedRow const* overlapping(std::vector<TimedRow const*> const& rows, Interval const& valid) {
  auto const at = std::partition_point(rows.begin(), rows.end(), [&valid](TimedRow const* row) {
    return row->valid.to <= valid.from;
  });
  return at != rows.end() && (*at)->valid.overlaps(valid) ? *at : nullptr;
}

}  // namespace

std::vector<Overlap> overlaps_within(std::vector<TimedRow> rows) {
  std::sort(rows.begin(), rows.end(), begins_before);
  std::vector<Overlap> found;
  TimedRow const* furthest = nullptr;
  for (TimedRow const& row : rows) {
    bool const same_key = furthest != nullptr && furthest->key == row.key;
    if (same_key && row.valid.overlaps(furthest->valid)) {
      found.push_back(in_order(*furthest, row));
    }
    if (!same_key || furthest->valid.to < row.valid.to) {
      furthest = &row;
    }
  }
  return sorted(std::move(found));
}

std::vector<Overlap> overlaps_between(std::vector<TimedRow> const& left,
                                      std::vector<TimedRow> const& right) {
  std::vector<SidedRow> rows;
  rows.reserve(left.size() + right.size());
  for (TimedRow const& row : left) {
    rows.push_back({&row, 0});
  }
  for (TimedRow const& row : right) {
    rows.push_back({&row, 1});
  }
  std::sort(rows.begin(), rows.end(),
            [](SidedRow const& a, SidedRow const& b) { return begins_before(*a.row, *b.row); });
  std::vector<Overlap> found;
  std::array<TimedRow const*, 2> furthest = {};
  for (SidedRow const& sided : rows) {
    TimedRow const& row = *sided.row;
    TimedRow const* const other = furthest.at(1 - sided.side);
    if (other != nullptr && other->key == row.key && row.valid.overlaps(other->valid)) {
      found.push_back(in_order(*other, row));
    }
    TimedRow const*& mine = furthest.at(sided.side);
    if (mine == nullptr || mine->key != row.key || mine->valid.to < row.valid.to) {
      mine = &row;
    }
  }
  return sorted(std::move(found));
}

std::vector<Overlap> nested_overlaps(std::vector<TimedRow> rows) {
  std::sort(rows.begin(), rows.end(), begins_before);
  std::map<std::string_view, std::vector<TimedRow const*>> by_key;
  for (TimedRow const& row : rows) {
    by_key[row.key].push_back(&row);
  }
  std::vector<Overlap> found;
  for (TimedRow const& row : rows) {
    std::string_view const key = row.key;
    for (size_t end = key.find("__"); end != std::string_view::npos;
         end = key.find("__", end + 2)) {
      auto const above = by_key.find(key.substr(0, end));
      TimedRow const* const other =
          above == by_key.end() ? nullptr : overlapping(above->second, row.valid);
      if (other != nullptr) {
        found.push_back(in_order(*other, row));
      }
    }
  }
  return sorted(std::move(found));
}

}  // namespace cyberlex
