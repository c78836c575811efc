#include <gmock/gmock.h>

#include "cyberlex/answer/answers.h"
#include "tests/support/fixture_index.h"

namespace cyberlex {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Result<ProvisionAnswer> ask(char const* what, char const* when,
                            std::vector<std::string> const& languages = {}) {
  IndexReader const reader = FixtureIndex::reader();
  return answer_provision(reader, handle(what), day(when), languages);
}

std::string message(Result<ProvisionAnswer> const& answer) {
  return answer.ok() ? "an answer" : to_string(answer.error());
}

TEST(ProvisionAnswer, PicksTheStateThatStoodOnTheDay) {
  auto const before = ask("zz/computer-act-2010/sec_3", "2018-05-31");
  auto const after = ask("zz/computer-act-2010/sec_3", "2018-06-01");
  EXPECT_EQ(before->record.texts.front().heading, "Harassing messages");
  EXPECT_EQ(after->record.texts.front().heading, "Threatening messages");
  ASSERT_EQ(after->versions.size(), 2U);
  EXPECT_FALSE(after->versions[0].shown);
  EXPECT_TRUE(after->versions[1].shown);
  EXPECT_EQ(after->versions[0].valid.to, day("2018-06-01"));
}

TEST(ProvisionAnswer, ShowsARepealedProvisionWithItsStatus) {
  auto const answer = ask("zz/computer-act-2010/sec_4", "2020-01-01");
  ASSERT_TRUE(answer.ok()) << message(answer);
  EXPECT_EQ(answer->record.status, LegalStatus::kRepealed);
  EXPECT_EQ(answer->versions.front().status, LegalStatus::kInForce);
}

TEST(ProvisionAnswer, SaysFromWhenAProvisionStands) {
  auto const answer = ask("zz/computer-act-2010/sec_2", "2010-02-28");
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error().code, ErrorCode::kNotFound);
  EXPECT_THAT(message(answer), HasSubstr("stands only from 2010-03-01"));
}

TEST(ProvisionAnswer, ResolvesALimbToItsUnit) {
  auto const answer = ask("zz/computer-act-2010/sec_2__subsec_2", "2020-01-01");
  ASSERT_TRUE(answer.ok()) << message(answer);
  EXPECT_EQ(answer->record.eid.text(), "sec_2");
  EXPECT_EQ(answer->portion.text(), "sec_2__subsec_2");
  EXPECT_TRUE(ask("zz/computer-act-2010/sec_2", "2020-01-01")->portion.empty());
}

TEST(ProvisionAnswer, RefusesALimbThatDoesNotExist) {
  auto const answer = ask("zz/computer-act-2010/sec_2__subsec_9", "2020-01-01");
  ASSERT_FALSE(answer.ok());
  EXPECT_THAT(message(answer), HasSubstr("sec_2__subsec_9"));
}

TEST(ProvisionAnswer, KeepsTextsAndSummariesOfALanguageInStep) {
  auto const both = ask("zz/computer-act-2010/sec_2", "2020-01-01");
  EXPECT_THAT(both->languages, ElementsAre("en", "es"));
  EXPECT_EQ(both->texts.size(), 2U);
  auto const spanish = ask("zz/computer-act-2010/sec_2", "2020-01-01", {"es"});
  ASSERT_EQ(spanish->texts.size(), 1U);
  EXPECT_EQ(spanish->texts[0].language, "es");
  EXPECT_EQ(spanish->record.texts[0].heading, "Acceso ilícito");
  EXPECT_THAT(spanish->languages, ElementsAre("en", "es"));
  EXPECT_THAT(message(ask("zz/computer-act-2010/sec_3", "2020-01-01", {"es"})),
              HasSubstr("only in en"));
}

TEST(ProvisionAnswer, NamesTheNeighboursOfThatDay) {
  auto const first = ask("zz/computer-act-2010/sec_1", "2020-01-01");
  EXPECT_FALSE(first->previous.has_value());
  EXPECT_EQ(first->next, "zz/computer-act-2010/sec_2");
  auto const last = ask("zz/computer-act-2010/sec_5", "2020-01-01");
  EXPECT_EQ(last->previous, "zz/computer-act-2010/sec_4");
  EXPECT_FALSE(last->next.has_value());
  EXPECT_EQ(ask("tz/2", "2020-01-01")->previous, "tz/1");
}

TEST(ProvisionAnswer, HoldsDecisionsUpToTheDayOnly) {
  EXPECT_TRUE(ask("zz/computer-act-2010/sec_3", "2016-02-01")->decisions.empty());
  auto const answer = ask("zz/computer-act-2010/sec_3", "2016-02-02");
  ASSERT_EQ(answer->decisions.size(), 1U);
  EXPECT_EQ(answer->decisions[0].id, "zz-2016-doe");
  EXPECT_TRUE(ask("zz/computer-act-2010/sec_2", "2020-01-01")->decisions.empty());
}

TEST(ProvisionAnswer, TellsWhatTouchedItUpToTheDay) {
  EXPECT_TRUE(ask("zz/computer-act-2010/sec_3", "2018-05-31")->changes.empty());
  auto const changed = ask("zz/computer-act-2010/sec_3", "2018-06-01");
  ASSERT_EQ(changed->changes.size(), 1U);
  EXPECT_EQ(changed->changes[0].event->by, "Computer (Amendment) Act 2018");
  EXPECT_EQ(changed->changes[0].change->how, "substitution");
  auto const repealed = ask("zz/computer-act-2010/sec_4", "2020-01-01");
  ASSERT_EQ(repealed->changes.size(), 1U);
  EXPECT_THAT(repealed->changes[0].change->replaced_by, ElementsAre("zz/evidence-act-2018/sec_9"));
  EXPECT_TRUE(ask("zz/computer-act-2010/sec_2", "2020-01-01")->changes.empty());
}

TEST(ProvisionAnswer, GivesItsNumberInAnotherAct) {
  auto const answer = ask("tz/2", "2020-01-01");
  ASSERT_EQ(answer->parallel.size(), 1U);
  EXPECT_EQ(answer->parallel[0].numbering->handle, "tz-code");
  EXPECT_EQ(answer->parallel[0].eid.text(), "art_12");
  EXPECT_TRUE(ask("zz/computer-act-2010/sec_2", "2020-01-01")->parallel.empty());
}

TEST(ProvisionAnswer, IsFoundByItsNumberInAnotherAct) {
  auto const answer = ask("tz-code/art_11__para_2", "2020-01-01");
  ASSERT_TRUE(answer.ok()) << message(answer);
  EXPECT_EQ(answer->record.eid.text(), "art_1");
  EXPECT_EQ(answer->portion.text(), "art_1__para_2");
  EXPECT_EQ(ask("tz-code/13", "2020-01-01").error().code, ErrorCode::kNotFound);
}

TEST(ProvisionAnswer, TellsWhatIsHeldOnSomeDayFromWhatIsNot) {
  auto const generation = FixtureIndex::generation();
  EXPECT_TRUE(holds_provision(*generation, handle("zz/computer-act-2010/sec_2")));
  EXPECT_TRUE(holds_provision(*generation, handle("tz/1")));
  EXPECT_FALSE(holds_provision(*generation, handle("zz/computer-act-2010/sec_77")));
  EXPECT_FALSE(holds_provision(*generation, handle("zz/computer-act-2010")));
}

}  // namespace
}  // namespace cyberlex
