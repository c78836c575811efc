#include "indexer/timeline.h"

#include <gtest/gtest.h>

#include <random>

#include "cyberlex/model/eid.h"

namespace cyberlex {
namespace {

Interval days(int from, int to) {
  return {Date(from), Date(to)};
}

TEST(Timeline, JoinsIntervalsWithoutOverlap) {
  EXPECT_TRUE(overlaps_within({{"a", days(0, 10), 0}, {"a", days(10, 20), 1}}).empty());
  EXPECT_TRUE(overlaps_within({{"a", days(0, 10), 0}, {"b", days(0, 10), 1}}).empty());
}

TEST(Timeline, NamesTheRowThatReachesFurthest) {
  std::vector<Overlap> const found =
      overlaps_within({{"a", days(5, 6), 0}, {"a", Interval(), 1}, {"a", days(30, 40), 2}});
  EXPECT_EQ(found, (std::vector<Overlap>{{0, 1}, {1, 2}}));
}

TEST(Timeline, SeesNestingOnlyBelowTheSameName) {
  EXPECT_EQ(
      nested_overlaps({{"sec_1", {}, 0}, {"sec_1__subsec_2", {}, 1}, {"sec_10__subsec_1", {}, 2}}),
      (std::vector<Overlap>{{0, 1}}));
  EXPECT_TRUE(
      nested_overlaps({{"sec_1", days(0, 5), 0}, {"sec_1__subsec_2", days(5, 9), 1}}).empty());
}

// The stupid twin: every pair is looked at. Says for each row whether it is in some overlap.
template <typename Related>
std::vector<bool> involved_by_pairs(std::vector<TimedRow> const& rows, Related const& related) {
  std::vector<bool> out(rows.size());
  for (TimedRow const& a : rows) {
    for (TimedRow const& b : rows) {
      if (a.row != b.row && a.valid.overlaps(b.valid) && related(a, b)) {
        out[a.row] = out[b.row] = true;
      }
    }
  }
  return out;
}

bool any(std::vector<bool> const& rows) {
  return std::find(rows.begin(), rows.end(), true) != rows.end();
}

class TimelineTwin : public ::testing::Test {
 protected:
  static constexpr unsigned kSeed = 20150515;

  std::vector<TimedRow> rows(size_t count) {
    std::vector<TimedRow> out;
    for (size_t i = 0; i < count; ++i) {
      int const from = below(20);
      constexpr std::string_view kKeys[] = {"sec_1", "sec_1__subsec_1", "sec_1__subsec_1__para_a",
                                            "sec_12"};
      out.push_back({std::string(kKeys[below(4)]), days(from, from + 1 + below(6)), i});
    }
    return out;
  }

  int below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(random_); }

  std::mt19937 random_{kSeed};
};

TEST_F(TimelineTwin, AgreesOnWhetherRowsOverlap) {
  auto const same = [](TimedRow const& a, TimedRow const& b) { return a.key == b.key; };
  for (int round = 0; round < 3000; ++round) {
    std::vector<TimedRow> const input = rows(static_cast<size_t>(below(6)));
    std::vector<Overlap> const found = overlaps_within(input);
    EXPECT_EQ(!found.empty(), any(involved_by_pairs(input, same)))
        << "seed " << kSeed << ", round " << round;
    for (Overlap const& overlap : found) {
      EXPECT_LT(overlap.first, overlap.second);
      EXPECT_TRUE(input[overlap.first].valid.overlaps(input[overlap.second].valid));
    }
  }
}

TEST_F(TimelineTwin, AgreesOnWhetherTwoSidesOverlap) {
  for (int round = 0; round < 3000; ++round) {
    std::vector<TimedRow> const all = rows(static_cast<size_t>(below(7)));
    size_t const half = all.size() / 2;
    auto const across = [half](TimedRow const& a, TimedRow const& b) {
      return a.key == b.key && (a.row < half) != (b.row < half);
    };
    auto const middle = all.begin() + static_cast<std::ptrdiff_t>(half);
    std::vector<Overlap> const found = overlaps_between({all.begin(), middle}, {middle, all.end()});
    EXPECT_EQ(!found.empty(), any(involved_by_pairs(all, across)))
        << "seed " << kSeed << ", round " << round;
  }
}

TEST_F(TimelineTwin, AgreesOnWhetherDisjointRowsNest) {
  auto const nested = [](TimedRow const& a, TimedRow const& b) {
    return a.key != b.key && EId::parse(a.key)->contains(*EId::parse(b.key));
  };
  int checked = 0;
  for (int round = 0; round < 3000; ++round) {
    std::vector<TimedRow> const input = rows(static_cast<size_t>(below(6)));
    if (overlaps_within(input).empty()) {
      ++checked;
      EXPECT_EQ(!nested_overlaps(input).empty(), any(involved_by_pairs(input, nested)))
          << "seed " << kSeed << ", round " << round;
    }
  }
  EXPECT_GT(checked, 1000);
}

}  // namespace
}  // namespace cyberlex
