#include <gtest/gtest.h>

#include <string>

#include "indexer/complete_eids.h"
#include "indexer/read_act.h"
#include "tests/indexer/complaints.h"

namespace cyberlex {
namespace {

std::string const kFront =
    "---\ntitle: Ley de pruebas\nidentifier: UY-ley-1\ncountry: uy\nrank: ley\n"
    "publication_date: 2018-05-29\nlast_updated: 2018-05-29\nstatus: in_force\n---\n";

struct Outcome {
  ReadAct read;
  Diagnostics diagnostics;
  std::vector<Provision> const& body() const { return read.act->expressions.at(0).body; }
};

Outcome read(std::string const& bytes) {
  Outcome out;
  out.read = read_legalize(bytes, "f", out.diagnostics);
  CharacterCount const& count = out.read.characters;
  EXPECT_EQ(count.found, count.kept + count.reported);
  if (out.read.act) {
    complete_eids(out.read.act->expressions.at(0), false, out.diagnostics);
  }
  return out;
}

TEST(ReadLegalize, GivesAnActWithOneExpression) {
  Outcome const out = read(kFront + "# Ley de pruebas\n\n##### Artículo 1\n\nTexto 13\\. *uno*.\n");
  ASSERT_TRUE(out.read.act);
  EXPECT_EQ(complaints(out.diagnostics), "");
  EXPECT_EQ(out.read.act->work.unit, ProvisionKind::kArticle);
  EXPECT_EQ(out.read.act->expressions.at(0).date.to_string(), "2018-05-29");
  ASSERT_EQ(out.body().size(), 1U);
  EXPECT_EQ(out.body()[0].eid.text(), "art_1");
  EXPECT_EQ(out.body()[0].text, "Texto 13\\. *uno*.");
  EXPECT_EQ(out.body()[0].place.line, 12);
}

TEST(ReadLegalize, KeepsATitleThatIsNotTheWorks) {
  Outcome const out = read(kFront + "# Otro título\n\nVisto\n\n##### Artículo 1\nx\n");
  ASSERT_EQ(out.body().size(), 2U);
  EXPECT_EQ(out.body()[0].kind, ProvisionKind::kPreamble);
  EXPECT_EQ(out.body()[0].text, "Otro título\n\nVisto");
  EXPECT_EQ(read(kFront + "# Ley de pruebas\n##### Artículo 1\nx\n").body().size(), 1U);
}

TEST(ReadLegalize, ATitleMayRunOverTwoLines) {
  Outcome const out = read(kFront + "# Ley de\r\npruebas\r\n\r\n##### Artículo 1\r\nx\r\n");
  EXPECT_EQ(out.body().size(), 1U);
  EXPECT_EQ(out.diagnostics.warnings(), 0U);
}

TEST(ReadLegalize, KeepsTheHeadOfAGermanLaw) {
  Outcome const out = read(
      "---\nTitle: Gesetz zur Probe\njurabk: ProbG\nslug: probg\n---\n\n# Gesetz zur Probe "
      "(ProbG)\n\n"
      "Ausfertigungsdatum\n:   1996-08-18\n\n## Eingangsformel\n\nDer Rat.\n\n## § 1 Zweck\n\nx\n\n"
      "## (XXXX) §§ 2 bis 4 (weggefallen)\n");
  ASSERT_TRUE(out.read.act);
  ASSERT_EQ(out.body().size(), 4U);
  EXPECT_EQ(out.body()[0].text, "Ausfertigungsdatum\n:   1996-08-18");
  EXPECT_EQ(out.body()[1].eid.text(), "preamble_2");
  EXPECT_EQ(out.body()[2].heading, "Zweck");
  EXPECT_EQ(out.body()[3].eid.text(), "sec_2-4");
  EXPECT_EQ(out.body()[3].status, LegalStatus::kRepealed);
  EXPECT_EQ(complaints(out.diagnostics),
            "f:20: note: 6 characters of headings (the dash, colon or stop behind a number, and "
            "placeholders) are left out, here first");
  EXPECT_EQ(out.read.characters.reported, 6U);
}

TEST(ReadLegalize, QuotedArticlesBecomeUnitsWithEidsOfTheirOwn) {
  Outcome const out =
      read(kFront + "##### Artículo 1\na\n##### Artículo 2\nb\n##### Artículo 1\nc\n");
  ASSERT_EQ(out.body().size(), 3U);
  EXPECT_EQ(out.body()[2].eid.text(), "art_1-2");
  EXPECT_EQ(out.diagnostics.warnings(), 1U);
}

TEST(ReadLegalize, ReportsAllOfWhatIsNoLaw) {
  for (std::string const& bytes :
       {std::string("# Readme\ntext"), std::string("---\na: b\n---\ntext\n")}) {
    Outcome const out = read(bytes);
    EXPECT_FALSE(out.read.act);
    EXPECT_GT(out.read.characters.reported, 0U);
    EXPECT_GE(out.diagnostics.warnings(), 1U);
  }
  EXPECT_FALSE(read("").read.act);
}

TEST(ReadLegalize, MendsBytesAndSaysSo) {
  Outcome const out =
      read("\xEF\xBB\xBF" + kFront + "##### Artículo 1\na\xFF" + std::string(1, '\0') + "b\n");
  ASSERT_TRUE(out.read.act);
  EXPECT_EQ(out.body().at(0).text, "a\uFFFD\uFFFDb");
  EXPECT_EQ(out.diagnostics.warnings(), 2U);
}

TEST(ReadLegalize, TakesItsTitleFromTheBodyWhenItHasNone) {
  std::string front = kFront;
  front.erase(front.find("title:"), front.find("identifier") - front.find("title:"));
  Outcome const out = read(front + "# Ley sin nombre\n##### Artículo 1\nx\n");
  EXPECT_EQ(out.read.act->work.title.at("es"), "Ley sin nombre");
  EXPECT_EQ(out.body().size(), 1U);
}

}  // namespace
}  // namespace cyberlex
