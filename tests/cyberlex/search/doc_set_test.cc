#include "cyberlex/search/doc_set.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "tests/support/random_corpus.h"

namespace cyberlex::testing {
namespace {

using Plain = std::set<DocNum>;

constexpr DocNum kDocuments = 200'000;  // several containers

// Single documents and runs.
Plain random_plain(Chance& chance) {
  Plain out;
  for (uint32_t i = chance.number(300); i > 0; --i) {
    out.insert(chance.number(kDocuments));
  }
  for (uint32_t i = chance.number(4); i > 0; --i) {
    DocNum const first = chance.number(kDocuments - 5000);
    for (DocNum doc = first; doc < first + 5000; ++doc) {
      out.insert(out.end(), doc);
    }
  }
  return out;
}

std::vector<DocNum> list(Plain const& plain) {
  return {plain.begin(), plain.end()};
}

template <typename Combine>
std::vector<DocNum> combined(Plain const& a, Plain const& b, Combine const& combine) {
  std::vector<DocNum> out;
  combine(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
  return out;
}

void expect_agreement(Chance& chance) {
  Plain const a = random_plain(chance);
  Plain const b = random_plain(chance);
  DocSet left = DocSet::of(list(a));
  DocSet right = DocSet::of(list(b));
  if (chance.one_in(2)) {
    left.compact();
    right.compact();
  }
  EXPECT_EQ(left.size(), a.size());
  EXPECT_EQ(left.to_vector(), list(a));
  auto const both = combined(a, b, [](auto... args) { std::set_intersection(args...); });
  DocSet common = left;
  common &= right;
  EXPECT_EQ(common.to_vector(), both);
  EXPECT_EQ(left.size_of_common(right), both.size());
  DocSet either = left;
  either |= right;
  EXPECT_EQ(either.to_vector(), combined(a, b, [](auto... args) { std::set_union(args...); }));
  DocSet only = left;
  only -= right;
  EXPECT_EQ(only.to_vector(), combined(a, b, [](auto... args) { std::set_difference(args...); }));
  uint64_t const rank = chance.number(static_cast<uint32_t>(a.size()) + 5);
  uint64_t const count = chance.number(200);
  std::vector<DocNum> expected;
  for (uint64_t i = rank; i < a.size() && i < rank + count; ++i) {
    expected.push_back(list(a)[i]);
  }
  EXPECT_EQ(left.slice(rank, count), expected);
}

TEST(DocSet, AgreesWithAStandardSet) {
  Chance chance(20261122);
  for (int i = 0; i < 60; ++i) {
    SCOPED_TRACE(i);
    expect_agreement(chance);
  }
}

TEST(DocSet, BitsSayTheSameAsTheSet) {
  Chance chance(4);
  DocSet const set = DocSet::of(list(random_plain(chance)));
  BitArray const bits(set, kDocuments);
  for (DocNum doc = 0; doc < kDocuments; ++doc) {
    ASSERT_EQ(bits.has(doc), set.contains(doc)) << doc;
  }
}

TEST(DocSet, RangesAreHalfOpen) {
  EXPECT_EQ(DocSet::range(3, 6).to_vector(), (std::vector<DocNum>{3, 4, 5}));
  EXPECT_TRUE(DocSet::range(6, 6).empty());
  EXPECT_TRUE(DocSet::range(6, 3).empty());
}

TEST(DocSet, CopiesDoNotShare) {
  DocSet const first = DocSet::range(0, 10);
  DocSet second = first;
  second -= DocSet::range(0, 5);
  EXPECT_EQ(first.size(), 10U);
  EXPECT_FALSE(first == second);
  second = first;
  EXPECT_TRUE(first == second);
}

}  // namespace
}  // namespace cyberlex::testing
