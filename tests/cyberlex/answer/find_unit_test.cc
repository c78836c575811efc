#include "cyberlex/answer/find_unit.h"

#include <gmock/gmock.h>

#include "tests/support/fixture_index.h"

namespace cyberlex {
namespace {

using testing::HasSubstr;

TEST(FindUnit, OffersTheNearestActOfTheSameState) {
  auto const generation = FixtureIndex::generation();
  auto const found = find_unit(*generation, handle("zz/computer-act-2011/sec_1"));
  ASSERT_FALSE(found.ok());
  EXPECT_THAT(found.error().message, HasSubstr("did you mean \"zz/computer-act-2010\"?"));
  EXPECT_THAT(find_unit(*generation, handle("yy/computer-act-2010/sec_1")).error().message,
              testing::Not(HasSubstr("did you mean")));
}

TEST(FindUnit, FindsEveryUnitOfTheIndexByItsOwnHandle) {
  auto const generation = FixtureIndex::generation();
  Columns const& columns = generation->columns();
  for (DocNum doc = 0; doc < columns.documents(); ++doc) {
    ActNum const act = columns.state.act.codes[doc];
    Handle const own{generation->acts()[act].work.handle, EId::parse(generation->eid(doc)).value()};
    auto const found = find_unit(*generation, own);
    ASSERT_TRUE(found.ok()) << to_string(own);
    EXPECT_EQ(found->act, act);
    EXPECT_LE(found->states.first, doc);
    EXPECT_GT(found->states.second, doc);
    EXPECT_EQ(*state_on(*generation, *found, Date(columns.state.from[doc])), doc);
  }
}

TEST(FindUnit, ReadsTheStatusOfAnActOnADay) {
  auto const generation = FixtureIndex::generation();
  Work const& treaty = generation->find_act("tz")->work;
  EXPECT_EQ(act_status_on(treaty, day("2004-12-31")), LegalStatus::kUnknown);
  EXPECT_EQ(act_status_on(treaty, day("2005-01-01")), LegalStatus::kAdopted);
  EXPECT_EQ(act_status_on(treaty, day("2007-07-01")), LegalStatus::kInForce);
}

}  // namespace
}  // namespace cyberlex
