#include "cyberlex/answer/matrix.h"

#include <gmock/gmock.h>

#include "tests/support/mini_index.h"

namespace cyberlex::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// Article 7 asks two things in two paragraphs, 8 one, 9 only what a state may do, 10 nothing.
ActBuilder treaty() {
  ActBuilder out("unc", 2000);
  out.add(StateBuilder("art_7")
              .from("2001-01-01")
              .text("en", "text", "Access")
              .limb(LimbBuilder("art_7__para_1").asks("access"))
              .limb(LimbBuilder("art_7__para_2").asks("intent").asks("measure", false)));
  out.add(StateBuilder("art_8").from("2001-01-01").limb(LimbBuilder("art_8").asks("interception")));
  out.add(StateBuilder("art_9").from("2010-01-01").limb(LimbBuilder("art_9").asks("may", false)));
  out.add(StateBuilder("art_10").from("2001-01-01"));
  out.standing("ng", "2005-01-01", Standing::kSignatory);
  out.standing("ng", "2008-01-01", Standing::kParty);
  out.standing("ng", "2015-01-01", Standing::kWithdrawn);
  out.standing("ni", "2005-01-01", Standing::kNone);
  return out;
}

ActBuilder other_treaty() {
  ActBuilder out("budapest", 2001);
  out.add(StateBuilder("art_2").limb(LimbBuilder("art_2").asks("access")));
  return out;
}

// sec_1 covers 7(1) since ever and is repealed in 2018; sec_2 answers to 7 in part from 2012;
// sec_3 stands outside unc, sec_4 outside both; sec_5 serves 8 without establishing it.
ActBuilder nigerian() {
  ActBuilder out("ng/crimes-act", 2005);
  out.status("2005-01-01", LegalStatus::kInForce);
  LimbBuilder const first = LimbBuilder("sec_1")
                                .offence("access")
                                .clause(prison("P3Y"))
                                .mapped("unc", "art_7__para_1", Relation::kEquivalent)
                                .mapped("budapest", "art_2", Relation::kEquivalent);
  out.add(StateBuilder("sec_1")
              .from("2005-01-01")
              .to("2018-01-01")
              .text("en", "t", "Entry")
              .limb(first));
  out.add(StateBuilder("sec_1").from("2018-01-01").status(LegalStatus::kRepealed).limb(first));
  out.add(StateBuilder("sec_2")
              .from("2012-01-01")
              .limb(LimbBuilder("sec_2__subsec_1")
                        .offence("illegal-access")
                        .clause(prison("P10Y"))
                        .mapped("unc", "art_7", Relation::kNarrower)
                        .covers({"intent"})
                        .mapping_known(Confidence::kVerified))
              .limb(LimbBuilder("sec_2__subsec_2").clause(kind_only(PenaltyKind::kLife))));
  out.add(StateBuilder("sec_3")
              .from("2005-01-01")
              .limb(LimbBuilder("sec_3").offence("spam").outside("unc").mapped("budapest", "art_2",
                                                                               Relation::kNarrower))
              .limb(LimbBuilder("sec_3__subsec_2").outside("unc")));
  out.add(StateBuilder("sec_4")
              .from("2005-01-01")
              .limb(LimbBuilder("sec_4").offence("names").outside("unc").outside("budapest")));
  out.add(StateBuilder("sec_5")
              .from("2005-01-01")
              .limb(LimbBuilder("sec_5").mapped("unc", "art_8", Relation::kAncillary)));
  out.not_found("unc", "art_8", "whole-act");
  out.elsewhere("unc", "art_7__para_2", "Evidence Act").looked_on("2010-01-01", "2014-01-01");
  return out;
}

ActBuilder nicaraguan() {
  ActBuilder out("ni/ley-1", 2020);
  out.status("2020-01-01", LegalStatus::kAdopted);
  out.status("2021-01-01", LegalStatus::kInForce);
  out.add(StateBuilder("art_1")
              .from("2020-01-01")
              .to("2021-01-01")
              .status(LegalStatus::kAdopted)
              .limb(LimbBuilder("art_1").mapped("unc", "art_7", Relation::kWider)));
  out.add(StateBuilder("art_1")
              .from("2021-01-01")
              .limb(LimbBuilder("art_1").mapped("unc", "art_7", Relation::kWider)));
  out.elsewhere("unc", "art_8", "Code of Procedure");
  return out;
}

class Matrix : public ::testing::Test {
 protected:
  MatrixAnswer ask(std::string_view when, std::vector<std::string> states = {},
                   std::string convention = "unc") {
    return must(answer_matrix(reader_, {std::move(convention), std::move(states), day(when)}));
  }

  // The cells of one article.
  static std::vector<std::string> verdicts(MatrixAnswer const& answer, std::string_view handle) {
    std::vector<std::string> out;
    for (MatrixCell const& cell : row(answer, handle).cells) {
      out.emplace_back(name_of(cell.verdict.coverage));
    }
    return out;
  }

  static MatrixRow const& row(MatrixAnswer const& answer, std::string_view handle) {
    for (MatrixRow const& each : answer.rows) {
      if (each.handle == handle) {
        return each;
      }
    }
    throw std::runtime_error("no row " + std::string(handle));
  }

  static std::vector<std::string> limbs(MatrixCell const& cell) {
    std::vector<std::string> out;
    for (MatrixProvision const& each : cell.provisions) {
      out.push_back(each.handle + ' ' + each.limb.eid.text());
    }
    return out;
  }

  static std::vector<std::string> outside(MatrixAnswer const& answer) {
    std::vector<std::string> out;
    for (OutsideProvision const& each : answer.outside) {
      out.push_back(each.provision.limb.eid.text() + (each.outside_all ? " all" : ""));
    }
    return out;
  }

  MiniIndex index_{{treaty(), other_treaty(), nigerian(), nicaraguan()}};
  IndexReader reader_ = index_.reader();
};

TEST_F(Matrix, HasARowForEachArticleThatAsksSomethingThatDay) {
  auto const handles = [](MatrixAnswer const& answer) {
    std::vector<std::string> out;
    for (MatrixRow const& row : answer.rows) {
      out.push_back(row.handle);
    }
    return out;
  };
  EXPECT_THAT(handles(ask("2020-06-01")), ElementsAre("unc/7", "unc/8", "unc/9"));
  EXPECT_THAT(handles(ask("2009-06-01")), ElementsAre("unc/7", "unc/8"));
  EXPECT_THAT(handles(ask("2000-06-01")), IsEmpty());
  MatrixAnswer const answer = ask("2020-06-01");
  EXPECT_EQ(answer.rows[0].heading, "Access");
  ASSERT_EQ(answer.rows[0].demands.size(), 3U);
  EXPECT_EQ(answer.rows[0].demands[2].limb, eid("art_7__para_2"));
}

TEST_F(Matrix, TakesEveryStateOfWhichLawIsHeldOrThoseAsked) {
  EXPECT_THAT(ask("2020-06-01").request.jurisdictions, ElementsAre("ng", "ni"));
  MatrixAnswer const asked = ask("2020-06-01", {"ni", "fr"});
  ASSERT_EQ(asked.states.size(), 2U);
  EXPECT_EQ(asked.states[0].acts, 1U);
  EXPECT_EQ(asked.states[1].acts, 0U);
  EXPECT_EQ(asked.states[1].standing.now, nullptr);
  EXPECT_THAT(verdicts(asked, "unc/7"), ElementsAre("not-assessed", "not-assessed"));
  EXPECT_THAT(states_held(*index_.generation()), ElementsAre("ng", "ni"));
}

TEST_F(Matrix, AStateAskedTwiceStandsOnce) {
  MatrixAnswer const answer = ask("2012-06-01", {"ng", "ni", "ng"});
  EXPECT_THAT(answer.request.jurisdictions, ElementsAre("ng", "ni"));
  EXPECT_THAT(verdicts(answer, "unc/7"), ElementsAre("covered", "not-assessed"));
}

TEST_F(Matrix, ShowsTheStandingOfTheDay) {
  auto const standing = [this](std::string_view when) {
    StandingChange const* const found = ask(when).states.at(0).standing.now;
    return found == nullptr ? std::string("unknown") : std::string(name_of(found->value));
  };
  EXPECT_EQ(standing("2004-12-31"), "unknown");
  EXPECT_EQ(standing("2005-01-01"), "signatory");
  EXPECT_EQ(standing("2007-12-31"), "signatory");
  EXPECT_EQ(standing("2008-01-01"), "party");
  EXPECT_EQ(standing("2020-01-01"), "withdrawn");
  // Somebody looked, and there is none.
  EXPECT_EQ(ask("2020-01-01").states.at(1).standing.now->value, Standing::kNone);
}

TEST_F(Matrix, OfTwoRowsOfOneDayTheLaterStands) {
  Work work;
  for (Standing const value : {Standing::kSignatory, Standing::kParty}) {
    StandingChange change;
    change.state = "ng";
    change.from = day("2005-01-01");
    change.value = value;
    work.standing.push_back(change);
  }
  EXPECT_EQ(standing_on(work, "ng", day("2005-01-01"))->value, Standing::kParty);
  EXPECT_EQ(standing_on(work, "ni", day("2005-01-01")), nullptr);
}

TEST_F(Matrix, CountsProvisionsWhileTheyAreInForce) {
  EXPECT_THAT(verdicts(ask("2004-06-01"), "unc/7"), ElementsAre("not-assessed", "not-assessed"));
  EXPECT_THAT(verdicts(ask("2006-06-01"), "unc/7"), ElementsAre("partly", "not-assessed"));
  EXPECT_THAT(verdicts(ask("2012-06-01"), "unc/7"), ElementsAre("covered", "not-assessed"));
  // Section 1 repealed; the Nicaraguan article adopted, then in force.
  EXPECT_THAT(verdicts(ask("2020-06-01"), "unc/7"), ElementsAre("partly", "not-assessed"));
  EXPECT_THAT(verdicts(ask("2021-01-01"), "unc/7"), ElementsAre("partly", "covered"));
}

TEST_F(Matrix, ListsTheLimbsThatAnswerWithTheirRowsToThisArticleOnly) {
  MatrixAnswer const answer = ask("2012-06-01");
  MatrixCell const& cell = row(answer, "unc/7").cells[0];
  EXPECT_THAT(limbs(cell),
              ElementsAre("ng/crimes-act/sec_1 sec_1", "ng/crimes-act/sec_2 sec_2__subsec_1"));
  EXPECT_EQ(cell.provisions[0].heading, "Entry");
  ASSERT_EQ(cell.provisions[0].limb.mappings.size(), 1U);
  EXPECT_EQ(cell.provisions[0].limb.mappings[0].treaty, "unc");
  // Life stands in a limb of section 2 that does not answer.
  EXPECT_EQ(cell.longest, "P10Y");
  EXPECT_THAT(cell.verdict.extents, ElementsAre(Extent::kWhole, Extent::kWhole, Extent::kNone));
  EXPECT_EQ(cell.verdict.confidence, Confidence::kRecalled);
}

TEST_F(Matrix, ShowsAnAncillaryLimbThatMeetsNothing) {
  MatrixAnswer const answer = ask("2012-06-01");
  MatrixCell const& cell = row(answer, "unc/8").cells[0];
  EXPECT_THAT(limbs(cell), ElementsAre("ng/crimes-act/sec_5 sec_5"));
  EXPECT_EQ(cell.verdict.coverage, Coverage::kNotFound);
  ASSERT_EQ(cell.assessed.size(), 1U);
  EXPECT_EQ(cell.assessed[0].row->read, "whole-act");
}

TEST_F(Matrix, LooksAtRowsOfTheDayInActsInForce) {
  EXPECT_EQ(row(ask("2012-06-01"), "unc/7").cells[0].assessed.size(), 1U);
  EXPECT_THAT(row(ask("2014-01-01"), "unc/7").cells[0].assessed, IsEmpty());
  EXPECT_THAT(verdicts(ask("2020-06-01"), "unc/8"), ElementsAre("not-found", "not-assessed"));
  EXPECT_THAT(verdicts(ask("2021-06-01"), "unc/8"), ElementsAre("not-found", "elsewhere"));
  EXPECT_THAT(verdicts(ask("2004-06-01"), "unc/8"), ElementsAre("not-assessed", "not-assessed"));
}

TEST_F(Matrix, ListsOffencesOutsideTheTreatyAndOutsideAll) {
  EXPECT_THAT(outside(ask("2012-06-01")), ElementsAre("sec_3", "sec_4 all"));
  EXPECT_THAT(outside(ask("2012-06-01", {}, "budapest")), ElementsAre("sec_4 all"));
  EXPECT_THAT(outside(ask("2012-06-01", {"ni"})), IsEmpty());
  EXPECT_THAT(outside(ask("2004-06-01")), IsEmpty());
  EXPECT_EQ(ask("2012-06-01").outside.at(0).jurisdiction, "ng");
}

TEST_F(Matrix, SaysWhatTheFirstRowTellsOfTheTimeBefore) {
  MatrixState const state = ask("2004-12-31").states.at(0);
  EXPECT_EQ(state.standing.now, nullptr);
  ASSERT_NE(state.standing.next, nullptr);
  EXPECT_EQ(state.standing.next->from, day("2005-01-01"));
  EXPECT_EQ(state.standing.before, StandingBefore::kNone);  // a signature comes first
}

TEST_F(Matrix, AChapterAddsUpItsArticles) {
  ActBuilder treaty("unc", 2000);
  for (char const* const article : {"art_7", "art_8"}) {
    treaty.add(StateBuilder(article)
                   .inside("chp_2", "II", "Offences")
                   .inside("sec_1")
                   .limb(LimbBuilder(article).asks("it")));
  }
  treaty.add(StateBuilder("art_9").inside("chp_3").limb(LimbBuilder("art_9").asks("it", false)));
  treaty.add(StateBuilder("art_10").limb(LimbBuilder("art_10").asks("it")));
  ActBuilder act("ng/act-1", 2010);
  auto const offence = [](std::string_view limb, std::string_view article, char const* term) {
    return LimbBuilder(limb)
        .offence("access")
        .clause(prison(term))
        .mapped("unc", article, Relation::kWider);
  };
  act.add(StateBuilder("sec_1").limb(offence("sec_1", "art_7", "P3Y")));
  act.add(StateBuilder("sec_2").limb(offence("sec_2", "art_8", "P40M").partly({"it"})));
  act.add(StateBuilder("sec_3").limb(offence("sec_3", "art_9", "P9Y")));
  MiniIndex const index({treaty, act});
  MatrixAnswer const answer =
      must(answer_matrix(index.reader(), {"unc", {"ng", "ni"}, day("2020-01-01"), {}}));
  ASSERT_EQ(answer.chapters.size(), 3U);
  MatrixChapter const& second = answer.chapters[0];
  EXPECT_EQ(second.handle, "unc/chp_2");
  EXPECT_EQ(second.heading, "Offences");
  EXPECT_EQ(second.articles, 2U);
  ASSERT_EQ(second.cells.size(), 2U);
  EXPECT_EQ(second.cells[0].articles.at(Coverage::kCovered), 1U);
  EXPECT_EQ(second.cells[0].articles.at(Coverage::kPartly), 1U);
  EXPECT_EQ(second.cells[0].met, (DemandCount{2, 1, 1}));
  EXPECT_EQ(second.cells[0].longest, "P40M");
  EXPECT_EQ(second.cells[1].articles.at(Coverage::kNotAssessed), 2U);
  EXPECT_EQ(second.cells[1].met, DemandCount());  // nobody has looked
  EXPECT_EQ(second.cells[1].longest, "");
  EXPECT_EQ(answer.chapters[1].handle, "unc/chp_3");
  EXPECT_EQ(answer.chapters[2].handle, "unc");
}

TEST_F(Matrix, TakesACodeBeyondTheStandardWhenItsLawIsHeld) {
  ActBuilder kosovar("xk/act-1", 2010);
  kosovar.add(StateBuilder("sec_1"));
  MiniIndex const index({treaty(), kosovar});
  EXPECT_TRUE(answer_matrix(index.reader(), {"unc", {"xk"}, day("2020-01-01")}).ok());
  EXPECT_FALSE(answer_matrix(reader_, {"unc", {"xk"}, day("2020-01-01")}).ok());
}

TEST_F(Matrix, NamesTheParameterThatItCannotRead) {
  auto const error = [this](std::string convention, std::vector<std::string> states) {
    auto const answer =
        answer_matrix(reader_, {std::move(convention), std::move(states), day("2020-01-01")});
    return answer.ok() ? Error() : answer.error();
  };
  Error const treaty = error("uncc", {});
  EXPECT_EQ(treaty.code, ErrorCode::kBadQuery);
  EXPECT_EQ(treaty.where, "convention");
  EXPECT_THAT(treaty.message, HasSubstr("did you mean \"unc\"?"));
  EXPECT_THAT(treaty.message, HasSubstr("held: budapest, unc"));
  EXPECT_EQ(error("ng/crimes-act", {}).where, "convention");
  for (char const* const state : {"int", "xx", "NG", ""}) {
    Error const found = error("unc", {"ng", state});
    EXPECT_EQ(found.code, ErrorCode::kBadQuery) << state;
    EXPECT_EQ(found.where, "jurisdiction") << state;
  }
}

}  // namespace
}  // namespace cyberlex::testing
