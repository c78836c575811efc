#include "cyberlex/search/snippet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cyberlex/text/analyse.h"
#include "tests/support/engine.h"
#include "tests/support/random_corpus.h"

namespace cyberlex::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// The snippet with its marks in brackets.
std::string shown(Snippet const& snippet) {
  std::string out = snippet.text;
  for (auto mark = snippet.marks.rbegin(); mark != snippet.marks.rend(); ++mark) {
    out.insert(mark->second, "]");
    out.insert(mark->first, "[");
  }
  return (snippet.cut_before ? "…" : "") + out + (snippet.cut_after ? "…" : "");
}

std::string repeated(std::string const& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) {
    out += text;
  }
  return out;
}

// An index that has all words of the tests, so that each is expanded.
class Snippets : public ::testing::Test {
 protected:
  static MiniIndex make() {
    ActBuilder act("ng/test-act");
    act.add(StateBuilder("sec_1")
                .text("en", "fraud frauds access accesses data network computer the of")
                .text("es", "fraude acceso datos")
                .text("fa", "دسترسی داده"));
    return MiniIndex({act});
  }

  std::vector<Snippet> cut(std::string_view query, std::vector<StateText> const& texts) {
    ParsedQuery const parsed = must(parse_query(query, engine_.reader().generation()));
    MatchResult const found = engine_.match_all(*parsed.root, on("2020-01-01"));
    return SnippetMaker(found.markers, tools_).make(shown_texts(texts, tools_));
  }
  std::vector<std::string> shown_of(std::string_view query, std::vector<StateText> const& texts) {
    std::vector<std::string> out;
    for (Snippet const& each : cut(query, texts)) {
      out.push_back(shown(each));
    }
    return out;
  }

  static StateText text(std::string language, std::vector<std::string> blocks) {
    StateText out{std::move(language), TextKind::kOfficial, {}};
    for (size_t i = 0; i < blocks.size(); ++i) {
      TextBlock block;
      block.eid = eid("sec_1__para_" + std::to_string(i + 1));
      block.text = std::move(blocks[i]);
      out.blocks.push_back(std::move(block));
    }
    return out;
  }

  MiniIndex index_ = make();
  Engine engine_{index_};
  LanguageTools tools_;
};

TEST_F(Snippets, MarkEveryFormOfAWord) {
  EXPECT_THAT(shown_of("fraud", {text("en", {"Of frauds, and (Fraud)."})}),
              ElementsAre("Of [frauds], and ([Fraud])."));
  EXPECT_THAT(shown_of("=fraud", {text("en", {"Of frauds, and fraud."})}),
              ElementsAre("Of frauds, and [fraud]."));
  EXPECT_THAT(shown_of("acc*", {text("en", {"Accesses to access"})}),
              ElementsAre("[Accesses] to [access]"));
  EXPECT_THAT(shown_of("fraus~", {text("en", {"fraud or theft"})}),
              ElementsAre("[fraud] or theft"));
}

TEST_F(Snippets, MarkAPhraseAsAWhole) {
  EXPECT_THAT(shown_of("\"access of data\"", {text("en", {"The access of data, data of access."})}),
              ElementsAre("The [access of data], data of access."));
}

TEST_F(Snippets, MapBackToTheOriginalSpelling) {
  EXPECT_THAT(shown_of("acceso", {text("es", {"El ACCESO a los datos."})}),
              ElementsAre("El [ACCESO] a los datos."));
  EXPECT_THAT(shown_of("دسترسی", {text("fa", {"هر دسترسي غیرمجاز"})}),
              ElementsAre("هر [دسترسي] غیرمجاز"));
}

TEST_F(Snippets, ComeFromTheFirstTextOfEachLanguageThatMatches) {
  std::vector<StateText> const texts = {text("es", {"Fraude."}), text("en", {"Fraud, first text."}),
                                        text("en", {"Fraud, second text."}), text("fa", {"داده"})};
  EXPECT_THAT(shown_of("frau*", texts), ElementsAre("[Fraude].", "[Fraud], first text."));
}

TEST_F(Snippets, ShowTheOpeningWhenNothingMatches) {
  std::vector<StateText> const texts = {text("en", {"", "  ", "(Opening words.)"}),
                                        text("es", {"Primeras palabras."})};
  EXPECT_THAT(shown_of("", texts), ElementsAre("(Opening words.)", "Primeras palabras."));
  EXPECT_THAT(shown_of("network", texts), ElementsAre("(Opening words.)", "Primeras palabras."));
  EXPECT_THAT(cut("", {text("en", {})}), IsEmpty());
}

TEST_F(Snippets, ChooseTheWindowWithTheMostDifferentWords) {
  std::string const far = repeated("Some filling words without meaning here. ", 12);
  std::vector<Snippet> const found =
      cut("fraud data", {text("en", {"Fraud fraud fraud. " + far + "Fraud of data. " + far})});
  ASSERT_THAT(found, SizeIs(2));
  EXPECT_THAT(shown(found[0]), ::testing::HasSubstr("[Fraud] of [data]."));
  EXPECT_TRUE(found[0].cut_before);
  EXPECT_TRUE(found[0].cut_after);
  EXPECT_THAT(shown(found[1]), ::testing::StartsWith("[Fraud] [fraud] [fraud]."));
  EXPECT_FALSE(found[1].cut_before);
}

TEST_F(Snippets, ASecondOnePrefersWordsNotShownYet) {
  std::string const far = repeated("Some filling words without meaning here. ", 12);
  std::vector<Snippet> const found =
      cut("fraud OR data OR network",
          {text("en", {"Fraud of data, fraud of data.", "Fraud, data again, and data.",
                       "A network. " + far})});
  ASSERT_THAT(found, SizeIs(2));
  EXPECT_EQ(found[0].eid.text(), "sec_1__para_1");
  EXPECT_EQ(found[1].eid.text(), "sec_1__para_3");
}

TEST_F(Snippets, AreCutBetweenWordsAndNotMuchLongerThanTheirLimit) {
  std::string const filling = repeated("lorem ipsum dolor ", 60);
  std::vector<Snippet> const found = cut("fraud", {text("en", {filling + "fraud " + filling})});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_LE(found[0].text.size(), kSnippetLength);
  EXPECT_GE(found[0].text.size(), kSnippetLength - 20);
  EXPECT_THAT(found[0].text,
              ::testing::AnyOf(::testing::StartsWith("lorem"), ::testing::StartsWith("ipsum"),
                               ::testing::StartsWith("dolor")));
  ASSERT_THAT(found[0].marks, SizeIs(1));
  auto const [begin, end] = found[0].marks[0];
  EXPECT_EQ(found[0].text.substr(begin, end - begin), "fraud");
}

TEST_F(Snippets, AWordLongerThanASnippetIsCutBeforeNoCombiningMark) {
  std::vector<Snippet> const found = cut("", {text("en", {repeated("e\u0301", 2000)})});
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_TRUE(is_utf8(found[0].text));
  EXPECT_LE(found[0].text.size(), 8 * kSnippetLength);
  EXPECT_TRUE(found[0].text.ends_with("\u0301"));
  EXPECT_TRUE(found[0].cut_after);
  EXPECT_THAT(cut("", {text("en", {repeated("§", 1000)})}).at(0).text, ::testing::EndsWith("§"));
}

// Whatever the text, marks lie in the snippet, ascending and apart, on its characters.
TEST_F(Snippets, KeepTheirPromisesOnTextsByChance) {
  Chance chance(77);
  std::vector<std::string> const pieces = {
      "fraud",   "frauds ", "data ",   "network. ", "\n\n",
      "§",       "ácc",     "e\u0301", "\u200c",    " the of ",
      "access ", "(",       "\u200d",  "دسترسی ",   "\xF0\x9F\x91\x8D",
      "x"};
  for (int i = 0; i < 400; ++i) {
    std::string body;
    for (uint32_t n = chance.number(300); n > 0; --n) {
      body += chance.pick(pieces);
    }
    for (Snippet const& each :
         cut("fraud OR data OR acc* OR \"the of\"", {text("en", {body, "fraud"})})) {
      ASSERT_TRUE(is_utf8(each.text)) << i;
      ASSERT_NE((body + "\nfraud").find(each.text), std::string::npos);
      uint32_t last = 0;
      for (auto const& [begin, end] : each.marks) {
        ASSERT_LE(last, begin);
        ASSERT_LT(begin, end);
        ASSERT_LE(end, each.text.size());
        ASSERT_TRUE(is_utf8(each.text.substr(begin, end - begin)));
        last = end;
      }
    }
  }
}

}  // namespace
}  // namespace cyberlex::testing
