#include "cyberlex/search/posting_tree.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/support/random_corpus.h"

namespace cyberlex::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

using Plain = std::set<DocNum>;

// Candidates of which only the even ones match.
class EvenCursor final : public DocCursor {
 public:
  explicit EvenCursor(std::vector<DocNum> docs) : inner_(make_set_cursor(std::move(docs))) {
    doc_ = inner_->doc();
  }
  void next() override {
    inner_->next();
    doc_ = inner_->doc();
  }
  void seek(DocNum target) override {
    inner_->seek(target);
    doc_ = inner_->doc();
  }
  bool confirm() override { return doc_ % 2 == 0; }
  double score() override { return 1; }
  uint64_t cost() const override { return inner_->cost(); }

 private:
  CursorPtr inner_;
};

struct Case {
  CursorPtr cursor;
  Plain matches;
};

Case random_case(Chance& chance, uint32_t depth) {
  Case out;
  if (depth == 0 || chance.one_in(4)) {
    Plain docs;
    for (uint32_t i = chance.number(60); i > 0; --i) {
      docs.insert(chance.number(80));
    }
    std::vector<DocNum> const list(docs.begin(), docs.end());
    if (chance.one_in(2)) {
      return {make_set_cursor(list), docs};
    }
    std::erase_if(docs, [](DocNum doc) { return doc % 2 != 0; });
    return {std::make_unique<EvenCursor>(list), docs};
  }
  Case a = random_case(chance, depth - 1);
  Case b = random_case(chance, depth - 1);
  std::vector<CursorPtr> first;
  first.push_back(std::move(a.cursor));
  std::vector<CursorPtr> second;
  switch (chance.number(3)) {
    case 0:
      std::ranges::set_union(a.matches, b.matches, std::inserter(out.matches, out.matches.end()));
      first.push_back(std::move(b.cursor));
      out.cursor = make_or_cursor(std::move(first));
      break;
    case 1:
      std::ranges::set_intersection(a.matches, b.matches,
                                    std::inserter(out.matches, out.matches.end()));
      first.push_back(std::move(b.cursor));
      out.cursor = make_and_cursor(std::move(first));
      break;
    default:
      std::ranges::set_difference(a.matches, b.matches,
                                  std::inserter(out.matches, out.matches.end()));
      second.push_back(std::move(b.cursor));
      out.cursor = make_and_cursor(std::move(first), std::move(second));
  }
  return out;
}

TEST(PostingTree, AgreesWithSetAlgebra) {
  Chance chance(31);
  Budget budget;
  for (int i = 0; i < 2000; ++i) {
    Case const each = random_case(chance, 4);
    DocSet const found = drain(*each.cursor, budget);
    ASSERT_EQ(found.to_vector(), std::vector<DocNum>(each.matches.begin(), each.matches.end()))
        << i;
  }
}

TEST(PostingTree, SeekingFindsTheNextCandidate) {
  Chance chance(32);
  for (int i = 0; i < 2000; ++i) {
    Case const each = random_case(chance, 3);
    std::vector<DocNum> found;
    std::vector<DocNum> expected;
    for (DocNum target = chance.number(10); target < 100; target += 1 + chance.number(20)) {
      each.cursor->seek(target);
      // A candidate that does not match may come before the next match, never after it.
      while (each.cursor->doc() != kNoMoreDocs && !each.cursor->confirm()) {
        each.cursor->next();
      }
      found.push_back(each.cursor->doc());
      auto const next = each.matches.lower_bound(target);
      expected.push_back(next == each.matches.end() ? kNoMoreDocs : *next);
    }
    ASSERT_EQ(found, expected) << i;
  }
}

// Random documents, and the mask that lets them through.
std::pair<Plain, DocMask> random_mask(Chance& chance) {
  Plain docs;
  for (uint32_t i = chance.number(90); i > 0; --i) {
    docs.insert(chance.number(80));
  }
  DocSet const set = DocSet::of(std::vector<DocNum>(docs.begin(), docs.end()));
  auto bits = chance.one_in(2) ? std::make_shared<BitArray const>(set, 80) : nullptr;
  return {docs, {std::make_shared<DocSet const>(set), bits}};
}

TEST(PostingTree, BlocksHoldWhatTheWalkFinds) {
  Chance chance(33);
  for (int i = 0; i < 1000; ++i) {
    Case const each = random_case(chance, 3);
    auto const [let_through, mask] = random_mask(chance);
    Plain expected;
    std::ranges::set_intersection(each.matches, let_through,
                                  std::inserter(expected, expected.end()));
    Plain found;
    DocBlock block;
    while (each.cursor->doc() != kNoMoreDocs) {
      each.cursor->read({&mask, true}, block);
      found.insert(block.docs.begin(), block.docs.begin() + block.size);
    }
    ASSERT_EQ(found, expected) << i;
  }
}

TEST(PostingTree, ABlockKeepsWhatMatchesAndGainsItsScore) {
  Chance chance(34);
  for (int i = 0; i < 1000; ++i) {
    Case const each = random_case(chance, 3);
    Plain const asked = random_mask(chance).first;
    DocBlock block;
    for (DocNum const doc : asked) {
      block.add(doc, 100);
    }
    each.cursor->keep({}, block);
    Plain expected;
    std::ranges::set_intersection(each.matches, asked, std::inserter(expected, expected.end()));
    Plain const kept(block.docs.begin(), block.docs.begin() + block.size);
    ASSERT_EQ(kept, expected) << i;
    for (size_t at = 0; at < block.size; ++at) {
      ASSERT_GE(block.scores[at], 100);
    }
  }
}

TEST(PostingTree, AnEmptyCursorStaysAtTheEnd) {
  CursorPtr const empty = make_or_cursor({});
  EXPECT_EQ(empty->doc(), kNoMoreDocs);
  empty->seek(5);
  EXPECT_EQ(empty->doc(), kNoMoreDocs);
}

TEST(PostingTree, ScoresOfThoseThatMatchAddUp) {
  std::vector<CursorPtr> any;
  any.push_back(std::make_unique<EvenCursor>(std::vector<DocNum>{2, 3, 4}));
  any.push_back(std::make_unique<EvenCursor>(std::vector<DocNum>{3, 4}));
  CursorPtr const cursor = make_or_cursor(std::move(any));
  std::vector<double> scores;
  for (; cursor->doc() != kNoMoreDocs; cursor->next()) {
    if (cursor->confirm()) {
      scores.push_back(cursor->score());
    }
  }
  EXPECT_THAT(scores, ElementsAre(1, 2));
}

}  // namespace
}  // namespace cyberlex::testing
