#include "tools/terminal.h"

#include <gtest/gtest.h>

namespace cyberlex::tools {
namespace {

TEST(Terminal, WrapsAtBlanksAndIndentsTheRest) {
  std::string const word(30, 'x');
  std::string const text = word + ' ' + word + ' ' + word + ' ' + word;
  EXPECT_EQ(wrapped(text, "- ", "  "),
            "- " + word + ' ' + word + ' ' + word + "\n  " + word + '\n');
  EXPECT_EQ(wrapped("a\n\nb", "", ""), "a\n\nb\n");
  EXPECT_EQ(wrapped(std::string(200, 'y'), "", ""), std::string(200, 'y') + '\n');
  EXPECT_EQ(wrapped("", "", ""), "\n");
}

TEST(Terminal, CountsCharactersAndNotBytesWhenItWraps) {
  std::string text;
  for (int i = 0; i < 19; ++i) {
    text += "قانو ";
  }
  EXPECT_EQ(wrapped(text + 'x', "", ""), text + "x\n");
}

TEST(Terminal, DropsWhatWouldMoveTheCursor) {
  EXPECT_EQ(printable("a\x1b[2Jb\rc\nd\x7f\xC2\x9B"
                      "e",
                      true),
            "a[2Jbc\nde");
  EXPECT_EQ(printable(bold("hit"), true), "\x1b[1mhit\x1b[0m");
  EXPECT_EQ(printable(bold("hit"), false), "hit");
}

TEST(Terminal, SeparatesThousands) {
  EXPECT_EQ(with_separators("7"), "7");
  EXPECT_EQ(with_separators("123"), "123");
  EXPECT_EQ(with_separators("7000000.5"), "7,000,000.5");
}

TEST(Terminal, CountsThings) {
  EXPECT_EQ(counted(1, "act"), "1 act");
  EXPECT_EQ(counted(0, "act"), "0 acts");
  EXPECT_EQ(counted(2, "goose", "geese"), "2 geese");
}

}  // namespace
}  // namespace cyberlex::tools
