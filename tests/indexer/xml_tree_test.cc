#include "indexer/xml_tree.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/indexer/complaints.h"

namespace cyberlex {
namespace {

TEST(XmlTree, ReadsElementsAttributesAndText) {
  Diagnostics diagnostics;
  auto const root = parse_xml(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- c -->\n<a:law xmlns:a=\"urn:x\" x:n='1'>\n"
      "<p>one <b>two</b> <![CDATA[<3>]]>&amp;&#x2014;</p></a:law>",
      "f", diagnostics);
  ASSERT_TRUE(root);
  EXPECT_EQ(complaints(diagnostics), "");
  EXPECT_EQ(root->name, "law");
  EXPECT_EQ(root->line, 3);
  EXPECT_EQ(root->attribute("xmlns"), "urn:x");
  EXPECT_EQ(root->attribute("n"), "1");
  XmlNode const* p = root->child("p");
  ASSERT_NE(p, nullptr);
  EXPECT_EQ(p->line, 4);
  std::string text;
  for (XmlNode const& child : p->children) {
    text += child.is_text() ? child.text : child.children.at(0).text;
  }
  EXPECT_EQ(text, "one two <3>&—");
}

TEST(XmlTree, SaysWhereItIsNotWellFormed) {
  Diagnostics diagnostics;
  EXPECT_FALSE(parse_xml("<a>\n <b></c>\n</a>", "f", diagnostics));
  ASSERT_EQ(diagnostics.warnings(), 1U);
  EXPECT_EQ(diagnostics.all()[0].place.line, 2);
  EXPECT_GT(diagnostics.all()[0].place.column, 1);
  EXPECT_FALSE(parse_xml("", "f", diagnostics));
  EXPECT_FALSE(parse_xml("text", "f", diagnostics));
}

TEST(XmlTree, RefusesADoctypeThatMayDefineEntities) {
  Diagnostics diagnostics;
  EXPECT_FALSE(parse_xml("<!DOCTYPE a [<!ENTITY e \"ha\">]>\n<a>&e;</a>", "f", diagnostics));
  EXPECT_NE(complaints(diagnostics).find("DOCTYPE"), std::string::npos);
  EXPECT_TRUE(parse_xml("<!DOCTYPE a SYSTEM \"a.dtd\">\n<a>x</a>", "f", diagnostics));
}

TEST(XmlTree, ReadsOtherEncodings) {
  Diagnostics diagnostics;
  auto const latin =
      parse_xml("<?xml version='1.0' encoding='ISO-8859-1'?><a>\xF1</a>", "f", diagnostics);
  ASSERT_TRUE(latin);
  EXPECT_EQ(latin->children.at(0).text, "ñ");
  std::string_view const wide("\xFF\xFE<\0a\0>\0x\0<\0/\0a\0>\0", 18);
  auto const utf16 = parse_xml(wide, "f", diagnostics);
  ASSERT_TRUE(utf16);
  EXPECT_EQ(utf16->children.at(0).text, "x");
  auto const broken = parse_xml("<a>\xFF</a>", "f", diagnostics);
  ASSERT_TRUE(broken);
  EXPECT_EQ(broken->children.at(0).text, "\uFFFD");
  EXPECT_EQ(diagnostics.warnings(), 1U);
}

TEST(XmlTree, FlattensWhatNestsTooDeep) {
  std::string text;
  for (int i = 0; i < 100000; ++i) {
    text += "<a>";
  }
  text += "deep <b>text</b>";
  for (int i = 0; i < 100000; ++i) {
    text += "</a>";
  }
  Diagnostics diagnostics;
  auto const root = parse_xml(text, "f", diagnostics);
  ASSERT_TRUE(root);
  EXPECT_EQ(diagnostics.warnings(), 1U);
  XmlNode const* node = &*root;
  int depth = 1;
  while (!node->is_text()) {
    ASSERT_EQ(node->children.size(), 1U);
    node = &node->children[0];
    ++depth;
  }
  EXPECT_EQ(depth, kDeepestXml + 1);
  EXPECT_EQ(node->text, "deep  text ");
}

}  // namespace
}  // namespace cyberlex
