#include <gmock/gmock.h>

#include "cyberlex/answer/answers.h"
#include "tests/support/fixture_index.h"

namespace cyberlex {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(ActAnswer, ListsTheProvisionsThatStoodOnTheDay) {
  IndexReader const reader = FixtureIndex::reader();
  auto const answer = answer_act(reader, "zz/computer-act-2010", day("2020-01-01"));
  ASSERT_TRUE(answer.ok());
  ASSERT_EQ(answer->contents.size(), 5U);
  EXPECT_EQ(answer->contents[2].handle, "zz/computer-act-2010/sec_3");
  EXPECT_EQ(answer->contents[2].heading, "Threatening messages");
  EXPECT_EQ(answer->contents[3].status, LegalStatus::kRepealed);
  EXPECT_EQ(answer->contents[4].path.at(0).heading, "Investigation");
  EXPECT_TRUE(answer_act(reader, "zz/computer-act-2010", day("2009-01-01"))->contents.empty());
}

TEST(ActAnswer, RefusesAnActThatIsNotHeld) {
  IndexReader const reader = FixtureIndex::reader();
  EXPECT_EQ(answer_act(reader, "zz/none", day("2020-01-01")).error().code, ErrorCode::kNotFound);
}

TEST(ActAnswer, PagesThroughTheListWithoutGapOrRepetition) {
  IndexReader const reader = FixtureIndex::reader();
  std::vector<std::string> handles;
  std::optional<uint64_t> offset = 0;
  while (offset) {
    auto const page = answer_acts(reader, day("2020-01-01"), {}, *offset, 1);
    ASSERT_TRUE(page.ok());
    EXPECT_EQ(page->total, 2U);
    for (ActSummary const& row : page->acts) {
      handles.push_back(page->generation->acts()[row.act].work.handle);
    }
    offset = page->next_offset;
  }
  EXPECT_THAT(handles, ElementsAre("tz", "zz/computer-act-2010"));
}

TEST(ActAnswer, CountsProvisionsOfTheDay) {
  IndexReader const reader = FixtureIndex::reader();
  auto const now = answer_acts(reader, day("2020-01-01"), {"zz"}, 0, 10);
  ASSERT_EQ(now->acts.size(), 1U);
  EXPECT_EQ(now->acts[0].provisions, 5U);
  EXPECT_EQ(answer_acts(reader, day("2009-01-01"), {"zz"}, 0, 10)->acts[0].provisions, 0U);
  EXPECT_FALSE(answer_acts(reader, day("2020-01-01"), {"zz"}, 99, 10)->next_offset.has_value());
}

TEST(ActAnswer, NamesAJurisdictionThatIsNotHeld) {
  IndexReader const reader = FixtureIndex::reader();
  auto const answer = answer_acts(reader, day("2020-01-01"), {"zx"}, 0, 10);
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error().code, ErrorCode::kBadQuery);
  EXPECT_EQ(answer.error().where, "jurisdiction");
  EXPECT_THAT(answer.error().message, HasSubstr("\"zx\""));
}

}  // namespace
}  // namespace cyberlex
