#include "cyberlex/search/ranges.h"

#include <gtest/gtest.h>

#include "cyberlex/base/duration.h"
#include "cyberlex/model/penalty.h"

namespace cyberlex {
namespace {

constexpr int64_t kDay = 24;
constexpr int64_t kMonth = 30 * kDay;
constexpr int64_t kYear = 360 * kDay;

struct Row {
  std::string_view text;
  std::string_view canonical;
  std::optional<int64_t> low;
  std::optional<int64_t> high;
  bool high_open = false;
};

void expect_rows(std::initializer_list<Row> rows, Result<FilterValue> (*parse)(std::string_view)) {
  for (Row const& row : rows) {
    Result<FilterValue> const read = parse(row.text);
    ASSERT_TRUE(read.ok()) << row.text << ": " << to_string(read.error());
    EXPECT_EQ(read->text, row.canonical) << row.text;
    ASSERT_TRUE(read->range.has_value());
    EXPECT_EQ(read->range->low, row.low) << row.text;
    EXPECT_EQ(read->range->high, row.high) << row.text;
    EXPECT_EQ(read->range->high_open, row.high_open) << row.text;
    Result<FilterValue> const again = parse(read->text);
    ASSERT_TRUE(again.ok()) << read->text;
    EXPECT_EQ(*again, *read) << read->text;
  }
}

TEST(Ranges, ReadsTermsInEverySpelling) {
  expect_rows(
      {
          {"4y..", "4y..", 4 * kYear, {}},
          {"..1y", "..1y", {}, kYear},
          {"91d..2y", "91d..2y", 91 * kDay, 2 * kYear},
          {"36m", "36m", 36 * kMonth, 36 * kMonth},
          {"P3Y..", "3y..", 3 * kYear, {}},
          {"P1Y6M", "P1Y6M", kYear + 6 * kMonth, kYear + 6 * kMonth},
          {"P45DT12H..", "P45DT12H..", 45 * kDay + 12, {}},
          {">=4y", "4y..", 4 * kYear, {}},
          {"<=1y", "..1y", {}, kYear},
          {"<4y", "..<4y", {}, 4 * kYear, true},
          {"..<4y", "..<4y", {}, 4 * kYear, true},
          {"1y..<4y", "1y..<4y", kYear, 4 * kYear, true},
          {">4y", ">4y", 4 * kYear + 1, {}},
          {"۴y..", "4y..", 4 * kYear, {}},
          {"٩١d", "91d", 91 * kDay, 91 * kDay},
          {"4y..4y", "4y", 4 * kYear, 4 * kYear},
          {"0d", "0d", 0, 0},
      },
      parse_term_range);
}

TEST(Ranges, OrdersLifeAndDeathAboveEveryTerm) {
  expect_rows(
      {
          {"life", "life", kLifeScale, kLifeScale},
          {"death", "death", kDeathScale, kDeathScale},
          {"life..", "life..", kLifeScale, {}},
          {"4y..life", "4y..life", 4 * kYear, kLifeScale},
          {"..<life", "..<life", {}, kLifeScale, true},
          {">life", ">life", kDeathScale, {}},
      },
      parse_term_range);
}

TEST(Ranges, ReadsTwelveMonthsAsOneYear) {
  EXPECT_EQ(parse_term_range("12m")->range, parse_term_range("1y")->range);
  EXPECT_GT(parse_term_range("91d")->range->low, parse_term_range("3m")->range->low);
}

TEST(Ranges, RefusesWhatIsNoTerm) {
  for (std::string_view const text :
       {"",           "..",     "4",       "y",          "4y..2y", "4y..<4y",  "4y..<",
        ">=",         "<",      "4y...5y", "4x",         "P",      "life..4y", "-4y",
        "4y..5y..6y", ">=4y..", "4 y",     "999999999y", "4y,5y",  "P1W"}) {
    Result<FilterValue> const read = parse_term_range(text);
    ASSERT_FALSE(read.ok()) << text;
    EXPECT_EQ(read.error().code, ErrorCode::kBadQuery);
    EXPECT_FALSE(read.error().message.empty());
  }
}

TEST(Ranges, ReadsYears) {
  expect_rows(
      {
          {"2015", "2015", 2015, 2015},
          {"2000..2015", "2000..2015", 2000, 2015},
          {"..1999", "..1999", {}, 1999},
          {"2000..", "2000..", 2000, {}},
          {">2000", "2001..", 2001, {}},
          {"<2000", "..1999", {}, 1999},
          {"2000..<2010", "2000..2009", 2000, 2009},
          {"۲۰۱۵", "2015", 2015, 2015},
      },
      parse_year_range);
  for (std::string_view const text :
       {"", "20155", "0", "MMXV", "2015..2000", ">9999", "<1", "4y"}) {
    EXPECT_FALSE(parse_year_range(text).ok()) << text;
  }
}

TEST(Ranges, ReadsFinesInHundredths) {
  expect_rows(
      {
          {"5000000NGN..", "5000000NGN..", 500000000, {}},
          {"..100day-fine", "..100day-fine", {}, 10000},
          {"10USD..50USD", "10USD..50USD", 1000, 5000},
          {">=0.5share-of-turnover", "0.5share-of-turnover..", 50, {}},
          {"10.50usd", "10.5USD", 1050, 1050},
          {">10USD", ">10USD", 1001, {}},
          {"..<10USD", "..<10USD", {}, 1000, true},
      },
      parse_fine_range);
}

TEST(Ranges, KeepsTheUnitOfAFine) {
  EXPECT_EQ(parse_fine_range("..100day-fine")->range->unit, "day-fine");
  EXPECT_EQ(parse_fine_range("5ngn")->range->unit, "NGN");
}

TEST(Ranges, RefusesFinesWithoutOneUnit) {
  for (std::string_view const text : {"5000000", "5000000..", "NGN", "10USD..50EUR", "10USD..50",
                                      "5naira", "1.234USD", "-5USD", "50USD..10USD", ".."}) {
    EXPECT_FALSE(parse_fine_range(text).ok()) << text;
  }
}

}  // namespace
}  // namespace cyberlex
