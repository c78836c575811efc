#include "cyberlex/answer/standing.h"

#include <gtest/gtest.h>

#include "tests/support/limb_builder.h"

namespace cyberlex::testing {
namespace {

StandingChange change(std::string state, std::string_view from, Standing value, std::string by) {
  StandingChange out;
  out.state = std::move(state);
  out.from = day(from);
  out.value = value;
  out.by = std::move(by);
  return out;
}

Work treaty() {
  Work out;
  out.standing = {change("ng", "2022-11-01", Standing::kParty, "accession"),
                  change("ni", "2012-01-01", Standing::kParty, "ratification"),
                  change("ni", "2010-01-01", Standing::kSignatory, "signature"),
                  change("de", "2009-01-01", Standing::kParty, "ratification"),
                  change("ir", "2001-01-01", Standing::kNone, "")};
  return out;
}

TEST(TreatyStanding, IsTheRowOfTheDayWhereOneHolds) {
  Work const work = treaty();
  TreatyStanding const found = standing_towards(work, "ng", day("2022-11-01"));
  ASSERT_NE(found.now, nullptr);
  EXPECT_EQ(found.now->value, Standing::kParty);
  EXPECT_EQ(found.next, nullptr);
  EXPECT_EQ(found.before, StandingBefore::kUnknown);
}

TEST(TreatyStanding, BeforeAnAccessionOrASignatureThereWasNone) {
  Work const work = treaty();
  TreatyStanding const acceded = standing_towards(work, "ng", day("2022-10-31"));
  EXPECT_EQ(acceded.now, nullptr);
  ASSERT_NE(acceded.next, nullptr);
  EXPECT_EQ(acceded.next->from, day("2022-11-01"));
  EXPECT_EQ(acceded.before, StandingBefore::kNone);
  TreatyStanding const signed_later = standing_towards(work, "ni", day("2009-12-31"));
  EXPECT_EQ(signed_later.next->value, Standing::kSignatory);
  EXPECT_EQ(signed_later.before, StandingBefore::kNone);
}

TEST(TreatyStanding, WhoRatifiedMayHaveSignedBefore) {
  Work const work = treaty();
  EXPECT_EQ(standing_towards(work, "de", day("2008-01-01")).before, StandingBefore::kNotParty);
}

TEST(TreatyStanding, SaysNothingWhereNobodyLooked) {
  Work const work = treaty();
  TreatyStanding const found = standing_towards(work, "fr", day("2008-01-01"));
  EXPECT_EQ(found.next, nullptr);
  EXPECT_EQ(found.before, StandingBefore::kUnknown);
  EXPECT_EQ(standing_towards(work, "ir", day("2000-01-01")).before, StandingBefore::kUnknown);
}

}  // namespace
}  // namespace cyberlex::testing
