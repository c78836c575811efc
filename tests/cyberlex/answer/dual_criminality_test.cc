#include "cyberlex/answer/dual_criminality.h"

#include <gmock/gmock.h>

#include "tests/support/mini_index.h"

namespace cyberlex::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

StateBuilder article(std::string_view unit, ProvisionClass klass = ProvisionClass::kOffence) {
  return StateBuilder(unit).klass(klass).text("en", "text", "heading");
}

// In force from 2004; ng and ir are parties from 2010, xk has signed.
ActBuilder budapest() {
  ActBuilder out("budapest", 2001);
  out.status("2004-01-01", LegalStatus::kInForce);
  out.add(article("art_2").limb(LimbBuilder("art_2").asks("access")));
  out.add(article("art_4").limb(LimbBuilder("art_4").asks("interference")));
  out.add(article("art_11", ProvisionClass::kLiability).limb(LimbBuilder("art_11").asks("aiding")));
  out.add(article("art_24", ProvisionClass::kCooperation).block("art_24__para_6", "nationals"));
  out.add(article("art_25", ProvisionClass::kCooperation));
  out.standing("ng", "2010-01-01", Standing::kParty);
  out.standing("ir", "2004-01-01", Standing::kNone);
  out.standing("ir", "2010-01-01", Standing::kParty);
  out.standing("xk", "2010-01-01", Standing::kSignatory);
  return out;
}

// Adopted and not in force; its article 37 stands from 2024.
ActBuilder unc() {
  ActBuilder out("unc", 2024);
  out.status("2024-01-01", LegalStatus::kAdopted);
  out.add(article("art_37", ProvisionClass::kCooperation).from("2024-01-01"));
  out.standing("ng", "2025-01-01", Standing::kParty);
  out.standing("ir", "2025-01-01", Standing::kParty);
  return out;
}

ActBuilder untoc() {
  ActBuilder out("untoc", 2000);
  out.status("2003-01-01", LegalStatus::kInForce);
  out.add(article("art_16", ProvisionClass::kCooperation));
  out.standing("ng", "2005-01-01", Standing::kParty);
  out.standing("xk", "2005-01-01", Standing::kParty);
  return out;
}

LimbBuilder limb(std::string_view place, std::string offence, std::string_view term) {
  return LimbBuilder(place)
      .known(Confidence::kVerified)
      .offence(std::move(offence))
      .clause(prison(term));
}

LimbBuilder mapped(LimbBuilder out, std::string_view place, Relation relation,
                   Confidence confidence = Confidence::kVerified) {
  return out.mapped("budapest", place, relation).mapping_known(confidence);
}

StateBuilder provision(std::string_view unit, LimbBuilder const& of) {
  StateBuilder out = StateBuilder(unit).from("2005-01-01").limb(of);
  return out;
}

// sec_1 and sec_2 lie within ir's articles, sec_2 by a recalled row; sec_3 is speech; sec_4 ended.
ActBuilder nigerian() {
  ActBuilder out("ng/act", 2005);
  out.status("2005-01-01", LegalStatus::kInForce);
  out.add(provision("sec_1", mapped(limb("sec_1", "access", "P5Y"), "art_2", Relation::kNarrower)));
  out.add(provision("sec_2", mapped(limb("sec_2", "interference", "P5Y"), "art_4",
                                    Relation::kEquivalent, Confidence::kRecalled)));
  out.add(provision("sec_3", limb("sec_3", "false-news", "P3Y")
                                 .clause(kind_only(PenaltyKind::kFlogging))
                                 .concern("speech")
                                 .outside("budapest")));
  out.add(provision("sec_4", mapped(limb("sec_4", "spam", "P5Y"), "art_4", Relation::kNarrower))
              .to("2015-01-01"));
  out.add(provision("sec_4", mapped(limb("sec_4", "spam", "P5Y"), "art_4", Relation::kNarrower))
              .from("2015-01-01")
              .status(LegalStatus::kRepealed));
  out.add(provision("sec_5", LimbBuilder("sec_5").power("search")));
  return out;
}

// art_1 allows a year until 2015, and six months from then on.
ActBuilder iranian() {
  ActBuilder out("ir/law", 2005);
  out.status("2005-01-01", LegalStatus::kInForce);
  out.add(provision("art_1", mapped(limb("art_1", "access", "P1Y"), "art_2", Relation::kWider))
              .to("2015-01-01"));
  out.add(provision("art_1", mapped(limb("art_1", "access", "P6M"), "art_2", Relation::kWider))
              .from("2015-01-01"));
  out.add(
      provision("art_4", mapped(limb("art_4", "interference", "P2Y"), "art_4", Relation::kWider)));
  out.add(provision("art_18", limb("art_18", "false-news", "P2Y")));
  out.elsewhere("budapest", "art_2", "Penal Code");
  out.gap("chapter 3 was not seen");
  return out;
}

// No treaty that asks for a length binds it.
ActBuilder other() {
  ActBuilder out("xk/code", 2005);
  out.status("2005-01-01", LegalStatus::kInForce);
  out.add(provision("art_1", mapped(LimbBuilder("art_1")
                                        .known(Confidence::kVerified)
                                        .offence("access")
                                        .clause(prison_from("P1M")),
                                    "art_2", Relation::kEquivalent)));
  return out;
}

Taxonomy taxonomy() {
  Taxonomy out;
  for (auto const& [id, broader] :
       std::vector<std::pair<std::string, std::string>>{{"access", "core"},
                                                        {"content-offence", ""},
                                                        {"core", ""},
                                                        {"false-news", "content-offence"},
                                                        {"fraud", ""},
                                                        {"interference", "core"},
                                                        {"spam", ""}}) {
    Concept entry;
    entry.scheme = "offence";
    entry.id = id;
    entry.broader = broader;
    out.concepts.push_back(std::move(entry));
  }
  return out;
}

class DualCriminality : public ::testing::Test {
 protected:
  static DualRequest request(std::string requesting, std::string requested, std::string offence,
                             std::string_view when = "2012-06-01") {
    DualRequest out;
    out.requesting = std::move(requesting);
    out.requested = std::move(requested);
    out.offence = std::move(offence);
    out.as_of = day(when);
    return out;
  }
  DualAnswer ask(DualRequest const& wanted) {
    return must(answer_dual_criminality(reader_, wanted));
  }
  DualAnswer ask(std::string requesting, std::string requested, std::string offence,
                 std::string_view when = "2012-06-01") {
    return ask(request(std::move(requesting), std::move(requested), std::move(offence), when));
  }
  Error error(DualRequest const& wanted) {
    return answer_dual_criminality(reader_, wanted).error();
  }

  static std::string verdict(DualAnswer const& answer) {
    return std::string(name_of(answer.verdict.verdict)) + ' ' + answer.verdict.reason;
  }
  static std::vector<std::string> caveats(DualAnswer const& answer) {
    std::vector<std::string> out;
    for (DualCaveat const& caveat : answer.caveats) {
      out.push_back(caveat.id);
    }
    return out;
  }
  static DualBasis const& basis(DualAnswer const& answer, std::string_view treaty) {
    for (DualBasis const& each : answer.basis) {
      if (answer.generation->acts().at(each.treaty).work.handle == treaty) {
        return each;
      }
    }
    throw std::runtime_error("no basis " + std::string(treaty));
  }

  MiniIndex index_{{budapest(), unc(), untoc(), nigerian(), iranian(), other()}, taxonomy()};
  IndexReader reader_ = index_.reader();
};

TEST_F(DualCriminality, AnOffenceWithinAnArticleThatTheOtherStateHoldsWholeIsPrimaFacie) {
  DualAnswer const answer = ask("ng", "ir", "access");
  EXPECT_EQ(verdict(answer), "prima-facie wholly-within");
  EXPECT_EQ(answer.verdict.within, Within::kWholly);
  EXPECT_EQ(answer.verdict.confidence, Confidence::kVerified);
  ASSERT_EQ(answer.pairs.size(), 1U);
  EXPECT_EQ(answer.pairs[0].reason, "chain");
  EXPECT_EQ(answer.requesting.at(0).handle, "ng/act/sec_1");
  EXPECT_EQ(answer.requested.at(0).handle, "ir/law/art_1");
}

TEST_F(DualCriminality, TurnedRoundItIsDoubtful) {
  DualAnswer const answer = ask("ir", "ng", "access");
  EXPECT_EQ(verdict(answer), "doubtful partly-within");
  EXPECT_EQ(answer.pairs.at(0).reason, "requested-part");
}

TEST_F(DualCriminality, NothingRecalledIsPrimaFacie) {
  DualAnswer const answer = ask("ng", "ir", "interference");
  EXPECT_EQ(answer.verdict.within, Within::kWholly);
  EXPECT_EQ(answer.verdict.confidence, Confidence::kRecalled);
  EXPECT_EQ(verdict(answer), "doubtful not-verified");
}

TEST_F(DualCriminality, ALengthThatABindingTreatyAsksForMustBeReachedOnBothSides) {
  EXPECT_EQ(verdict(ask("ng", "ir", "access", "2016-01-01")), "doubtful length-not-reached");
  // Before the treaty bound both, the conduct alone decided.
  DualRequest early = request("ng", "ir", "access", "2009-06-01");
  early.requested_on = day("2016-01-01");
  EXPECT_EQ(verdict(ask(early)), "prima-facie wholly-within");
  EXPECT_EQ(verdict(ask("ng", "xk", "access")), "prima-facie wholly-within");
}

TEST_F(DualCriminality, ReadsTheLawOfEachSideOnItsOwnDay) {
  DualRequest wanted = request("ng", "ir", "access", "2016-01-01");
  wanted.requested_on = day("2014-12-31");
  DualAnswer const answer = ask(wanted);
  EXPECT_EQ(verdict(answer), "prima-facie wholly-within");
  EXPECT_EQ(answer.requested.at(0).length.longest, "P1Y");
  EXPECT_EQ(answer.request.requesting_on, day("2016-01-01"));
}

TEST_F(DualCriminality, AConceptAloneIsDoubtful) {
  DualAnswer const answer = ask("ng", "ir", "content-offence");
  EXPECT_EQ(verdict(answer), "doubtful partly-within");
  EXPECT_EQ(answer.pairs.at(0).reason, "same-concept");
}

TEST_F(DualCriminality, OverSeveralOffencesWhatDiffersIsDoubtful) {
  DualAnswer const answer = ask("ng", "ir", "core");
  ASSERT_EQ(answer.findings.size(), 2U);
  EXPECT_EQ(answer.findings[0].verdict, DualVerdict::kPrimaFacie);
  EXPECT_EQ(answer.findings[1].reason, "not-verified");
  EXPECT_EQ(verdict(answer), "doubtful mixed");
}

TEST_F(DualCriminality, SaysWhatIsHeldWhereNothingIsFound) {
  DualAnswer const answer = ask("ng", "xk", "false-news");
  EXPECT_EQ(verdict(answer), "not-found-in-corpus no-candidate");
  EXPECT_FALSE(answer.verdict.within.has_value());
  EXPECT_EQ(answer.requested_corpus.acts, 1U);
  EXPECT_EQ(answer.requested_corpus.provisions, 1U);
  EXPECT_EQ(answer.requested_corpus.offences, 1U);
  EXPECT_EQ(verdict(ask("ng", "ir", "fraud")), "not-found-in-corpus no-requesting-offence");
  DualAnswer const empty = ask("ng", "fr", "access");
  EXPECT_EQ(verdict(empty), "not-found-in-corpus not-assessed");
  EXPECT_EQ(empty.requested_corpus.acts, 0U);
  EXPECT_EQ(verdict(ask("fr", "ng", "access")), "not-found-in-corpus requesting-not-assessed");
}

TEST_F(DualCriminality, NamesWhoLookedForTheArticleAndWhatIsMissing) {
  DualCorpus const corpus = ask("ng", "ir", "access").requested_corpus;
  ASSERT_EQ(corpus.looked.size(), 1U);
  EXPECT_EQ(corpus.looked[0].row->elsewhere, "Penal Code");
  EXPECT_EQ(corpus.gaps.size(), 1U);
  EXPECT_THAT(ask("ng", "ir", "false-news").requested_corpus.looked, IsEmpty());
}

TEST_F(DualCriminality, TakesAProvisionOrAnArticleInPlaceOfAConcept) {
  DualRequest wanted = request("ng", "ir", "");
  wanted.provision = "ng/act/sec_1";
  EXPECT_EQ(verdict(ask(wanted)), "prima-facie wholly-within");
  wanted.provision = "ng/act/sec_5";
  EXPECT_EQ(verdict(ask(wanted)), "not-found-in-corpus no-requesting-offence");
  wanted.provision = "ng/act/sec_4";
  wanted.as_of = day("2016-01-01");
  EXPECT_EQ(verdict(ask(wanted)), "not-found-in-corpus requesting-not-in-force");
  wanted.provision.clear();
  wanted.article = "budapest/2";
  wanted.as_of = day("2012-06-01");
  EXPECT_EQ(ask(wanted).requesting.at(0).handle, "ng/act/sec_1");
}

TEST_F(DualCriminality, ATreatyBindsWhenItIsInForceAndBothAreParties) {
  DualAnswer const answer = ask("ng", "ir", "access", "2025-06-01");
  EXPECT_EQ(basis(answer, "budapest").binds, Ternary::kTrue);
  EXPECT_EQ(basis(answer, "unc").binds,
            Ternary::kFalse);  // both are parties to what is not in force
  EXPECT_EQ(basis(answer, "untoc").binds, Ternary::kUnknown);  // nobody looked at the second
  EXPECT_EQ(basis(ask("ng", "xk", "access"), "budapest").binds, Ternary::kFalse);
  EXPECT_EQ(basis(ask("ng", "ir", "access", "2009-12-31"), "budapest").binds, Ternary::kFalse);
  EXPECT_EQ(basis(ask("ng", "fr", "access"), "budapest").binds, Ternary::kUnknown);
  EXPECT_EQ(ask("ng", "ir", "access", "2023-01-01").basis.size(), 2U);  // no unc yet
}

TEST_F(DualCriminality, ExtraditionReachesOnlyWhatTheTreatyNames) {
  DualAnswer const answer = ask("ng", "ir", "access");
  ASSERT_EQ(basis(answer, "budapest").reach.size(), 1U);
  DualReach const& reach = basis(answer, "budapest").reach[0];
  EXPECT_THAT(reach.articles, ElementsAre("budapest/2"));
  EXPECT_EQ(reach.rule, "one-year");
  EXPECT_EQ(reach.length, Ternary::kTrue);
  EXPECT_THAT(basis(ask("ng", "ir", "false-news"), "budapest").reach, IsEmpty());
  DualReach const serious = basis(ask("ng", "xk", "access"), "untoc").reach.at(0);
  EXPECT_EQ(serious.rule, "serious");
  EXPECT_EQ(serious.length, Ternary::kUnknown);  // a minimum and no maximum
}

TEST_F(DualCriminality, CitesOnlyArticlesThatAreHeld) {
  DualAnswer const answer = ask("ng", "ir", "access");
  for (DualCaveat const& caveat : answer.caveats) {
    for (DualArticle const& each : caveat.articles) {
      EXPECT_THAT((std::vector<std::string>{"budapest/art_24__para_6", "budapest/11"}),
                  Contains(each.handle))
          << caveat.id;
      EXPECT_TRUE(each.binds_requesting && each.binds_requested);
    }
  }
  EXPECT_THAT(caveats(answer), Contains("nationality"));
  EXPECT_THAT(caveats(answer), Not(Contains("political-offence")));
}

TEST_F(DualCriminality, WarnsOfFloggingOnTheRequestingSideAndOfConcerns) {
  EXPECT_THAT(caveats(ask("ng", "ir", "false-news")), Contains("death-or-flogging"));
  EXPECT_THAT(caveats(ask("ir", "ng", "false-news")), Not(Contains("death-or-flogging")));
  EXPECT_THAT(caveats(ask("ir", "ng", "false-news")), Contains("concerns"));
  EXPECT_THAT(caveats(ask("ir", "ng", "false-news")), Contains("expression"));
  EXPECT_THAT(caveats(ask("ng", "ir", "access")), Not(Contains("expression")));
}

TEST_F(DualCriminality, LeavesATraceOfEachStep) {
  std::vector<std::string> steps;
  for (DualStep const& step : ask("ng", "ir", "access").steps) {
    steps.push_back(step.step);
  }
  EXPECT_THAT(steps, ElementsAre("requesting-law", "requested-law", "within", "length",
                                 "legal-basis", "caveats", "verdict"));
}

TEST_F(DualCriminality, RefusesWhatCannotBeAnswered) {
  EXPECT_EQ(error(request("ng", "ng", "access")).where, "requested");
  EXPECT_EQ(error(request("int", "ng", "access")).where, "requesting");
  EXPECT_EQ(error(request("ng", "nowhere", "access")).where, "requested");
  EXPECT_THAT(error(request("ng", "ir", "acess")).message, HasSubstr("did you mean \"access\"?"));
  EXPECT_EQ(error(request("ng", "ir", "")).where, "offence");
  DualRequest wanted = request("ng", "ir", "access");
  wanted.provision = "ng/act/sec_1";
  EXPECT_EQ(error(wanted).code, ErrorCode::kBadQuery);  // two subjects
  wanted.offence.clear();
  wanted.provision = "ir/law/art_1";
  EXPECT_EQ(error(wanted).where, "provision");
  wanted.provision = "ng/act/sec_9";
  EXPECT_EQ(error(wanted).code, ErrorCode::kNotFound);
  wanted.provision.clear();
  wanted.article = "ng/act/sec_1";
  EXPECT_EQ(error(wanted).where, "article");
}

}  // namespace
}  // namespace cyberlex::testing
