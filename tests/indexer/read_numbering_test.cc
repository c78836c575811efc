#include <gtest/gtest.h>

#include "indexer/read_act.h"
#include "tests/indexer/complaints.h"

namespace cyberlex {
namespace {

constexpr std::string_view kFile = R"(format: cyberlex-act/1
handle: ir/harbour
iri: /akn/ir/act/1990/harbour
jurisdiction: ir
rank: law
year: 1990
unit: article
original_language: fa
title: {fa: قانون بندر}
status: [{from: 1990-01-01, value: in-force, confidence: recalled}]
parallel:
  - handle: ir/port-code
    iri: /akn/ir/act/1980/port-code
    title: {en: Port Code, fa: مجموعهٔ بندرها}
    names: {en: [The Code], fa: [مجموعه]}
    first: art_2
    last: art_9
    offset: 728
    confidence: verified
    sources: [gazette]
readings:
  whole-act: {what: all, by: Cyberlex, date: 2026-01-02}
gaps: [{what: Article 10., provisions: [art_10]}]
sources: {gazette: {title: Gazette}}
)";

std::string fault(std::string_view from, std::string_view to) {
  Diagnostics diagnostics;
  read_work(with(kFile, from, to), "f", diagnostics);
  return complaints(diagnostics);
}

TEST(ReadNumbering, ReadsASecondNumbering) {
  Diagnostics diagnostics;
  std::optional<Work> const work = read_work(kFile, "f", diagnostics);
  ASSERT_EQ(complaints(diagnostics), "");
  ASSERT_EQ(work->parallel.size(), 1u);
  ParallelNumbering const& got = work->parallel[0];
  EXPECT_EQ(got.handle, "ir/port-code");
  EXPECT_EQ(got.iri, "/akn/ir/act/1980/port-code");
  EXPECT_EQ(got.title.at("en"), "Port Code");
  EXPECT_EQ(got.names, (std::vector<std::string>{"The Code", "مجموعه"}));
  EXPECT_EQ(got.first.text(), "art_2");
  EXPECT_EQ(got.last.text(), "art_9");
  EXPECT_EQ(got.offset, 728);
  EXPECT_EQ(got.provenance, (Provenance{Confidence::kVerified, {"gazette"}}));
}

TEST(ReadNumbering, MayCountDownwards) {
  EXPECT_EQ(fault("offset: 728", "offset: -1"), "");
  EXPECT_EQ(fault("offset: 728", "offset: -2"),
            "f:18:13: error: offset: expected a number above -2, so that art_2 has a number there");
}

TEST(ReadNumbering, NamesEveryFault) {
  struct Row {
    std::string_view from;
    std::string_view to;
    std::string_view expected;
  };
  Row const rows[] = {
      {"handle: ir/port-code", "handle: Port Code",
       "f:12:13: error: handle: expected one such as ir/penal-code-book-5, found \"Port Code\""},
      {"/akn/ir/act/1980/port-code", "/ir/port-code",
       "f:13:10: error: iri: expected a work IRI such as /akn/ng/act/2015/cybercrimes-act, found "
       "\"/ir/port-code\""},
      {"    title: {en: Port Code, fa: مجموعهٔ بندرها}\n", "",
       "f:12:5: error: expected the key \"title\""},
      {"first: art_2", "first: art_2-bis",
       "f:16:12: error: first: expected an article of plain number such as art_1, found "
       "\"art_2-bis\""},
      {"first: art_2", "first: sec_2",
       "f:16:12: error: first: expected an article of plain number such as art_1, found "
       "\"sec_2\""},
      {"last: art_9", "last: art_9__para_1",
       "f:17:11: error: last: expected an article of plain number such as art_1, found "
       "\"art_9__para_1\""},
      {"last: art_9", "last: art_1",
       "f:17:11: error: last: expected art_2 or a later article, found \"art_1\""},
      {"offset: 728", "offset: 728.5",
       "f:18:13: error: offset: expected a number from -100000 to 100000, found \"728.5\""},
      {"    offset: 728\n", "", "f:12:5: error: expected the key \"offset\""},
      {"    confidence: verified\n    sources: [gazette]\n", "",
       "f:12:5: error: expected the key \"confidence\""},
      // readings and gaps
      {"what: all, ", "", "f:22:14: error: expected the key \"what\""},
      {"by: Cyberlex, ", "", "f:22:14: error: expected the key \"by\""},
      {", date: 2026-01-02", "", "f:22:14: error: expected the key \"date\""},
      {"date: 2026-01-02", "date: 2026-01-02, sources: [press]",
       "f:22:68: error: source \"press\" is not described under `sources`"},
      {"whole-act:", "Whole act:",
       "f:22:3: error: expected a name of small letters, digits and hyphens, found \"Whole act\""},
      {"what: Article 10., ", "", "f:23:8: error: expected the key \"what\""},
      {"provisions: [art_10]", "provisions: art_10",
       "f:23:40: error: provisions: expected a list, found \"art_10\""},
  };
  for (Row const& row : rows) {
    EXPECT_EQ(fault(row.from, row.to), row.expected) << row.to;
  }
}

}  // namespace
}  // namespace cyberlex
