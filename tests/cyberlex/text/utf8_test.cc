#include "cyberlex/text/utf8.h"

#include <gtest/gtest.h>

#include "cyberlex/text/analyse.h"

namespace cyberlex {
namespace {

TEST(Utf8, EveryScalarValueSurvivesWritingAndReading) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c < 0xE000) {
      continue;
    }
    std::string bytes;
    append_utf8(bytes, c);
    Utf8Char const read = decode_utf8(bytes, 0);
    ASSERT_TRUE(read.valid) << static_cast<uint32_t>(c);
    ASSERT_EQ(read.value, c);
    ASSERT_EQ(read.length, bytes.size());
    ASSERT_TRUE(is_utf8(bytes));
  }
}

TEST(Utf8, RefusesWhatTheStandardRefuses) {
  struct Row {
    char const* bytes;
    size_t bad;
  };
  for (Row const& row : {Row{"\xC0\x80", 0},                           // overlong
                         Row{"a\xE0\x80\x80", 1},                      // overlong
                         Row{"ab\xED\xA0\x80", 2},                     // surrogate
                         Row{"\xF4\x90\x80\x80", 0},                   // above U+10FFFF
                         Row{"\xF5\x80\x80\x80", 0}, Row{"é\x80", 2},  // continuation without lead
                         Row{"\xE2\x82", 0},                           // cut short
                         Row{"\xFF", 0}}) {
    size_t bad = 99;
    EXPECT_FALSE(is_utf8(row.bytes, &bad)) << row.bad;
    EXPECT_EQ(bad, row.bad);
  }
}

TEST(Utf8, APrefixNeverCutsACharacter) {
  EXPECT_EQ(utf8_prefix("aéb", 2), "a");
  EXPECT_EQ(utf8_prefix("aéb", 3), "aé");
  EXPECT_EQ(utf8_prefix("aéb", 4), "aéb");
  EXPECT_EQ(utf8_prefix("é", 1), "");
}

}  // namespace
}  // namespace cyberlex
