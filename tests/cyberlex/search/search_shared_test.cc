#include "cyberlex/search/search_shared.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "tests/support/engine.h"
#include "tests/support/random_corpus.h"

namespace cyberlex::testing {
namespace {

using ::testing::ElementsAre;

TEST(SearchShared, EveryDocumentHasOneCodeOfASingleColumn) {
  MiniIndex const index(RandomCorpus(3).acts(4, 15));
  auto const shared = SearchShared::make(index.generation());
  for (Param const param : {Param::kJurisdiction, Param::kAct, Param::kRank, Param::kYear,
                            Param::kStatus, Param::kClass}) {
    DocSet all;
    uint64_t sum = 0;
    for (DocSet const& each : shared->sets(param)) {
      sum += each.size();
      all |= each;
    }
    EXPECT_EQ(sum, shared->columns().documents());
    EXPECT_TRUE(all == shared->all());
    EXPECT_EQ(shared->sets(param).size(), shared->names(param).values.size());
  }
}

TEST(SearchShared, ADayHoldsTheStatesOfThatDay) {
  MiniIndex const index(RandomCorpus(3).acts(4, 15));
  auto const shared = SearchShared::make(index.generation());
  StateColumns const& state = shared->columns().state;
  Date const date = day("2012-01-01");
  auto const docs = shared->day(date);
  for (DocNum doc = 0; doc < shared->columns().documents(); ++doc) {
    bool const stands = state.from[doc] <= date.days() && date.days() < state.to[doc];
    EXPECT_EQ(docs->standing.contains(doc), stands);
    EXPECT_EQ(docs->live.contains(doc), stands && !shared->gone().contains(doc));
    EXPECT_EQ(docs->live_bits.has(doc), docs->live.contains(doc));
  }
  EXPECT_GT(docs->standing.size(), docs->live.size());
}

TEST(SearchShared, DocumentsOfOneGroupAgreeInTheirColumns) {
  MiniIndex const index(RandomCorpus(3).acts(4, 15));
  auto const shared = SearchShared::make(index.generation());
  StateGroups const& groups = shared->groups();
  EXPECT_LT(groups.size(), shared->columns().documents());
  for (Param const param :
       {Param::kJurisdiction, Param::kRank, Param::kYear, Param::kStatus, Param::kClass}) {
    ASSERT_TRUE(StateGroups::covers(param));
    ASSERT_EQ(groups.codes(param).size(), groups.size());
    for (DocNum doc = 0; doc < shared->columns().documents(); ++doc) {
      Code const code = groups.codes(param)[groups.of(doc)];
      EXPECT_TRUE(shared->sets(param)[code].contains(doc));
    }
  }
  EXPECT_FALSE(StateGroups::covers(Param::kAct));
}

TEST(SearchShared, ADayCountsItsGroups) {
  MiniIndex const index(RandomCorpus(3).acts(4, 15));
  auto const shared = SearchShared::make(index.generation());
  auto const docs = shared->day(day("2012-01-01"));
  std::vector<uint32_t> standing(shared->groups().size());
  std::vector<uint32_t> live = standing;
  for (DocNum const doc : docs->standing.to_vector()) {
    ++standing[shared->groups().of(doc)];
    live[shared->groups().of(doc)] += docs->live.contains(doc) ? 1 : 0;
  }
  EXPECT_EQ(docs->standing_counts, standing);
  EXPECT_EQ(docs->live_counts, live);
  EXPECT_NE(standing, live);
}

TEST(SearchShared, KeepsTheDaysAskedForLast) {
  MiniIndex const index({ActBuilder("ng/test-act").add(StateBuilder("sec_1"))});
  auto const shared = SearchShared::make(index.generation());
  auto const first = shared->day(Date(0));
  for (int32_t i = 1; i < static_cast<int32_t>(SearchShared::kDaysHeld); ++i) {
    static_cast<void>(shared->day(Date(i)));
  }
  EXPECT_EQ(shared->day(Date(0)), first);
  for (int32_t i = 100; i < 100 + static_cast<int32_t>(SearchShared::kDaysHeld); ++i) {
    static_cast<void>(shared->day(Date(i)));
  }
  EXPECT_NE(shared->day(Date(0)), first) << "a day long unasked is made anew";
}

TEST(SearchShared, ServesSeveralThreads) {
  MiniIndex const index(RandomCorpus(3).acts(4, 15));
  auto const shared = SearchShared::make(index.generation());
  size_t const expected = Dictionary::load(index.reader(), "en").size();
  std::vector<std::thread> threads;
  std::atomic<int> wrong = 0;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&index, &shared, &wrong, expected, t] {
      IndexReader const reader = index.reader();
      for (int32_t i = 0; i < 40; ++i) {
        auto const docs = shared->day(Date(14'000 + (i * (t + 1)) % 12));
        wrong += docs->live.size() <= docs->standing.size() ? 0 : 1;
        wrong += shared->dictionary(reader, "en")->size() == expected ? 0 : 1;
      }
    });
  }
  for (std::thread& each : threads) {
    each.join();
  }
  EXPECT_EQ(wrong, 0);
}

TEST(SearchShared, SeverityIsTheLongestTermOfALimb) {
  ActBuilder act("ng/test-act");
  act.add(StateBuilder("sec_1")
              .limb(LimbBuilder("sec_1__subsec_1").clause(prison("P3Y")))
              .limb(LimbBuilder("sec_1__subsec_2").clause(prison("P10Y"))));
  act.add(StateBuilder("sec_2").limb(LimbBuilder("sec_2").clause(kind_only(PenaltyKind::kDeath))));
  act.add(StateBuilder("sec_3").limb(LimbBuilder("sec_3").clause(fine(100, "NGN"))));
  MiniIndex const index({act});
  auto const shared = SearchShared::make(index.generation());
  EXPECT_THAT(shared->severity(),
              ElementsAre(must(Duration::parse("P10Y")).scale(), kDeathScale, kNoBound));
  EXPECT_THAT(shared->with_limbs().to_vector(), ElementsAre(0, 1, 2));
  EXPECT_THAT(shared->unvalued(Param::kPrison).none.to_vector(), ElementsAre(2));
}

}  // namespace
}  // namespace cyberlex::testing
