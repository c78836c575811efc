#include "indexer/legalize_front_matter.h"

#include <gtest/gtest.h>

#include <string>

namespace cyberlex {
namespace {

TEST(FrontMatter, ReadsPlainAndQuotedValues) {
  Diagnostics diagnostics;
  auto const read = split_front_matter(
      "---\ntitle: \"Ley \\\"A\\\" \\u00f1\"\nrank: ley\nother: 'it''s'\nempty:\n---\n# T\n", "f",
      diagnostics);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->get("title"), "Ley \"A\" ñ");
  EXPECT_EQ(read->get("rank"), "ley");
  EXPECT_EQ(read->get("other"), "it's");
  EXPECT_EQ(read->get("empty"), "");
  EXPECT_EQ(read->get("absent"), "");
  EXPECT_EQ(read->body, "# T\n");
  EXPECT_EQ(read->body_line, 7);
  EXPECT_TRUE(diagnostics.all().empty());
}

TEST(FrontMatter, FoldsValuesOverSeveralLines) {
  Diagnostics diagnostics;
  auto const read = split_front_matter(
      "---\na: \"one\ntwo\nthree\"\nTitle: Gesetz\n  zur Probe\nlist:\n- x\n- y\nb: |\n  z\n---\n",
      "f", diagnostics);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->get("a"), "one two three");
  EXPECT_EQ(read->get("Title"), "Gesetz zur Probe");
  EXPECT_EQ(read->get("list"), "- x - y");
  EXPECT_EQ(read->get("b"), "z");
  EXPECT_TRUE(diagnostics.all().empty());
}

TEST(FrontMatter, KeepsATitleThatStandsAboveTheFence) {
  Diagnostics diagnostics;
  auto const read =
      split_front_matter("Verordnung über CO\n---\nTitle: -Werte\n---\nb", "f", diagnostics);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->before, "Verordnung über CO\n");
  EXPECT_EQ(read->first_line, 2);
  EXPECT_EQ(read->body, "b");
}

TEST(FrontMatter, WarnsWithTheLineAndReadsOn) {
  Diagnostics diagnostics;
  auto const read = split_front_matter("---\na: 1\n???\n# remark\na: 2\nb: \"open\nc: 3\n---\nx",
                                       "f", diagnostics);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->get("a"), "1");
  EXPECT_EQ(read->get("c"), "3");
  ASSERT_EQ(diagnostics.warnings(), 3U);
  EXPECT_EQ(to_string(diagnostics.all()[0]), "f:3: warning: expected \"key: value\", passed over");
  EXPECT_EQ(diagnostics.all()[1].place.line, 5);
  EXPECT_EQ(to_string(diagnostics.all()[2]), "f:6: warning: a quote that is not closed");
}

TEST(FrontMatter, IsNotSeenWhereThereIsNone) {
  Diagnostics diagnostics;
  for (std::string const text :
       {"", "# Readme\n", "---\n", "---\n\ntext\n---\n", "---\na: 1\nb: 2\n",
        "1\n2\n3\n4\n5\n6\n7\n8\n---\na: 1\n---\n", "a\n----\nb: 1\n---\n"}) {
    EXPECT_FALSE(split_front_matter(text, "f", diagnostics)) << text;
  }
  EXPECT_FALSE(opens_with_front_matter("# Readme\n\nText\n---\n| a |\n"));
  EXPECT_TRUE(opens_with_front_matter("---\na: 1\n"));
}

TEST(FrontMatter, HostileQuotesCostNoMoreThanTheirLength) {
  std::string text = "---\n";
  for (int i = 0; i < 20000; ++i) {
    text += 'k' + std::to_string(i) + ": \"\\\"\n";
  }
  Diagnostics diagnostics;
  text += "---\nx";
  auto const read = split_front_matter(text, "f", diagnostics);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->body, "x");
}

}  // namespace
}  // namespace cyberlex
