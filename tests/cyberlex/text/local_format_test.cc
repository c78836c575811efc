#include "cyberlex/text/local_format.h"

#include <gmock/gmock.h>

#include <thread>
#include <vector>

namespace cyberlex {
namespace {

Date day(char const* text) {
  return Date::parse(text).value();
}

TEST(LocalFormat, WritesNumbersInTheDigitsOfTheLanguage) {
  EXPECT_EQ(LocalFormat("en-GB").number(1234567), "1,234,567");
  EXPECT_EQ(LocalFormat("fa").number(24), "۲۴");
  EXPECT_EQ(LocalFormat("en-GB").decimal("7000000.5"), "7,000,000.5");
  EXPECT_EQ(LocalFormat("en-GB").decimal("many"), "many");
}

TEST(LocalFormat, WritesDaysOfBothCalendars) {
  LocalFormat const english("en-GB");
  EXPECT_EQ(english.date(day("2015-05-15")), "15 May 2015");
  EXPECT_EQ(LocalFormat("es").date(day("2020-12-30")), "30 de diciembre de 2020");
  EXPECT_THAT(english.solar_hijri(day("2009-05-26")), ::testing::HasSubstr("1388"));
  // Nowruz: the first day of 1388.
  EXPECT_THAT(LocalFormat("fa").solar_hijri(day("2009-03-21")),
              ::testing::HasSubstr("۱ فروردین ۱۳۸۸"));
}

TEST(LocalFormat, WritesDaysBefore1970AndFarAhead) {
  EXPECT_EQ(LocalFormat("en-GB").date(day("1966-12-16")), "16 December 1966");
  EXPECT_EQ(LocalFormat("en-GB").date(day("9999-12-31")), "31 December 9999");
}

TEST(LocalFormat, WritesLengthsOfTimeAsTheyAre) {
  LocalFormat const english("en-GB");
  EXPECT_EQ(english.duration(Duration::parse("P12M").value()), "12 months");
  EXPECT_EQ(english.duration(Duration::parse("P1Y6M").value()), "1 year, 6 months");
  EXPECT_EQ(english.duration(Duration::parse("P1000Y").value()), "1,000 years");
  EXPECT_EQ(english.duration(Duration::parse("P0D").value()), "0 days");
  EXPECT_EQ(LocalFormat("es").duration(Duration::parse("P1Y").value()), "1 año");
  EXPECT_EQ(LocalFormat("fa").duration(Duration::parse("P91D").value()), "۹۱ روز");
}

TEST(LocalFormat, NamesCountriesAndLanguages) {
  LocalFormat const spanish("es");
  EXPECT_EQ(spanish.country("de"), "Alemania");
  EXPECT_EQ(spanish.language("fa"), "persa");
  EXPECT_EQ(spanish.country("zz9"), "ZZ9");
}

TEST(LocalFormat, KnowsTheFormThatANumberTakes) {
  LocalFormat const english("en-GB");
  EXPECT_EQ(english.plural(1), "one");
  EXPECT_EQ(english.plural(0), "other");
}

TEST(LocalFormat, ServesSeveralThreads) {
  LocalFormat const english("en-GB");
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&english] {
      for (int j = 0; j < 200; ++j) {
        EXPECT_EQ(english.date(day("2015-05-15")), "15 May 2015");
      }
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
}

}  // namespace
}  // namespace cyberlex
