#include "cyberlex/render/web_text.h"

#include <gtest/gtest.h>

namespace cyberlex {
namespace {

TEST(WebText, CountsCodePointsBeforeAByte) {
  std::string_view const text = "aé۱𝄞b";  // 1, 2, 2, 4 and 1 bytes
  struct Row {
    size_t byte;
    size_t points;
  };
  for (Row const row :
       {Row{0, 0}, Row{1, 1}, Row{3, 2}, Row{5, 3}, Row{9, 4}, Row{10, 5}, Row{99, 5}}) {
    EXPECT_EQ(code_points_before(text, row.byte), row.points) << row.byte;
  }
  EXPECT_EQ(code_points_before("\xFF\xFE", 2), 2U);
}

TEST(WebText, EncodesWhatAnAddressCannotHold) {
  EXPECT_EQ(percent_encoded("a b&c=d+%"), "a%20b%26c%3Dd%2B%25");
  EXPECT_EQ(percent_encoded("unc/7,x", "/,"), "unc/7,x");
  EXPECT_EQ(percent_encoded("é"), "%C3%A9");
  EXPECT_EQ(percent_encoded("A-z_0.9~"), "A-z_0.9~");
}

TEST(WebText, EscapesWhatHtmlWouldRead) {
  EXPECT_EQ(html_escaped("<a href=\"x\">'R&D'</a>"),
            "&lt;a href=&quot;x&quot;&gt;&#39;R&amp;D&#39;&lt;/a&gt;");
  EXPECT_EQ(html_escaped("ماده ۱"), "ماده ۱");
}

TEST(WebText, LeavesNothingInXmlThatItCannotHold) {
  using std::string_view_literals::operator""sv;
  EXPECT_EQ(xml_escaped("<a href=\"x\">'R&D' ماده ۱ 𝄞"),
            "&lt;a href=&quot;x&quot;&gt;&#39;R&amp;D&#39; ماده ۱ 𝄞");
  EXPECT_EQ(xml_escaped("a\0b\x01\x1F\x0B\x0C"sv), "a\uFFFDb\uFFFD\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(xml_escaped("a\tb\nc\rd\x7F"), "a\tb\nc&#13;d\x7F");
  EXPECT_EQ(xml_escaped("\xEF\xBF\xBE|\xEF\xBF\xBF|\xEF\xBF\xBD"), "\uFFFD|\uFFFD|\uFFFD");
  // A surrogate is three bytes that are not UTF-8; so is half a character at the end.
  EXPECT_EQ(xml_escaped("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(xml_escaped("\xD9"), "\uFFFD");
}

TEST(WebText, KnowsLanguagesThatRunFromTheRight) {
  EXPECT_EQ(direction_of("fa"), "rtl");
  EXPECT_EQ(direction_of("ar"), "rtl");
  EXPECT_EQ(direction_of("es"), "ltr");
  EXPECT_EQ(direction_of(""), "ltr");
}

}  // namespace
}  // namespace cyberlex
