#include "cyberlex/search/word_group.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/engine.h"

namespace cyberlex::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

// A word of letters that differs for every number: "aaab".
std::string numbered(uint32_t number) {
  std::string out;
  for (int i = 0; i < 4; ++i) {
    out.insert(out.begin(), static_cast<char>('a' + number % 26));
    number /= 26;
  }
  return out;
}

class WordGroups : public ::testing::Test {
 protected:
  static MiniIndex make() {
    std::string many;
    for (uint32_t i = 0; i < 1100; ++i) {
      many += "qq" + numbered(i) + ' ';
    }
    for (uint32_t i = 0; i < 300; ++i) {
      many += "zebras" + numbered(i).substr(2) + ' ';
    }
    ActBuilder act("ng/test-act");
    act.add(StateBuilder("sec_1").text("en", "frauds in systems", "Fraud"));
    act.add(
        StateBuilder("sec_2").text("en", "fraud frauds fraudulent").text("es", "fraude sistemas"));
    act.add(StateBuilder("sec_3").text("en", many));
    act.add(StateBuilder("sec_4").text("en", "qqzzzz qqzzzz qqaaaa zebras"));
    return MiniIndex({act});
  }

  WordGroup group(std::string word, WordForm form, bool heading = false) {
    return must(make_word_group(engine_.lexicon(), {std::move(word), form, heading}));
  }

  MiniIndex index_ = make();
  Engine engine_{index_};
};

std::vector<std::string> terms_of(LanguageGroup const& group) {
  std::vector<std::string> out;
  for (GroupTerm const& term : group.terms) {
    out.push_back(term.term);
  }
  return out;
}

TEST_F(WordGroups, AStemHasABonusForTheFormThatWasAskedFor) {
  WordGroup const found = group("frauds", WordForm::kStemmed);
  ASSERT_EQ(found.languages.size(), 1U);
  EXPECT_EQ(found.languages[0].language, "en");
  EXPECT_THAT(terms_of(found.languages[0]), ElementsAre("Zenfraud"));
  ASSERT_EQ(found.languages[0].bonus.size(), 1U);
  EXPECT_EQ(found.languages[0].bonus[0].term, "Wenfrauds");
  ASSERT_EQ(found.expansions.size(), 1U);
  EXPECT_THAT(found.expansions[0].terms, ElementsAre("fraud"));
}

TEST_F(WordGroups, AnExactWordIsNotExpanded) {
  WordGroup const found = group("frauds", WordForm::kExact);
  EXPECT_THAT(terms_of(found.languages.at(0)), ElementsAre("Wenfrauds"));
  EXPECT_THAT(found.expansions, IsEmpty());
}

TEST_F(WordGroups, APrefixReachesEveryLanguage) {
  WordGroup const found = group("fraud", WordForm::kPrefix);
  ASSERT_EQ(found.languages.size(), 2U);
  EXPECT_THAT(found.languages[0].words, ElementsAre("fraud", "frauds", "fraudulent"));
  EXPECT_THAT(found.languages[1].words, ElementsAre("fraude"));
  EXPECT_FALSE(found.expansions[0].truncated);
}

TEST_F(WordGroups, HeadingWordsAreTermsOfTheirOwn) {
  EXPECT_THAT(terms_of(group("fraud", WordForm::kPrefix, true).languages.at(0)),
              ElementsAre("Senfraud"));
  EXPECT_THAT(terms_of(group("frauds", WordForm::kStemmed, true).languages.at(0)),
              ElementsAre("Tenfraud"));
  EXPECT_THAT(group("system", WordForm::kStemmed, true).languages, IsEmpty());
  EXPECT_THAT(terms_of(group("frauds", WordForm::kFuzzy, true).languages.at(0)),
              ElementsAre("Senfraud"));
}

TEST_F(WordGroups, AFuzzyWordCountsTheNearerMore) {
  WordGroup const found = group("fraud", WordForm::kFuzzy);
  ASSERT_EQ(found.languages.size(), 2U);
  EXPECT_THAT(found.languages[0].words, ElementsAre("fraud", "frauds"));
  EXPECT_EQ(found.languages[0].terms[0].weight, 1.0);
  EXPECT_EQ(found.languages[0].terms[1].weight, 0.5);
  EXPECT_THAT(found.languages[1].words, ElementsAre("fraude"));
}

TEST_F(WordGroups, ALimitOnPrefixesKeepsTheMostFrequentAndSaysSo) {
  WordGroup const found = group("qq", WordForm::kPrefix);
  ASSERT_EQ(found.languages.size(), 1U);
  EXPECT_EQ(found.languages[0].terms.size(), kMostPrefixTerms);
  EXPECT_EQ(found.languages[0].words.front(), "qqaaaa");
  EXPECT_TRUE(found.expansions[0].truncated);
  EXPECT_EQ(found.expansions[0].limit, "most frequent: 1000 of 1101 words");
}

TEST_F(WordGroups, ALimitOnFuzzyWordsKeepsTheNearestAndSaysSo) {
  WordGroup const found = group("zebras", WordForm::kFuzzy);
  EXPECT_EQ(found.languages.at(0).terms.size(), kMostFuzzyTerms);
  EXPECT_EQ(found.languages[0].words.front(), "zebras");
  EXPECT_TRUE(found.expansions[0].truncated);
  EXPECT_EQ(found.expansions[0].limit, "nearest: 200 of 301 words");
}

TEST_F(WordGroups, PositionsOfAStemAreThoseOfItsWords) {
  WordGroup const found = group("frauds", WordForm::kStemmed);
  EXPECT_THAT(positional_terms(engine_.lexicon(), found.node, found.languages.at(0)),
              UnorderedElementsAre("Wenfraud", "Wenfrauds"));
}

TEST_F(WordGroups, APrefixHasTwoCharactersOrMore) {
  EXPECT_FALSE(make_word_group(engine_.lexicon(), {"f", WordForm::kPrefix, false}).ok());
  EXPECT_TRUE(make_word_group(engine_.lexicon(), {"fr", WordForm::kPrefix, false}).ok());
  EXPECT_FALSE(make_word_group(engine_.lexicon(), {"ñ", WordForm::kPrefix, false}).ok());
}

}  // namespace
}  // namespace cyberlex::testing
