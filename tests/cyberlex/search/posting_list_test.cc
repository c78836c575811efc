#include "cyberlex/search/posting_list.h"

#include <gtest/gtest.h>

#include <map>

#include "cyberlex/search/posting_cache.h"
#include "tests/support/engine.h"
#include "tests/support/random_corpus.h"

namespace cyberlex::testing {
namespace {

using Plain = std::map<DocNum, uint32_t>;

Plain postings_of(IndexReader const& reader, std::string const& term) {
  Plain out;
  for (PostingCursor at = reader.postings(term); at.doc() != kNoMoreDocs; at.next()) {
    out.emplace(at.doc(), at.frequency());
  }
  return out;
}

// Steps and seeks at random, beside a map that does the same.
void expect_same_walk(PostingWalk walk, Plain const& plain, Chance& chance) {
  auto at = plain.begin();
  while (at != plain.end()) {
    ASSERT_EQ(walk.doc(), at->first);
    ASSERT_EQ(walk.frequency(), at->second);
    if (chance.one_in(2)) {
      walk.next();
      ++at;
    } else {
      DocNum const target = at->first + chance.number(30);
      walk.seek(target);
      at = plain.lower_bound(target);
    }
  }
  EXPECT_EQ(walk.doc(), kNoMoreDocs);
  walk.seek(kNoMoreDocs);
  EXPECT_EQ(walk.doc(), kNoMoreDocs);
}

TEST(PostingList, KeepsFrequenciesOfAnySize) {
  std::vector<DocNum> const docs = {1, 4, 5, 900};
  std::vector<uint32_t> const frequencies = {254, 255, 1, 4'000'000'000};
  PostingList list;
  list.add(docs, frequencies);
  for (size_t i = 0; i < docs.size(); ++i) {
    EXPECT_EQ(list.docs()[i], docs[i]);
    EXPECT_EQ(list.frequency(i), frequencies[i]);
  }
}

TEST(PostingWalk, GoesTheSameWayInMemoryAndOnDisk) {
  MiniIndex const index(RandomCorpus(11).acts(8, 80));
  IndexReader const reader = index.reader();
  Chance chance(11);
  Budget budget;
  size_t longest = 0;
  reader.terms("Z", [&](TermCount const& found) {
    Plain const plain = postings_of(reader, found.term);
    auto const list = std::make_shared<PostingList>(load_postings(reader, found.term, budget));
    EXPECT_EQ(list->size(), plain.size());
    for (int i = 0; i < 4; ++i) {
      expect_same_walk(PostingWalk(list), plain, chance);
      expect_same_walk(PostingWalk(reader.postings(found.term)), plain, chance);
    }
    longest = std::max(longest, plain.size());
    return !::testing::Test::HasFailure();
  });
  EXPECT_GT(longest, 100U);
}

TEST(Gallop, FindsTheFirstThatIsNotBefore) {
  Chance chance(3);
  std::vector<DocNum> docs;
  for (DocNum doc = 0; docs.size() < 200; doc += 1 + chance.number(5)) {
    docs.push_back(doc);
  }
  for (int i = 0; i < 2000; ++i) {
    size_t const from = chance.number(static_cast<uint32_t>(docs.size()) + 1);
    DocNum const target = chance.number(docs.back() + 5);
    auto const first = docs.begin() + static_cast<std::ptrdiff_t>(from);
    auto const wanted = std::lower_bound(first, docs.end(), target) - docs.begin();
    ASSERT_EQ(gallop(docs, from, target), static_cast<size_t>(wanted)) << from << ' ' << target;
  }
}

class Cache : public ::testing::Test {
 protected:
  std::vector<std::string> terms() const {
    std::vector<std::string> out;
    reader_.terms("W", [&out](TermCount const& each) {
      out.push_back(each.term);
      return true;
    });
    return out;
  }

  MiniIndex index_{RandomCorpus(5).acts(6, 40)};
  IndexReader reader_ = index_.reader();
  Budget budget_;
};

TEST_F(Cache, GivesTheSameListAsLongAsItIsKept) {
  PostingCache cache(1 << 20);
  for (std::string const& term : terms()) {
    auto const first = cache.get(reader_, term, budget_);
    ASSERT_NE(first, nullptr);
    EXPECT_EQ(first->size(), postings_of(reader_, term).size());
    EXPECT_EQ(cache.get(reader_, term, budget_), first);
  }
}

TEST_F(Cache, NeverHoldsMoreThanItsBound) {
  constexpr uint64_t kBound = 4000;
  PostingCache cache(kBound);
  Chance chance(9);
  std::vector<std::string> const all = terms();
  size_t given = 0;
  for (int i = 0; i < 3000; ++i) {
    std::string const& term = all[chance.number(static_cast<uint32_t>(all.size()))];
    auto const list = cache.get(reader_, term, budget_);
    given += list != nullptr ? 1 : 0;
    if (list != nullptr) {
      ASSERT_EQ(list->size(), reader_.document_frequency(term));
    }
    ASSERT_LE(cache.bytes(), kBound);
  }
  EXPECT_GT(given, 100U);
}

TEST_F(Cache, LetsAListInTheSecondTimeWhenItIsFull) {
  PostingCache cache(6000);
  std::vector<std::string> const all = terms();
  std::string refused;
  for (std::string const& term : all) {
    if (cache.get(reader_, term, budget_) == nullptr && cache.bytes() > 0) {
      refused = term;
      break;
    }
  }
  ASSERT_FALSE(refused.empty());
  EXPECT_NE(cache.get(reader_, refused, budget_), nullptr);
}

TEST_F(Cache, HoldsNothingWithoutRoom) {
  PostingCache cache(0);
  EXPECT_EQ(cache.get(reader_, terms().front(), budget_), nullptr);
  EXPECT_EQ(cache.bytes(), 0U);
}

}  // namespace
}  // namespace cyberlex::testing
