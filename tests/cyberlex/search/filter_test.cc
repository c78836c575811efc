#include "cyberlex/search/filter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/engine.h"

namespace cyberlex::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// A section with limbs of 3, 10 and 5 years, and what else the rules speak of:
//   0 sec_24: subsec_1 harassment 3y or NGN 7, subsec_2 threat 10y, subsec_3 publication 5y
//   1 sec_25: open maximum from 5y; recalled
//   2 sec_26: outside unc and budapest on one limb, narrower budapest/2 on the other
//   3 sec_27: general, no limbs      4 sec_28: not assessed
//   5 sec_29: fine only, verified limb with a recalled clause
MiniIndex statute() {
  PenaltyClause three = prison("P3Y");
  three.arms.push_back(fine(700, "NGN").arms.front());
  three.relation = PenaltyRelation::kOrBoth;
  ActBuilder act("ng/test-act");
  act.add(StateBuilder("sec_24")
              .limb(LimbBuilder("sec_24__subsec_1").offence("harassment").clause(three))
              .limb(LimbBuilder("sec_24__subsec_2").offence("threat").clause(prison("P10Y")))
              .limb(LimbBuilder("sec_24__subsec_3")
                        .offence("publication")
                        .clause(prison("P5Y"))
                        .mapped("unc", "art_7", Relation::kNarrower)
                        .mapped("budapest", "art_2", Relation::kEquivalent)));
  act.add(StateBuilder("sec_25").limb(LimbBuilder("sec_25")
                                          .offence("forgery")
                                          .known(Confidence::kRecalled)
                                          .clause(prison_from("P5Y"), Confidence::kRecalled)));
  act.add(
      StateBuilder("sec_26")
          .limb(LimbBuilder("sec_26__subsec_1").offence("names").outside("unc").outside("budapest"))
          .limb(LimbBuilder("sec_26__subsec_2")
                    .mapped("budapest", "art_2", Relation::kNarrower)
                    .outside("unc")));
  act.add(StateBuilder("sec_27").klass(ProvisionClass::kGeneral));
  act.add(StateBuilder("sec_28"));
  act.add(StateBuilder("sec_29").limb(LimbBuilder("sec_29")
                                          .known(Confidence::kVerified)
                                          .clause(fine(900, "NGN"), Confidence::kRecalled)));
  ActBuilder unc("unc");
  unc.add(StateBuilder("art_7").limb(LimbBuilder("art_7").only_mapped().outside("budapest")));
  ActBuilder budapest("budapest");
  budapest.add(StateBuilder("art_2"));
  return MiniIndex({act, unc, budapest});
}

class FilterByHand : public ::testing::Test {
 protected:
  using List = std::vector<std::pair<Param, std::string>>;

  // Documents of the national act only, numbered from 0; treaties come first in citation order.
  std::vector<DocNum> find(List const& include, List const& exclude = {}) {
    std::vector<Filter> filters;
    for (auto const& [param, text] : include) {
      filters.push_back({param, {value(param, text)}, {}});
    }
    for (auto const& [param, text] : exclude) {
      filters.push_back({param, {}, {value(param, text)}});
    }
    return national(group_documents(engine_.shared(), {filters, {}, {}}));
  }

  std::vector<DocNum> national(DocSet const& docs) const {
    std::vector<DocNum> out;
    for (DocNum const doc : docs.to_vector()) {
      if (doc >= kTreatyArticles) {
        out.push_back(doc - kTreatyArticles);
      }
    }
    return out;
  }

  FilterValue value(Param param, std::string const& text) {
    if (info_of(param).form == ValueForm::kCode) {
      return {text, std::nullopt};
    }
    return value_of(param, text, engine_.reader().generation());
  }

  static constexpr DocNum kTreatyArticles = 2;
  MiniIndex index_ = statute();
  Engine engine_{index_};
};

TEST_F(FilterByHand, AllFiltersHoldOnOneLimb) {
  EXPECT_THAT(find({{Param::kPrison, "4y.."}}), ElementsAre(0, 1));
  EXPECT_THAT(find({{Param::kPrison, "4y.."}, {Param::kOffence, "threat"}}), ElementsAre(0));
  EXPECT_THAT(find({{Param::kPrison, "4y.."}, {Param::kOffence, "publication"}}), ElementsAre(0));
  EXPECT_THAT(find({{Param::kPrison, "4y.."}, {Param::kOffence, "harassment"}}), IsEmpty());
  EXPECT_THAT(find({{Param::kPrison, "..<4y"}, {Param::kOffence, "harassment"}}), ElementsAre(0));
  EXPECT_THAT(find({{Param::kSerious, "true"}, {Param::kOffence, "harassment"}}), IsEmpty());
}

TEST_F(FilterByHand, PenaltyFiltersHoldOnOneClause) {
  EXPECT_THAT(find({{Param::kPenalty, "fine"}, {Param::kPrison, "3y"}}), ElementsAre(0));
  EXPECT_THAT(find({{Param::kPenalty, "fine"}, {Param::kPrison, "10y"}}), IsEmpty());
  EXPECT_THAT(find({{Param::kFine, "7NGN.."}}), ElementsAre(0, 5));
  EXPECT_THAT(find({{Param::kFine, "8NGN.."}}), ElementsAre(5));
  EXPECT_THAT(find({{Param::kFine, "7USD.."}}), IsEmpty());
}

TEST_F(FilterByHand, MappingFiltersHoldOnOneMapping) {
  EXPECT_THAT(find({{Param::kArticle, "unc/7"}, {Param::kRelation, "narrower"}}), ElementsAre(0));
  EXPECT_THAT(find({{Param::kArticle, "unc/7"}, {Param::kRelation, "equivalent"}}), IsEmpty());
  EXPECT_THAT(find({{Param::kConvention, "unc"}}), ElementsAre(0));
  EXPECT_THAT(find({{Param::kConvention, "budapest"}}), ElementsAre(0, 2));
}

TEST_F(FilterByHand, AnOpenMaximumReachesWhatItsMinimumReaches) {
  EXPECT_THAT(find({{Param::kOffence, "forgery"}, {Param::kPrison, "5y.."}}), ElementsAre(1));
  EXPECT_THAT(find({{Param::kOffence, "forgery"}, {Param::kPrison, "6y.."}}), IsEmpty());
  EXPECT_THAT(find({{Param::kOffence, "forgery"}, {Param::kPrison, "5y..20y"}}), IsEmpty());
  EXPECT_THAT(find({{Param::kPrison, "unknown"}}), ElementsAre(1));
}

TEST_F(FilterByHand, NoneAndNotAssessedDiffer) {
  EXPECT_THAT(find({{Param::kOffence, "none"}}), ElementsAre(3, 5));
  EXPECT_THAT(find({{Param::kOffence, "not-assessed"}}), ElementsAre(4));
  EXPECT_THAT(find({{Param::kPrison, "none"}}), ElementsAre(2, 3, 5));
  EXPECT_THAT(find({{Param::kPrison, "none"}, {Param::kPenalty, "fine"}}), ElementsAre(5));
  EXPECT_THAT(find({{Param::kArticle, "not-assessed"}}), ElementsAre(1, 3, 4, 5));
}

// Two powers on one limb, one on the next; assessed, mapped only, and not looked at.
MiniIndex powers() {
  using enum AssessmentValue;
  ActBuilder act("ng/powers-act");
  act.add(StateBuilder("sec_1").limb(LimbBuilder("sec_1__subsec_1")
                                         .power("search")
                                         .safeguard("grounds", kPresent)
                                         .power("retention")
                                         .safeguard("grounds", kAbsent)
                                         .safeguard("notification", kNotAssessed)));
  act.add(StateBuilder("sec_2")
              .limb(LimbBuilder("sec_2__subsec_1").power("search").safeguard("grounds", kAbsent))
              .limb(LimbBuilder("sec_2__subsec_2")
                        .power("retention")
                        .safeguard("grounds", kPresent)
                        .offence("fraud")
                        .defence("testing", kPartial)));
  act.add(StateBuilder("sec_3").limb(LimbBuilder("sec_3").power("search")));
  act.add(StateBuilder("sec_4").klass(ProvisionClass::kGeneral));
  act.add(StateBuilder("sec_5"));
  return MiniIndex({act});
}

TEST(FilterOfAssessments, HoldsOnOneLimbWhateverPowerOfItIsMeant) {
  MiniIndex const index = powers();
  Engine engine(index);
  auto const find = [&engine](std::vector<std::pair<Param, std::string>> const& include) {
    std::vector<Filter> filters;
    for (auto const& [param, text] : include) {
      filters.push_back({param, {{text, std::nullopt}}, {}});
    }
    return group_documents(engine.shared(), {filters, {}, {}}).to_vector();
  };
  EXPECT_THAT(find({{Param::kSafeguard, "grounds:absent"}}), ElementsAre(0, 1));
  EXPECT_THAT(find({{Param::kSafeguard, "grounds:absent"}, {Param::kPower, "retention"}}),
              ElementsAre(0));
  EXPECT_THAT(find({{Param::kSafeguard, "grounds:present"}, {Param::kPower, "search"}}),
              ElementsAre(0));
  EXPECT_THAT(find({{Param::kSafeguard, "grounds:present"}, {Param::kDefence, "testing:partial"}}),
              ElementsAre(1));
  EXPECT_THAT(find({{Param::kSafeguard, "notification:not-assessed"}}), ElementsAre(0));
  EXPECT_THAT(find({{Param::kSafeguard, "notification:absent"}}), IsEmpty());
  // Looked at and none; nobody looked.
  EXPECT_THAT(find({{Param::kSafeguard, "none"}}), ElementsAre(2, 3));
  EXPECT_THAT(find({{Param::kSafeguard, "not-assessed"}}), ElementsAre(4));
  EXPECT_THAT(find({{Param::kDefence, "none"}}), ElementsAre(0, 2, 3));
}

TEST_F(FilterByHand, OutsideEveryTreatyIsSaidOfALimb) {
  EXPECT_THAT(find({{Param::kArticle, "none"}}), ElementsAre(2));
  EXPECT_THAT(find({{Param::kArticle, "unc/none"}}), ElementsAre(2));
  EXPECT_THAT(find({{Param::kArticle, "none"}, {Param::kOffence, "names"}}), ElementsAre(2));
  EXPECT_THAT(find({{Param::kArticle, "none"}, {Param::kRelation, "narrower"}}), IsEmpty());
}

TEST_F(FilterByHand, ATreatyIsNotAskedWhetherItIsOutsideItself) {
  std::vector<Filter> const filters = {{Param::kArticle, {{"none", {}}}, {}}};
  EXPECT_TRUE(group_documents(engine_.shared(), {filters, {}, {}}).contains(1));
}

TEST_F(FilterByHand, ExclusionLooksAtEveryLimb) {
  EXPECT_THAT(find({}, {{Param::kOffence, "harassment"}}), ElementsAre(1, 2, 3, 4, 5));
  EXPECT_THAT(find({{Param::kOffence, "threat"}}, {{Param::kOffence, "harassment"}}), IsEmpty());
  EXPECT_THAT(find({{Param::kJurisdiction, "ng"}}, {{Param::kPrison, "4y.."}}),
              ElementsAre(2, 3, 4, 5));
}

TEST_F(FilterByHand, ConfidenceAloneAsksTheLimbOrOneOfItsClauses) {
  EXPECT_THAT(find({{Param::kConfidence, "recalled"}}), ElementsAre(0, 1, 2, 5));
  EXPECT_THAT(find({{Param::kConfidence, "recalled"}, {Param::kPenalty, "imprisonment"}}),
              ElementsAre(1));
  EXPECT_THAT(find({{Param::kConfidence, "verified"}, {Param::kPenalty, "fine"}}), ElementsAre(0));
  EXPECT_THAT(find({{Param::kConfidence, "verified"}, {Param::kPrison, "none"}}), ElementsAre(5));
}

TEST_F(FilterByHand, AnOrOfFieldsHoldsOnTheSameLimb) {
  std::vector<Choice> const fields = {
      {{Param::kOffence, {{"harassment", {}}}}, {Param::kSerious, {{"unknown", {}}}}},
      {{Param::kPrison, {value(Param::kPrison, "5y..")}}}};
  EXPECT_THAT(national(group_documents(engine_.shared(), {{}, fields, {}})), IsEmpty());
  std::vector<Choice> const lower = {fields[0],
                                     {{Param::kPrison, {value(Param::kPrison, "3y..")}}}};
  EXPECT_THAT(national(group_documents(engine_.shared(), {{}, lower, {}})), ElementsAre(0));
}

TEST_F(FilterByHand, SkippingAFilterLeavesFieldsOfItsParameter) {
  std::vector<Filter> const filters = {{Param::kOffence, {{"threat", {}}}, {{"harassment", {}}}}};
  std::vector<Choice> const fields = {{{Param::kOffence, {{"publication", {}}}}}};
  FilterGroup const group{filters, fields, {}};
  EXPECT_THAT(national(group_documents(engine_.shared(), group)), IsEmpty());
  EXPECT_THAT(national(group_documents(engine_.shared(), group, Param::kOffence)), ElementsAre(0));
  EXPECT_EQ(limb_choices(group, std::nullopt).size(), 2U);
  EXPECT_EQ(limb_choices(group, Param::kOffence).size(), 1U);
}

}  // namespace
}  // namespace cyberlex::testing
