#include "cyberlex/search/shown_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "tests/cyberlex/text/random_text.h"

namespace cyberlex {
namespace {

StateText text(std::string language, std::vector<std::string> blocks,
               TextKind kind = TextKind::kOfficial) {
  StateText out{std::move(language), kind, {}};
  for (std::string& block : blocks) {
    out.blocks.push_back({EId(), 0, "", std::move(block)});
  }
  return out;
}

TEST(ShownTexts, AreTheFirstOfEachLanguage) {
  LanguageTools tools;
  std::vector<ShownText> const shown =
      shown_texts({text("fa", {"یک"}), text("en", {"one"}),
                   text("fa", {"دو"}, TextKind::kUnofficialTranslation), text("en", {"two"})},
                  tools);
  ASSERT_EQ(shown.size(), 2U);
  EXPECT_EQ(shown[0].blocks.at(0).text, "یک");
  EXPECT_EQ(shown[0].kind, TextKind::kOfficial);
  EXPECT_EQ(shown[1].language, "en");
  EXPECT_EQ(shown[1].blocks.at(0).text, "one");
}

// Bytes that continue no character, before `end`.
uint32_t characters(std::string const& text, uint32_t end) {
  uint32_t count = 0;
  for (uint32_t at = 0; at < end; ++at) {
    count += (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U ? 1 : 0;
  }
  return count;
}

// The twin: the whole analysis, and characters counted from the beginning for each word.
TEST(ShownTexts, HaveTheWordsOfAnAnalysis) {
  constexpr unsigned kSeed = 91;
  SCOPED_TRACE(kSeed);
  std::mt19937 random(kSeed);
  LanguageTools tools;
  for (int round = 0; round < 3000; ++round) {
    std::string const body = random_text(random, 40) + (round % 3 == 0 ? "می\u200Cشود §a" : " b");
    ShownBlock const block = shown_texts({text("fa", {body})}, tools).at(0).blocks.at(0);
    Analysis whole;
    tools_of(tools, "fa").analyser.analyse(body, whole);
    std::erase_if(whole.tokens, [](Token const& token) { return token.joined; });
    ASSERT_EQ(block.words.slices.size(), whole.tokens.size()) << body;
    ASSERT_EQ(block.characters.size(), whole.tokens.size());
    for (size_t i = 0; i < whole.tokens.size(); ++i) {
      Token const& token = whole.tokens[i];
      ASSERT_EQ(block.words.slices[i], (WordSlice{token.begin, token.end})) << body;
      CharacterSlice const expected{characters(body, token.begin), characters(body, token.end)};
      ASSERT_EQ(block.characters[i], expected) << body;
    }
  }
}

}  // namespace
}  // namespace cyberlex
