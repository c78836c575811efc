#include "cyberlex/render/text_layout.h"

#include <gtest/gtest.h>

namespace cyberlex {
namespace {

// A paragraph as it is shown.
std::string shown(std::string_view text, std::string_view first, std::string_view rest,
                  size_t width = kLineWidth) {
  return lay_out(wrapped(text, first, rest), {.width = width});
}

TEST(TextLayout, WrapsAtBlanksAndIndentsTheRest) {
  std::string const word(30, 'x');
  std::string const text = word + ' ' + word + ' ' + word + ' ' + word;
  EXPECT_EQ(shown(text, "- ", "  "), "- " + word + ' ' + word + ' ' + word + "\n  " + word + '\n');
  EXPECT_EQ(shown("a\n\nb", "", ""), "a\n\nb\n");
  EXPECT_EQ(shown(std::string(200, 'y'), "", ""), std::string(200, 'y') + '\n');
  EXPECT_EQ(shown("", "", ""), "\n");
}

TEST(TextLayout, CountsCharactersAndNotBytesWhenItWraps) {
  std::string text;
  for (int i = 0; i < 19; ++i) {
    text += "قانو ";
  }
  EXPECT_EQ(shown(text + 'x', "", ""), text + "x\n");
}

TEST(TextLayout, IsAsWideAsAsked) {
  EXPECT_EQ(shown("aaaa bbbb cccc", "", "> ", 9), "aaaa bbbb\n> cccc\n");
  EXPECT_EQ(lay_out("aaaa bbbb cccc\n", {.width = 9}), "aaaa bbbb cccc\n");  // no paragraph
}

TEST(TextLayout, LetsNoTextForgeALayout) {
  std::string const forged = "a\x03 b\x04 c\x05 d";
  EXPECT_EQ(shown(forged, "", ""), "a b c d\n");
  EXPECT_EQ(lay_out("\x03\x05x\x04y\n", {}), "xy\n");
  EXPECT_EQ(lay_out("x\x03y", {}), "xy\n");
}

TEST(TextLayout, DropsWhatWouldMoveTheCursor) {
  EXPECT_EQ(lay_out("a\x1b[2Jb\rc\nd\x7f\xC2\x9B"
                    "e\n",
                    {.ansi = true}),
            "a[2Jbc\nde\n");
  EXPECT_EQ(lay_out(bold("hit") + '\n', {.ansi = true}), "\x1b[1mhit\x1b[0m\n");
  EXPECT_EQ(lay_out(bold("hit") + '\n', {}), "hit\n");
}

TEST(TextLayout, CutsAndFillsByColumnsInEveryScript) {
  EXPECT_EQ(cut_to("قانونِ جدید", 5), "قانونِ");  // the vowel sign stays with its letter
  EXPECT_EQ(cut_to("法律", 3), "法");
  EXPECT_EQ(cut_to("abc", 9), "abc");
  EXPECT_EQ(cut_to("abc", 0), "");
  EXPECT_EQ(filled_to("法", 4), "法  ");
  EXPECT_EQ(right_in("می\u200Cشود", 6), " می\u200Cشود");
  EXPECT_EQ(filled_to("abc", 2), "abc");
}

TEST(TextLayout, SeparatesThousands) {
  EXPECT_EQ(with_separators("7"), "7");
  EXPECT_EQ(with_separators("123"), "123");
  EXPECT_EQ(with_separators("7000000.5"), "7,000,000.5");
}

TEST(TextLayout, CountsThings) {
  EXPECT_EQ(counted(1, "act"), "1 act");
  EXPECT_EQ(counted(0, "act"), "0 acts");
  EXPECT_EQ(counted(2, "goose", "geese"), "2 geese");
}

}  // namespace
}  // namespace cyberlex
