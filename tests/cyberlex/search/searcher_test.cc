#include "cyberlex/search/searcher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "tests/support/engine.h"
#include "tests/support/random_corpus.h"

namespace cyberlex::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class SearcherOfChance : public ::testing::Test {
 protected:
  SearchRequest request(ParameterList list) const {
    list.emplace_back("as_of", "2016-01-01");
    return must(parse_request(list, *index_.generation(), day("2016-01-01")));
  }
  SearchResponse search(ParameterList const& list) { return must(searcher_.search(request(list))); }

  // All pages one after the other.
  std::vector<std::pair<DocNum, double>> pages(SearchRequest request) {
    std::vector<std::pair<DocNum, double>> out;
    for (int page = 0; page < 1000; ++page) {
      SearchResponse const answer = must(searcher_.search(request));
      EXPECT_LE(answer.hits.size(), request.limit);
      for (Hit const& hit : answer.hits) {
        out.emplace_back(hit.doc, hit.score);
      }
      if (!answer.next.has_value()) {
        EXPECT_EQ(out.size(), answer.total);
        break;
      }
      request.cursor = answer.next;
    }
    return out;
  }

  MiniIndex index_{RandomCorpus(21).acts(6, 15)};
  Searcher searcher_ = must(Searcher::open(index_.generation()));
};

TEST_F(SearcherOfChance, PagesJoinWithoutGapsOrDoubles) {
  for (char const* const q : {"", "access", "access OR data OR fraud", "\"access of\""}) {
    for (char const* const sort : {"relevance", "citation", "newest", "oldest", "severity"}) {
      SCOPED_TRACE(std::string(q) + " " + sort);
      SearchRequest one = request({{"q", q}, {"sort", sort}, {"facets", "none"}});
      one.limit = 100'000;
      SearchRequest small = one;
      small.limit = 7;
      EXPECT_EQ(pages(small), pages(one));
    }
  }
}

TEST_F(SearcherOfChance, AHitIsTheRecordOfItsDocument) {
  SearchResponse const answer = search({{"q", "access"}});
  ASSERT_FALSE(answer.hits.empty());
  for (Hit const& hit : answer.hits) {
    EXPECT_EQ(*hit.record, must(index_.reader().record(hit.doc)));
    EXPECT_GT(hit.score, 0);
    EXPECT_FALSE(hit.snippets.empty());
  }
  EXPECT_EQ(answer.request.as_of, day("2016-01-01"));
  EXPECT_EQ(answer.read_as, "access");
}

TEST_F(SearcherOfChance, ScoresBelongToRelevanceWithWords) {
  for (ParameterList const& list :
       {ParameterList{{"q", ""}}, ParameterList{{"q", "access"}, {"sort", "citation"}},
        ParameterList{{"q", "-access"}}, ParameterList{{"q", "offence:fraud"}}}) {
    SearchResponse const answer = search(list);
    ASSERT_FALSE(answer.hits.empty());
    EXPECT_TRUE(std::ranges::all_of(answer.hits, [](Hit const& hit) { return hit.score == 0; }));
    EXPECT_TRUE(answer.request.sort == Sort::kCitation ||
                std::ranges::is_sorted(answer.hits, {}, &Hit::doc));
  }
}

TEST_F(SearcherOfChance, RefusesACursorOfAnotherQuestion) {
  SearchRequest const first = request({{"q", "access"}, {"limit", "2"}});
  std::optional<Cursor> const next = must(searcher_.search(first)).next;
  ASSERT_TRUE(next.has_value());
  SearchRequest other = request({{"q", "data"}});
  other.cursor = next;
  Result<SearchResponse> const found = searcher_.search(other);
  ASSERT_FALSE(found.ok());
  EXPECT_EQ(found.error().code, ErrorCode::kBadQuery);
  EXPECT_EQ(found.error().where, "cursor");
}

TEST_F(SearcherOfChance, ACursorOfAnotherIndexIsGone) {
  SearchRequest asked = request({{"q", "access"}, {"limit", "2"}});
  asked.cursor = must(searcher_.search(asked)).next;
  asked.cursor->generation = std::string(64, '0');
  Result<SearchResponse> const found = searcher_.search(asked);
  ASSERT_FALSE(found.ok());
  EXPECT_EQ(found.error().code, ErrorCode::kNotFound);
}

TEST_F(SearcherOfChance, ARankBeyondTheEndIsAnEmptyLastPage) {
  for (char const* const q : {"", "access"}) {
    SearchRequest asked = request({{"q", q}, {"limit", "2"}});
    asked.cursor = must(searcher_.search(asked)).next;
    asked.cursor->rank = UINT64_MAX;
    SearchResponse const answer = must(searcher_.search(asked));
    EXPECT_THAT(answer.hits, IsEmpty());
    EXPECT_FALSE(answer.next.has_value());
    EXPECT_GT(answer.total, 2U);
  }
}

TEST_F(SearcherOfChance, ADayInTheQueryIsTheDayOfTheAnswer) {
  SearchRequest asked = must(
      parse_request({{"q", "access as_of:2011-01-01"}}, *index_.generation(), day("2016-01-01")));
  SearchResponse const answer = must(searcher_.search(asked));
  EXPECT_EQ(answer.request.as_of, day("2011-01-01"));
  for (Hit const& hit : answer.hits) {
    EXPECT_TRUE(hit.record->valid.contains(day("2011-01-01")));
  }
}

TEST_F(SearcherOfChance, ReportsExpansionsAndSyntaxErrors) {
  SearchResponse const answer = search({{"q", "acces*"}});
  ASSERT_FALSE(answer.expansions.empty());
  EXPECT_THAT(answer.expansions[0].terms, ElementsAre("access", "accessed", "accesses"));
  SearchRequest broken = request({{"q", ""}});
  broken.q = "access (";
  Result<SearchResponse> const found = searcher_.search(broken);
  ASSERT_FALSE(found.ok());
  EXPECT_EQ(found.error().code, ErrorCode::kBadQuery);
  EXPECT_TRUE(found.error().position.has_value());
}

TEST_F(SearcherOfChance, StopsAtItsDeadline) {
  SearchLimits limits;
  limits.deadline = std::chrono::steady_clock::now() - std::chrono::seconds(1);
  Result<SearchResponse> const found = searcher_.search(request({{"q", "access"}}), limits);
  ASSERT_FALSE(found.ok());
  EXPECT_EQ(found.error().code, ErrorCode::kUnavailable);
}

TEST_F(SearcherOfChance, RefusesWhatWouldReadTooManyPostingsBeforeItReadsThem) {
  uint64_t const access = index_.reader().document_frequency("Zenaccess");
  ASSERT_GT(access, 1U);
  auto const allowed = [this](std::string const& q, uint64_t postings) {
    SearchLimits limits;
    limits.postings = postings;
    ParameterList const list = {{"q", q}, {"expand", "off"}};
    return searcher_.search(request(list), limits);
  };
  for (int again = 0; again < 2; ++again) {  // whether a list is held or not
    Result<SearchResponse> const refused = allowed("access", access - 1);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, ErrorCode::kBadQuery);
    EXPECT_EQ(refused.error().where, "q");
    EXPECT_THAT(refused.error().message,
                ::testing::HasSubstr("more than " + std::to_string(access - 1) + " postings"));
    EXPECT_TRUE(allowed("access", 10 * access).ok());
  }
  EXPECT_FALSE(allowed("a* OR d* OR p*", 3 * access).ok());
  EXPECT_TRUE(allowed("", 0).ok()) << "what has no words reads none";
}

TEST_F(SearcherOfChance, ThreadsWithOneSharedStateAgree) {
  ParameterList const list = {{"q", "acces* NEAR/5 data OR frau~"}, {"facets", "all"}};
  SearchResponse const expected = search(list);
  std::vector<std::thread> threads;
  std::atomic<int> wrong = 0;
  auto const shared = SearchShared::make(index_.generation());
  for (int t = 0; t < 3; ++t) {
    threads.emplace_back([&, this] {
      Searcher mine = must(Searcher::open(index_.generation(), shared));
      for (int i = 0; i < 10; ++i) {
        SearchResponse const answer = must(mine.search(request(list)));
        bool same = answer.total == expected.total && answer.hits.size() == expected.hits.size();
        for (size_t h = 0; same && h < answer.hits.size(); ++h) {
          same = answer.hits[h].doc == expected.hits[h].doc;
        }
        wrong += same ? 0 : 1;
      }
    });
  }
  for (std::thread& each : threads) {
    each.join();
  }
  EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace cyberlex::testing
