#include "cyberlex/text/word_diff.h"

#include <gmock/gmock.h>

#include <random>

#include "tests/cyberlex/text/random_text.h"

namespace cyberlex {
namespace {

using testing::ElementsAre;

DiffRun equal(char const* text) {
  return {DiffOp::kEqual, text};
}
DiffRun added(char const* text) {
  return {DiffOp::kInsert, text};
}
DiffRun gone(char const* text) {
  return {DiffOp::kDelete, text};
}

std::string side(WordDiff const& diff, DiffOp own) {
  std::string out;
  for (DiffRun const& run : diff.runs) {
    out += run.op == DiffOp::kEqual || run.op == own ? run.text : "";
  }
  return out;
}

void expect_well_formed(WordDiff const& diff) {
  for (size_t i = 0; i < diff.runs.size(); ++i) {
    EXPECT_FALSE(diff.runs[i].text.empty());
    if (i > 0) {
      EXPECT_NE(diff.runs[i].op, diff.runs[i - 1].op);
      EXPECT_FALSE(diff.runs[i].op == DiffOp::kDelete && diff.runs[i - 1].op == DiffOp::kInsert);
    }
  }
}

TEST(WordDiff, MarksTheWordsThatChanged) {
  WordDiff const diff = word_diff("a fine and/or prison", "a fine or prison");
  EXPECT_THAT(diff.runs, ElementsAre(equal("a fine "), gone("and/"), equal("or prison")));
  EXPECT_EQ(diff.deleted, 1U);
  EXPECT_EQ(diff.inserted, 0U);
}

TEST(WordDiff, PutsADeletionBeforeTheInsertionThatTakesItsPlace) {
  EXPECT_THAT(word_diff("within 7 days", "within 72 hours").runs,
              ElementsAre(equal("within "), gone("7 days"), added("72 hours")));
}

TEST(WordDiff, KeepsApartWhatAnUnchangedWordParts) {
  EXPECT_THAT(word_diff("false and grossly offensive", "false or grossly indecent").runs,
              ElementsAre(equal("false "), gone("and"), added("or"), equal(" grossly "),
                          gone("offensive"), added("indecent")));
}

TEST(WordDiff, TakesACommaForAChange) {
  EXPECT_THAT(word_diff("data, systems", "data systems").runs,
              ElementsAre(equal("data"), gone(","), equal(" systems")));
}

TEST(WordDiff, GivesEqualTextsAsOneRunAndEmptyOnesAsNone) {
  EXPECT_THAT(word_diff("the same", "the same").runs, ElementsAre(equal("the same")));
  EXPECT_FALSE(word_diff("the same", "the same").changed());
  EXPECT_TRUE(word_diff("", "").runs.empty());
  EXPECT_FALSE(word_diff("", "").changed());
}

TEST(WordDiff, GivesAWholeInsertionAndAWholeDeletion) {
  EXPECT_THAT(word_diff("", "new words").runs, ElementsAre(added("new words")));
  EXPECT_THAT(word_diff("old words", "").runs, ElementsAre(gone("old words")));
  EXPECT_TRUE(word_diff("", "new").changed());
}

TEST(WordDiff, ReadsPersianWithItsJoiners) {
  // A joined word is one word: its joiner is part of it.
  WordDiff const diff = word_diff("داده\u200cهای رایانه‌ای",
                                  "داده\u200cها و رایانه‌ای");
  EXPECT_EQ(side(diff, DiffOp::kDelete), "داده\u200cهای رایانه‌ای");
  EXPECT_EQ(side(diff, DiffOp::kInsert), "داده\u200cها و رایانه‌ای");
  ASSERT_EQ(diff.runs.size(), 3U);
  EXPECT_EQ(diff.runs[0], gone("داده\u200cهای"));
  EXPECT_EQ(diff.runs[2], equal(" رایانه‌ای"));
}

TEST(WordDiff, AnyTwoTextsComeBackFromTheirRuns) {
  constexpr uint32_t kSeed = 20261122;
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  std::mt19937 random(kSeed);
  for (int round = 0; round < 400; ++round) {
    std::string const before = random_text(random, 120);
    std::string after = random_text(random, 120);
    if (round % 2 == 0) {  // a text that shares much with the other
      size_t const cut = before.empty() ? 0 : random() % before.size();
      after = before.substr(0, cut) + after.substr(0, 10) + before.substr(cut);
    }
    WordDiff const diff = word_diff(before, after);
    ASSERT_EQ(side(diff, DiffOp::kDelete), before);
    ASSERT_EQ(side(diff, DiffOp::kInsert), after);
    expect_well_formed(diff);
  }
}

std::string random_words(std::mt19937& random, size_t count, size_t vocabulary) {
  std::string out;
  for (size_t i = 0; i < count; ++i) {
    out += "w" + std::to_string(random() % vocabulary) + (random() % 9 == 0 ? ", " : " ");
  }
  return out;
}

size_t common_words(std::vector<std::string> const& a, std::vector<std::string> const& b) {
  std::vector<std::vector<size_t>> longest(a.size() + 1, std::vector<size_t>(b.size() + 1));
  for (size_t i = 1; i <= a.size(); ++i) {
    for (size_t j = 1; j <= b.size(); ++j) {
      longest[i][j] = a[i - 1] == b[j - 1] ? longest[i - 1][j - 1] + 1
                                           : std::max(longest[i - 1][j], longest[i][j - 1]);
    }
  }
  return longest[a.size()][b.size()];
}

// The twin: the longest common subsequence by the textbook table. Words only, parted by one
// character that never occurs on both sides, so that the words alone decide.
TEST(WordDiff, KeepsAsManyWordsAsTheTextbookTable) {
  constexpr uint32_t kSeed = 7;
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  std::mt19937 random(kSeed);
  for (int round = 0; round < 200; ++round) {
    std::vector<std::string> sides[2];
    std::string texts[2];
    for (int s = 0; s < 2; ++s) {
      for (size_t i = random() % 30; i > 0; --i) {
        sides[s].push_back("w" + std::to_string(random() % 6));
        texts[s] += sides[s].back() + (s == 0 ? ";" : "\n");
      }
    }
    size_t const common = common_words(sides[0], sides[1]);
    WordDiff const diff = word_diff(texts[0], texts[1]);
    EXPECT_EQ(diff.deleted, sides[0].size() - common);
    EXPECT_EQ(diff.inserted, sides[1].size() - common);
  }
}

TEST(WordDiff, LongTextsComeBackTooAndVeryLongOnesAreReplacedWhole) {
  constexpr uint32_t kSeed = 11;
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  std::mt19937 random(kSeed);
  for (size_t const count : {size_t{700}, size_t{1400}, size_t{4000}}) {
    for (size_t const vocabulary : {size_t{3}, size_t{100000}}) {
      std::string const before = random_words(random, count, vocabulary);
      std::string const after = random_words(random, count, vocabulary);
      WordDiff const diff = word_diff(before, after);
      ASSERT_EQ(side(diff, DiffOp::kDelete), before);
      ASSERT_EQ(side(diff, DiffOp::kInsert), after);
      expect_well_formed(diff);
      EXPECT_EQ(diff.too_long, count == 4000);
    }
  }
}

}  // namespace
}  // namespace cyberlex
