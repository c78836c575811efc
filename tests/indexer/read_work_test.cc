#include <gtest/gtest.h>

#include "indexer/read_act.h"
#include "tests/indexer/complaints.h"

namespace cyberlex {
namespace {

constexpr std::string_view kAct = R"(format: cyberlex-act/1
handle: ng/harbour-act-1990
iri: /akn/ng/act/1990/harbour-act
jurisdiction: ng
rank: act
year: 1990
unit: section
original_language: en
title: {en: Harbour Act 1990, fa: قانون بندر}
short_title: {en: Harbour Act}
names: {en: [Port Act, Act of the Harbours]}
status:
  - {from: 1990-01-01, value: in-force, confidence: verified, sources: [gazette]}
  - {from: 2001-06-30, value: repealed, confidence: recalled}
events:
  - {date: 1990-01-01, type: enacted, confidence: verified, sources: [gazette]}
  - date: 1995-02-03
    type: amended
    by: Amending Act
    changes:
      - {provisions: [sec_1, sec_2], how: penalty, note: Fees were doubled.}
      - {provisions: [sec_3], how: repeal, replaced_by: [ng/port-act-1994/sec_7, tides/2]}
    confidence: recalled
decisions:
  - id: port-1996
    court: High Court
    title: Port v State
    number: HC/1
    date: 1996-05-05
    provisions: [sec_2]
    holding: The fee was too high.
    effect: It was lowered.
    confidence: verified
    sources: [gazette]
readings:
  whole-act: {what: all sections, by: Cyberlex, date: 2026-01-02, sources: [gazette]}
  first-part: {what: sections 1 and 2, by: Cyberlex, date: 2026-01-03}
gaps:
  - {what: The schedule was not seen., provisions: [sec_2]}
  - {what: Orders under the Act.}
sources:
  gazette: {title: The Gazette, url: "https://example.org/", locator: page 3, seen: 2024-01-02, note: bound copy}
note: A note.
)";

std::string fault(std::string_view from, std::string_view to) {
  Diagnostics diagnostics;
  read_work(with(kAct, from, to), "act.yaml", diagnostics);
  return complaints(diagnostics);
}

TEST(ReadWork, ReadsEveryField) {
  Diagnostics diagnostics;
  std::optional<Work> const work = read_work(kAct, "act.yaml", diagnostics);
  ASSERT_EQ(complaints(diagnostics), "");
  EXPECT_EQ(work->handle, "ng/harbour-act-1990");
  EXPECT_EQ(work->year, 1990);
  EXPECT_EQ(work->unit, ProvisionKind::kSection);
  EXPECT_EQ(work->title.at("fa"), "قانون بندر");
  EXPECT_EQ(work->names, (std::vector<std::string>{"Port Act", "Act of the Harbours"}));
  ASSERT_EQ(work->status.size(), 2u);
  EXPECT_EQ(work->status[1].value, LegalStatus::kRepealed);
  EXPECT_EQ(work->status[0].provenance, (Provenance{Confidence::kVerified, {"gazette"}}));
  ASSERT_EQ(work->events.size(), 2u);
  ASSERT_EQ(work->events[1].changes.size(), 2u);
  EXPECT_EQ(work->events[1].changes[0].provisions.at(1).text(), "sec_2");
  EXPECT_EQ(work->events[1].changes[0].how, "penalty");
  EXPECT_EQ(work->events[1].changes[0].note, "Fees were doubled.");
  EXPECT_EQ(work->events[1].changes[1].replaced_by,
            (std::vector<std::string>{"ng/port-act-1994/sec_7", "tides/2"}));
  EXPECT_EQ(work->readings.at("whole-act"),
            (Reading{"all sections", "Cyberlex", Date::parse("2026-01-02").value(), {"gazette"}}));
  EXPECT_TRUE(work->readings.at("first-part").sources.empty());
  ASSERT_EQ(work->gaps.size(), 2u);
  EXPECT_EQ(work->gaps[0].provisions.at(0).text(), "sec_2");
  EXPECT_EQ(work->gaps[1].what, "Orders under the Act.");
  ASSERT_EQ(work->decisions.size(), 1u);
  EXPECT_EQ(work->decisions[0].effect, "It was lowered.");
  EXPECT_EQ(work->sources.at("gazette").note, "bound copy");
  EXPECT_EQ(work->note, "A note.");
}

TEST(ReadWork, ReadsATreatyWithStatesStandingTowardsIt) {
  constexpr std::string_view kTreaty = R"(format: cyberlex-act/1
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
  - {state: ng, from: 1991-01-01, value: signatory, confidence: recalled}
  - {state: ni, from: 1990-02-01, value: signatory, confidence: recalled}
  - {state: ng, from: 1992-01-01, value: party, note: acceded, confidence: recalled}
)";
  Diagnostics diagnostics;
  std::optional<Work> const work = read_work(kTreaty, "act.yaml", diagnostics);
  ASSERT_EQ(complaints(diagnostics), "");
  EXPECT_EQ(work->unit, ProvisionKind::kArticle);
  ASSERT_EQ(work->standing.size(), 3u);
  EXPECT_EQ(work->standing[2].value, Standing::kParty);

  Diagnostics disordered;
  read_work(with(kTreaty, "1992-01-01", "1991-01-01"), "act.yaml", disordered);
  EXPECT_EQ(
      complaints(disordered),
      "act.yaml:14:5: error: standing: expected a day after the one above for ng, 1991-01-01");
}

TEST(ReadWork, NamesEveryFault) {
  struct Row {
    std::string_view from;
    std::string_view to;
    std::string_view expected;
  };
  Row const rows[] = {
      {"handle: ng/harbour-act-1990", "handle: Harbour Act",
       "act.yaml:2:9: error: handle: expected one such as ng/cybercrimes-act-2015 or unc, found "
       "\"Harbour Act\""},
      {"/akn/ng/act/1990/harbour-act", "/ng/harbour",
       "act.yaml:3:6: error: iri: expected a work IRI such as /akn/ng/act/2015/cybercrimes-act, "
       "found "
       "\"/ng/harbour\""},
      {"jurisdiction: ng", "jurisdiction: ni",
       "act.yaml:4:15: error: jurisdiction: expected ng, as the handle says; found \"ni\""},
      {"jurisdiction: ng", "jurisdiction: Nigeria",
       "act.yaml:4:15: error: jurisdiction: expected a country code such as ng, or int; found "
       "\"Nigeria\""},
      {"year: 1990", "year: MCMXC",
       "act.yaml:6:7: error: year: expected a number from 1 to 9999, found \"MCMXC\""},
      {"unit: section", "unit: chapter",
       "act.yaml:7:7: error: unit: expected one of section, article; found \"chapter\""},
      {"original_language: en", "original_language: english",
       "act.yaml:8:20: error: original_language: expected a language code such as en, es or fa, "
       "found "
       "\"english\""},
      {"rank: act\n", "", "act.yaml:1:1: error: expected the key \"rank\""},
      {"value: repealed", "value: unknown",
       "act.yaml:14:31: error: value: expected one of in-force, adopted, not-commenced, suspended, "
       "repealed, "
       "replaced, lapsed, struck-down; found \"unknown\""},
      {"2001-06-30", "1990-01-01",
       "act.yaml:14:5: error: status: expected a day after the one above, 1990-01-01"},
      {"value: in-force, confidence: verified, sources: [gazette]",
       "value: in-force, confidence: verified",
       "act.yaml:13:53: error: confidence: verified needs at least one source"},
      {"type: amended", "type: changed",
       "act.yaml:18:11: error: type: expected one of adopted, enacted, signed, "
       "opened-for-signature, commenced, "
       "amended, repealed, penalties-changed; found \"changed\""},
      {"1995-02-03", "1989-02-03",
       "act.yaml:17:5: error: events: expected the order of their days; the one above is of "
       "1990-01-01"},
      {"how: penalty", "how: raised",
       "act.yaml:21:43: error: how: expected one of insertion, substitution, repeal, renumbering, "
       "penalty, suspension, unspecified; found \"raised\""},
      {"how: penalty, ", "", "act.yaml:21:9: error: expected the key \"how\""},
      {"provisions: [sec_3], ", "", "act.yaml:22:9: error: expected the key \"provisions\""},
      {"tides/2]", "sec_7]",
       "act.yaml:22:82: error: replaced_by: expected a provision such as "
       "ng/cybercrimes-act-2015/sec_24, found \"sec_7\""},
      {"tides/2]", "tides]",
       "act.yaml:22:82: error: replaced_by: expected a provision such as "
       "ng/cybercrimes-act-2015/sec_24, found \"tides\""},
      {"type: amended", "type: amended\n    provisions: [sec_1]",
       "act.yaml:19:5: error: unknown key \"provisions\"; expected one of by, changes, confidence, "
       "date, note, sources, type"},
      {"provisions: [sec_1, sec_2]", "provisions: [section 1]",
       "act.yaml:21:23: error: expected an eId such as sec_24__subsec_1, found \"section 1\""},
      {"sources: [gazette]\nreadings:", "sources: [gazete]\nreadings:",
       "act.yaml:34:15: error: source \"gazete\" is not described under `sources`, did you mean "
       "\"gazette\"?"},
      {"holding: The", "holdings: The",
       "act.yaml:25:5: error: expected the key \"holding\"\n"
       "act.yaml:31:5: error: unknown key \"holdings\", did you mean \"holding\"?"},
      {"note: A note.",
       "standing: [{state: ng, from: 1991-01-01, value: party, confidence: recalled}]",
       "act.yaml:43:11: error: standing: only a treaty (jurisdiction: int) has states standing "
       "towards it"},
  };
  for (Row const& row : rows) {
    EXPECT_EQ(fault(row.from, row.to), row.expected) << row.to;
  }
}

TEST(ReadWork, RefusesTwoDecisionsOfOneId) {
  std::string const twice =
      with(kAct, "decisions:\n",
           "decisions:\n  - {id: port-1996, court: c, title: t, date: 1996-01-01, provisions: "
           "[sec_1], holding: h, confidence: recalled}\n");
  Diagnostics diagnostics;
  read_work(twice, "act.yaml", diagnostics);
  EXPECT_EQ(complaints(diagnostics),
            "act.yaml:26:5: error: decisions: the id \"port-1996\" stands twice");
}

}  // namespace
}  // namespace cyberlex
