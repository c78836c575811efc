#include <gtest/gtest.h>

#include "indexer/read_act.h"
#include "tests/indexer/complaints.h"

namespace cyberlex {
namespace {

constexpr std::string_view kFile = R"(format: cyberlex-annotations/1
act: ng/harbour
provisions:
  - {eid: sec_1, class: general}
  - eid: sec_2
    class: offence
    limbs:
      - limb: [sec_2__subsec_1, sec_2__subsec_2]
        from: 1990-01-01
        to: 1995-01-01
        offences: [stowing-away]
        elements:
          conduct: hides in a ship
          mental_element: intention
        penalties:
          - {relation: only, imprisonment: {max: P1Y}, confidence: recalled}
        concerns:
          - concern: vague-definition
            raised_by: [Sailors' Union, Cyberlex]
            where: Report of 1992
            confidence: recalled
          - {concern: harsh, raised_by: [Cyberlex]}
        confidence: verified
        sources: [gazette]
        note: As enacted.
      - limb: sec_2__subsec_1
        from: 1995-01-01
        powers:
          - power: search
            authorisation: [court-order]
            who: the harbour master
            threshold: suspicion
        confidence: recalled
)";

std::string fault(std::string_view from, std::string_view to) {
  Diagnostics diagnostics;
  read_annotations(with(kFile, from, to), "f", diagnostics);
  return complaints(diagnostics);
}

TEST(ReadAnnotations, ReadsUnitsAndLimbs) {
  Diagnostics diagnostics;
  std::optional<Annotations> const got = read_annotations(kFile, "f", diagnostics);
  ASSERT_EQ(complaints(diagnostics), "");
  EXPECT_EQ(got->act, "ng/harbour");
  EXPECT_EQ(got->file, "f");
  ASSERT_EQ(got->units.size(), 2u);
  EXPECT_EQ(got->units[0].klass, ProvisionClass::kGeneral);
  EXPECT_TRUE(got->units[0].limbs.empty());
  EXPECT_EQ(got->units[1].klass, ProvisionClass::kOffence);
  ASSERT_EQ(got->units[1].limbs.size(), 3u);
}

TEST(ReadAnnotations, GivesEachLimbOfAListTheSameFacts) {
  Diagnostics diagnostics;
  std::vector<LimbFacts> const limbs = read_annotations(kFile, "f", diagnostics)->units.at(1).limbs;
  EXPECT_EQ(limbs.at(0).limb.text(), "sec_2__subsec_1");
  EXPECT_EQ(limbs.at(1).limb.text(), "sec_2__subsec_2");
  EXPECT_EQ(limbs.at(0).penalties, limbs.at(1).penalties);
  EXPECT_EQ(limbs.at(1).offences, std::vector<std::string>{"stowing-away"});
  EXPECT_EQ(limbs.at(1).elements.at("mental_element"), "intention");
  EXPECT_EQ(limbs.at(1).valid.to.to_string(), "1995-01-01");
  EXPECT_EQ(limbs.at(1).provenance, (Provenance{Confidence::kVerified, {"gazette"}}));
  EXPECT_EQ(limbs.at(1).place.line, 8);
  ASSERT_EQ(limbs.at(1).concerns.size(), 2u);
  EXPECT_EQ(limbs[1].concerns[0],
            (Concern{"vague-definition", {"Sailors' Union", "Cyberlex"}, "Report of 1992", {}}));
  EXPECT_EQ(limbs[1].concerns[1].provenance, limbs[1].provenance) << "that of the limb";
  EXPECT_EQ(limbs.at(2).valid.to, kEndOfTime);
  EXPECT_EQ(limbs.at(2).powers.at(0).authorisation, std::vector<std::string>{"court-order"});
  EXPECT_EQ(limbs.at(2).powers.at(0).who, "the harbour master");
}

TEST(ReadAnnotations, NamesEveryFault) {
  struct Row {
    std::string_view from;
    std::string_view to;
    std::string_view expected;
  };
  Row const rows[] = {
      {"class: offence", "class: offense",
       "f:6:12: error: class: expected one of general, definition, offence, liability, power, "
       "duty, safeguard, "
       "procedure, jurisdiction, cooperation, institution, prevention, final; found \"offense\", "
       "did you mean "
       "\"offence\"?"},
      {"class: general", "class: not-assessed",
       "f:4:25: error: class: expected one of general, definition, offence, liability, power, "
       "duty, safeguard, "
       "procedure, jurisdiction, cooperation, institution, prevention, final; found "
       "\"not-assessed\""},
      {"eid: sec_1,", "eid: sec_1__subsec_1,",
       "f:4:11: error: eid: expected a unit such as sec_1, found \"sec_1__subsec_1\""},
      {"eid: sec_1,", "eid: sec_2,", "f:5:5: error: sec_2 has a row already, on line 4"},
      {"sec_2__subsec_2", "sec_3__subsec_2",
       "f:8:33: error: limb: expected sec_2 or an eId below it, found \"sec_3__subsec_2\""},
      {"to: 1995-01-01", "to: 1995-01-02",
       "f:26:9: error: limb sec_2__subsec_1 repeats sec_2__subsec_1 on line 8 at the same time"},
      {"sec_2__subsec_2]", "sec_2]",
       "f:8:9: error: limb sec_2 nests with sec_2__subsec_1 on line 8 at the same time"},
      {"limb: sec_2__subsec_1\n        from: 1995-01-01", "limb: sec_2__subsec_1__para_a",
       "f:26:9: error: limb sec_2__subsec_1__para_a nests with sec_2__subsec_1 on line 8 at the "
       "same time"},
      {"max: P1Y", "max: 1Y",
       "f:16:50: error: max: expected a duration such as P10Y, P91D or P45DT12H, found \"1Y\""},
      {"to: 1995-01-01", "to: 1989-01-01",
       "f:10:13: error: to: expected a day after `from`, which is 1990-01-01\n"
       "f:26:9: error: limb sec_2__subsec_1 repeats sec_2__subsec_1 on line 8 at the same time"},
      {"conduct: hides", "Conduct!: hides",
       "f:13:11: error: elements: expected a name such as mental_element, found \"Conduct!\""},
      {"        sources: [gazette]\n", "",
       "f:23:21: error: confidence: verified needs at least one source"},
      {"power: search", "powers: search",
       "f:29:13: error: expected the key \"power\"\n"
       "f:29:13: error: unknown key \"powers\", did you mean \"power\"?"},
      {"offences: [stowing-away]", "offences: stowing-away",
       "f:11:19: error: offences: expected a list, found \"stowing-away\""},
      {"- {concern: harsh, raised_by: [Cyberlex]}", "- harsh",
       "f:22:13: error: expected a mapping, found text"},
      {", raised_by: [Cyberlex]}", "}", "f:22:13: error: expected the key \"raised_by\""},
      {"concern: harsh", "concern: Harsh",
       "f:22:23: error: expected a name of small letters, digits and hyphens, found \"Harsh\""},
      {"[Cyberlex]}", "[Cyberlex], confidence: verified}",
       "f:22:65: error: confidence: verified needs at least one source"},
      {"        concerns:\n",
       "        asks: [{id: a, need: mandatory, text: t}]\n        concerns:\n",
       "f:17:15: error: asks: only a treaty (jurisdiction: int) asks something of a state's law"},
      {"limb: sec_2__subsec_1\n        from", "from", "f:26:9: error: expected the key \"limb\""},
  };
  for (Row const& row : rows) {
    EXPECT_EQ(fault(row.from, row.to), row.expected) << row.to;
  }
}

constexpr std::string_view kTreaty = R"(format: cyberlex-annotations/1
act: tides
provisions:
  - eid: art_1
    class: offence
    limbs:
      - limb: art_1__para_1
        asks:
          - {id: ebb, need: mandatory, text: punish ebbing}
          - {id: intent, need: optional, text: ask for intent}
        confidence: recalled
      - limb: art_1__para_2
        asks: [{id: wave, need: mandatory, text: punish waves}]
        from: 1990-01-01
        confidence: recalled
  - eid: art_2
    class: offence
    limbs:
      - limb: art_2
        asks: [{id: ebb, need: mandatory, text: punish ebbing too}]
        confidence: recalled
)";

TEST(ReadAnnotations, ReadsWhatATreatyAsks) {
  Diagnostics diagnostics;
  std::optional<Annotations> const got = read_annotations(kTreaty, "f", diagnostics);
  ASSERT_EQ(complaints(diagnostics), "") << "an id may stand in two articles";
  EXPECT_EQ(
      got->units.at(0).limbs.at(0).asks,
      (std::vector<Demand>{{"ebb", true, "punish ebbing"}, {"intent", false, "ask for intent"}}));
}

TEST(ReadAnnotations, WantsEveryFieldOfADemand) {
  Complaint const rows[] = {
      {"{need: optional, text: t}", "f:10:13: error: expected the key \"id\""},
      {"{id: intent, text: t}", "f:10:13: error: expected the key \"need\""},
      {"{id: intent, need: optional}", "f:10:13: error: expected the key \"text\""},
      {"{id: Intent, need: optional, text: t}",
       "f:10:18: error: expected a name of small letters, digits and hyphens, found \"Intent\""},
  };
  for (Complaint const& row : rows) {
    Diagnostics diagnostics;
    read_annotations(with(kTreaty, "{id: intent, need: optional, text: ask for intent}", row.input),
                     "f", diagnostics);
    EXPECT_EQ(complaints(diagnostics), row.expected) << row.input;
  }
}

TEST(ReadAnnotations, WantsOneDemandOfANameInAnArticle) {
  auto const said = [](std::string_view from, std::string_view to) {
    Diagnostics diagnostics;
    read_annotations(with(kTreaty, from, to), "f", diagnostics);
    return complaints(diagnostics);
  };
  EXPECT_EQ(said("id: wave", "id: ebb"),
            "f:13:16: error: asks: the id \"ebb\" stands twice in art_1, see line 9");
  EXPECT_EQ(said("id: intent", "id: ebb"),
            "f:10:13: error: asks: the id \"ebb\" stands twice in art_1, see line 9");
  EXPECT_EQ(said("limb: art_1__para_2", "limb: [art_1__para_2, art_1__para_3]"),
            "f:13:16: error: asks: the id \"wave\" stands twice in art_1, see line 13");
  EXPECT_EQ(said("        asks:\n          - {id: ebb",
                 "        to: 1990-01-01\n        asks:\n          - {id: wave"),
            "")
      << "one after the other";
  EXPECT_EQ(said("need: optional", "need: desirable"),
            "f:10:32: error: need: expected one of mandatory, optional; found \"desirable\"");
}

}  // namespace
}  // namespace cyberlex
