#include "indexer/make_documents.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "tests/indexer/small_act.h"

namespace cyberlex {
namespace {

AnnotatedAct act_of(std::vector<Expression> expressions) {
  AnnotatedAct out;
  out.act.work.handle = "zz/act";
  out.act.work.original_language = "en";
  out.act.work.status = {{day("2015-01-01"), LegalStatus::kInForce, {}}};
  out.act.expressions = std::move(expressions);
  return out;
}

std::vector<std::string> spans(std::vector<IndexDocument> const& states) {
  std::vector<std::string> out;
  for (IndexDocument const& state : states) {
    Interval const& valid = state.record.valid;
    out.push_back(state.record.eid.text() + ' ' + valid.from.to_string() + ' ' +
                  (valid.to == kEndOfTime ? "" : valid.to.to_string()));
  }
  return out;
}

PenaltyClause years(int count, Interval valid) {
  PenaltyClause clause;
  PenaltyArm arm;
  arm.max_term = Duration{count, 0, 0, 0};
  clause.arms = {arm};
  clause.valid = valid;
  return clause;
}

TEST(MakeDocuments, CutsWhereTheTextChangesAndOnlyThere) {
  AnnotatedAct const act =
      act_of({version("en", "2015-01-01", {section("1", "a"), section("2", "b")}),
              version("en", "2024-01-01", {section("1", "a"), section("2", "c")})});
  std::vector<IndexDocument> const states = make_documents(act, 0);
  EXPECT_EQ(spans(states),
            (std::vector<std::string>{"sec_1 2015-01-01 ", "sec_2 2015-01-01 2024-01-01",
                                      "sec_2 2024-01-01 "}));
  EXPECT_EQ(states[0].record.texts[0].version_date, day("2015-01-01")) << "unchanged in 2024";
  EXPECT_EQ(states[2].record.texts[0].version_date, day("2024-01-01"));
}

TEST(MakeDocuments, CutsWhereAnAmountChangesWithoutTheText) {
  AnnotatedAct act = act_of({version("en", "2015-01-01", {section("1", "a")})});
  LimbFacts limb;
  limb.limb = eid("sec_1");
  limb.penalties = {years(3, {kBeginningOfTime, day("2021-06-01")}),
                    years(5, {day("2021-06-01"), kEndOfTime})};
  act.units[eid("sec_1")].limbs = {limb};
  std::vector<IndexDocument> const states = make_documents(act, 0);
  ASSERT_EQ(spans(states),
            (std::vector<std::string>{"sec_1 2015-01-01 2021-06-01", "sec_1 2021-06-01 "}));
  EXPECT_EQ(states[0].record.limbs[0].penalties.size(), 1U);
  EXPECT_EQ(states[1].record.limbs[0].penalties[0].arms[0].max_term->years, 5);
}

TEST(MakeDocuments, EndsAUnitThatALaterVersionNoLongerHas) {
  AnnotatedAct const act =
      act_of({version("en", "2015-01-01", {section("1", "a"), section("2", "b")}),
              version("en", "2024-01-01", {section("2", "b")})});
  EXPECT_EQ(spans(make_documents(act, 0)),
            (std::vector<std::string>{"sec_1 2015-01-01 2024-01-01", "sec_2 2015-01-01 "}));
}

TEST(MakeDocuments, PlacesALaterUnitAfterTheOneItFollows) {
  AnnotatedAct const act = act_of(
      {version("en", "2015-01-01", {section("1", "a"), section("2", "b")}),
       version("en", "2024-01-01", {section("1", "a"), section("1a", "n"), section("2", "b")})});
  EXPECT_EQ(
      spans(make_documents(act, 0)),
      (std::vector<std::string>{"sec_1 2015-01-01 ", "sec_1a 2024-01-01 ", "sec_2 2015-01-01 "}));
}

TEST(MakeDocuments, PutsTheOriginalLanguageFirst) {
  AnnotatedAct act = act_of({version("en", "2015-01-01", {section("1", "a")}),
                             version("fa", "2015-01-01", {section("1", "الف")})});
  act.act.work.original_language = "fa";
  IndexDocument const state = make_documents(act, 0).at(0);
  ASSERT_EQ(state.texts.size(), 2U);
  EXPECT_EQ(state.texts[0].language, "fa");
  EXPECT_EQ(state.record.texts[0].language, "fa");
}

TEST(MakeDocuments, FollowsTheStatusOfTheActUnlessTheUnitHasItsOwn) {
  Provision gone = section("2", "b");
  gone.status = LegalStatus::kRepealed;
  AnnotatedAct act = act_of({version("en", "2001-01-01", {section("1", "a"), gone})});
  act.act.work.status = {{day("2001-01-01"), LegalStatus::kAdopted, {}},
                         {day("2004-07-01"), LegalStatus::kInForce, {}}};
  std::vector<IndexDocument> const states = make_documents(act, 0);
  ASSERT_EQ(spans(states), (std::vector<std::string>{"sec_1 2001-01-01 2004-07-01",
                                                     "sec_1 2004-07-01 ", "sec_2 2001-01-01 "}));
  EXPECT_EQ(states[0].record.status, LegalStatus::kAdopted);
  EXPECT_EQ(states[1].record.status, LegalStatus::kInForce);
  EXPECT_EQ(states[2].record.status, LegalStatus::kRepealed);
}

TEST(MakeDocuments, BelievesTheNewestStatusWhateverTextLeads) {
  Expression official = version("en", "2015-01-01", {section("1", "official")});
  official.kind = TextKind::kOfficial;
  Provision gone = section("1", "restated");
  gone.status = LegalStatus::kRepealed;
  AnnotatedAct const act = act_of({official, version("en", "2024-01-01", {gone})});
  std::vector<IndexDocument> const states = make_documents(act, 0);
  ASSERT_EQ(states.size(), 2U);
  EXPECT_EQ(states[1].record.texts[0].kind, TextKind::kOfficial) << "still shown first";
  EXPECT_EQ(states[1].record.status, LegalStatus::kRepealed);
}

TEST(MakeDocuments, LetsNoUnitOutliveItsAct) {
  Provision suspended = section("1", "a");
  suspended.status = LegalStatus::kSuspended;
  AnnotatedAct act = act_of({version("en", "2015-01-01", {suspended})});
  act.act.work.status.push_back({day("2022-01-01"), LegalStatus::kRepealed, {}});
  std::vector<IndexDocument> const states = make_documents(act, 0);
  ASSERT_EQ(states.size(), 2U);
  EXPECT_EQ(states[0].record.status, LegalStatus::kSuspended);
  EXPECT_EQ(states[1].record.status, LegalStatus::kRepealed);
}

TEST(MakeDocuments, HangsAMappingOnTheLimbsItTouches) {
  Provision unit = section("1", "");
  Provision first;
  first.kind = ProvisionKind::kSubsection;
  first.num = "1";
  first.eid = eid("sec_1__subsec_1");
  first.text = "x";
  Provision second = first;
  second.num = "2";
  second.eid = eid("sec_1__subsec_2");
  unit.items = {first, second};
  AnnotatedAct act = act_of({version("en", "2015-01-01", {unit})});
  LimbFacts limb;
  limb.limb = first.eid;
  act.units[eid("sec_1")].limbs = {limb};
  auto const mapping = [](char const* at, char const* article) {
    AnnotatedMapping row;
    row.mapping.limb = eid(at);
    row.mapping.treaty = "tt";
    row.mapping.article = eid(article);
    return row;
  };
  act.units[eid("sec_1")].mappings = {mapping("sec_1", "art_1"),
                                      mapping("sec_1__subsec_2", "art_2")};
  std::vector<LimbRecord> const limbs = make_documents(act, 0).at(0).record.limbs;
  ASSERT_EQ(limbs.size(), 2U);
  EXPECT_TRUE(limbs[0].annotated);
  ASSERT_EQ(limbs[0].mappings.size(), 1U);
  EXPECT_EQ(limbs[0].mappings[0].article.text(), "art_1") << "the whole section's mapping";
  EXPECT_FALSE(limbs[1].annotated);
  EXPECT_EQ(limbs[1].mappings.at(0).article.text(), "art_2");
}

// What one limb keeps of rows that say "outside" or name an article, each at its own place.
TEST(MakeDocuments, LetsTheNearerRowSayWhetherALimbIsOutside) {
  struct Row {
    char const* limb;  // annotated
    std::vector<std::pair<char const*, Relation>> rows;
    std::string kept;  // places of the rows that stay
  };
  auto constexpr kOut = Relation::kOutside;
  auto constexpr kIn = Relation::kAncillary;
  std::vector<Row> const table = {
      {"sec_1__subsec_1", {{"sec_1", kIn}, {"sec_1__subsec_1", kOut}}, "sec_1__subsec_1"},
      {"sec_1__subsec_1", {{"sec_1", kOut}, {"sec_1__subsec_1", kIn}}, "sec_1__subsec_1"},
      {"sec_1", {{"sec_1", kIn}, {"sec_1__subsec_1", kOut}}, "sec_1"},
      {"sec_1", {{"sec_1", kOut}, {"sec_1__subsec_1", kIn}}, "sec_1__subsec_1"},
      {"sec_1__subsec_1", {{"sec_1", kOut}}, "sec_1"},
      {"sec_1__subsec_1", {{"sec_1", kIn}, {"sec_1__subsec_1", kIn}}, "sec_1__subsec_1 sec_1"},
  };
  for (Row const& row : table) {
    Provision unit = section("1", "x");
    AnnotatedAct act = act_of({version("en", "2015-01-01", {unit})});
    LimbFacts limb;
    limb.limb = eid(row.limb);
    act.units[eid("sec_1")].limbs = {limb};
    for (auto const& [place, relation] : row.rows) {
      AnnotatedMapping mapping;
      mapping.mapping.limb = eid(place);
      mapping.mapping.treaty = "tt";
      mapping.mapping.article = relation == kOut ? EId() : eid("art_1");
      mapping.mapping.relation = relation;
      act.units[eid("sec_1")].mappings.push_back(mapping);
    }
    std::string kept;
    std::vector<IndexDocument> const documents = make_documents(act, 0);
    for (MappingRecord const& each : documents.at(0).record.limbs.at(0).mappings) {
      kept += (kept.empty() ? "" : " ") + each.limb.text();
    }
    EXPECT_EQ(kept, row.kept) << row.limb << " with " << row.rows[0].first;
  }
}

// Every new fact must reach the record, and must part two states in which it differs.
TEST(MakeDocuments, TreatsEveryFactOfALimbAsAFact) {
  LimbFacts plain;
  plain.limb = eid("sec_1");
  plain.valid = {kBeginningOfTime, day("2020-01-01")};
  plain.powers.resize(1);
  plain.concerns = {{"vague", {"Article 19"}, "report", {}}};
  plain.defences = {{"research", AssessmentValue::kAbsent, {}, "all", "", "", {}}};
  plain.asks = {{"ebb", true, "t"}};
  plain.powers[0].safeguards = {
      {"necessity", AssessmentValue::kPresent, {"zz/act/sec_1"}, "", "", "", {}}};
  auto const states_with = [&](auto const& change) {
    LimbFacts later = plain;
    later.valid = {day("2020-01-01"), kEndOfTime};
    change(later);
    AnnotatedAct act = act_of({version("en", "2015-01-01", {section("1", "a")})});
    act.units[eid("sec_1")].limbs = {plain, later};
    return make_documents(act, 0);
  };
  std::vector<IndexDocument> const same = states_with([](LimbFacts&) {});
  ASSERT_EQ(same.size(), 1U) << "equal neighbours are one state";
  LimbRecord const& limb = same[0].record.limbs.at(0);
  EXPECT_EQ(limb.concerns, plain.concerns);
  EXPECT_EQ(limb.defences, plain.defences);
  EXPECT_EQ(limb.asks, plain.asks);
  EXPECT_EQ(limb.powers, plain.powers);
  EXPECT_EQ(states_with([](LimbFacts& f) { f.concerns[0].where = "speech"; }).size(), 2U);
  EXPECT_EQ(states_with([](LimbFacts& f) { f.defences[0].read = "part"; }).size(), 2U);
  EXPECT_EQ(states_with([](LimbFacts& f) { f.asks[0].mandatory = false; }).size(), 2U);
  EXPECT_EQ(states_with([](LimbFacts& f) {
              f.powers[0].safeguards[0].value = AssessmentValue::kPartial;
            }).size(),
            2U);
}

TEST(MakeDocuments, PartsStatesInWhichAMappingMeetsOtherDemands) {
  AnnotatedMapping before;
  before.mapping.limb = eid("sec_1");
  before.mapping.treaty = "tt";
  before.mapping.article = eid("art_1");
  before.mapping.covers = {"access"};
  before.mapping.valid = {kBeginningOfTime, day("2020-01-01")};
  AnnotatedMapping after = before;
  after.mapping.valid = {day("2020-01-01"), kEndOfTime};
  auto const states = [&] {
    AnnotatedAct act = act_of({version("en", "2015-01-01", {section("1", "a")})});
    act.units[eid("sec_1")].mappings = {before, after};
    return make_documents(act, 0);
  };
  ASSERT_EQ(states().size(), 1U);
  EXPECT_EQ(states()[0].record.limbs.at(0).mappings.at(0).covers,
            std::vector<std::string>{"access"});
  after.mapping.partly = {"intent"};
  ASSERT_EQ(states().size(), 2U);
  EXPECT_EQ(states()[1].record.limbs.at(0).mappings.at(0).partly,
            std::vector<std::string>{"intent"});
}

TEST(MakeActRecord, KeepsWhatWasLookedFor) {
  AnnotatedAct act = act_of({version("en", "2015-01-01", {section("1", "a")})});
  AnnotatedAssessment row;
  row.assessment.treaty = "tt";
  row.assessment.article = eid("art_1");
  row.assessment.read = "all";
  row.assessment.rationale = "because";
  row.assessment.valid.from = day("2020-01-01");
  row.assessment.provenance.confidence = Confidence::kVerified;
  row.sources = {{"title", "", "", "", ""}};
  row.author = "Cyberlex";
  row.reviewed = "reviewed";
  row.date = day("2026-01-02");
  act.assessed = {row};
  ActRecord const got = make_act_record(act);
  EXPECT_EQ(got.work, act.act.work);
  EXPECT_EQ(got.expressions.size(), 1U);
  AssessedRecord const want = {"tt",
                               eid("art_1"),
                               "all",
                               "",
                               "because",
                               {day("2020-01-01"), kEndOfTime},
                               Confidence::kVerified,
                               row.sources,
                               "Cyberlex",
                               "reviewed",
                               day("2026-01-02")};
  EXPECT_EQ(got.assessed, std::vector<AssessedRecord>{want});
}

// The stupid twin: what stands on a day is looked up day by day, without cuts or joins.
TEST(MakeDocuments, AgreesWithALookUpOfEveryDayOnRandomActs) {
  std::mt19937 random(20151505);
  auto const pick = [&](int below) {
    return static_cast<int>(random() % static_cast<unsigned>(below));
  };
  Date const first = day("2015-01-01");
  for (int round = 0; round < 200; ++round) {
    std::vector<Expression> versions;
    for (int v = 0; v < 1 + pick(4); ++v) {
      Provision unit = section("1", pick(2) == 0 ? "a" : "b");
      Expression e = version("en", "2015-01-01", {});
      e.date = Date(first.days() + pick(30));
      bool const twin = std::any_of(versions.begin(), versions.end(),
                                    [&](auto const& o) { return o.date == e.date; });
      if (pick(5) > 0) {
        e.body = {unit};
      }
      if (!twin) {
        versions.push_back(e);
      }
    }
    std::sort(versions.begin(), versions.end(),
              [](auto const& a, auto const& b) { return a.date < b.date; });
    AnnotatedAct act = act_of(versions);
    LimbFacts limb;
    limb.limb = eid("sec_1");
    Date const change(first.days() + pick(30));
    limb.penalties = {years(3, {kBeginningOfTime, change}),
                      years(3 + pick(2), {change, kEndOfTime})};
    act.units[eid("sec_1")].limbs = {limb};
    std::vector<IndexDocument> const states = make_documents(act, 0);
    for (int d = -2; d < 34; ++d) {
      Date const today(first.days() + d);
      Expression const* text = nullptr;
      for (Expression const& e : versions) {
        text = e.date <= today ? &e : text;
      }
      std::string want = text == nullptr || text->body.empty() ? "" : text->body[0].text;
      if (!want.empty()) {
        want += std::to_string(limb.penalties[today < change ? 0 : 1].arms[0].max_term->years);
      }
      std::string got;
      int found = 0;
      for (IndexDocument const& state : states) {
        if (state.record.valid.contains(today)) {
          ++found;
          got = state.texts[0].blocks[0].text +
                std::to_string(state.record.limbs.at(0).penalties.at(0).arms[0].max_term->years);
        }
      }
      ASSERT_EQ(got, want) << "round " << round << ", day " << d;
      ASSERT_LE(found, 1) << "states of one provision never overlap";
    }
    for (size_t i = 1; i < states.size(); ++i) {
      bool const touch = states[i - 1].record.valid.to == states[i].record.valid.from;
      IndexDocument joined = states[i];
      joined.record.valid = states[i - 1].record.valid;
      ASSERT_FALSE(touch && joined == states[i - 1]) << "a state is the longest constant interval";
    }
  }
}

}  // namespace
}  // namespace cyberlex
