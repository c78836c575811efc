#include "cyberlex/search/label_cursor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cyberlex/search/positions.h"
#include "tests/support/engine.h"
#include "tests/support/random_corpus.h"

namespace cyberlex::testing {
namespace {

using ::testing::ElementsAre;

class LabelIn : public ::testing::Test {
 protected:
  static MiniIndex make() {
    ActBuilder act("ng/test-act");
    act.add(StateBuilder("sec_1").text("en", "illegal access"));
    act.add(StateBuilder("sec_2").text("en", "access that is illegal"));
    act.add(StateBuilder("sec_3").text("en", "illegal and intentional accesses"));
    act.add(StateBuilder("sec_4").text("en", "illegal in one two access"));
    act.add(StateBuilder("sec_5").text("es", "illegal access"));
    act.add(StateBuilder("sec_6").text("en", "illegal").block("sec_6__subsec_1", "access"));
    act.add(StateBuilder("sec_7").text("en", "access, access, access"));
    return MiniIndex({act});
  }

  std::vector<DocNum> documents(LabelStems const& label) {
    CursorPtr const cursor = make_label_cursor(engine_.lexicon(), label, 1);
    Budget budget;
    return drain(*cursor, budget).to_vector();
  }

  MiniIndex index_ = make();
  Engine engine_{index_};
};

TEST_F(LabelIn, AProvisionStandsInItsOrderWithAtMostTwoWordsBetween) {
  EXPECT_THAT(documents({"en", {"illeg", "access"}}), ElementsAre(0, 2));
}

TEST_F(LabelIn, AnotherLanguageIsNotTheLabel) {
  EXPECT_THAT(documents({"es", {"illegal", "access"}}), ElementsAre(4));
}

TEST_F(LabelIn, OneWordIsFoundByItsStem) {
  EXPECT_THAT(documents({"en", {"access"}}), ElementsAre(0, 1, 2, 3, 5, 6));
}

TEST_F(LabelIn, AMatchScoresByHowOftenItOccurs) {
  CursorPtr const cursor = make_label_cursor(engine_.lexicon(), {"en", {"access"}}, 1);
  cursor->seek(1);
  double const once = cursor->score();
  cursor->seek(6);
  ASSERT_EQ(cursor->doc(), 6U);
  EXPECT_GT(cursor->score(), once);
  EXPECT_LT(cursor->score(), 2.2) << "rarity times the saturation";
}

TEST(Chain, EndsWhereATwinSaysItDoes) {
  Chance chance(17);
  for (int i = 0; i < 500; ++i) {
    std::vector<Places> operands(1 + chance.number(3));
    for (Places& each : operands) {
      for (uint32_t at = 0; at < 30; ++at) {
        if (chance.one_in(5)) {
          each.starts.push_back(at);
        }
      }
    }
    uint32_t const distance = 1 + chance.number(4);
    std::vector<uint32_t> reached = operands.front().starts;
    for (size_t next = 1; next < operands.size(); ++next) {
      std::vector<uint32_t> kept;
      for (uint32_t const at : operands[next].starts) {
        if (std::ranges::any_of(
                reached, [&](uint32_t before) { return before < at && at - before <= distance; })) {
          kept.push_back(at);
        }
      }
      reached = kept;
    }
    ASSERT_EQ(chain(operands, distance, true).starts, reached) << i;
  }
}

}  // namespace
}  // namespace cyberlex::testing
