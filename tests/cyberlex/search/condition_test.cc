#include "cyberlex/search/condition.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cyberlex/search/ranges.h"
#include "tests/support/engine.h"

namespace cyberlex::testing {
namespace {

using ::testing::ElementsAre;

ValueRange terms(std::string_view text) {
  return must(parse_term_range(text)).range.value();
}

int64_t scale(std::string_view text) {
  return must(Duration::parse(text)).scale();
}

TEST(InRange, EndsAreInclusiveUnlessSaid) {
  EXPECT_TRUE(in_range(terms("1y..4y"), scale("P12M")));
  EXPECT_TRUE(in_range(terms("1y..4y"), scale("P48M")));
  EXPECT_FALSE(in_range(terms("1y..<4y"), scale("P4Y")));
  EXPECT_FALSE(in_range(terms("1y.."), scale("P364D") - scale("P5D")));
  EXPECT_TRUE(in_range(terms("3m.."), scale("P91D")));
}

TEST(InRange, AnOpenUpperEndTakesInLifeAndDeath) {
  EXPECT_TRUE(in_range(terms("4y.."), kLifeScale));
  EXPECT_TRUE(in_range(terms("4y.."), kDeathScale));
  EXPECT_FALSE(in_range(terms("4y..<life"), kLifeScale));
  EXPECT_TRUE(in_range(terms("life"), kLifeScale));
  EXPECT_FALSE(in_range(terms("life"), kDeathScale));
}

class ConditionsOnOneLimb : public ::testing::Test {
 protected:
  static MiniIndex make() {
    PenaltyClause open_fine = fine(0, "NGN");
    open_fine.arms[0].max_amount.reset();
    open_fine.arms[0].min_amount = 500;
    ActBuilder act("ng/test-act", 2015);
    act.add(
        StateBuilder("sec_1").text("en", "x").limb(LimbBuilder("sec_1")
                                                       .power("search", {"court"})
                                                       .concern("vague")
                                                       .clause(prison("P1Y", "P5Y"))
                                                       .clause(open_fine)
                                                       .mapped("unc", "art_7", Relation::kWider)));
    act.add(StateBuilder("sec_2")
                .text("es", "x", "", TextKind::kRestatement)
                .limb(LimbBuilder("sec_2").clause(same_as_principal())));
    ActBuilder old("ng/older-act", 0);
    old.add(StateBuilder("sec_1"));
    return MiniIndex({act, old});
  }

  // Documents: 0 of the older act, 1 and 2 of the other.
  bool holds(Param param, FilterValue value, LimbPlace const& place) {
    return LimbTest(engine_.shared(), {param, {std::move(value)}}, Date()).holds(place);
  }
  bool holds(Param param, std::string text, LimbPlace const& place) {
    return holds(param, FilterValue{std::move(text), std::nullopt}, place);
  }
  bool holds_range(Param param, std::string_view text, LimbPlace const& place) {
    return holds(param, value_of(param, text, engine_.reader().generation()), place);
  }
  std::vector<DocNum> states(Param param, std::vector<FilterValue> values) {
    return state_documents(engine_.shared(), {param, std::move(values)}, Date()).to_vector();
  }

  static constexpr LimbPlace kLimb{1, 0};
  static constexpr LimbPlace kPrison{1, 0, 0};
  static constexpr LimbPlace kFine{1, 0, 1};
  static constexpr LimbPlace kMapping{1, 0, LimbPlace::kNone, 0};
  static constexpr LimbPlace kPrincipal{2, 1, 2};
  MiniIndex index_ = make();
  Engine engine_{index_};
};

TEST_F(ConditionsOnOneLimb, AreTestedAtTheirLevel) {
  EXPECT_TRUE(holds(Param::kPower, "search", kLimb));
  EXPECT_TRUE(holds(Param::kAuthorisation, "court", kLimb));
  EXPECT_FALSE(holds(Param::kAuthorisation, "search", kLimb));
  EXPECT_TRUE(holds(Param::kConcern, "vague", kPrison));
  EXPECT_TRUE(holds(Param::kPenalty, "imprisonment", kPrison));
  EXPECT_FALSE(holds(Param::kPenalty, "imprisonment", kFine));
  EXPECT_FALSE(holds(Param::kPenalty, "imprisonment", kLimb));
  EXPECT_TRUE(holds(Param::kArticle, "unc/7", kMapping));
  EXPECT_FALSE(holds(Param::kArticle, "unc/7", kLimb));
  EXPECT_TRUE(holds(Param::kRelation, "wider", kMapping));
  EXPECT_TRUE(holds(Param::kSerious, "true", kLimb));
  EXPECT_TRUE(holds(Param::kJurisdiction, "ng", kLimb));
}

TEST_F(ConditionsOnOneLimb, TermsAndFinesHaveTheirRanges) {
  EXPECT_TRUE(holds_range(Param::kPrison, "5y", kPrison));
  EXPECT_FALSE(holds_range(Param::kPrison, "1y", kPrison));
  EXPECT_TRUE(holds_range(Param::kPrisonMin, "1y", kPrison));
  EXPECT_FALSE(holds_range(Param::kPrison, "5y", kFine));
  EXPECT_TRUE(holds_range(Param::kFine, "5NGN..", kFine)) << "a minimum without a maximum";
  EXPECT_FALSE(holds_range(Param::kFine, "5NGN..6NGN", kFine));
  EXPECT_FALSE(holds_range(Param::kFine, "6NGN..", kFine));
}

TEST_F(ConditionsOnOneLimb, ThePenaltyOfThePrincipalIsUnknown) {
  EXPECT_TRUE(holds(Param::kPrison, "unknown", kPrincipal));
  EXPECT_FALSE(holds(Param::kPrison, "unknown", kPrison));
  EXPECT_FALSE(holds(Param::kPrison, "unknown", kFine));
  EXPECT_TRUE(holds(Param::kPenalty, "same-as-principal", kPrincipal));
}

TEST_F(ConditionsOnOneLimb, TheLackOfAValueHoldsOnDocuments) {
  EXPECT_TRUE(holds(Param::kOffence, "none", {1}));
  EXPECT_TRUE(holds(Param::kOffence, "none", kFine));
  EXPECT_TRUE(holds(Param::kOffence, "not-assessed", {0}));
  EXPECT_FALSE(holds(Param::kOffence, "none", {0}));
  EXPECT_TRUE(holds(Param::kArticle, "not-assessed", {2}));
  LimbTest const test(engine_.shared(), {Param::kOffence, {{"none", {}}, {"not-assessed", {}}}},
                      Date());
  EXPECT_THAT(test.documents_without_limb().to_vector(), ElementsAre(0, 1, 2));
}

TEST_F(ConditionsOnOneLimb, StatesHaveTheirValues) {
  FilterValue const years = must(parse_year_range("2010..2020"));
  EXPECT_THAT(states(Param::kYear, {years}), ElementsAre(1, 2));
  EXPECT_THAT(states(Param::kYear, {{"unknown", {}}}), ElementsAre(0));
  EXPECT_THAT(states(Param::kLang, {{"en", {}}, {"es", {}}}), ElementsAre(1, 2));
  EXPECT_THAT(states(Param::kText, {{"restatement", {}}}), ElementsAre(2));
  EXPECT_THAT(states(Param::kAct, {{"ng/older-act", {}}}), ElementsAre(0));
  EXPECT_THAT(states(Param::kRank, {{"treaty", {}}}), ElementsAre());
}

// Up to four years, or from two years on without a maximum.
TEST(Conditions, ALimbWithAnOpenTermIsKnownFromBelowOnly) {
  ActBuilder act("ng/act-1");
  act.add(StateBuilder("sec_1")
              .text("en", "word")
              .limb(LimbBuilder("sec_1").clause(prison("P4Y")).clause(prison_from("P2Y"))));
  act.add(StateBuilder("sec_2")
              .text("en", "word")
              .limb(LimbBuilder("sec_2")
                        .clause(kind_only(PenaltyKind::kLife))
                        .clause(prison_from("P2Y"))));
  MiniIndex const index({act});
  Engine engine(index);
  auto const holds = [&](std::string_view range, LimbPlace const& place) {
    FilterValue const value = value_of(Param::kPrison, range, *index.generation());
    return LimbTest(engine.shared(), {Param::kPrison, {value}}, Date()).holds(place);
  };
  EXPECT_FALSE(holds("..4y", {0, 0, 0})) << "it may be longer";
  EXPECT_FALSE(holds("4y", {0, 0, 0}));
  EXPECT_TRUE(holds("4y..", {0, 0, 0}));
  EXPECT_FALSE(holds("unknown", {0, 0, 0}));
  EXPECT_TRUE(holds("unknown", {0, 0, 1}));
  EXPECT_TRUE(holds("2y..", {0, 0, 1}));
  EXPECT_FALSE(holds("3y..", {0, 0, 1}));
  EXPECT_TRUE(holds("life", {1, 1, 2})) << "nothing open is longer than life";
  EXPECT_TRUE(holds("unknown", {1, 1, 3})) << "the clause's own maximum is not stated";
}

}  // namespace
}  // namespace cyberlex::testing
