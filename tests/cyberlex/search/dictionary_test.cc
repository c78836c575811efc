#include "cyberlex/search/dictionary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/engine.h"
#include "tests/support/random_corpus.h"

namespace cyberlex::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

uint32_t plain_distance(std::u32string const& a, std::u32string const& b) {
  std::vector<std::vector<uint32_t>> table(a.size() + 1, std::vector<uint32_t>(b.size() + 1));
  for (size_t i = 0; i <= a.size(); ++i) {
    for (size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        table[i][j] = static_cast<uint32_t>(i + j);
        continue;
      }
      table[i][j] = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1,
                              table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
    }
  }
  return table[a.size()][b.size()];
}

TEST(EditDistance, AgreesWithTheWholeTable) {
  Chance chance(99);
  auto const word = [&chance] {
    std::u32string out;
    for (uint32_t i = chance.number(9); i > 0; --i) {
      out += U"abcش"[chance.number(4)];
    }
    return out;
  };
  for (int i = 0; i < 20'000; ++i) {
    std::u32string const a = word();
    std::u32string const b = word();
    for (uint32_t limit = 0; limit <= 3; ++limit) {
      ASSERT_EQ(edit_distance(a, b, limit), std::min(plain_distance(a, b), limit + 1)) << i;
    }
  }
}

TEST(CodePoints, CountsCharactersNotBytes) {
  EXPECT_EQ(code_points("señal").size(), 5U);
  EXPECT_EQ(code_points("دسترسی").size(), 6U);
  EXPECT_EQ(code_points("\xFF\xFE").size(), 2U);
  EXPECT_EQ(code_points("").size(), 0U);
}

class DictionaryOfOneAct : public ::testing::Test {
 protected:
  static MiniIndex make() {
    ActBuilder act("ng/test-act");
    act.add(StateBuilder("sec_1").text("en", "fraud frauds frand flaunt court"));
    act.add(StateBuilder("sec_2").text("en", "frauds courts").text("es", "fraude"));
    return MiniIndex({act});
  }
  MiniIndex index_ = make();
  Dictionary dictionary_ = Dictionary::load(index_.reader(), "en");
};

TEST_F(DictionaryOfOneAct, HoldsTheWordsOfItsLanguageInOrder) {
  std::vector<std::string> words;
  for (size_t i = 0; i < dictionary_.size(); ++i) {
    words.emplace_back(dictionary_.word(i));
  }
  EXPECT_THAT(words, ElementsAre("court", "courts", "flaunt", "frand", "fraud", "frauds"));
}

TEST_F(DictionaryOfOneAct, FindsWordsThatShareAStem) {
  EXPECT_THAT(dictionary_.with_stem("fraud"), ElementsAre("fraud", "frauds"));
  EXPECT_THAT(dictionary_.with_stem("court"), ElementsAre("court", "courts"));
  EXPECT_THAT(dictionary_.with_stem("absent"), IsEmpty());
}

TEST_F(DictionaryOfOneAct, NearWordsComeNearestFirstThenMostFrequent) {
  std::vector<std::string> words;
  for (NearWord const& each : dictionary_.near("fraud", 1)) {
    words.push_back(each.word + ":" + std::to_string(each.distance));
  }
  EXPECT_THAT(words, ElementsAre("fraud:0", "frauds:1", "frand:1"));
}

}  // namespace
}  // namespace cyberlex::testing
