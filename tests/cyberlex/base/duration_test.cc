#include "cyberlex/base/duration.h"

#include <gtest/gtest.h>

namespace cyberlex {
namespace {

Duration duration(char const* text) {
  return Duration::parse(text, true).value();
}

TEST(Duration, KeepsWhatWasWritten) {
  for (char const* text : {"P10Y", "P36M", "P91D", "P45DT12H", "P1Y6M", "PT12H", "P0D"}) {
    EXPECT_EQ(duration(text).to_string(), text);
  }
}

TEST(Duration, OrdersTwelveMonthsAsOneYearAndNinetyOneDaysAboveThreeMonths) {
  EXPECT_EQ(duration("12m").scale(), duration("1y").scale());
  EXPECT_EQ(duration("4y").scale(), duration("48m").scale());
  EXPECT_GT(duration("91d").scale(), duration("P3M").scale());
  EXPECT_EQ(2 * duration("P45DT12H").scale(), duration("P91D").scale());
  EXPECT_LT(duration("P1000Y").scale(), kLifeScale);
  EXPECT_LT(kLifeScale, kDeathScale);
}

TEST(Duration, RefusesWhatIsNoDuration) {
  for (char const* text : {"", "P", "10Y", "P10", "PY", "P1W", "P1.5Y", "P-1Y", "P1Y1Y", "P1M1Y",
                           "PT", "P1H", "PT1D", "P1YT", "P9999999Y", "4 y", "y", "4w", "P 1Y"}) {
    EXPECT_FALSE(Duration::parse(text, true).ok()) << text;
  }
  EXPECT_FALSE(Duration::parse("4y").ok()) << "the short form is for queries only";
}

TEST(Duration, OfAScaleIsInTheLargestUnitThatSaysItExactly) {
  for (char const* const text : {"P10Y", "P18M", "P91D", "P1Y1D", "P45DT12H", "P0D"}) {
    EXPECT_EQ(Duration::of_scale(Duration::parse(text)->scale()).to_string(), text);
  }
  EXPECT_EQ(Duration::of_scale(Duration::parse("P36M")->scale()).to_string(), "P3Y");
}

}  // namespace
}  // namespace cyberlex
