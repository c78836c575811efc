#include "indexer/akn_text.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/indexer/complaints.h"

namespace cyberlex {
namespace {

struct Outcome {
  std::string text;
  uint64_t left_out = 0;
  std::string said;
};

Outcome read(std::string const& xml) {
  Diagnostics diagnostics;
  auto const root = parse_xml("<content>" + xml + "</content>", "f", diagnostics);
  EXPECT_TRUE(root);
  std::string const file = "f";
  AknText text(file, diagnostics);
  Outcome out{text.text_of(*root), text.left_out(), complaints(diagnostics)};
  EXPECT_EQ(
      count_text(*root), out.left_out + [&] {
        XmlNode run;
        run.text = out.text;
        return count_text(run);
      }());
  return out;
}

TEST(AknText, PartsParagraphsAndJoinsLines) {
  EXPECT_EQ(read("<p>one\n   <b>two</b>,\tthree</p>\n<p>four</p>").text, "one two, three\n\nfour");
  EXPECT_EQ(read("").text, "");
  EXPECT_EQ(read("a<b>b</b>c <i>d</i> <i>e</i>").text, "abc d e");
}

TEST(AknText, PutsANumberBeforeItsText) {
  EXPECT_EQ(read("<blockList><listIntroduction>List:</listIntroduction><item><num>(a)</num><p>x</p>"
                 "<p>y</p></item><item><num>(b)</num> z</item></blockList>")
                .text,
            "List:\n\n(a) x\n\ny\n\n(b) z");
}

TEST(AknText, QuotedStructuresStayText) {
  EXPECT_EQ(read("<p>insert <mod><quotedStructure><section><num>5</num><heading>H</heading>"
                 "<content><p>t</p></content></section></quotedStructure></mod>.</p>")
                .text,
            "insert\n\n5 H\n\nt\n\n.");
}

TEST(AknText, ReportsNotesAndContents) {
  Outcome const out =
      read("<p>a<authorialNote>\n<p>no te</p></authorialNote></p><toc><tocItem>1</tocItem></toc>");
  EXPECT_EQ(out.text, "a");
  EXPECT_EQ(out.left_out, 5U);
  EXPECT_EQ(out.said,
            "f:1: note: 4 characters of a note are left out\n"
            "f:2: note: 1 characters of a table of contents are left out");
}

}  // namespace
}  // namespace cyberlex
