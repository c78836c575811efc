#include "indexer/resolve_principals.h"

#include <gmock/gmock.h>

#include "tests/support/act_builder.h"

namespace cyberlex::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

PenaltyClause as_principal(std::string_view limb) {
  PenaltyClause out = same_as_principal();
  out.principal = eid(limb);
  out.confidence = Confidence::kVerified;
  return out;
}

PenaltyClause verified(PenaltyClause clause) {
  clause.confidence = Confidence::kVerified;
  return clause;
}

PenaltyClause between(PenaltyClause clause, std::string_view from, std::string_view to) {
  clause.valid = {day(from), day(to)};
  return clause;
}

// "or-both P3Y" and the days, when it does not hold always.
std::string shown(PenaltyClause const& clause) {
  std::string out(name_of(clause.relation));
  for (PenaltyArm const& arm : clause.arms) {
    out += ' ' + std::string(name_of(arm.kind));
    out += arm.max_term ? ' ' + arm.max_term->to_string() : "";
  }
  if (clause.valid.from != kBeginningOfTime) {
    out += " from " + clause.valid.from.to_string();
  }
  return clause.valid.to == kEndOfTime ? out : out + " to " + clause.valid.to.to_string();
}

class ResolvePrincipals : public ::testing::Test {
 protected:
  LimbFacts& limb(std::string_view name, std::vector<PenaltyClause> penalties) {
    std::vector<LimbFacts>& limbs = act_.units[eid(name).unit()].limbs;
    limbs.emplace_back();
    limbs.back().limb = eid(name);
    limbs.back().penalties = std::move(penalties);
    return limbs.back();
  }

  // Resolves when first asked: a second pass would go a second step.
  std::vector<std::string> penalties(std::string_view unit) {
    if (!resolved_) {
      resolve_principals(act_);
      resolved_ = true;
    }
    std::vector<std::string> out;
    for (LimbFacts const& each : act_.units.at(eid(unit)).limbs) {
      for (PenaltyClause const& clause : each.penalties) {
        out.push_back(shown(clause));
      }
    }
    return out;
  }

  AnnotatedAct act_;
  bool resolved_ = false;
};

TEST_F(ResolvePrincipals, GivesTheArmsOfTheLimbThatIsNamedWhereverItStands) {
  PenaltyClause both = verified(prison("P3Y"));
  both.arms.push_back(fine(700, "NGN").arms.front());
  both.relation = PenaltyRelation::kOrBoth;
  limb("sec_9__subsec_1", {both});
  limb("sec_9__subsec_2", {verified(prison("P9Y"))});
  limb("sec_2", {as_principal("sec_9__subsec_1")});
  EXPECT_THAT(penalties("sec_2"), ElementsAre("or-both imprisonment P3Y fine"));
  PenaltyClause const& clause = act_.units.at(eid("sec_2")).limbs.at(0).penalties.at(0);
  EXPECT_EQ(clause.principal, eid("sec_9__subsec_1"));
  EXPECT_EQ(clause.confidence, Confidence::kVerified);
}

TEST_F(ResolvePrincipals, MakesOneClauseOfEachBaseClauseAndKeepsTheOthersInTheirOrder) {
  PenaltyClause aggravated = verified(prison("P20Y"));
  aggravated.condition = PenaltyCondition::kAggravated;
  PenaltyClause raised = verified(prison("P4Y"));
  raised.multiplier = "1/3";
  PenaltyClause company = verified(prison("P7Y"));
  company.person = PenaltyPerson::kLegal;
  limb("sec_1", {prison("P3Y"), aggravated, raised, company, prison("P5Y")});
  limb("sec_2", {prison("P1Y"), as_principal("sec_1"), prison("P2Y")});
  EXPECT_THAT(penalties("sec_2"), ElementsAre("only imprisonment P1Y", "only imprisonment P3Y",
                                              "only imprisonment P5Y", "only imprisonment P2Y"));
}

TEST_F(ResolvePrincipals, KeepsConditionAndPersonOfTheClauseItself) {
  limb("sec_1", {verified(prison("P3Y"))});
  PenaltyClause attempt = as_principal("sec_1");
  attempt.condition = PenaltyCondition::kAttempt;
  attempt.person = PenaltyPerson::kOfficial;
  attempt.note = "kept";
  attempt.sources = {"gazette"};
  limb("sec_2", {attempt});
  resolve_principals(act_);
  PenaltyClause const& clause = act_.units.at(eid("sec_2")).limbs.at(0).penalties.at(0);
  EXPECT_EQ(clause.condition, PenaltyCondition::kAttempt);
  EXPECT_EQ(clause.person, PenaltyPerson::kOfficial);
  EXPECT_EQ(clause.note, "kept");
  EXPECT_THAT(clause.sources, ElementsAre("gazette"));
}

TEST_F(ResolvePrincipals, TakesTheWorseConfidence) {
  using enum Confidence;
  struct Row {
    Confidence principal;
    Confidence own;
    Confidence result;
  };
  for (Row const& row : {Row{kVerified, kVerified, kVerified}, Row{kRecalled, kVerified, kRecalled},
                         Row{kVerified, kConflict, kConflict}}) {
    act_ = {};
    PenaltyClause principal = prison("P3Y");
    principal.confidence = row.principal;
    PenaltyClause own = as_principal("sec_1");
    own.confidence = row.own;
    limb("sec_1", {principal});
    limb("sec_2", {own});
    resolve_principals(act_);
    EXPECT_EQ(act_.units.at(eid("sec_2")).limbs.at(0).penalties.at(0).confidence, row.result);
  }
}

TEST_F(ResolvePrincipals, HoldsOnTheDaysOnWhichBothHold) {
  limb("sec_1", {between(prison("P3Y"), "2010-01-01", "2018-01-01"),
                 between(prison("P5Y"), "2018-01-01", "2030-01-01")});
  limb("sec_2", {between(as_principal("sec_1"), "2012-01-01", "2020-01-01")});
  EXPECT_THAT(penalties("sec_2"),
              ElementsAre("only imprisonment P3Y from 2012-01-01 to 2018-01-01",
                          "only imprisonment P5Y from 2018-01-01 to 2020-01-01"));
}

TEST_F(ResolvePrincipals, StaysAsItIsOnTheDaysThatNoPrincipalCovers) {
  limb("sec_1", {between(prison("P5Y"), "2016-01-01", "2018-01-01"),
                 between(prison("P3Y"), "2010-01-01", "2014-01-01"),
                 between(prison("P4Y"), "2012-01-01", "2013-01-01")});
  limb("sec_2", {between(as_principal("sec_1"), "2009-01-01", "2020-01-01")});
  EXPECT_THAT(penalties("sec_2"),
              UnorderedElementsAre("only imprisonment P3Y from 2010-01-01 to 2014-01-01",
                                   "only imprisonment P4Y from 2012-01-01 to 2013-01-01",
                                   "only imprisonment P5Y from 2016-01-01 to 2018-01-01",
                                   "same-as-principal from 2009-01-01 to 2010-01-01",
                                   "same-as-principal from 2014-01-01 to 2016-01-01",
                                   "same-as-principal from 2018-01-01 to 2020-01-01"));
}

TEST_F(ResolvePrincipals, LooksAtTheDaysOfTheLimbsToo) {
  limb("sec_1", {prison("P3Y")}).valid = {day("2010-01-01"), day("2015-01-01")};
  limb("sec_2", {as_principal("sec_1")}).valid = {day("2012-01-01"), day("2014-01-01")};
  EXPECT_THAT(penalties("sec_2"),
              ElementsAre("only imprisonment P3Y from 2012-01-01 to 2014-01-01"));
}

TEST_F(ResolvePrincipals, RestsOnTheSourcesOfBothEachOnce) {
  PenaltyClause principal = prison("P3Y");
  principal.sources = {"gazette", "handbook"};
  PenaltyClause own = as_principal("sec_1");
  own.sources = {"review", "gazette"};
  limb("sec_1", {principal});
  limb("sec_2", {own});
  resolve_principals(act_);
  EXPECT_THAT(act_.units.at(eid("sec_2")).limbs.at(0).penalties.at(0).sources,
              ElementsAre("review", "gazette", "handbook"));
}

TEST_F(ResolvePrincipals, LeavesAClauseWhosePrincipalHoldsOnNoDayOfIts) {
  limb("sec_1", {between(prison("P3Y"), "2010-01-01", "2012-01-01")});
  limb("sec_2", {between(as_principal("sec_1"), "2012-01-01", "2020-01-01")});
  EXPECT_THAT(penalties("sec_2"), ElementsAre("same-as-principal from 2012-01-01 to 2020-01-01"));
}

TEST_F(ResolvePrincipals, LeavesWhatNamesNoLimbOrOneWithoutArms) {
  limb("sec_1", {});
  limb("sec_2", {same_as_principal()});
  limb("sec_3", {as_principal("sec_1")});
  limb("sec_4", {as_principal("sec_77")});
  for (char const* const unit : {"sec_2", "sec_3", "sec_4"}) {
    EXPECT_THAT(penalties(unit), ElementsAre("same-as-principal")) << unit;
  }
}

TEST_F(ResolvePrincipals, GoesOneStepWhateverTheOrderOfTheUnits) {
  limb("sec_2", {prison("P3Y")});
  limb("sec_1", {as_principal("sec_2")});
  limb("sec_3", {as_principal("sec_1")});
  limb("sec_4", {as_principal("sec_4")});
  EXPECT_THAT(penalties("sec_1"), ElementsAre("only imprisonment P3Y"));
  EXPECT_THAT(penalties("sec_3"), ElementsAre("same-as-principal"));
  EXPECT_THAT(penalties("sec_4"), ElementsAre("same-as-principal"));
}

TEST_F(ResolvePrincipals, LeavesOtherRelationsAlone) {
  PenaltyClause named = prison("P1Y");
  named.principal = eid("sec_1");
  limb("sec_1", {prison("P3Y")});
  limb("sec_2", {named});
  EXPECT_THAT(penalties("sec_2"), ElementsAre("only imprisonment P1Y"));
}

}  // namespace
}  // namespace cyberlex::testing
