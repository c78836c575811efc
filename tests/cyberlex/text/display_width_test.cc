#include "cyberlex/text/display_width.h"

#include <gtest/gtest.h>

#include <string>

namespace cyberlex {
namespace {

TEST(DisplayWidth, CountsColumnsAndNotCharacters) {
  EXPECT_EQ(display_width(""), 0U);
  EXPECT_EQ(display_width("art. 7"), 6U);
  EXPECT_EQ(display_width("acción"), 6U);
  EXPECT_EQ(display_width("accio\xCC\x81n"), 6U);      // a combining accent
  EXPECT_EQ(display_width("دسترسی"), 6U);              // letters join, and count
  EXPECT_EQ(display_width("قانونِ"), 5U);               // a vowel sign
  EXPECT_EQ(display_width("می\u200Cشود"), 5U);         // ZWNJ
  EXPECT_EQ(display_width("\u2068دسترسی\u2069"), 6U);  // isolates
  EXPECT_EQ(display_width("法律"), 4U);                // wide
  EXPECT_EQ(display_width("ａｂ"), 4U);                // full width
  EXPECT_EQ(display_width(std::string("a\x01"
                                      "b\n\xC2\x9B")),
            2U);  // controls
}

TEST(DisplayWidth, CountsABrokenByteAsOne) {
  EXPECT_EQ(display_width("a\xFF"
                          "b"),
            3U);
}

}  // namespace
}  // namespace cyberlex
