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

TEST(WebText, KnowsLanguagesThatRunFromTheRight) {
  EXPECT_EQ(direction_of("fa"), "rtl");
  EXPECT_EQ(direction_of("ar"), "rtl");
  EXPECT_EQ(direction_of("es"), "ltr");
  EXPECT_EQ(direction_of(""), "ltr");
}

}  // namespace
}  // namespace cyberlex
