#include "indexer/legalize_body.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "indexer/visible_text.h"

namespace cyberlex {
namespace {

void outline(std::vector<Provision> const& body, std::string const& indent, std::string& out) {
  for (Provision const& provision : body) {
    out += indent + std::string(name_of(provision.kind)) + '|' + provision.num + '|' +
           provision.heading + '|' + provision.text + '\n';
    outline(provision.items, indent + "  ", out);
  }
}

std::string outline_of(std::string_view body, std::string preamble = "") {
  std::string out;
  std::vector<BodyBlock> const blocks = split_body(body, 1);
  outline(make_provisions(blocks, std::move(preamble), "de", "f").body, "", out);
  return out;
}

TEST(LegalizeBody, CutsAtHeadings) {
  std::vector<BodyBlock> const blocks = split_body("a\n\n## B c \nd\n#e\n####### f\n#\tG", 10);
  ASSERT_EQ(blocks.size(), 3U);
  EXPECT_EQ(blocks[0].text, "a\n\n");
  EXPECT_EQ(blocks[1].heading, "B c");
  EXPECT_EQ(blocks[1].text, "d\n#e\n####### f\n");
  EXPECT_EQ(blocks[1].line, 12);
  EXPECT_EQ(blocks[2].level, 1);
  EXPECT_EQ(blocks[2].line, 16);
  EXPECT_EQ(count_blocks(blocks), 15U);
  EXPECT_EQ(split_body("", 1).size(), 1U);
}

TEST(LegalizeBody, ContainersNestByLevel) {
  EXPECT_EQ(outline_of("# Buch 1\n## Kapitel 1\n### § 1\na\n### § 2\nb\n## Kapitel 2\n### § 3\nc\n"
                       "# Buch 2\n### § 4\nd\n"),
            "book|1||\n  chapter|1||\n    section|1||a\n    section|2||b\n  chapter|2||\n"
            "    section|3||c\nbook|2||\n  section|4||d\n");
}

TEST(LegalizeBody, KeepsTextOutsideUnits) {
  EXPECT_EQ(outline_of("lead\n\n## Abschnitt 1\nintro\n### § 1\na\n"),
            "preamble|||lead\ndivision|1||\n  fragment|||intro\n  section|1||a\n");
  EXPECT_EQ(outline_of("## Geltung\ntext\n## § 1\na\n", "head"),
            "preamble|||head\nfragment||Geltung|text\nsection|1||a\n");
}

TEST(LegalizeBody, HeadingsBelowAUnitBelongToItsText) {
  EXPECT_EQ(outline_of("## Anlage 1\na\n### Tabelle\nb\n### Abschnitt 2\n## § 9\n"),
            "annex|1||a\n\nTabelle\n\nb\n\nAbschnitt 2\nsection|9||\n");
}

TEST(LegalizeBody, AUnitThatHoldsUnitsIsAContainer) {
  EXPECT_EQ(outline_of("## Anlage 1\na\n### § 1\nb\n## Art 1 Text\n### § 2\nc\n"),
            "schedule|1||\n  fragment|||a\n  section|1||b\ndivision|1|Text|\n  section|2||c\n");
}

TEST(LegalizeBody, OtherHeadingsHoldWhatFollowsDeeper) {
  EXPECT_EQ(outline_of("## Erstes\n### § 1\na\n## Zweites\n## Drittes\n"),
            "division||Erstes|\n  section|1||a\ndivision||Zweites|\nfragment||Drittes|\n");
}

TEST(LegalizeBody, AHeadingRightBehindABareNumberIsItsHeading) {
  EXPECT_EQ(outline_of("## § 8\n\n## Fahrtkosten\na\n## § 9\nb\n## Kosten\nc\n"),
            "section|8|Fahrtkosten|a\nsection|9||b\nfragment||Kosten|c\n");
  EXPECT_EQ(outline_of("## § 8 Fahrt\n## Kosten\nc\n## § 9 (weggefallen)\n### x\n"),
            "section|8|Fahrt|\nfragment||Kosten|c\nsection|9|(weggefallen)|x\n");
}

TEST(LegalizeBody, AnEmptyHeadingIsNone) {
  EXPECT_EQ(outline_of("## § 1\na\n##\nb\n"), "section|1||a\n\nb\n");
  EXPECT_EQ(outline_of("##\nb\n"), "fragment|||b\n");
}

TEST(LegalizeBody, AUnitThatOnlySaysItIsGoneIsRepealed) {
  std::vector<BodyBlock> const blocks = split_body("## § 1\n(weggefallen)\n## § 2\nx\n", 1);
  std::vector<Provision> const body = make_provisions(blocks, "", "de", "f").body;
  EXPECT_EQ(body.at(0).status, LegalStatus::kRepealed);
  EXPECT_EQ(body.at(1).status, LegalStatus::kUnknown);
  EXPECT_EQ(body.at(1).place.line, 3);
}

// The stupid twin counts the characters of the lines, less the marks of headings.
uint64_t count_lines(std::string const& body) {
  uint64_t count = 0;
  std::string line;
  for (char const c : body + "\n") {
    if (c != '\n') {
      line += c;
      continue;
    }
    size_t const marks = line.find_first_not_of('#');
    size_t const level = marks == std::string::npos ? line.size() : marks;
    bool const heading = level >= 1 && level <= 6 && (level == line.size() || line[level] == ' ');
    for (size_t i = heading ? level : 0; i < line.size(); ++i) {
      count += line[i] == ' ' ? 0 : 1;
    }
    line.clear();
  }
  return count;
}

TEST(LegalizeBody, LosesNoCharacterOfRandomBodies) {
  unsigned const seed = 20260102;
  SCOPED_TRACE(seed);
  std::mt19937 random(seed);
  std::vector<std::string> const lines = {
      "",         "text",        "# A",          "## Abschnitt 1 - X",   "### 12",
      "## Art 1", "### Art. 2.", "#### Teil",    "###### (weggefallen)", "##",
      "#x",       "   a | b",    "##### Anlage", "# Art 3 bis 4",        "####### z"};
  for (int i = 0; i < 5000; ++i) {
    std::string body;
    for (auto n = random() % 14; n > 0; --n) {
      body += lines[random() % lines.size()] + '\n';
    }
    std::vector<BodyBlock> const blocks = split_body(body, 1);
    ASSERT_EQ(count_blocks(blocks), count_lines(body)) << body;
    MadeProvisions const made = make_provisions(blocks, "", "de", "f");
    ASSERT_EQ(count_provisions(made.body) + made.left_out, count_lines(body)) << body;
  }
}

}  // namespace
}  // namespace cyberlex
