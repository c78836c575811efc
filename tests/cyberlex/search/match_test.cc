#include "cyberlex/search/match.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "cyberlex/search/query.h"
#include "tests/support/brute_force.h"
#include "tests/support/engine.h"
#include "tests/support/random_query.h"

namespace cyberlex::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// The page must hold the best by the brute's scores, in their order; scores may differ in the last
// digits.
void expect_ranked(std::vector<RankedDoc> const& page, std::map<DocNum, double> const& scores) {
  constexpr double kClose = 1e-9;
  std::set<DocNum> shown;
  for (size_t i = 0; i < page.size(); ++i) {
    double const score = scores.at(page[i].doc);
    EXPECT_NEAR(page[i].score, score, kClose);
    shown.insert(page[i].doc);
    if (i > 0) {
      EXPECT_GE(page[i - 1].score, page[i].score);
      bool const tied = page[i - 1].score == page[i].score;
      EXPECT_TRUE(!tied || page[i - 1].doc < page[i].doc);
    }
  }
  for (auto const& [doc, score] : scores) {
    if (!shown.contains(doc) && !page.empty()) {
      EXPECT_LE(score, page.back().score + kClose);
    }
  }
}

std::vector<DocNum> keys_of(std::map<DocNum, double> const& scores) {
  std::vector<DocNum> out;
  for (auto const& [doc, score] : scores) {
    out.push_back(doc);
  }
  return out;
}

// Returns the number of matches.
size_t expect_agreement(Engine& engine, BruteCorpus const& corpus, Chance& chance) {
  RandomQuery random(chance);
  QueryPtr const root = chance.one_in(6) ? node_of(AllNode()) : random.tree();
  std::vector<Filter> const filters = chance.one_in(2) ? std::vector<Filter>() : random.filters(12);
  MatchRequest request = on("2000-01-01");
  request.day = Date(request.day.days() + static_cast<int32_t>(chance.number(30 * 365)));
  request.filters = filters;
  request.limit = 1 + chance.number(12);
  MatchResult const found = engine.match_all(*root, request);
  std::map<DocNum, double> const scores = BruteSearch(corpus, *root).run({filters, request.day});
  EXPECT_EQ(found.all.to_vector(), keys_of(scores));
  EXPECT_EQ(found.page.size(), std::min<size_t>(request.limit, scores.size()));
  if (::testing::Test::HasFailure()) {
    return 0;
  }
  if (found.scored) {
    expect_ranked(found.page, scores);
  } else {
    for (size_t i = 0; i < found.page.size(); ++i) {
      EXPECT_EQ(found.page[i].doc, keys_of(scores)[i]);
    }
  }
  return scores.size();
}

TEST(Match, AgreesWithAScanOfRecordsAndTexts) {
  for (uint32_t seed = 1; seed <= 4; ++seed) {
    MiniIndex const index(RandomCorpus(seed).acts(6, 20));
    Engine engine(index);
    BruteCorpus const corpus(engine.reader());
    Chance chance(seed * 1000);
    int matching = 0;
    for (int i = 0; i < 150; ++i) {
      SCOPED_TRACE("seed " + std::to_string(seed) + ", case " + std::to_string(i));
      matching += expect_agreement(engine, corpus, chance) > 0 ? 1 : 0;
      ASSERT_FALSE(HasFailure());
    }
    EXPECT_GT(matching, 60);
  }
}

TEST(Match, FindsTheSameWithListsInMemoryAndOnDisk) {
  MiniIndex const index(RandomCorpus(21).acts(6, 20));
  constexpr uint64_t kRoomForFew = 6000;
  Engine in_memory(index);
  Engine on_disk(index, 0);
  Engine changing(index, kRoomForFew);
  Chance chance(21);
  for (int i = 0; i < 200; ++i) {
    SCOPED_TRACE(i);
    RandomQuery random(chance);
    QueryPtr const root = random.tree();
    MatchRequest request = on(chance.one_in(2) ? "2016-01-01" : "2011-01-01");
    request.limit = 1 + chance.number(12);
    MatchResult const expected = in_memory.match_all(*root, request);
    for (Engine* const other : {&on_disk, &changing}) {
      MatchResult const found = other->match_all(*root, request);
      ASSERT_EQ(found.all.to_vector(), expected.all.to_vector());
      ASSERT_EQ(found.page, expected.page);
    }
  }
}

// Documents whose score cannot reach the page are not scored exactly, so a longer page must not
// know better.
TEST(Match, PagesJoinWithoutDoubles) {
  MiniIndex const index(RandomCorpus(22).acts(6, 20));
  Engine engine(index);
  Chance chance(22);
  for (int i = 0; i < 120; ++i) {
    SCOPED_TRACE(i);
    RandomQuery random(chance);
    QueryPtr const root = random.tree();
    MatchRequest request = on("2016-01-01");
    request.sort = static_cast<Sort>(chance.number(5));
    request.limit = 1000;
    std::vector<RankedDoc> const whole = engine.match_all(*root, request).page;
    std::vector<RankedDoc> joined;
    request.limit = 1 + chance.number(7);
    for (; request.rank < whole.size(); request.rank += request.limit) {
      std::vector<RankedDoc> const page = engine.match_all(*root, request).page;
      joined.insert(joined.end(), page.begin(), page.end());
    }
    ASSERT_EQ(joined, whole);
  }
}

TEST(Match, HoldsAtMostOneStateOfAProvision) {
  MiniIndex const index(RandomCorpus(7).acts(6, 20));
  Engine engine(index);
  MatchRequest request = on("2016-01-01");
  MatchResult const found = engine.match_all(*node_of(AllNode()), request);
  std::set<uint32_t> provisions;
  for (DocNum const doc : found.all.to_vector()) {
    uint32_t const provision = index.generation()->columns().state.provision[doc];
    EXPECT_TRUE(provisions.insert(provision).second) << doc;
  }
  EXPECT_GT(provisions.size(), 50U);
}

// sec_1 in two states, the later one repealed; sec_2 in force.
MiniIndex two_sections() {
  ActBuilder act("ng/test-act");
  act.name("Test Act");
  act.add(StateBuilder("sec_1").from("2010-01-01").to("2020-01-01").text("en", "old words"));
  act.add(
      StateBuilder("sec_1").from("2020-01-01").status(LegalStatus::kRepealed).text("en", "words"));
  act.add(StateBuilder("sec_2").from("2010-01-01").text("en", "more words"));
  return MiniIndex({act});
}

TEST(Match, LeavesOutWhatIsGoneUnlessAStatusOrACitationAsksForIt) {
  MiniIndex const index = two_sections();
  Engine engine(index);
  EXPECT_THAT(engine.matches("words", on("2015-01-01")), ElementsAre(0, 2));
  EXPECT_THAT(engine.matches("words", on("2021-01-01")), ElementsAre(2));
  EXPECT_THAT(engine.matches("words status:repealed", on("2021-01-01")), ElementsAre(1));
  EXPECT_THAT(engine.matches("words -status:repealed", on("2021-01-01")), ElementsAre(2));
  EXPECT_THAT(engine.matches("ng/test-act/sec_1", on("2021-01-01")), ElementsAre(1));
  EXPECT_THAT(engine.matches("ng/test-act/sec_1", on("2000-01-01")), IsEmpty());
  std::vector<Filter> const repealed = {{Param::kStatus, {{"repealed", {}}}, {}}};
  MatchRequest request = on("2021-01-01");
  request.filters = repealed;
  EXPECT_THAT(engine.matches("", request), ElementsAre(1));
}

TEST(Match, OrdersByDayAndBySeverity) {
  ActBuilder act("ng/test-act");
  act.add(
      StateBuilder("sec_1").from("2012-01-01").limb(LimbBuilder("sec_1").clause(prison("P3Y"))));
  act.add(StateBuilder("sec_2").from("2010-01-01"));
  act.add(StateBuilder("sec_3")
              .from("2014-01-01")
              .limb(LimbBuilder("sec_3").clause(kind_only(PenaltyKind::kLife))));
  act.add(
      StateBuilder("sec_4").from("2012-01-01").limb(LimbBuilder("sec_4").clause(prison("P36M"))));
  MiniIndex const index({act});
  Engine engine(index);
  auto const ordered = [&engine](Sort sort) {
    MatchRequest request = on("2020-01-01");
    request.sort = sort;
    std::vector<DocNum> out;
    for (RankedDoc const& each : engine.match_all(*node_of(AllNode()), request).page) {
      EXPECT_EQ(each.score, 0);
      out.push_back(each.doc);
    }
    return out;
  };
  EXPECT_THAT(ordered(Sort::kCitation), ElementsAre(0, 1, 2, 3));
  EXPECT_THAT(ordered(Sort::kRelevance), ElementsAre(0, 1, 2, 3));
  EXPECT_THAT(ordered(Sort::kNewest), ElementsAre(2, 0, 3, 1));
  EXPECT_THAT(ordered(Sort::kOldest), ElementsAre(1, 0, 3, 2));
  EXPECT_THAT(ordered(Sort::kSeverity), ElementsAre(2, 0, 3, 1));
}

TEST(Match, RefusesAPrefixOfOneCharacter) {
  MiniIndex const index = two_sections();
  Engine engine(index);
  auto const found =
      engine.try_match(*node_of(WordNode{"w", WordForm::kPrefix, false}), on("2015-01-01"));
  ASSERT_FALSE(found.ok());
  EXPECT_EQ(found.error().code, ErrorCode::kBadQuery);
}

TEST(Match, StopsWhenItsTimeIsOver) {
  ActBuilder act("ng/test-act");
  for (uint32_t i = 1; i <= 2 * Budget::kStep; ++i) {
    act.add(StateBuilder("sec_" + std::to_string(i)).text("en", "word"));
  }
  MiniIndex const index({act});
  Engine engine(index);
  std::atomic<bool> stop = true;
  EXPECT_THROW(static_cast<void>(engine.try_match(*node_of(WordNode{"word"}), on("2015-01-01"),
                                                  {std::nullopt, &stop})),
               SearchStopped);
  stop = false;
  EXPECT_EQ(
      must(engine.try_match(*node_of(WordNode{"word"}), on("2015-01-01"), {std::nullopt, &stop}))
          .all.size(),
      2 * Budget::kStep);
}

TEST(TopDocs, KeepsTheBestInOrder) {
  Chance chance(5);
  for (uint64_t capacity = 0; capacity < 20; ++capacity) {
    TopDocs top(capacity);
    std::vector<RankedDoc> all;
    for (DocNum doc = 0; doc < 50; ++doc) {
      RankedDoc const each{doc, static_cast<double>(chance.number(5))};
      all.push_back(each);
      top.offer(each);
    }
    std::ranges::stable_sort(all, std::ranges::greater{}, &RankedDoc::score);
    all.resize(capacity);
    uint64_t const rank = capacity / 3;
    all.erase(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(rank));
    EXPECT_EQ(top.take(rank), all);
  }
}

}  // namespace
}  // namespace cyberlex::testing
