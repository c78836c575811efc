#include "indexer/visible_text.h"

#include <gtest/gtest.h>

namespace cyberlex {
namespace {

TEST(VisibleText, CountsCodePointsThatAreNotWhiteSpace) {
  EXPECT_EQ(count_visible(""), 0U);
  EXPECT_EQ(count_visible(" a\tb\nc\r\v\f"), 3U);
  EXPECT_EQ(count_visible("ñ§—ماده"), 7U);
  EXPECT_EQ(count_visible("\xC2\xA0\xC2\x85\xE1\x9A\x80\xE2\x80\x80\xE2\x80\x8A\xE2\x80\xA8"), 0U);
  EXPECT_EQ(count_visible("\xE2\x80\xA9\xE2\x80\xAF\xE2\x81\x9F\xE3\x80\x80"), 0U);
  // Zero-width joiners and the byte order mark are not White_Space.
  EXPECT_EQ(count_visible("\xE2\x80\x8C\xE2\x80\x8D\xEF\xBB\xBF"), 3U);
}

TEST(VisibleText, LeavesCleanTextAlone) {
  Diagnostics diagnostics;
  EXPECT_EQ(clean_text("§ 1\nä\xF0\x9F\x98\x80\n", "f", diagnostics), "§ 1\nä\xF0\x9F\x98\x80\n");
  EXPECT_TRUE(diagnostics.all().empty());
}

TEST(VisibleText, MendsLineEndsAndSaysWhere) {
  Diagnostics diagnostics;
  EXPECT_EQ(clean_text("\xEF\xBB\xBF"
                       "a\nb\r\nc\rd",
                       "f", diagnostics),
            "a\nb\nc\nd");
  ASSERT_EQ(diagnostics.all().size(), 3U);
  EXPECT_EQ(to_string(diagnostics.all()[0]), "f:1:1: note: a byte order mark, left out");
  EXPECT_EQ(to_string(diagnostics.all()[1]), "f:2: note: 1 lines end in CRLF, read as LF");
  EXPECT_EQ(diagnostics.all()[2].place.line, 3);
}

TEST(VisibleText, ReplacesNulAndWhatIsNotUtf8) {
  Diagnostics diagnostics;
  std::string_view const bytes("a\0b\n\xC3(\n\xED\xA0\x80\n\xC0\xAF\n\xF5\n\xE2\x82", 18);
  std::string const text = clean_text(bytes, "f", diagnostics);
  EXPECT_EQ(text, "a\uFFFDb\n\uFFFD(\n\uFFFD\uFFFD\uFFFD\n\uFFFD\uFFFD\n\uFFFD\n\uFFFD\uFFFD");
  ASSERT_EQ(diagnostics.warnings(), 2U);
  EXPECT_EQ(to_string(diagnostics.all()[0]), "f:1: warning: 1 NUL bytes, read as U+FFFD");
  EXPECT_EQ(to_string(diagnostics.all()[1]), "f:2: warning: 9 bytes are not UTF-8, read as U+FFFD");
}

TEST(VisibleText, CleanTextIsIdempotent) {
  Diagnostics diagnostics;
  std::string const once = clean_text("a\r\r\n\xFFz\r", "f", diagnostics);
  size_t const said = diagnostics.all().size();
  EXPECT_EQ(clean_text(once, "f", diagnostics), once);
  EXPECT_EQ(diagnostics.all().size(), said);
}

TEST(VisibleText, TrimsAndCollapses) {
  EXPECT_EQ(trim(" \t a b \n"), "a b");
  EXPECT_EQ(trim(" \n"), "");
  EXPECT_EQ(collapse_space("  a \n\xC2\xA0 b\t"), "a b");
  // The indent of a first line is the law's: a list or a table may begin with it.
  EXPECT_EQ(trim_blank_lines("\n \n    a\n\n  b \n\n"), "    a\n\n  b");
  EXPECT_EQ(trim_blank_lines(" \n\n"), "");
}

}  // namespace
}  // namespace cyberlex
