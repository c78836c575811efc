#include "cyberlex/text/analyse.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unicode/brkiter.h>
#include <unicode/uchar.h>

#include "cyberlex/text/utf8.h"
#include "tests/cyberlex/text/random_text.h"

namespace cyberlex {
namespace {

using testing::ElementsAre;

constexpr unsigned kSeed = 20150515;

Analysis analysed(std::string_view text, uint32_t from = 0) {
  Analysis out;
  out.next_position = from;
  Analyser("en").analyse(text, out);
  return out;
}

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> out;
  for (Token const& token : analysed(text).tokens) {
    out.push_back(token.word);
  }
  return out;
}

TEST(Analyse, SplitsAtUnicodeWordBoundaries) {
  EXPECT_THAT(words("Whoever, without right, ACCESSES (wholly) a_b."),
              ElementsAre("whoever", "without", "right", "accesses", "wholly", "a_b"));
  EXPECT_THAT(words("El artículo 3.5 de la Ley Nº 19.172"),
              ElementsAre("el", "articulo", "3.5", "de", "la", "ley", "no", "19.172"));
  EXPECT_THAT(words("the offender’s e-mail"), ElementsAre("the", "offender's", "e", "mail"));
  EXPECT_THAT(words("ماده ۱ ـ هرکس"), ElementsAre("ماده", "1", "هرکس"));
  EXPECT_THAT(words("--- ___ *** ء"), ElementsAre());
}

TEST(Analyse, FoldsPersianYeh) {
  EXPECT_EQ(words("رايانه"), words("رایانه"));
}

TEST(Analyse, FindsWordsJoinedByZwnjJoinedAndSplit) {
  Analysis const out = analysed("او می\u200Cشود داده\u200Cهای\u200C");
  struct Row {
    char const* word;
    uint32_t position;
    bool joined;
  };
  std::vector<Row> const expected = {{"او", 0, false},  {"میشود", 1, true},   {"می", 1, false},
                                     {"شود", 2, false}, {"دادههای", 3, true}, {"داده", 3, false},
                                     {"های", 4, false}};
  ASSERT_EQ(out.tokens.size(), expected.size());
  for (size_t i = 0; i < expected.size(); ++i) {
    EXPECT_EQ(out.tokens[i].word, expected[i].word);
    EXPECT_EQ(out.tokens[i].position, expected[i].position);
    EXPECT_EQ(out.tokens[i].joined, expected[i].joined);
  }
  EXPECT_EQ(out.next_position, 5U);
}

TEST(Analyse, OffsetsPointIntoTheOriginalBytes) {
  std::string const text = "\xFFÉste  𝒜 acceso";
  Analysis const out = analysed(text);
  ASSERT_EQ(out.tokens.size(), 3U);
  auto const original = [&](size_t i) {
    return text.substr(out.tokens[i].begin, out.tokens[i].end - out.tokens[i].begin);
  };
  EXPECT_EQ(original(0), "Éste");
  EXPECT_EQ(original(1), "𝒜");
  EXPECT_EQ(out.tokens[1].word, "a");
  EXPECT_EQ(original(2), "acceso");
}

TEST(Analyse, MarksSentencesAndParagraphs) {
  Analysis const out = analysed("One two. Three art. 4 five.\n\nSix\nseven", 10);
  EXPECT_THAT(out.sentence_ends, ElementsAre(11, 15, 17));
  EXPECT_THAT(out.paragraph_ends, ElementsAre(15, 17));
  EXPECT_EQ(out.next_position, 18U);
}

TEST(Analyse, SaysNothingAboutATextWithoutWords) {
  Analysis const out = analysed(" …\n\n*** ", 3);
  EXPECT_TRUE(out.tokens.empty());
  EXPECT_TRUE(out.sentence_ends.empty());
  EXPECT_TRUE(out.paragraph_ends.empty());
  EXPECT_EQ(out.next_position, 3U);
}

TEST(Analyse, CutsLongWordsAtACharacter) {
  std::string text;
  for (int i = 0; i < 100'000; ++i) {
    text += "ж";
  }
  Analysis const out = analysed(text);
  ASSERT_EQ(out.tokens.size(), 1U);
  EXPECT_EQ(out.tokens[0].word.size(), kLongestWord);
  EXPECT_EQ(out.tokens[0].end, text.size());
  EXPECT_EQ(fold(out.tokens[0].word), out.tokens[0].word);
}

// The twin: ICU over a copy, every boundary asked for its offset by converting the prefix.
std::vector<std::string> words_by_icu(std::string const& text) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> const iterator(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  icu::UnicodeString const units = icu::UnicodeString::fromUTF8(text);
  iterator->setText(units);
  std::vector<std::string> out;
  int32_t begin = 0;
  for (int32_t end = iterator->next(); end != icu::BreakIterator::DONE; end = iterator->next()) {
    icu::UnicodeString const slice = units.tempSubStringBetween(begin, end);
    begin = end;
    bool word = false;
    for (int32_t at = 0; at < slice.length(); at = slice.moveIndex32(at, 1)) {
      word = word || u_isalnum(slice.char32At(at)) != 0;
    }
    std::string bytes;
    slice.toUTF8String(bytes);
    std::string folded = fold(bytes);
    if (word && !folded.empty()) {
      out.push_back(std::move(folded));
    }
  }
  return out;
}

TEST(Analyse, AgreesWithIcuOnRandomText) {
  std::mt19937 random(kSeed);
  for (int i = 0; i < 5'000; ++i) {
    std::string text;
    std::string const raw = random_text(random, 20);
    for (size_t at = 0; at < raw.size();) {
      Utf8Char const c = decode_utf8(raw, at);
      if (c.value != 0x200C) {
        append_utf8(text, c.value);
      }
      at += c.length;
    }
    ASSERT_EQ(words(text), words_by_icu(text)) << "seed " << kSeed << " round " << i << " " << text;
  }
}

TEST(Analyse, EveryTokenIsTheFoldOfItsBytes) {
  std::mt19937 random(kSeed);
  for (int i = 0; i < 5'000; ++i) {
    std::string const text = random_text(random, 30);
    Analysis const out = analysed(text);
    uint32_t position = 0;
    for (Token const& token : out.tokens) {
      ASSERT_LE(token.begin, token.end);
      ASSERT_LE(token.end, text.size());
      ASSERT_EQ(token.word, fold(text.substr(token.begin, token.end - token.begin)));
      ASSERT_GE(token.position, position);
      ASSERT_LT(token.position, out.next_position);
      position = token.position;
    }
  }
}

}  // namespace
}  // namespace cyberlex
