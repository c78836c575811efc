#include "cyberlex/text/word_breaks.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "cyberlex/text/utf8.h"
#include "tests/cyberlex/text/random_text.h"

namespace cyberlex {
namespace {

std::string utf8(std::u32string const& text) {
  std::string out;
  for (char32_t const c : text) {
    append_utf8(out, c);
  }
  return out;
}

// The text as code points, for messages.
std::string shown(std::string const& text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    Utf8Char const c = decode_utf8(text, at);
    out += std::to_string(static_cast<uint32_t>(c.value)) + ' ';
    at += c.length;
  }
  return out;
}

class WordBreaksTest : public ::testing::Test {
 protected:
  void expect_same(std::string const& text) {
    std::vector<WordSlice> by_table;
    std::vector<WordSlice> by_icu;
    breaks_.split(text, by_table);
    breaks_.by_icu(text, by_icu);
    EXPECT_EQ(by_table, by_icu) << shown(text);
  }

  WordBreaks breaks_;
};

TEST_F(WordBreaksTest, FindsWordsOfLettersAndDigits) {
  std::vector<WordSlice> out;
  breaks_.split("Art. 5(2): don't pay 1,000.50!", out);
  std::vector<WordSlice> const expected = {{0, 3}, {5, 6}, {7, 8}, {11, 16}, {17, 20}, {21, 29}};
  EXPECT_EQ(out, expected);
}

TEST_F(WordBreaksTest, AgreesWithIcuOnEveryCharacterBetweenWords) {
  for (char32_t c = 0; c < 0x2300; ++c) {
    for (char32_t const before : {U'a', U'1', U'_', U' ', U'\u0627'}) {
      for (char32_t const after : {U'a', U'1', U' ', U'\u0633'}) {
        expect_same(utf8({before, c, after}));
        expect_same(utf8({before, c, c, after}));
      }
    }
  }
}

TEST_F(WordBreaksTest, AgreesWithIcuOnRandomText) {
  // What words are made of, and what may stand between their letters and digits.
  static constexpr std::u32string_view kOften =
      U"abZ12_.,:;'\" \n\r-@éßñ\u0301\u0308\u200C\u2019\u00B7"
      U"\u0627\u0633\u064E\u06F1\u0661\u066B\u066C\u060C\u00AD\u200B\u200F\u2028";
  constexpr unsigned kSeed = 20261122;
  std::mt19937 random(kSeed);
  SCOPED_TRACE(kSeed);
  for (int round = 0; round < 60000 && !HasFailure(); ++round) {
    std::u32string text;
    for (size_t left = random() % 16; left > 0; --left) {
      text += random() % 40 == 0 ? random_char(random) : kOften[random() % kOften.size()];
    }
    expect_same(utf8(text));
    expect_same(random_text(random, 12));
  }
}

}  // namespace
}  // namespace cyberlex
