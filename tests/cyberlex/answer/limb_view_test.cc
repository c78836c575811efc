#include "cyberlex/answer/limb_view.h"

#include <gmock/gmock.h>

namespace cyberlex {
namespace {

using testing::ElementsAre;

PenaltyClause prison(char const* min, char const* max) {
  PenaltyClause clause;
  PenaltyArm arm;
  if (*min != '\0') {
    arm.min_term = Duration::parse(min).value();
  }
  if (*max != '\0') {
    arm.max_term = Duration::parse(max).value();
  }
  clause.arms.push_back(arm);
  return clause;
}

LimbRecord limb(char const* eid, std::vector<PenaltyClause> clauses) {
  LimbRecord out;
  out.eid = EId::parse(eid).value();
  out.penalties = std::move(clauses);
  return out;
}

TEST(LimbView, MakesOneRowAnArmWithTermsAsWritten) {
  PenaltyClause clause = prison("P12M", "P36M");
  clause.relation = PenaltyRelation::kOrBoth;
  PenaltyArm fine;
  fine.kind = PenaltyKind::kFine;
  fine.max_amount = 700050;
  fine.unit = "NGN";
  clause.arms.push_back(fine);
  LimbRecord const row_source = limb("sec_1", {clause, prison("P10Y", "P10Y")});
  std::vector<PenaltyRow> const rows = penalty_rows(row_source);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].min, "P12M");
  EXPECT_EQ(rows[0].max, "P36M");
  EXPECT_EQ(rows[1].min, "");
  EXPECT_EQ(rows[1].max, "7000.5");
  EXPECT_EQ(rows[1].unit, "NGN");
  EXPECT_EQ(rows[1].number, 1U);
  EXPECT_EQ(rows[2].number, 2U);
  EXPECT_EQ(rows[2].min, rows[2].max);
}

TEST(LimbView, KeepsAClauseWithoutArmsAsOneRow) {
  PenaltyClause clause;
  clause.relation = PenaltyRelation::kSameAsPrincipal;
  LimbRecord const attempt = limb("sec_2", {clause});
  ASSERT_EQ(penalty_rows(attempt).size(), 1U);
  EXPECT_EQ(penalty_rows(attempt)[0].kind, PenaltyKind::kSameAsPrincipal);
  EXPECT_EQ(serious_of(attempt)->value, Ternary::kUnknown);
}

TEST(LimbView, NamesTheLongestTermAsTheLawWritesIt) {
  EXPECT_EQ(longest_term(limb("sec_1", {prison("", "P1Y"), prison("", "P13M")})), "P13M");
  EXPECT_EQ(longest_term(limb("sec_1", {prison("P2Y", "")})), "");
  EXPECT_EQ(longest_term(limb("sec_1", {})), "");
  PenaltyClause life;
  life.arms.emplace_back();
  life.arms[0].kind = PenaltyKind::kLife;
  EXPECT_EQ(longest_term(limb("sec_1", {prison("", "P20Y"), life})), "life");
  life.arms[0].kind = PenaltyKind::kDeath;
  EXPECT_EQ(longest_term(limb("sec_1", {life})), "death");
}

TEST(LimbView, FindsTheGravestLimbOfSeveral) {
  ProvisionRecord record;
  record.limbs = {limb("sec_24__subsec_1", {prison("", "P3Y")}),
                  limb("sec_24__subsec_2__para_a", {prison("P10Y", "P10Y")}),
                  limb("sec_24__subsec_2__para_b", {prison("P5Y", "P5Y")})};
  std::optional<LimbDerived> const grave = gravest(record);
  ASSERT_TRUE(grave.has_value());
  EXPECT_EQ(grave->limb->eid.text(), "sec_24__subsec_2__para_a");
  EXPECT_EQ(grave->derived.value, Ternary::kTrue);
  record.limbs = {limb("sec_1", {prison("", "P3Y")}), limb("sec_1__subsec_2", {prison("P1Y", "")})};
  EXPECT_EQ(gravest(record)->derived.reason, "open-maximum");
  record.limbs = {limb("sec_1", {})};
  EXPECT_FALSE(gravest(record).has_value());
}

TEST(LimbView, ListsAMappingOfTheWholeSectionOnce) {
  MappingRecord mapping;
  mapping.limb = EId::parse("sec_6").value();
  mapping.treaty = "unc";
  mapping.article = EId::parse("art_7").value();
  MappingRecord outside = mapping;
  outside.relation = Relation::kOutside;
  outside.article = EId();
  ProvisionRecord record;
  record.limbs = {limb("sec_6__subsec_1", {}), limb("sec_6__subsec_2", {})};
  record.limbs[0].mappings = {mapping, outside};
  record.limbs[1].mappings = {mapping};
  std::vector<std::string> handles;
  for (MappingRecord const* row : mappings_of(record)) {
    handles.push_back(article_handle(*row));
  }
  EXPECT_THAT(handles, ElementsAre("unc/7", "unc/none"));
}

TEST(LimbView, GathersConceptsInTheOrderOfTheText) {
  ProvisionRecord record;
  record.limbs = {limb("sec_1__subsec_1", {}), limb("sec_1__subsec_2", {})};
  record.limbs[0].offences = {"b", "a"};
  record.limbs[1].offences = {"a", "c"};
  record.limbs[1].powers.emplace_back();
  record.limbs[1].powers[0].power = "search";
  EXPECT_THAT(offences_of(record), ElementsAre("b", "a", "c"));
  EXPECT_THAT(powers_of(record), ElementsAre("search"));
}

}  // namespace
}  // namespace cyberlex
