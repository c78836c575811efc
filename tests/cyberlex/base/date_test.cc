#include "cyberlex/base/date.h"

#include <gtest/gtest.h>

namespace cyberlex {
namespace {

TEST(Date, ParsesAndPrintsEveryDayOfEightCenturies) {
  Date const first = Date::parse("1500-01-01").value();
  for (int32_t day = first.days(); day < first.days() + 800 * 366; ++day) {
    std::string const text = Date(day).to_string();
    ASSERT_EQ(Date::parse(text).value().days(), day) << text;
  }
}

TEST(Date, KnowsTheEpochAndLeapYears) {
  EXPECT_EQ(Date::parse("1970-01-01")->days(), 0);
  EXPECT_EQ(Date::parse("2000-02-29")->to_string(), "2000-02-29");
  EXPECT_EQ(Date::parse("2024-02-28")->year(), 2024);
}

TEST(Date, RefusesWhatIsNoDay) {
  for (char const* text : {"", "2015", "2015-5-1", "2015-02-30", "1900-02-29", "2015-13-01",
                           "2015/01/01", "0000-01-01", "2015-05-15 ", "+015-05-15", "20a5-05-15"}) {
    Result<Date> const date = Date::parse(text);
    ASSERT_FALSE(date.ok()) << text;
    EXPECT_NE(date.error().message.find(text), std::string::npos);
  }
}

TEST(Interval, IsHalfOpen) {
  Interval const year{*Date::parse("2015-01-01"), *Date::parse("2016-01-01")};
  EXPECT_TRUE(year.contains(*Date::parse("2015-01-01")));
  EXPECT_TRUE(year.contains(*Date::parse("2015-12-31")));
  EXPECT_FALSE(year.contains(*Date::parse("2016-01-01")));
  EXPECT_FALSE(year.overlaps({*Date::parse("2016-01-01"), kEndOfTime}));
  EXPECT_TRUE(year.overlaps({kBeginningOfTime, *Date::parse("2015-01-02")}));
  EXPECT_TRUE((Interval{*Date::parse("2016-01-01"), *Date::parse("2016-01-01")}.empty()));
}

}  // namespace
}  // namespace cyberlex
