#include "cyberlex/answer/verdict.h"

#include <gmock/gmock.h>

#include "tests/support/random_corpus.h"

namespace cyberlex::testing {
namespace {

using ::testing::ElementsAre;
using enum Coverage;
using enum Extent;

PlacedDemand demand(std::string_view limb, std::string id, bool mandatory = true) {
  PlacedDemand out;
  out.limb = eid(limb);
  out.demand.id = std::move(id);
  out.demand.mandatory = mandatory;
  return out;
}

MappingRecord row(Relation relation, std::string_view article, std::vector<std::string> covers = {},
                  std::vector<std::string> partly = {}) {
  MappingRecord out;
  out.relation = relation;
  out.treaty = "unc";
  if (relation != Relation::kOutside) {
    out.article = eid(article);
  }
  out.covers = std::move(covers);
  out.partly = std::move(partly);
  out.confidence = Confidence::kVerified;
  return out;
}

MappingRecord known(MappingRecord out, Confidence confidence) {
  out.confidence = confidence;
  return out;
}

AssessedRecord read_row(Confidence confidence = Confidence::kVerified) {
  AssessedRecord out;
  out.read = "whole-act";
  out.confidence = confidence;
  return out;
}

AssessedRecord elsewhere_row(Confidence confidence = Confidence::kVerified) {
  AssessedRecord out;
  out.elsewhere = "Evidence Act";
  out.confidence = confidence;
  return out;
}

template <typename Record>
std::vector<Record const*> pointers(std::vector<Record> const& records) {
  std::vector<Record const*> out;
  for (Record const& record : records) {
    out.push_back(&record);
  }
  return out;
}

Verdict judge(std::vector<PlacedDemand> const& demands, std::vector<MappingRecord> const& rows,
              std::vector<AssessedRecord> const& assessed = {}) {
  return verdict_of(demands, pointers(rows), pointers(assessed));
}

// Two mandatory demands in two paragraphs, and an optional one.
std::vector<PlacedDemand> const kArticle = {demand("art_7__para_1", "access"),
                                            demand("art_7__para_2", "intent"),
                                            demand("art_7__para_2", "measure", false)};

TEST(Verdict, EquivalentAndWiderMeetWholeWhatLiesWhereTheyPoint) {
  for (Relation const relation : {Relation::kEquivalent, Relation::kWider}) {
    Verdict const whole = judge(kArticle, {row(relation, "art_7")});
    EXPECT_EQ(whole.coverage, kCovered);
    EXPECT_THAT(whole.extents, ElementsAre(kWhole, kWhole, kWhole));
    Verdict const paragraph = judge(kArticle, {row(relation, "art_7__para_1")});
    EXPECT_EQ(paragraph.coverage, kPartly);
    EXPECT_THAT(paragraph.extents, ElementsAre(kWhole, kNone, kNone));
  }
}

TEST(Verdict, APointBelowAParagraphDoesNotMeetTheParagraph) {
  EXPECT_EQ(judge(kArticle, {row(Relation::kEquivalent, "art_7__para_1__subpara_a")}).coverage,
            kNotAssessed);
}

TEST(Verdict, ParagraphTenIsNotBelowParagraphOne) {
  std::vector<PlacedDemand> const tenth = {demand("art_7__para_10", "late")};
  EXPECT_EQ(judge(tenth, {row(Relation::kEquivalent, "art_7__para_1")}).coverage, kNotAssessed);
}

TEST(Verdict, NarrowerAndOverlapsMeetWhatTheyName) {
  for (Relation const relation : {Relation::kNarrower, Relation::kOverlaps, Relation::kAncillary}) {
    EXPECT_EQ(judge(kArticle, {row(relation, "art_7")}).coverage, kNotAssessed);
    Verdict const one = judge(kArticle, {row(relation, "art_7", {"access"}, {"intent"})});
    EXPECT_EQ(one.coverage, kPartly);
    EXPECT_THAT(one.extents, ElementsAre(kWhole, kPart, kNone));
    EXPECT_EQ(judge(kArticle, {row(relation, "art_7", {"access", "intent"})}).coverage, kCovered);
  }
}

TEST(Verdict, RowsOfSeveralLimbsTogetherCover) {
  EXPECT_EQ(judge(kArticle, {row(Relation::kNarrower, "art_7", {"access"}),
                             row(Relation::kEquivalent, "art_7__para_2")})
                .coverage,
            kCovered);
  EXPECT_EQ(judge(kArticle, {row(Relation::kNarrower, "art_7", {"access"}),
                             row(Relation::kNarrower, "art_7", {}, {"intent"})})
                .coverage,
            kPartly);
}

TEST(Verdict, OptionalDemandsNeverLowerIt) {
  Verdict const without =
      judge(kArticle, {row(Relation::kNarrower, "art_7", {"access", "intent"})});
  EXPECT_EQ(without.coverage, kCovered);
  EXPECT_THAT(without.extents, ElementsAre(kWhole, kWhole, kNone));
  EXPECT_EQ(judge(kArticle, {row(Relation::kNarrower, "art_7", {"measure"})}).coverage, kPartly);
}

TEST(Verdict, AnArticleOfOptionalDemandsIsCoveredByOneMetWhole) {
  std::vector<PlacedDemand> const optional = {demand("art_9", "a", false),
                                              demand("art_9", "b", false)};
  EXPECT_EQ(judge(optional, {row(Relation::kNarrower, "art_9", {"a"})}).coverage, kCovered);
  EXPECT_EQ(judge(optional, {row(Relation::kNarrower, "art_9", {}, {"a", "b"})}).coverage, kPartly);
  EXPECT_EQ(judge(optional, {}, {read_row()}).coverage, kNotFound);
}

TEST(Verdict, OutsideMeetsNothing) {
  EXPECT_EQ(judge(kArticle, {row(Relation::kOutside, "", {"access"})}).coverage, kNotAssessed);
  EXPECT_EQ(judge(kArticle, {row(Relation::kOutside, "")}, {read_row()}).coverage, kNotFound);
}

TEST(Verdict, NamesTheActElsewhereBeforeWhatWasNotFound) {
  EXPECT_EQ(judge(kArticle, {}).coverage, kNotAssessed);
  EXPECT_EQ(judge(kArticle, {}, {read_row()}).coverage, kNotFound);
  EXPECT_EQ(judge(kArticle, {}, {elsewhere_row()}).coverage, kElsewhere);
  EXPECT_EQ(judge(kArticle, {}, {read_row(), elsewhere_row(), read_row()}).coverage, kElsewhere);
}

TEST(Verdict, WhatMappingsShowIsNeitherRaisedNorLoweredByLooking) {
  std::vector<AssessedRecord> const both = {read_row(), elsewhere_row()};
  EXPECT_EQ(judge(kArticle, {row(Relation::kNarrower, "art_7", {}, {"access"})}, both).coverage,
            kPartly);
  EXPECT_EQ(judge(kArticle, {row(Relation::kWider, "art_7")}, both).coverage, kCovered);
}

TEST(Verdict, IsAsSureAsTheWorstOfTheBestRows) {
  using enum Confidence;
  MappingRecord const access = row(Relation::kNarrower, "art_7", {"access"});
  MappingRecord const intent = row(Relation::kNarrower, "art_7", {"intent"});
  EXPECT_EQ(judge(kArticle, {known(access, kVerified), known(intent, kRecalled)}).confidence,
            kRecalled);
  // A second row that is surer, for the same demand.
  EXPECT_EQ(judge(kArticle, {known(access, kConflict), known(access, kVerified)}).confidence,
            kVerified);
  // The greater extent counts, however unsure.
  EXPECT_EQ(
      judge(kArticle, {known(access, kConflict), row(Relation::kNarrower, "art_7", {}, {"access"})})
          .confidence,
      kConflict);
}

TEST(Verdict, OfWhatWasLookedForTheSurestRowOfItsKindCounts) {
  using enum Confidence;
  EXPECT_EQ(judge(kArticle, {}, {read_row(kRecalled), read_row(kVerified)}).confidence, kVerified);
  EXPECT_EQ(judge(kArticle, {}, {read_row(kVerified), elsewhere_row(kRecalled)}).confidence,
            kRecalled);
  EXPECT_EQ(judge(kArticle, {}).confidence, std::nullopt);
}

TEST(Verdict, CollectsDemandsInTheOrderOfTheText) {
  ProvisionRecord article;
  for (char const* const limb : {"art_7__para_2", "art_7__para_1"}) {
    LimbRecord record;
    record.eid = eid(limb);
    record.asks.resize(1);
    record.asks.front().id = std::string("of ") + limb;
    article.limbs.push_back(record);
  }
  std::vector<PlacedDemand> const demands = demands_of(article);
  ASSERT_EQ(demands.size(), 2U);
  EXPECT_EQ(demands[0].limb, eid("art_7__para_2"));
  EXPECT_EQ(demands[1].demand.id, "of art_7__para_1");
}

TEST(Verdict, HasTheNamesOfTheFormat) {
  std::vector<std::string_view> names;
  for (Coverage const each : {kCovered, kPartly, kElsewhere, kNotFound, kNotAssessed}) {
    names.push_back(name_of(each));
  }
  EXPECT_THAT(names, ElementsAre("covered", "partly", "elsewhere", "not-found", "not-assessed"));
  EXPECT_EQ(name_of(kNone), "none");
  EXPECT_EQ(name_of(kPart), "part");
  EXPECT_EQ(name_of(kWhole), "whole");
}

// ---- The stupid twin: the paragraph "Coverage" of docs/mapping-format.md, sentence by sentence.

bool lies_in(std::string const& limb, std::string const& article) {
  return !article.empty() && (limb == article || limb.starts_with(article + "__"));
}

int steps(MappingRecord const& row, PlacedDemand const& placed) {
  int out = 0;
  for (std::string const& id : row.partly) {
    out = id == placed.demand.id ? 1 : out;
  }
  for (std::string const& id : row.covers) {
    out = id == placed.demand.id ? 2 : out;
  }
  bool const all = row.relation == Relation::kEquivalent || row.relation == Relation::kWider;
  if (out == 0 && all && lies_in(placed.limb.text(), row.article.text())) {
    out = 2;
  }
  return row.relation == Relation::kOutside ? 0 : out;
}

std::string naive(std::vector<PlacedDemand> const& demands, std::vector<MappingRecord> const& rows,
                  std::vector<AssessedRecord> const& assessed) {
  std::string extents;
  int worst = -1;
  size_t asked = 0;
  size_t met = 0;
  for (PlacedDemand const& placed : demands) {
    int best = 0;
    int sure = 9;
    for (int const wanted : {2, 1}) {
      for (MappingRecord const& row : rows) {
        if (best <= wanted && steps(row, placed) == wanted) {
          best = wanted;
          sure = std::min(sure, static_cast<int>(row.confidence));
        }
      }
    }
    extents += std::to_string(best);
    worst = best > 0 ? std::max(worst, sure) : worst;
    asked += placed.demand.mandatory ? 1 : 0;
    met += placed.demand.mandatory && best == 2 ? 1 : 0;
  }
  bool const any = extents.find_first_not_of('0') != std::string::npos;
  bool const whole = extents.find('2') != std::string::npos;
  std::string name = "not-assessed";
  if (any) {
    name = (asked > 0 ? met == asked : whole) ? "covered" : "partly";
  }
  for (bool const named : {true, false}) {
    for (AssessedRecord const& row : assessed) {
      std::string const kind = named ? "elsewhere" : "not-found";
      if (row.elsewhere.empty() != named && (name == "not-assessed" || name == kind)) {
        int const own = static_cast<int>(row.confidence);
        worst = name == kind ? std::min(worst, own) : own;
        name = kind;
      }
    }
  }
  return name + ' ' + extents + ' ' + std::to_string(worst);
}

std::string shown(Verdict const& verdict) {
  std::string out = std::string(name_of(verdict.coverage)) + ' ';
  for (Extent const extent : verdict.extents) {
    out += std::to_string(static_cast<int>(extent));
  }
  return out + ' ' +
         std::to_string(verdict.confidence ? static_cast<int>(*verdict.confidence) : -1);
}

class RandomVerdict {
 public:
  explicit RandomVerdict(uint32_t seed) : chance_(seed) {}

  std::vector<PlacedDemand> demands() {
    std::vector<PlacedDemand> out;
    bool const optional_only = chance_.one_in(6);
    for (uint32_t i = 0; i < 1 + chance_.number(4); ++i) {
      out.push_back(demand(chance_.pick(kPlaces), kIds[i], !optional_only && chance_.one_in(2)));
    }
    return out;
  }

  std::vector<MappingRecord> rows() {
    std::vector<MappingRecord> out;
    for (uint32_t i = chance_.number(4); i > 0; --i) {
      out.push_back(known(
          row(static_cast<Relation>(chance_.number(6)), chance_.pick(kPlaces), ids(3), ids(3)),
          static_cast<Confidence>(chance_.number(3))));
    }
    return out;
  }

  std::vector<AssessedRecord> assessed() {
    std::vector<AssessedRecord> out;
    for (uint32_t i = chance_.number(4); i > 0; --i) {
      auto const confidence = static_cast<Confidence>(chance_.number(3));
      out.push_back(chance_.one_in(2) ? read_row(confidence) : elsewhere_row(confidence));
    }
    return out;
  }

 private:
  std::vector<std::string> ids(uint32_t one_in) {
    std::vector<std::string> out;
    for (std::string const& id : kIds) {
      if (chance_.one_in(one_in)) {
        out.push_back(id);
      }
    }
    return out;
  }

  std::vector<std::string> const kPlaces = {"art_7", "art_7__para_1", "art_7__para_10",
                                            "art_7__para_1__subpara_a", "art_7__para_2"};
  std::vector<std::string> const kIds = {"a", "b", "c", "d", "nobody-asks"};
  Chance chance_;
};

// Demands of one kind, by hand.
DemandCount counted(std::vector<PlacedDemand> const& demands, std::vector<Extent> const& extents) {
  DemandCount mandatory;
  DemandCount optional;
  for (size_t i = 0; i < demands.size(); ++i) {
    DemandCount& count = demands[i].demand.mandatory ? mandatory : optional;
    count.of += 1;
    count.whole += extents[i] == kWhole ? 1 : 0;
    count.part += extents[i] == kPart ? 1 : 0;
  }
  return mandatory.of > 0 ? mandatory : optional;
}

TEST(Verdict, AgreesWithANaiveReadingOfTheFormat) {
  constexpr uint32_t kSeed = 20261122;
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  RandomVerdict random(kSeed);
  std::map<std::string, int> seen;
  for (int i = 0; i < 2000; ++i) {
    auto const demands = random.demands();
    auto const rows = random.rows();
    auto const assessed = random.assessed();
    Verdict const verdict = judge(demands, rows, assessed);
    ASSERT_EQ(shown(verdict), naive(demands, rows, assessed)) << "round " << i;
    ASSERT_EQ(verdict.met, counted(demands, verdict.extents)) << "round " << i;
    ++seen[std::string(name_of(verdict.coverage))];
  }
  EXPECT_EQ(seen.size(), 5U) << "the draw never gave some verdict";
}

}  // namespace
}  // namespace cyberlex::testing
