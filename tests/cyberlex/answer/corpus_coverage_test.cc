#include "cyberlex/answer/corpus_coverage.h"

#include <gmock/gmock.h>

#include "tests/support/mini_index.h"

namespace cyberlex::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using enum AssessmentValue;
using enum Confidence;

ActBuilder treaty() {
  ActBuilder out("unc", 2000);
  for (char const* const article : {"art_7", "art_8", "art_9", "art_10"}) {
    out.add(StateBuilder(article).limb(LimbBuilder(article).asks("it")));
  }
  return out;
}

// sec_1: two limbs, one known from a mapping only. sec_2: not assessed, in two languages, gone from
// 2015. sec_3: two powers on one limb. sec_4: from 2020.
ActBuilder nigerian() {
  ActBuilder out("ng/act-1", 2005);
  out.status("2005-01-01", LegalStatus::kInForce);
  out.add(StateBuilder("sec_1")
              .from("2005-01-01")
              .text("en", "t")
              .limb(LimbBuilder("sec_1__subsec_1")
                        .offence("fraud")
                        .known(kVerified)
                        .clause(prison("P3Y"), kVerified)
                        .clause(prison("P5Y"), kConflict)
                        .defence("parody", kElsewhere)
                        .defence("research", kAbsent)
                        .mapped("unc", "art_7", Relation::kEquivalent)
                        .mapping_known(kVerified))
              .limb(LimbBuilder("sec_1__subsec_2")
                        .only_mapped()
                        .mapped("unc", "art_8", Relation::kNarrower)
                        .partly({"it"})
                        .mapping_known(kRecalled)));
  out.add(StateBuilder("sec_2")
              .from("2005-01-01")
              .to("2015-01-01")
              .text("en", "t", "", TextKind::kOfficial)
              .text("en", "t", "", TextKind::kRestatement)
              .text("es", "t", "", TextKind::kUnofficialTranslation));
  out.add(StateBuilder("sec_3")
              .from("2005-01-01")
              .text("en", "t")
              .limb(LimbBuilder("sec_3")
                        .known(kRecalled)
                        .outside("unc")
                        .power("search")
                        .safeguard("appeal", kPresent)
                        .power("retention")
                        .safeguard("appeal", kElsewhere)
                        .named_elsewhere("Evidence Act")
                        .safeguard("notification", kAbsent)));
  out.add(StateBuilder("sec_4").from("2020-01-01").text("en", "t"));
  out.elsewhere("unc", "art_9", "Evidence Act").looked_on("2005-01-01", "2015-01-01");
  out.gap("Regulations were not seen.");
  out.gap("The schedule was not seen.", {eid("sec_2"), eid("sec_3")});
  return out;
}

class CorpusCoverage : public ::testing::Test {
 protected:
  CoverageAnswer ask(std::string_view when) { return must(answer_coverage(reader_, day(when))); }

  static std::vector<uint64_t> by(ByConfidence const& counts) {
    return {counts.verified, counts.recalled, counts.conflict};
  }

  MiniIndex index_{{nigerian(), treaty()}};
  IndexReader reader_ = index_.reader();
};

TEST_F(CorpusCoverage, CountsWhatIsHeldOfAnAct) {
  CoverageAnswer const answer = ask("2012-01-01");
  ASSERT_EQ(answer.acts.size(), 2U);
  EXPECT_EQ(answer.acts[0].provisions, 4U);
  ActCoverage const& act = answer.acts[1];
  EXPECT_EQ(answer.generation->acts().at(act.act).work.handle, "ng/act-1");
  EXPECT_EQ(act.provisions, 3U);
  EXPECT_EQ(act.not_assessed, 1U);
  EXPECT_EQ(act.offences, 1U);
  EXPECT_EQ(act.powers, 2U);
  EXPECT_EQ(act.outside, 1U);
}

TEST_F(CorpusCoverage, CountsFactsByHowTheyAreKnown) {
  ActCoverage const act = ask("2012-01-01").acts.at(1);
  EXPECT_THAT(by(act.texts), ElementsAre(0, 5, 0));  // recalled until told otherwise
  EXPECT_THAT(by(act.limbs), ElementsAre(1, 1, 0));  // the limb that is only mapped has no facts
  EXPECT_THAT(by(act.penalties), ElementsAre(1, 0, 1));
  EXPECT_THAT(by(act.mappings), ElementsAre(1, 1, 0));
  EXPECT_EQ(act.penalties.total(), 2U);
}

TEST_F(CorpusCoverage, CountsAProvisionOnceALanguageAndOnceAKind) {
  ActCoverage const act = ask("2012-01-01").acts.at(1);
  EXPECT_THAT(act.languages, ElementsAre(Pair("en", 3), Pair("es", 1)));
  EXPECT_THAT(act.kinds,
              ElementsAre(Pair(TextKind::kOfficial, 3), Pair(TextKind::kUnofficialTranslation, 1),
                          Pair(TextKind::kRestatement, 1)));
}

TEST_F(CorpusCoverage, CountsAssessmentsByValue) {
  ActCoverage const act = ask("2012-01-01").acts.at(1);
  EXPECT_THAT(act.safeguards,
              ElementsAre(Pair(kPresent, 1), Pair(kAbsent, 1), Pair(kElsewhere, 1)));
  EXPECT_THAT(act.defences, ElementsAre(Pair(kAbsent, 1), Pair(kElsewhere, 1)));
}

TEST_F(CorpusCoverage, IsOfTheDay) {
  EXPECT_EQ(ask("2004-12-31").acts.at(1).provisions, 0U);
  EXPECT_EQ(ask("2016-01-01").acts.at(1).provisions, 2U);
  EXPECT_EQ(ask("2020-01-01").acts.at(1).provisions, 3U);
  EXPECT_THAT(ask("2016-01-01").acts.at(1).languages, ElementsAre(Pair("en", 2)));
}

TEST_F(CorpusCoverage, CountsArticlesByVerdict) {
  CoverageAnswer const answer = ask("2012-01-01");
  ASSERT_EQ(answer.treaties.size(), 1U);
  EXPECT_EQ(answer.treaties[0].treaty, "unc");
  EXPECT_EQ(answer.treaties[0].jurisdiction, "ng");
  EXPECT_THAT(answer.treaties[0].articles,
              ElementsAre(Pair(Coverage::kCovered, 1), Pair(Coverage::kPartly, 1),
                          Pair(Coverage::kElsewhere, 1), Pair(Coverage::kNotAssessed, 1)));
  EXPECT_THAT(ask("2016-01-01").treaties.at(0).articles,
              ElementsAre(Pair(Coverage::kCovered, 1), Pair(Coverage::kPartly, 1),
                          Pair(Coverage::kNotAssessed, 2)));
}

TEST_F(CorpusCoverage, ListsGapsAndWhatIsNamedElsewhere) {
  CoverageAnswer const answer = ask("2012-01-01");
  ASSERT_EQ(answer.gaps.size(), 2U);
  EXPECT_EQ(answer.gaps[0].what, "Regulations were not seen.");
  EXPECT_THAT(answer.gaps[0].provisions, IsEmpty());
  EXPECT_THAT(answer.gaps[1].provisions, ElementsAre("ng/act-1/sec_2", "ng/act-1/sec_3"));
  ASSERT_EQ(answer.elsewhere.size(), 1U);
  EXPECT_EQ(answer.elsewhere[0].jurisdiction, "ng");
  EXPECT_EQ(answer.elsewhere[0].name, "Evidence Act");
  EXPECT_THAT(answer.elsewhere[0].named_by, ElementsAre("ng/act-1/sec_3", "unc/9"));
  EXPECT_THAT(ask("2016-01-01").elsewhere.at(0).named_by, ElementsAre("ng/act-1/sec_3"));
  EXPECT_THAT(ask("2004-01-01").elsewhere, IsEmpty());
}

TEST_F(CorpusCoverage, OfATreatyThatAsksNothingThereIsNoRow) {
  ActBuilder silent("silent");
  silent.add(StateBuilder("art_1"));
  MiniIndex const index({nigerian(), silent});
  EXPECT_THAT(must(answer_coverage(index.reader(), day("2012-01-01"))).treaties, IsEmpty());
}

// `count` acts of Germany without annotations beside those of the fixture.
std::vector<ActBuilder> with_german_acts(size_t count, std::vector<ActBuilder> acts) {
  for (size_t i = 0; i < count; ++i) {
    std::string const number = std::to_string(1000 + i);
    ActBuilder act("de/act-" + number);
    act.add(StateBuilder("sec_1").text("de", "Erstens."));
    act.add(StateBuilder("sec_2").from("2015-01-01").text("de", "Zweitens.").text("en", "t"));
    acts.insert(acts.begin() + static_cast<ptrdiff_t>(i), act);
  }
  return acts;
}

TEST_F(CorpusCoverage, CountsManyActsWithoutAnnotationsTogether) {
  MiniIndex const index(with_german_acts(kMostUnannotated + 1, {nigerian(), treaty()}));
  IndexReader const reader = index.reader();
  CoverageAnswer const answer = must(answer_coverage(reader, day("2016-01-01")));
  EXPECT_EQ(answer.acts.size(), 2U);
  ASSERT_EQ(answer.unannotated.size(), 1U);
  UnannotatedActs const& row = answer.unannotated[0];
  CoverageAnswer const whole = must(answer_coverage(reader, day("2016-01-01"), {"de"}));
  EXPECT_THAT(whole.unannotated, IsEmpty());
  UnannotatedActs sum{"de", whole.acts.size() - answer.acts.size(), 0, {}};
  for (ActCoverage const& act : whole.acts) {
    if (index.generation()->acts().at(act.act).work.jurisdiction == "de") {
      sum.provisions += act.provisions;
      for (auto const& [language, count] : act.languages) {
        sum.languages[language] += count;
      }
    }
  }
  EXPECT_EQ(row.jurisdiction, sum.jurisdiction);
  EXPECT_EQ(row.acts, sum.acts);
  EXPECT_EQ(row.provisions, sum.provisions);
  EXPECT_EQ(row.languages, sum.languages);
  EXPECT_EQ(sum.provisions, 2 * (kMostUnannotated + 1));
}

TEST_F(CorpusCoverage, ListsFewActsWithoutAnnotations) {
  MiniIndex const index(with_german_acts(kMostUnannotated, {nigerian(), treaty()}));
  CoverageAnswer const answer = must(answer_coverage(index.reader(), day("2016-01-01")));
  EXPECT_EQ(answer.acts.size(), kMostUnannotated + 2);
  EXPECT_THAT(answer.unannotated, IsEmpty());
}

TEST_F(CorpusCoverage, RefusesAStateOfWhichNothingIsHeld) {
  EXPECT_EQ(answer_coverage(reader_, day("2012-01-01"), {"zz"}).error().code, ErrorCode::kBadQuery);
}

TEST_F(CorpusCoverage, AnswersOfAnEmptyCorpus) {
  MiniIndex const index(std::vector<ActBuilder>{});
  CoverageAnswer const answer = must(answer_coverage(index.reader(), day("2012-01-01")));
  EXPECT_THAT(answer.acts, IsEmpty());
  EXPECT_THAT(answer.treaties, IsEmpty());
}

}  // namespace
}  // namespace cyberlex::testing
