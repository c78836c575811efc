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

TEST(FindUnit, LeadsFromAParallelNumberingToTheProvisionItStandsFor) {
  auto const generation = FixtureIndex::generation();
  auto const own = [&generation](char const* text) {
    std::optional<Handle> const found = resolve_parallel(*generation, handle(text));
    return found ? to_string(*found) : std::string("nothing");
  };
  EXPECT_EQ(own("tz-code/11"), "tz/1");
  EXPECT_EQ(own("tz-code/12"), "tz/2");
  EXPECT_EQ(own("tz-code/art_11__para_1"), "tz/art_1__para_1");
  EXPECT_EQ(own("tz-code"), "tz");
  for (char const* const text :
       {"tz-code/10", "tz-code/13", "tz-code/1", "tz-code/sec_11", "tz/1", "no-code/11"}) {
    EXPECT_EQ(own(text), "nothing") << text;
  }
  EXPECT_EQ(find_unit(*generation, handle("tz-code/12"))->unit.text(), "art_2");
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
