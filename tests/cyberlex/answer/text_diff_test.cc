#include "cyberlex/answer/text_diff.h"

#include <gmock/gmock.h>

#include <random>
#include <set>

#include "tests/support/act_builder.h"

namespace cyberlex::testing {
namespace {

using ::testing::ElementsAre;

DiffState state(StateBuilder const& builder) {
  DiffState out;
  out.doc = 0;
  out.record = builder.build().record;
  out.texts = builder.build().texts;
  return out;
}

std::vector<std::string> eids(TextDiff const& diff) {
  std::vector<std::string> out;
  for (BlockDiff const& block : diff.blocks) {
    out.push_back(block.eid.text());
  }
  return out;
}

std::string side(WordDiff const& diff, DiffOp own) {
  std::string out;
  for (DiffRun const& run : diff.runs) {
    out += run.op == DiffOp::kEqual || run.op == own ? run.text : "";
  }
  return out;
}

TEST(TextDiff, ABlockThatIsGoneStandsWhereItStood) {
  auto const before = state(StateBuilder("sec_1")
                                .text("en", "head")
                                .block("sec_1__para_a", "one")
                                .block("sec_1__para_b", "two"));
  auto const after = state(StateBuilder("sec_1")
                               .text("en", "head")
                               .block("sec_1__para_b", "two")
                               .block("sec_1__para_c", "three"));
  auto const diff = diff_texts(before, after, {}, {});
  EXPECT_THAT(eids(diff.at(0)),
              ElementsAre("sec_1", "sec_1__para_a", "sec_1__para_b", "sec_1__para_c"));
}

TEST(TextDiff, TextsOfOneKindBelongTogetherBeforeTextsOfOneLanguage) {
  auto const before = state(StateBuilder("sec_1")
                                .text("en", "official", "", TextKind::kOfficial)
                                .text("en", "restated", "", TextKind::kRestatement));
  auto const after = state(StateBuilder("sec_1")
                               .text("en", "restated", "", TextKind::kRestatement)
                               .text("es", "texto", "", TextKind::kOfficial)
                               .text("en", "translated", "", TextKind::kOfficialTranslation));
  auto const diff = diff_texts(before, after, {}, {});
  ASSERT_EQ(diff.size(), 3U);
  EXPECT_FALSE(diff[0].changed());
  EXPECT_FALSE(diff[1].before.has_value());
  EXPECT_EQ(diff[2].before->kind, TextKind::kOfficial);
  EXPECT_EQ(diff[2].after->kind, TextKind::kOfficialTranslation);
}

// Blocks of random eIds, some of them twice.
StateBuilder random_state(std::mt19937& random) {
  StateBuilder out("sec_1");
  out.text("en", "head " + std::to_string(random() % 3));
  for (size_t left = random() % 8; left > 0; --left) {
    out.block("sec_1__para_" + std::to_string(random() % 6), "w" + std::to_string(random() % 4));
  }
  return out;
}

TEST(TextDiff, EveryBlockOfBothSidesComesOnceAndThoseAfterInTheirOrder) {
  constexpr uint32_t kSeed = 5;
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  std::mt19937 random(kSeed);
  for (int round = 0; round < 300; ++round) {
    DiffState const before = state(random_state(random));
    DiffState const after = state(random_state(random));
    std::multiset<std::string> old_blocks;
    for (TextBlock const& block : before.texts[0].blocks) {
      old_blocks.insert(block.eid.text() + '=' + block.text);
    }
    std::vector<std::string> new_blocks;
    for (TextBlock const& block : after.texts[0].blocks) {
      new_blocks.push_back(block.eid.text() + '=' + block.text);
    }
    std::multiset<std::string> old_found;
    std::vector<std::string> new_found;
    auto const diff = diff_texts(before, after, {}, {});
    for (BlockDiff const& block : diff.at(0).blocks) {
      std::string const old_text = side(block.words, DiffOp::kDelete);
      std::string const new_text = side(block.words, DiffOp::kInsert);
      if (!old_text.empty()) {
        old_found.insert(block.eid.text() + '=' + old_text);
      }
      if (!new_text.empty()) {
        new_found.push_back(block.eid.text() + '=' + new_text);
      }
    }
    ASSERT_EQ(old_found, old_blocks);
    ASSERT_EQ(new_found, new_blocks);
  }
}

}  // namespace
}  // namespace cyberlex::testing
