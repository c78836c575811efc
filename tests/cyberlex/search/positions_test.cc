#include "cyberlex/search/positions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/engine.h"

namespace cyberlex::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct ChainCase {
  char const* why;
  std::vector<Places> operands;
  uint32_t distance;
  bool ordered;
  bool expected;
};

TEST(Chained, CountsWordsBetweenTheNearestEnds) {
  std::vector<ChainCase> const cases = {
      {"neighbours are one apart", {{{4}, 1}, {{5}, 1}}, 1, true, true},
      {"two apart is not within one", {{{4}, 1}, {{6}, 1}}, 1, true, false},
      {"the other way round counts for NEAR", {{{5}, 1}, {{4}, 1}}, 1, false, true},
      {"the other way round does not for ADJ", {{{5}, 1}, {{4}, 1}}, 1, true, false},
      {"a phrase is measured from its last word", {{{1}, 3}, {{5}, 1}}, 2, true, true},
      {"and to its first", {{{5}, 1}, {{1}, 3}}, 2, false, true},
      {"one word is not beside itself", {{{4}, 1}, {{4}, 1}}, 5, false, false},
      {"twice the same word needs two places", {{{4, 8}, 1}, {{4, 8}, 1}}, 5, true, true},
      {"overlapping phrases are not beside each other", {{{4}, 3}, {{5}, 3}}, 5, false, false},
      {"a chain binds neighbours only", {{{1}, 1}, {{4}, 1}, {{7}, 1}}, 3, true, true},
      {"and breaks where one link does", {{{1}, 1}, {{4}, 1}, {{8}, 1}}, 3, true, false},
      {"a link may lie back", {{{1}, 1}, {{4}, 1}, {{2}, 1}}, 3, false, true},
      {"position zero", {{{0}, 1}, {{1}, 1}}, 3, true, true},
  };
  for (ChainCase const& each : cases) {
    EXPECT_EQ(chained(each.operands, each.distance, each.ordered), each.expected) << each.why;
  }
}

TEST(ShareUnit, EndsBelongToTheUnitThatTheyEnd) {
  std::vector<uint32_t> const ends = {5, 9};
  auto const share = [&ends](std::vector<Places> const& operands) {
    return share_unit(operands, ends);
  };
  EXPECT_TRUE(share({{{1}, 1}, {{5}, 1}}));
  EXPECT_FALSE(share({{{5}, 1}, {{6}, 1}}));
  EXPECT_TRUE(share({{{6}, 1}, {{9}, 1}}));
  EXPECT_TRUE(share({{{10}, 1}, {{30}, 1}})) << "what follows the last end is a unit";
  EXPECT_FALSE(share({{{5}, 2}, {{6}, 1}})) << "a phrase across an end is in no unit";
  EXPECT_TRUE(share({{{1, 7}, 1}, {{8}, 1}, {{9}, 1}}));
}

class ProximityOfTexts : public ::testing::Test {
 protected:
  static MiniIndex make() {
    ActBuilder act("ng/test-act");
    act.add(StateBuilder("sec_1").text("en", "The court orders access to data. Secrets of persons.",
                                       "Computer systems"));
    act.add(StateBuilder("sec_2")
                .text("en", "Access to some of the data.")
                .text("es", "orders the court"));
    act.add(StateBuilder("sec_3")
                .text("en", "Access is granted.\n\nData is kept.")
                .block("sec_3__p", "court"));
    return MiniIndex({act});
  }
  std::vector<DocNum> find(std::string_view text) {
    return engine_.matches(text, on("2020-01-01"));
  }

  MiniIndex index_ = make();
  Engine engine_{index_};
};

TEST_F(ProximityOfTexts, APhraseStaysInOneLanguageAndOneBlock) {
  EXPECT_THAT(find("\"access to\""), ElementsAre(0, 1));
  EXPECT_THAT(find("\"orders access to data\""), ElementsAre(0));
  EXPECT_THAT(find("\"the court\""), ElementsAre(0, 1));
  EXPECT_THAT(find("\"systems the\""), IsEmpty());
  EXPECT_THAT(find("\"kept court\""), IsEmpty());
  EXPECT_THAT(find("heading:\"computer systems\""), ElementsAre(0));
  EXPECT_THAT(find("heading:\"access to\""), IsEmpty());
}

TEST_F(ProximityOfTexts, NearFindsWordsByTheirStems) {
  EXPECT_THAT(find("order ADJ/1 accesses"), ElementsAre(0));
  EXPECT_THAT(find("access NEAR/2 data"), ElementsAre(0));
  EXPECT_THAT(find("data NEAR/5 access"), ElementsAre(0, 1, 2));
  EXPECT_THAT(find("data ADJ/5 access"), IsEmpty());
  EXPECT_THAT(find("\"access to\" ADJ/1 data"), ElementsAre(0));
  EXPECT_THAT(find("acc* ADJ/1 to"), ElementsAre(0, 1));
}

TEST_F(ProximityOfTexts, ScopesEndWithSentencesAndParagraphs) {
  EXPECT_THAT(find("access /s data"), ElementsAre(0, 1));
  EXPECT_THAT(find("data /p person"), ElementsAre(0));
  EXPECT_THAT(find("data /s person"), IsEmpty());
  EXPECT_THAT(find("access /p data"), ElementsAre(0, 1));
}

}  // namespace
}  // namespace cyberlex::testing
