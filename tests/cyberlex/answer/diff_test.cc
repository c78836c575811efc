#include "cyberlex/answer/diff.h"

#include <gmock/gmock.h>

#include "tests/support/mini_index.h"

namespace cyberlex::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

ActChange change(char const* provision, std::string how) {
  ActChange out;
  out.provisions.push_back(eid(provision));
  out.how = std::move(how);
  return out;
}

LimbBuilder limb(char const* longest) {
  return LimbBuilder("sec_1__subsec_1").offence("illegal-access").clause(prison(longest));
}

StateBuilder first_section(char const* words, char const* longest) {
  StateBuilder out("sec_1");
  out.text("en", "Whoever enters", "Access").block("sec_1__subsec_1", words);
  out.limb(limb(longest).mapped("unc", "art_7", Relation::kNarrower));
  return out;
}

// sec_1 is amended in 2015 and repealed in 2020; sec_2 stands from 2015 to 2018.
ActBuilder act() {
  ActBuilder out("ng/crimes-act", 2010);
  out.event("2010-01-01", "enacted");
  out.event("2015-06-01", "amended",
            {change("sec_1", "substitution"), change("sec_2", "insertion")});
  out.event("2018-01-01", "amended", {change("sec_2", "repeal")});
  out.event("2020-01-01", "amended", {change("sec_1", "repeal")});
  out.add(first_section("a system commits an offence.", "P3Y").from("2010-01-01").to("2015-06-01"));
  StateBuilder amended = first_section("a computer system commits an offence.", "P5Y");
  amended.block("sec_1__subsec_2", "Attempts too.").text("es", "Quien entra", "Acceso");
  out.add(amended.from("2015-06-01").to("2020-01-01"));
  out.add(StateBuilder(amended).from("2020-01-01").to("9999-01-01").status(LegalStatus::kRepealed));
  out.add(StateBuilder("sec_2").from("2015-06-01").to("2018-01-01").text("en", "Two words."));
  return out;
}

class Diff : public ::testing::Test {
 protected:
  static MiniIndex const& index() {
    static MiniIndex const held({act()});
    return held;
  }
  static Result<DiffAnswer> ask(char const* what, char const* from, char const* to,
                                std::vector<std::string> languages = {}) {
    IndexReader const reader = index().reader();
    return answer_diff(reader,
                       {must(parse_handle(what)), day(from), day(to), std::move(languages)});
  }
  static std::string message(Result<DiffAnswer> const& answer) {
    return answer ? "an answer" : to_string(answer.error());
  }
  static TimelineAnswer timeline(char const* what, std::vector<std::string> languages = {}) {
    IndexReader const reader = index().reader();
    return must(answer_timeline(reader, must(parse_handle(what)), languages));
  }
};

TEST_F(Diff, MarksTheWordsThatAnAmendmentBrought) {
  DiffAnswer const answer = must(ask("ng/crimes-act/sec_1", "2015-05-31", "2015-06-01"));
  ASSERT_THAT(answer.texts, SizeIs(2));
  TextDiff const& english = answer.texts[0];
  ASSERT_THAT(english.blocks, SizeIs(3));
  EXPECT_FALSE(english.blocks[0].words.changed());
  EXPECT_THAT(english.blocks[1].words.runs,
              ElementsAre(DiffRun{DiffOp::kEqual, "a "}, DiffRun{DiffOp::kInsert, "computer "},
                          DiffRun{DiffOp::kEqual, "system commits an offence."}));
  EXPECT_THAT(english.blocks[2].words.runs, ElementsAre(DiffRun{DiffOp::kInsert, "Attempts too."}));
  EXPECT_EQ(english.inserted, 3U);
  EXPECT_EQ(english.deleted, 0U);
}

TEST_F(Diff, ATextOfALanguageThatWasNotHeldBeforeIsInsertedWhole) {
  DiffAnswer const answer = must(ask("ng/crimes-act/sec_1", "2015-05-31", "2015-06-01"));
  TextDiff const& spanish = answer.texts[1];
  EXPECT_EQ(spanish.language, "es");
  EXPECT_FALSE(spanish.before.has_value());
  EXPECT_TRUE(spanish.changed());
  EXPECT_THAT(spanish.heading.runs, ElementsAre(DiffRun{DiffOp::kInsert, "Acceso"}));
}

TEST_F(Diff, ListsPenaltiesThatWereReplacedAndLeavesOutWhatStayed) {
  DiffAnswer const answer = must(ask("ng/crimes-act/sec_1", "2015-05-31", "2015-06-01"));
  EXPECT_THAT(answer.facts.facts, IsEmpty());
  ASSERT_THAT(answer.facts.limbs, SizeIs(1));
  LimbDiff const& changed = answer.facts.limbs.front();
  EXPECT_EQ(changed.limb, eid("sec_1__subsec_1"));
  ASSERT_THAT(changed.penalties_removed, SizeIs(1));
  EXPECT_EQ(changed.penalties_removed[0].arms[0].max_term->to_string(), "P3Y");
  EXPECT_EQ(changed.penalties_added[0].arms[0].max_term->to_string(), "P5Y");
  EXPECT_THAT(changed.facts, IsEmpty());
  EXPECT_THAT(changed.mappings_removed, IsEmpty());
}

TEST_F(Diff, NamesTheEventsAfterTheFirstDayUpToTheSecond) {
  DiffAnswer const answer = must(ask("ng/crimes-act/sec_1", "2015-05-31", "2015-06-01"));
  ASSERT_THAT(answer.events, SizeIs(1));
  EXPECT_EQ(answer.events[0].change->how, "substitution");
  EXPECT_THAT(must(ask("ng/crimes-act/sec_1", "2015-06-01", "2019-12-31")).events, IsEmpty());
  EXPECT_THAT(must(ask("ng/crimes-act/sec_1", "2014-01-01", "2021-01-01")).events, SizeIs(2));
}

TEST_F(Diff, ARepealIsAChangeOfStatusAndNotOfWords) {
  DiffAnswer const answer = must(ask("ng/crimes-act/sec_1", "2019-12-31", "2020-01-01"));
  EXPECT_FALSE(answer.same());
  EXPECT_THAT(answer.facts.facts, ElementsAre(FactChange{"status", "", "in-force", "repealed"}));
  EXPECT_THAT(answer.facts.limbs, IsEmpty());
  EXPECT_FALSE(answer.texts[0].changed());
}

TEST_F(Diff, EqualDaysAndDaysOfOneStateAreTheSame) {
  EXPECT_TRUE(must(ask("ng/crimes-act/sec_1", "2016-01-01", "2016-01-01")).same());
  EXPECT_TRUE(must(ask("ng/crimes-act/sec_1", "2016-01-01", "2017-01-01")).same());
}

TEST_F(Diff, AProvisionThatStoodOnOneOfTheDaysIsInsertedOrDeletedWhole) {
  DiffAnswer const born = must(ask("ng/crimes-act/sec_2", "2015-01-01", "2016-01-01"));
  EXPECT_THAT(born.before.absent, HasSubstr("stands only from 2015-06-01"));
  EXPECT_THAT(born.texts[0].blocks[0].words.runs,
              ElementsAre(DiffRun{DiffOp::kInsert, "Two words."}));
  EXPECT_EQ(born.events.at(0).change->how, "insertion");
  DiffAnswer const gone = must(ask("ng/crimes-act/sec_2", "2016-01-01", "2019-01-01"));
  EXPECT_THAT(gone.after.absent, HasSubstr("until 2018-01-01"));
  EXPECT_THAT(gone.texts[0].blocks[0].words.runs,
              ElementsAre(DiffRun{DiffOp::kDelete, "Two words."}));
  EXPECT_FALSE(gone.same());
}

TEST_F(Diff, SaysWhenAProvisionStoodOnNeitherDay) {
  Result<DiffAnswer> const answer = ask("ng/crimes-act/sec_2", "2014-01-01", "2019-01-01");
  ASSERT_FALSE(answer.ok());
  EXPECT_EQ(answer.error().code, ErrorCode::kNotFound);
  EXPECT_THAT(message(answer), HasSubstr("2015-06-01"));
  EXPECT_THAT(message(answer), HasSubstr("2018-01-01"));
}

TEST_F(Diff, RefusesDaysTheWrongWayRoundAndWhatIsNotHeld) {
  EXPECT_EQ(ask("ng/crimes-act/sec_1", "2016-01-01", "2015-01-01").error().where, "from");
  EXPECT_EQ(ask("ng/crimes-act/sec_9", "2015-01-01", "2016-01-01").error().code,
            ErrorCode::kNotFound);
  EXPECT_THAT(message(ask("ng/crimes-act/sec_1__subsec_9", "2015-01-01", "2016-01-01")),
              HasSubstr("subsec_9"));
  EXPECT_THAT(message(ask("ng/crimes-act/sec_1", "2015-01-01", "2016-01-01", {"fa"})),
              HasSubstr("only in en, es"));
}

TEST_F(Diff, OfALimbOnlyItsBlocksAndFacts) {
  DiffAnswer const answer = must(ask("ng/crimes-act/sec_1__subsec_2", "2015-01-01", "2016-01-01"));
  ASSERT_THAT(answer.texts, SizeIs(1));
  EXPECT_THAT(answer.texts[0].blocks, SizeIs(1));
  EXPECT_THAT(answer.texts[0].heading.runs, IsEmpty());
  EXPECT_THAT(answer.facts.limbs, IsEmpty());
}

TEST_F(Diff, TheTimelineHasEveryStateWithWhatBeganWithIt) {
  TimelineAnswer const answer = timeline("ng/crimes-act/sec_1");
  ASSERT_THAT(answer.states, SizeIs(3));
  EXPECT_THAT(answer.states[0].texts, IsEmpty());
  ASSERT_THAT(answer.states[0].events, SizeIs(1));
  EXPECT_EQ(answer.states[0].events[0].event->type, "enacted");
  EXPECT_EQ(answer.states[0].events[0].change, nullptr);
  ASSERT_THAT(answer.states[1].texts, SizeIs(2));
  EXPECT_EQ(answer.states[1].texts[0].inserted, 3U);
  EXPECT_EQ(answer.states[1].facts.size(), 2U);
  EXPECT_EQ(answer.states[2].status, LegalStatus::kRepealed);
  EXPECT_THAT(answer.states[2].texts, IsEmpty());
  EXPECT_EQ(answer.states[2].events.at(0).change->how, "repeal");
  EXPECT_THAT(timeline("ng/crimes-act/sec_1", {"es"}).states[1].texts, SizeIs(1));
}

}  // namespace
}  // namespace cyberlex::testing
