#include "cyberlex/answer/jurisdiction.h"

#include <gmock/gmock.h>

#include "cyberlex/answer/matrix.h"
#include "tests/support/mini_index.h"

namespace cyberlex::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

ActBuilder treaty(std::string handle) {
  ActBuilder out(std::move(handle), 2000);
  out.add(StateBuilder("art_7").limb(LimbBuilder("art_7").asks("access")));
  out.standing("ng", "2012-01-01", Standing::kParty);
  out.standing("ng", "2010-01-01", Standing::kSignatory);
  out.standing("fr", "2010-01-01", Standing::kSignatory);
  return out;
}

LimbBuilder outside(std::string_view limb) {
  return LimbBuilder(limb).offence("spam").outside("unc").outside("budapest");
}

// sec_1 outside both treaties in two limbs, sec_2 outside one only, sec_3 without an offence, sec_4
// repealed.
ActBuilder nigerian() {
  ActBuilder out("ng/crimes-act", 2005);
  out.add(StateBuilder("sec_1").limb(outside("sec_1__subsec_1")).limb(outside("sec_1__subsec_2")));
  out.add(StateBuilder("sec_2").limb(LimbBuilder("sec_2").offence("spam").outside("unc").mapped(
      "budapest", "art_7", Relation::kNarrower)));
  out.add(StateBuilder("sec_3").limb(
      LimbBuilder("sec_3").only_mapped().outside("unc").outside("budapest")));
  out.add(StateBuilder("sec_4").status(LegalStatus::kRepealed).limb(outside("sec_4")));
  out.gap("schedules");
  return out;
}

ActBuilder nicaraguan() {
  ActBuilder out("ni/ley-1", 2020);
  out.add(StateBuilder("art_1").from("2020-01-01").limb(outside("art_1")));
  return out;
}

class Jurisdiction : public ::testing::Test {
 protected:
  JurisdictionAnswer ask(std::string code, std::string_view when = "2021-01-01") {
    return must(answer_jurisdiction(reader_, code, day(when)));
  }

  MiniIndex index_{{treaty("budapest"), treaty("unc"), nigerian(), nicaraguan()}};
  IndexReader reader_ = index_.reader();
};

TEST_F(Jurisdiction, SaysWhatIsHeldOfItAndNothingOfOthers) {
  JurisdictionAnswer const answer = ask("ng");
  EXPECT_EQ(answer.acts.total, 1U);
  ASSERT_EQ(answer.coverage.acts.size(), 1U);
  EXPECT_EQ(answer.coverage.acts[0].provisions, 4U);
  ASSERT_EQ(answer.coverage.gaps.size(), 1U);
  EXPECT_THAT(ask("ni").coverage.gaps, IsEmpty());
  for (TreatyCoverage const& row : answer.coverage.treaties) {
    EXPECT_EQ(row.jurisdiction, "ng");
  }
}

TEST_F(Jurisdiction, ListsItsStandingTowardsEveryTreatyUntilTheDay) {
  JurisdictionAnswer const answer = ask("ng", "2011-01-01");
  ASSERT_EQ(answer.treaties.size(), 2U);
  ASSERT_EQ(answer.treaties[0].changes.size(), 1U);
  EXPECT_EQ(answer.treaties[0].standing.now->value, Standing::kSignatory);
  JurisdictionAnswer const later = ask("ng");
  ASSERT_EQ(later.treaties[0].changes.size(), 2U);
  EXPECT_LT(later.treaties[0].changes[0]->from, later.treaties[0].changes[1]->from);
  EXPECT_EQ(ask("ni").treaties[0].standing.now, nullptr);
}

TEST_F(Jurisdiction, AStateOfWhichNoLawIsHeldStillStandsTowardsTreaties) {
  JurisdictionAnswer const answer = ask("fr");
  EXPECT_EQ(answer.acts.total, 0U);
  EXPECT_EQ(answer.treaties[0].standing.now->value, Standing::kSignatory);
  EXPECT_THAT(answer.coverage.acts, IsEmpty());
}

TEST_F(Jurisdiction, CountsWhatLiesOutsideEveryTreaty) {
  Overreach const found = ask("ng").overreach;
  EXPECT_EQ(found.limbs, 2U);
  EXPECT_EQ(found.provisions, 1U);
  EXPECT_EQ(found.offences, 3U);
  EXPECT_EQ(ask("ni", "2019-01-01").overreach.limbs, 0U);
}

// The matrix reads the records, the count the columns.
TEST_F(Jurisdiction, TheCountIsThatOfTheMatrix) {
  for (char const* const state : {"ng", "ni"}) {
    MatrixAnswer const matrix = must(answer_matrix(
        reader_, {.convention = "unc", .jurisdictions = {state}, .as_of = day("2021-01-01")}));
    uint64_t limbs = 0;
    for (OutsideProvision const& row : matrix.outside) {
      limbs += row.outside_all ? 1 : 0;
    }
    EXPECT_EQ(ask(state).overreach.limbs, limbs) << state;
  }
}

TEST_F(Jurisdiction, TheListNamesEveryStateOfWhichLawIsHeld) {
  JurisdictionsAnswer const answer = answer_jurisdictions(index_.generation(), day("2021-01-01"));
  ASSERT_EQ(answer.jurisdictions.size(), 2U);
  EXPECT_EQ(answer.jurisdictions[0].code, "ng");
  EXPECT_EQ(answer.jurisdictions[0].acts, 1U);
  EXPECT_EQ(answer.jurisdictions[0].provisions, 4U);
  EXPECT_EQ(answer.jurisdictions[0].limbs, 4U);
  EXPECT_EQ(answer.jurisdictions[1].overreach.limbs, 1U);
}

TEST_F(Jurisdiction, NamesWhatIsNoState) {
  for (char const* const code : {"int", "xx", "NG", ""}) {
    auto const answer = answer_jurisdiction(reader_, code, day("2021-01-01"));
    ASSERT_FALSE(answer.ok()) << code;
    EXPECT_EQ(answer.error().where, "jurisdiction") << code;
  }
}

}  // namespace
}  // namespace cyberlex::testing
