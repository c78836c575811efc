#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "cyberlex/base/file.h"
#include "indexer/read_act.h"
#include "tests/indexer/complaints.h"

namespace cyberlex {
namespace {

std::string document(std::string const& ns, std::string const& body) {
  return "<akomaNtoso xmlns=\"" + ns +
         "\"><act><meta><identification><FRBRWork><FRBRuri value=\"/akn/zz/act/2020/a1\"/>"
         "<FRBRdate date=\"2020-01-01\"/><FRBRcountry value=\"zz\"/></FRBRWork><FRBRExpression>"
         "<FRBRlanguage language=\"eng\"/></FRBRExpression></identification></meta><body>" +
         body + "</body></act></akomaNtoso>";
}

constexpr char kNamespace[] = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

TEST(ReadAkomaNtoso, GivesAnActWithOneExpression) {
  Diagnostics diagnostics;
  ReadAct const read =
      read_akoma_ntoso(document(kNamespace,
                                "<section><num>1</num><content><p>Text <authorialNote><p>n</p>"
                                "</authorialNote></p></content></section>"),
                       "f", diagnostics);
  ASSERT_TRUE(read.act);
  EXPECT_EQ(read.act->work.handle, "zz/a1");
  EXPECT_EQ(read.act->expressions.at(0).language, "en");
  EXPECT_EQ(read.act->expressions.at(0).body.at(0).text, "Text");
  EXPECT_EQ(read.characters.found, 6U);
  EXPECT_EQ(read.characters.kept, 5U);
  EXPECT_EQ(read.characters.reported, 1U);
  EXPECT_EQ(diagnostics.warnings(), 0U) << complaints(diagnostics);
}

TEST(ReadAkomaNtoso, AcceptsDraftsOfTheNamespaceAndWarnsOfOthers) {
  for (std::string const& ns :
       {std::string(kNamespace) + "/WD17", std::string(kNamespace) + "/CSD13"}) {
    Diagnostics diagnostics;
    EXPECT_TRUE(read_akoma_ntoso(document(ns, ""), "f", diagnostics).act);
    EXPECT_EQ(diagnostics.warnings(), 0U);
  }
  Diagnostics diagnostics;
  EXPECT_TRUE(read_akoma_ntoso(document("urn:other", ""), "f", diagnostics).act);
  EXPECT_EQ(complaints(diagnostics),
            "f:1: warning: expected the namespace of Akoma Ntoso, found \"urn:other\"");
}

TEST(ReadAkomaNtoso, ReportsAllOfWhatIsNoLaw) {
  for (char const* bytes : {"<html><p>text</p></html>", "<akomaNtoso><p>text</p></akomaNtoso>"}) {
    Diagnostics diagnostics;
    ReadAct const read = read_akoma_ntoso(bytes, "f", diagnostics);
    EXPECT_FALSE(read.act);
    EXPECT_EQ(read.characters.found, 4U);
    EXPECT_EQ(read.characters.reported, 4U);
    EXPECT_EQ(diagnostics.warnings(), 1U);
  }
}

// The documents of others that stand beside the checkout, when they do.
TEST(ReadAkomaNtoso, LosesNothingOfRealDocuments) {
  std::string const folder = CYBERLEX_SOURCE_DIR "/../shared/data/akn";
  if (!std::filesystem::exists(folder)) {
    GTEST_SKIP() << "no documents in ../shared/data/akn";
  }
  Diagnostics diagnostics;
  auto const files = find_source_files({folder}, diagnostics);
  ASSERT_TRUE(files);
  ASSERT_FALSE(files->empty());
  for (SourceFile const& file : *files) {
    ReadAct const read = read_act(file, diagnostics);
    ASSERT_TRUE(read.act) << file.path;
    EXPECT_GT(read.characters.kept, 1000U) << file.path;
    EXPECT_EQ(read.characters.found, read.characters.kept + read.characters.reported) << file.path;
  }
  EXPECT_EQ(diagnostics.errors(), 0U) << complaints(diagnostics);
}

}  // namespace
}  // namespace cyberlex
