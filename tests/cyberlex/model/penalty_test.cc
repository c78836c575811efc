#include "cyberlex/model/penalty.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cyberlex {
namespace {

Duration term(char const* text) {
  return Duration::parse(text).value();
}

PenaltyArm prison(char const* min, char const* max) {
  PenaltyArm arm;
  if (min != nullptr) {
    arm.min_term = term(min);
  }
  if (max != nullptr) {
    arm.max_term = term(max);
  }
  return arm;
}

PenaltyArm fine(char const* max, char const* unit = "NGN") {
  PenaltyArm arm;
  arm.kind = PenaltyKind::kFine;
  arm.max_amount = parse_decimal(max).value();
  arm.unit = unit;
  return arm;
}

PenaltyArm of_kind(PenaltyKind kind) {
  PenaltyArm arm;
  arm.kind = kind;
  return arm;
}

PenaltyClause clause(std::vector<PenaltyArm> arms,
                     PenaltyRelation relation = PenaltyRelation::kOnly) {
  PenaltyClause out;
  out.arms = std::move(arms);
  out.relation = relation;
  return out;
}

Derived four_years(std::vector<PenaltyClause> const& clauses) {
  return maximum_reaches(clauses, 4).value();
}

using T = Ternary;

TEST(MaximumReaches, ReadsAFlatTermAsItsOwnMaximum) {
  EXPECT_EQ(four_years({clause({prison("P10Y", "P10Y")})}), (Derived{T::kTrue, "maximum"}));
  EXPECT_EQ(four_years({clause({prison("P3Y", "P3Y")})}), (Derived{T::kFalse, "maximum"}));
}

TEST(MaximumReaches, CountsExactlyFourYearsInYearsOrMonths) {
  EXPECT_EQ(four_years({clause({prison(nullptr, "P4Y")})}).value, T::kTrue);
  EXPECT_EQ(four_years({clause({prison(nullptr, "P48M")})}).value, T::kTrue);
  EXPECT_EQ(four_years({clause({prison(nullptr, "P47M")})}).value, T::kFalse);
}

TEST(MaximumReaches, IsUnknownWhereALowMinimumHasNoMaximum) {
  EXPECT_EQ(four_years({clause({prison("P3Y", nullptr)})}), (Derived{T::kUnknown, "open-maximum"}));
  EXPECT_EQ(four_years({clause({prison("P5Y", nullptr)})}), (Derived{T::kTrue, "minimum-reaches"}));
}

TEST(MaximumReaches, HoldsForLifeAndDeath) {
  EXPECT_EQ(four_years({clause({of_kind(PenaltyKind::kLife)})}), (Derived{T::kTrue, "life"}));
  EXPECT_EQ(four_years({clause({of_kind(PenaltyKind::kDeath)})}), (Derived{T::kTrue, "death"}));
}

TEST(MaximumReaches, NeverFollowsFromFinesFloggingOrLossOfServicesAlone) {
  PenaltyArm services = of_kind(PenaltyKind::kLossOfServices);
  services.max_term = term("P10Y");
  for (PenaltyArm const& arm :
       {fine("25000000"), fine("300", "day-fine"), of_kind(PenaltyKind::kFlogging), services}) {
    EXPECT_EQ(four_years({clause({arm})}), (Derived{T::kFalse, "no-imprisonment"}));
  }
}

TEST(MaximumReaches, LooksAtThePrisonArmOfOrAndAnd) {
  for (PenaltyRelation const relation : {PenaltyRelation::kOr, PenaltyRelation::kAnd,
                                         PenaltyRelation::kOrBoth, PenaltyRelation::kAndOr}) {
    EXPECT_EQ(four_years({clause({prison(nullptr, "P10Y"), fine("1")}, relation)}).value, T::kTrue);
    EXPECT_EQ(four_years({clause({prison(nullptr, "P3Y"), fine("1")}, relation)}).value, T::kFalse);
  }
}

TEST(MaximumReaches, LeavesVariantsOut) {
  PenaltyClause const base = clause({prison(nullptr, "P2Y")});
  for (PenaltyCondition const condition :
       {PenaltyCondition::kAggravated, PenaltyCondition::kRepeat, PenaltyCondition::kNegligent,
        PenaltyCondition::kAttempt}) {
    PenaltyClause variant = clause({prison(nullptr, "P14Y")});
    variant.condition = condition;
    EXPECT_EQ(four_years({base, variant}).value, T::kFalse);
    EXPECT_EQ(four_years({variant}), (Derived{T::kUnknown, "no-base-clause"}));
  }
  PenaltyClause multiplied = clause({prison(nullptr, "P5Y")});
  multiplied.multiplier = "1/3";
  EXPECT_EQ(four_years({base, multiplied}).value, T::kFalse);
  PenaltyClause company = clause({prison(nullptr, "P5Y")});
  company.person = PenaltyPerson::kLegal;
  EXPECT_EQ(four_years({base, company}).value, T::kFalse);
}

TEST(MaximumReaches, TakesOfficialsForNaturalPersonsWhereNobodyElseIsNamed) {
  PenaltyClause official = clause({prison("P91D", "P2Y")});
  official.person = PenaltyPerson::kOfficial;
  EXPECT_EQ(four_years({official}), (Derived{T::kFalse, "maximum"}));
  EXPECT_EQ(maximum_reaches(std::vector{official}, 1), (Derived{T::kTrue, "maximum"}));
  official.arms = {prison(nullptr, "P9Y")};
  EXPECT_EQ(four_years({clause({prison(nullptr, "P3Y")}), official}).value, T::kFalse);
}

TEST(MaximumReaches, IsFalseWithoutABaseWhereNothingImprisons) {
  PenaltyClause company = clause({fine("25000000")});
  company.person = PenaltyPerson::kLegal;
  EXPECT_EQ(four_years({company}), (Derived{T::kFalse, "no-imprisonment"}));
}

TEST(MaximumReaches, IsFalseWithoutABaseWhereNotEvenGraverFormsReach) {
  for (PenaltyCondition const condition :
       {PenaltyCondition::kAggravated, PenaltyCondition::kRepeat}) {
    PenaltyClause graver = clause({prison("P91D", "P2Y")});
    graver.condition = condition;
    EXPECT_EQ(four_years({graver}), (Derived{T::kFalse, "graver-form"}));
  }
  PenaltyClause negligent = clause({prison("P6M", "P12M")});
  negligent.condition = PenaltyCondition::kNegligent;
  EXPECT_EQ(four_years({negligent}), (Derived{T::kUnknown, "no-base-clause"}));
}

TEST(MaximumReaches, IsUnknownWhereThePenaltyWasNotSeen) {
  EXPECT_EQ(four_years({clause({}, PenaltyRelation::kUnseen)}), (Derived{T::kUnknown, "unseen"}));
  EXPECT_EQ(four_years({clause({fine("1")}, PenaltyRelation::kUnseen)}),
            (Derived{T::kUnknown, "unseen"}));
  EXPECT_EQ(four_years({clause({prison(nullptr, "P6Y")}, PenaltyRelation::kUnseen)}),
            (Derived{T::kTrue, "maximum"}));
}

TEST(MaximumReaches, FollowsThePrincipalAndSaysSo) {
  EXPECT_EQ(four_years({clause({}, PenaltyRelation::kSameAsPrincipal)}),
            (Derived{T::kUnknown, "same-as-principal"}));
}

TEST(MaximumReaches, IsUnknownWhereSourcesDisagreeAndTheAnswerTurnsOnIt) {
  PenaltyClause three = clause({prison(nullptr, "P3Y")});
  PenaltyClause seven = clause({prison(nullptr, "P7Y")});
  three.confidence = seven.confidence = Confidence::kConflict;
  EXPECT_EQ(four_years({three, seven}), (Derived{T::kUnknown, "conflict"}));
  PenaltyClause two = three;
  two.arms = {prison(nullptr, "P2Y")};
  EXPECT_EQ(four_years({three, two}), (Derived{T::kFalse, "maximum"})) << "both say no";
}

TEST(MaximumReaches, ComparesALoneDisputedValueWithWhatStandsBesideIt) {
  PenaltyClause disputed = clause({prison(nullptr, "P3Y")});
  disputed.confidence = Confidence::kConflict;
  PenaltyClause const seven = clause({prison(nullptr, "P7Y")});
  PenaltyClause const two = clause({prison(nullptr, "P2Y")});
  EXPECT_EQ(four_years({seven, disputed}), (Derived{T::kUnknown, "conflict"}));
  EXPECT_EQ(four_years({two, disputed}).value, T::kFalse);
}

TEST(MaximumReaches, IsAbsentWithoutAClause) {
  EXPECT_FALSE(maximum_reaches({}, 4).has_value());
}

TEST(TermRange, SpansTheArmsAndKnowsAnOpenEnd) {
  std::vector<PenaltyClause> const limb = {
      clause({prison("P91D", "P1Y"), fine("1")}, PenaltyRelation::kOr),
      clause({prison("P2Y", nullptr)})};
  TermRange const range = term_range(limb);
  EXPECT_EQ(range.longest, term("P1Y").scale());
  EXPECT_EQ(range.shortest, term("P91D").scale());
  EXPECT_TRUE(range.open);
  EXPECT_FALSE(term_range(clause({fine("1")})).prison);
  EXPECT_EQ(term_range(clause({of_kind(PenaltyKind::kLife)})).longest, kLifeScale);
}

TEST(Faults, NameWhatCannotBeOrdered) {
  EXPECT_TRUE(faults_of(clause({prison(nullptr, "P3Y"), fine("7000000")}, PenaltyRelation::kOrBoth))
                  .empty());
  EXPECT_THAT(faults_of(clause({prison("P5Y", "P3Y")})).at(0),
              testing::HasSubstr("below the minimum"));
  EXPECT_EQ(faults_of(clause({})).size(), 1U);
  EXPECT_EQ(faults_of(clause({fine("1", "")})).size(), 1U);
  EXPECT_EQ(faults_of(clause({fine("1", "naira")})).size(), 1U);
  EXPECT_EQ(faults_of(clause({prison(nullptr, nullptr)})).size(), 1U);
  EXPECT_EQ(faults_of(clause({fine("1")}, PenaltyRelation::kOrBoth)).size(), 1U);
  EXPECT_EQ(faults_of(clause({fine("1")}, PenaltyRelation::kSameAsPrincipal)).size(), 1U);
}

TEST(Decimal, KeepsHundredths) {
  for (char const* text : {"0", "7000000", "0.5", "12.34", "999999999999999"}) {
    EXPECT_EQ(decimal_string(parse_decimal(text).value()), text);
  }
  EXPECT_EQ(decimal_string(parse_decimal("2.50").value()), "2.5");
  for (char const* bad :
       {"", ".", "1.", ".5", "1.234", "1,000", "-1", "1e6", "1.2.3", "9999999999999999"}) {
    EXPECT_FALSE(parse_decimal(bad).ok()) << bad;
  }
}

}  // namespace
}  // namespace cyberlex
