#include <gtest/gtest.h>

#include "indexer/read_own.h"
#include "tests/indexer/complaints.h"

namespace cyberlex {
namespace {

struct Read {
  PenaltyClause clause;
  std::string said;
};

Read read(std::string const& fields) {
  Diagnostics diagnostics;
  OwnFile file("f", diagnostics);
  std::optional<YamlNode> const root = parse_yaml('{' + fields + '}', "f", 1, diagnostics);
  PenaltyClause clause = root ? read_penalty(*root, file) : PenaltyClause();
  return {std::move(clause), complaints(diagnostics)};
}

TEST(ReadPenalty, ReadsArmsInTheOrderOfTheirKinds) {
  Read const got = read(
      "relation: or-both, fine: {max: 7000000, unit: NGN}, imprisonment: {min: P91D, max: P2Y}, "
      "confidence: recalled");
  ASSERT_EQ(got.said, "");
  ASSERT_EQ(got.clause.arms.size(), 2u);
  EXPECT_EQ(got.clause.relation, PenaltyRelation::kOrBoth);
  EXPECT_EQ(got.clause.arms[0].kind, PenaltyKind::kImprisonment);
  EXPECT_EQ(got.clause.arms[0].min_term->to_string(), "P91D");
  EXPECT_EQ(got.clause.arms[1].max_amount, 700000000);
  EXPECT_FALSE(got.clause.arms[1].min_amount);
}

TEST(ReadPenalty, TakesAFlatTermAsBothEnds) {
  PenaltyArm const arm =
      read("relation: only, imprisonment: {flat: P10Y}, confidence: recalled").clause.arms.at(0);
  EXPECT_EQ(arm.min_term, arm.max_term);
  EXPECT_EQ(arm.max_term->years, 10);
}

TEST(ReadPenalty, ReadsTheRestOfAClause) {
  Read const got = read(
      "relation: and, life: true, disqualification: {min: P1Y, max: P3Y}, flogging: {max: 74}, "
      "condition: aggravated, condition_note: at night, person: official, multiplier: {of: base, "
      "factor: 1/3}, "
      "derived_by: art. 20, from: 2021-01-01, to: 2024-01-01, confidence: conflict, sources: [a], "
      "note: n");
  ASSERT_EQ(got.said, "");
  EXPECT_EQ(got.clause.arms.at(1).unit, "lashes");
  EXPECT_EQ(got.clause.arms.at(2).max_term->years, 3);
  EXPECT_EQ(got.clause.condition, PenaltyCondition::kAggravated);
  EXPECT_EQ(got.clause.person, PenaltyPerson::kOfficial);
  EXPECT_EQ(got.clause.multiplier, "1/3");
  EXPECT_EQ(got.clause.valid.to.to_string(), "2024-01-01");
  EXPECT_EQ(got.clause.confidence, Confidence::kConflict);
}

TEST(ReadPenalty, ReadsAReferenceToThePrincipal) {
  Read const got =
      read("relation: same-as-principal, principal: sec_6__subsec_1, confidence: recalled");
  ASSERT_EQ(got.said, "");
  EXPECT_EQ(got.clause.principal->text(), "sec_6__subsec_1");
}

TEST(ReadPenalty, LetsArmsBeUnseenBesideSomeOrAltogether) {
  for (char const* arms : {"life: true", "imprisonment: {max: P3Y}, fine: {max: 1, unit: NGN}"}) {
    Read const got = read("relation: unseen, " + std::string(arms) + ", confidence: recalled");
    EXPECT_EQ(got.said, "");
    EXPECT_EQ(got.clause.relation, PenaltyRelation::kUnseen);
  }
  Read const nothing = read("relation: unseen, confidence: recalled");
  EXPECT_EQ(nothing.said, "");
  EXPECT_TRUE(nothing.clause.arms.empty());
}

TEST(ReadPenalty, NamesEveryFault) {
  Complaint const rows[] = {
      {"relation: only, imprisonment: {max: P3Y}", "f:1:1: error: expected the key \"confidence\""},
      {"relation: only, imprisonment: {max: 3 years}, confidence: recalled",
       "f:1:38: error: max: expected a duration such as P10Y, P91D or P45DT12H, found \"3 years\""},
      {"relation: only, imprisonment: {}, confidence: recalled",
       "f:1:32: error: expected min, max or flat"},
      {"relation: only, imprisonment: {flat: P1Y, max: P2Y}, confidence: recalled",
       "f:1:39: error: flat: expected alone, not beside min or max"},
      {"relation: only, imprisonment: true, confidence: recalled",
       "f:1:32: error: imprisonment: expected {min, max} or {flat}"},
      {"relation: only, imprisonment: {min: P3Y, max: P2Y}, confidence: recalled",
       "f:1:1: error: imprisonment: the maximum P2Y is below the minimum P3Y"},
      {"relation: only, fine: {max: 10}, confidence: recalled",
       "f:1:1: error: fine: expected a unit (a currency such as NGN, day-fine, multiple-of-damage, "
       "multiple-of-fine or share-of-turnover), found \"\""},
      {"relation: only, fine: {max: 10.123, unit: NGN}, confidence: recalled",
       "f:1:30: error: max: expected an amount such as 7000000 or 0.5, found \"10.123\""},
      {"relation: only, fine: {max: 10, unit: lashes}, confidence: recalled",
       "f:1:40: error: unit: lashes are a flogging, not a fine"},
      {"relation: only, life: yes, confidence: recalled", "f:1:24: error: life: expected true"},
      {"relation: only, forfeiture: yes, confidence: recalled",
       "f:1:30: error: forfeiture: expected true, or {min, max} where the law gives a term"},
      {"relation: only, life: true, fine: {max: 1, unit: NGN}, confidence: recalled",
       "f:1:1: error: relation only: expected one arm, found 2"},
      {"relation: or, life: true, confidence: recalled",
       "f:1:1: error: relation or: expected two arms or more, or relation only"},
      {"relation: same-as-principal, life: true, confidence: recalled",
       "f:1:1: error: relation same-as-principal: expected no arms"},
      {"relation: only, life: true, principal: sec_1, confidence: recalled",
       "f:1:41: error: principal: only beside `relation: same-as-principal`"},
      {"relation: only, life: true, multiplier: {of: base, factor: third}, confidence: recalled",
       "f:1:61: error: factor: expected a share such as 1/3, found \"third\""},
      {"relation: only, life: true, multiplier: {of: base, factor: 1/0}, confidence: recalled",
       "f:1:61: error: factor: expected a share such as 1/3, found \"1/0\""},
      {"relation: both, life: true, confidence: recalled",
       "f:1:12: error: relation: expected one of only, or, or-both, and, and-or, unseen, "
       "same-as-principal; found "
       "\"both\""},
      {"relation: only, live: true, confidence: recalled",
       "f:1:18: error: unknown key \"live\", did you mean \"life\"?"},
  };
  for (Complaint const& row : rows) {
    EXPECT_EQ(read(std::string(row.input)).said, row.expected) << row.input;
  }
}

}  // namespace
}  // namespace cyberlex
