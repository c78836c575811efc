#include "cyberlex/render/text_penalty.h"

#include <gtest/gtest.h>

namespace cyberlex {
namespace {

PenaltyArm prison(char const* min, char const* max) {
  PenaltyArm arm;
  arm.min_term = *min == '\0' ? std::nullopt : std::optional(Duration::parse(min).value());
  arm.max_term = *max == '\0' ? std::nullopt : std::optional(Duration::parse(max).value());
  return arm;
}

PenaltyArm fine(Hundredths max, char const* unit) {
  PenaltyArm arm;
  arm.kind = PenaltyKind::kFine;
  arm.max_amount = max;
  arm.unit = unit;
  return arm;
}

PenaltyClause clause(PenaltyRelation relation, std::vector<PenaltyArm> arms) {
  PenaltyClause out;
  out.relation = relation;
  out.arms = std::move(arms);
  return out;
}

TEST(PenaltyText, SaysWhatTheClauseSays) {
  using R = PenaltyRelation;
  PenaltyArm life;
  life.kind = PenaltyKind::kLife;
  EXPECT_EQ(clause_text(clause(R::kOnly, {prison("P10Y", "P10Y")})), "prison 10 years");
  EXPECT_EQ(clause_text(clause(R::kOnly, {prison("P91D", "P1Y")})), "prison 91 days to 1 year");
  EXPECT_EQ(clause_text(clause(R::kOnly, {prison("P2Y", "")})), "prison at least 2 years");
  EXPECT_EQ(clause_text(clause(R::kOrBoth, {prison("", "P3Y"), fine(700000000, "NGN")})),
            "prison up to 3 years or fine up to 7,000,000 NGN, or both");
  EXPECT_EQ(clause_text(clause(R::kAndOr, {life, fine(50, "multiple-of-damage")})),
            "life and/or fine up to 0.5 multiple-of-damage");
  EXPECT_EQ(clause_text(clause(R::kSameAsPrincipal, {})), "as for the principal offence");
}

TEST(PenaltyText, PutsWhatNarrowsItInFront) {
  PenaltyClause repeat = clause(PenaltyRelation::kOnly, {prison("", "P5Y")});
  repeat.condition = PenaltyCondition::kRepeat;
  repeat.condition_note = "within two years";
  repeat.person = PenaltyPerson::kLegal;
  repeat.multiplier = "1/3";
  EXPECT_EQ(clause_text(repeat),
            "legal person: repeat (within two years): prison up to 5 years, raised by 1/3");
}

TEST(PenaltyText, SpellsTermsOut) {
  EXPECT_EQ(term_text(Duration::parse("P45DT12H").value()), "45 days 12 hours");
  EXPECT_EQ(term_text(Duration::parse("P1Y1M").value()), "1 year 1 month");
  EXPECT_EQ(term_text(Duration()), "0 days");
}

}  // namespace
}  // namespace cyberlex
