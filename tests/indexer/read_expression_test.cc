#include <gtest/gtest.h>

#include "indexer/read_act.h"
#include "tests/indexer/complaints.h"

namespace cyberlex {
namespace {

constexpr std::string_view kName = "corpus/ng/harbour/eng@1990-01-01.restatement.yaml";
constexpr std::string_view kFile = R"(format: cyberlex-expression/1
act: ng/harbour
language: en
date: 1990-01-01
kind: restatement
sources: [gazette]
body:
  - kind: part
    num: "1"
    heading: Ships
    items:
      - kind: section
        num: "1"
        label: "§ 1"
        heading: Entry
        heading_confidence: recalled
        confidence: verified
        text: >-
          A ship may
          enter.

          It pays.
        items:
          - kind: subsection
            num: "1"
            text: by day
            items:
              - {kind: paragraph, num: a, text: flying a flag}
              - {kind: paragraph, num: B, text: with a pilot, confidence: conflict, sources: [press]}
          - {kind: note, text: unnumbered}
          - {kind: note, num: "الف", text: lettered}
        closing: or by night
      - kind: section
        num: "2"
        eid: sec_2-bis
        status: repealed
        confidence: recalled
  - {kind: preamble, text: We the people, confidence: recalled}
)";

std::string fault(std::string const& bytes, std::string_view name = kName) {
  Diagnostics diagnostics;
  read_expression(bytes, std::string(name), nullptr, diagnostics);
  std::string said = complaints(diagnostics);
  for (size_t at = said.find(name); at != std::string::npos; at = said.find(name, at)) {
    said.replace(at, name.size(), "f");
  }
  return said;
}

TEST(ReadExpression, ReadsTheTree) {
  Diagnostics diagnostics;
  std::string act;
  std::optional<Expression> const got =
      read_expression(kFile, std::string(kName), &act, diagnostics);
  ASSERT_EQ(complaints(diagnostics), "");
  EXPECT_EQ(act, "ng/harbour");
  EXPECT_EQ(got->language, "en");
  EXPECT_EQ(got->date.to_string(), "1990-01-01");
  EXPECT_EQ(got->kind, TextKind::kRestatement);
  EXPECT_FALSE(got->inherits);
  Provision const& section = got->body.at(0).items.at(0);
  EXPECT_EQ(section.text, "A ship may enter.\n\nIt pays.");
  EXPECT_EQ(section.closing, "or by night");
  EXPECT_EQ(section.label, "§ 1");
  EXPECT_EQ(section.place.line, 12);
  EXPECT_EQ(section.place.column, 9);
}

TEST(ReadExpression, MakesEIds) {
  Diagnostics diagnostics;
  std::optional<Expression> const got =
      read_expression(kFile, std::string(kName), nullptr, diagnostics);
  std::string eids;
  walk(got->body, [&eids](Provision const& each, auto const&) { eids += each.eid.text() + ' '; });
  EXPECT_EQ(
      eids,
      "part_1 sec_1 sec_1__subsec_1 sec_1__subsec_1__para_a sec_1__subsec_1__para_b sec_1__note_1 "
      "sec_1__note_2 sec_2-bis preamble ");
}

TEST(ReadExpression, HandsConfidenceAndSourcesDown) {
  Diagnostics diagnostics;
  std::optional<Expression> const got =
      read_expression(kFile, std::string(kName), nullptr, diagnostics);
  Provision const& section = got->body.at(0).items.at(0);
  EXPECT_EQ(section.provenance, (Provenance{Confidence::kVerified, {"gazette"}}));
  EXPECT_EQ(section.heading_confidence, Confidence::kRecalled);
  Provision const& subsection = section.items.at(0);
  EXPECT_EQ(subsection.items.at(0).provenance, section.provenance);
  EXPECT_EQ(subsection.items.at(1).provenance, (Provenance{Confidence::kConflict, {"press"}}));
  EXPECT_EQ(section.status, LegalStatus::kUnknown);
  EXPECT_EQ(got->body.at(0).items.at(1).status, LegalStatus::kRepealed);
}

TEST(ReadExpression, ReadsALaterVersion) {
  constexpr std::string_view kLater = R"(format: cyberlex-expression/1
act: ng/harbour
language: en
date: 2001-01-01
kind: restatement
inherits: 1990-01-01
body:
  - {kind: section, num: 1A, insert_after: sec_1, text: new, confidence: recalled}
)";
  constexpr std::string_view kLaterName = "eng@2001-01-01.restatement.yaml";
  Diagnostics diagnostics;
  std::optional<Expression> const got =
      read_expression(kLater, std::string(kLaterName), nullptr, diagnostics);
  ASSERT_EQ(complaints(diagnostics), "");
  EXPECT_EQ(got->inherits->to_string(), "1990-01-01");
  EXPECT_EQ(got->body.at(0).eid.text(), "sec_1a");
  EXPECT_EQ(got->body.at(0).insert_after, "sec_1");
  EXPECT_EQ(fault(with(kLater, "inherits: 1990-01-01", "inherits: 2001-01-01"), kLaterName),
            "f:6:11: error: inherits: expected a day before the date, 2001-01-01");
  EXPECT_EQ(
      fault(
          with(kLater,
               "{kind: section, num: 1A, insert_after: sec_1, text: new, confidence: recalled}",
               "{kind: part, num: \"1\", items: [{kind: section, num: \"1\", text: t, confidence: "
               "recalled}]}"),
          kLaterName),
      "f:8:5: error: an expression that inherits holds units only: a part is not repeated");
}

TEST(ReadExpression, NamesEveryFault) {
  struct Row {
    std::string_view from;
    std::string_view to;
    std::string_view expected;
  };
  Row const rows[] = {
      {"language: en", "language: es",
       "f:1:1: error: expected the file name \"spa@1990-01-01.restatement.yaml\", as language, "
       "date and kind "
       "say; found \"eng@1990-01-01.restatement.yaml\""},
      {"kind: restatement", "kind: restated",
       "f:5:7: error: kind: expected one of official, official-translation, "
       "unofficial-translation, "
       "machine-translation, restatement; found \"restated\""},
      {"heading: Entry", "headnig: Entry",
       "f:16:29: error: heading_confidence: expected a heading beside it\n"
       "f:15:9: error: unknown key \"headnig\", did you mean \"heading\"?"},
      {"kind: subsection", "kind: clause",
       "f:24:19: error: kind: expected one of book, part, title, chapter, division, schedule, "
       "section, article, "
       "preamble, conclusions, annex, subsection, paragraph, subparagraph, point, item, note; "
       "found \"clause\""},
      {"kind: subsection", "kind: section",
       "f:24:13: error: a section cannot stand inside a section\n"
       "f:24:13: error: the eId sec_1 stands twice, first on line 12\n"
       "f:24:13: error: expected the key \"confidence\""},
      {"{kind: preamble, ", "{kind: paragraph, num: \"1\", ",
       "f:38:5: error: a paragraph has to stand inside a unit such as a section or an article"},
      {"        confidence: verified\n", "", "f:12:9: error: expected the key \"confidence\""},
      {"sources: [gazette]\n", "",
       "f:16:21: error: confidence: verified needs at least one source"},
      {"num: B", "num: a",
       "f:29:17: error: the eId sec_1__subsec_1__para_a stands twice, first on line 28"},
      {"num: \"1\"\n        label", "num: \"۱\"\n        label",
       "f:12:9: error: a section needs a `num` in the digits 0-9, beside a `label` as printed, or "
       "an `eid`"},
      {"eid: sec_2-bis", "eid: Section 2",
       "f:35:14: error: expected an eId such as sec_24__subsec_1, found \"Section 2\""},
      {"status: repealed\n", "status: gone\n",
       "f:36:17: error: status: expected one of in-force, adopted, not-commenced, suspended, "
       "repealed, replaced, "
       "lapsed, struck-down; found \"gone\"\n"
       "f:33:9: error: expected the key \"text\" or \"items\""},
      {"heading: Ships", "status: repealed",
       "f:10:13: error: status: expected on a unit or below, not on a container"},
      {"heading: Ships", "text: Ships",
       "f:8:5: error: a part holds no text of its own: expected it in a unit, for instance a "
       "preamble"},
      {"eid: sec_2-bis", "insert_after: sec_1",
       "f:35:23: error: insert_after: expected on a unit of an expression with `inherits`"},
      {"heading: Entry", "heading: \"Entry\\nof ships\"",
       "f:15:18: error: heading: expected a single line"},
      {"body:\n", "inherit: 1989-01-01\nbody:\n",
       "f:7:1: error: unknown key \"inherit\", did you mean \"inherits\"?"},
  };
  for (Row const& row : rows) {
    EXPECT_EQ(fault(with(kFile, row.from, row.to)), row.expected) << row.to;
  }
}

}  // namespace
}  // namespace cyberlex
