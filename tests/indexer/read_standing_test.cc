#include <gtest/gtest.h>

#include "indexer/read_act.h"
#include "tests/indexer/complaints.h"

namespace cyberlex {
namespace {

constexpr std::string_view kFile = R"(format: cyberlex-act/1
handle: tides
iri: /akn/un/act/convention/1990/tides
jurisdiction: int
rank: treaty
year: 1990
unit: article
original_language: en
title: {en: Convention on Tides}
status: [{from: 1990-01-01, value: adopted, confidence: recalled}]
standing:
  - {state: ng, from: 1991-01-01, value: signatory, by: signature, confidence: recalled}
  - {state: ni, from: 1990-02-01, value: none, confidence: recalled}
  - state: ng
    from: 1992-01-01
    value: party
    by: accession
    deposited: 1991-12-01
    reservations:
      - {articles: [art_1, art_2], kind: reservation, note: No ebbing., confidence: recalled}
      - {kind: declaration, confidence: verified, sources: [deposit]}
    note: After the war.
    confidence: verified
    sources: [deposit]
sources: {deposit: {title: Depositary}}
)";

std::string fault(std::string_view from, std::string_view to) {
  Diagnostics diagnostics;
  read_work(with(kFile, from, to), "f", diagnostics);
  return complaints(diagnostics);
}

TEST(ReadStanding, ReadsHowAStateWasBound) {
  Diagnostics diagnostics;
  std::optional<Work> const work = read_work(kFile, "f", diagnostics);
  ASSERT_EQ(complaints(diagnostics), "");
  ASSERT_EQ(work->standing.size(), 3u);
  EXPECT_EQ(work->standing[0].by, "signature");
  EXPECT_FALSE(work->standing[0].deposited);
  EXPECT_EQ(work->standing[1].value, Standing::kNone);
  EXPECT_EQ(work->standing[1].by, "");
  StandingChange const& party = work->standing[2];
  EXPECT_EQ(party.value, Standing::kParty);
  EXPECT_EQ(party.deposited->to_string(), "1991-12-01");
  ASSERT_EQ(party.reservations.size(), 2u);
  EXPECT_EQ(party.reservations[0].articles.at(1).text(), "art_2");
  EXPECT_EQ(party.reservations[0].kind, "reservation");
  EXPECT_EQ(party.reservations[0].note, "No ebbing.");
  EXPECT_TRUE(party.reservations[1].articles.empty()) << "the whole treaty";
  EXPECT_EQ(party.reservations[1].provenance, (Provenance{Confidence::kVerified, {"deposit"}}));
}

TEST(ReadStanding, NamesEveryFault) {
  struct Row {
    std::string_view from;
    std::string_view to;
    std::string_view expected;
  };
  Row const rows[] = {
      {"by: accession", "by: conquest",
       "f:17:9: error: by: expected one of signature, ratification, acceptance, approval, "
       "accession, succession; found \"conquest\""},
      {"deposited: 1991-12-01", "deposited: 1991",
       "f:18:16: error: deposited: expected a date such as 2015-05-15, found \"1991\""},
      {"kind: declaration", "kind: protest",
       "f:21:16: error: kind: expected one of reservation, declaration, objection; found "
       "\"protest\""},
      {"kind: declaration, ", "", "f:21:9: error: expected the key \"kind\""},
      {"{kind: declaration, confidence: verified, sources: [deposit]}", "{kind: declaration}",
       "f:21:9: error: expected the key \"confidence\""},
      {"confidence: verified, sources: [deposit]}\n    note", "confidence: verified}\n    note",
       "f:21:41: error: confidence: verified needs at least one source"},
      {"articles: [art_1, art_2]", "articles: [1]",
       "f:20:21: error: expected an eId such as sec_24__subsec_1, found \"1\""},
      {"articles: [art_1, art_2]", "provisions: [art_1]",
       "f:20:10: error: unknown key \"provisions\"; expected one of articles, confidence, kind, "
       "note, sources"},
      {"1992-01-01", "1991-01-01",
       "f:14:5: error: standing: expected a day after the one above for ng, 1991-01-01"},
      {"state: ni", "state: nicaragua",
       "f:13:13: error: state: expected a country code such as ng, found \"nicaragua\""},
  };
  for (Row const& row : rows) {
    EXPECT_EQ(fault(row.from, row.to), row.expected) << row.to;
  }
}

}  // namespace
}  // namespace cyberlex
