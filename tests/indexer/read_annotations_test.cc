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
        concerns: [vague-definition]
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
       "f:21:9: error: limb sec_2__subsec_1 repeats sec_2__subsec_1 on line 8 at the same time"},
      {"sec_2__subsec_2]", "sec_2]",
       "f:8:9: error: limb sec_2 nests with sec_2__subsec_1 on line 8 at the same time"},
      {"limb: sec_2__subsec_1\n        from: 1995-01-01", "limb: sec_2__subsec_1__para_a",
       "f:21:9: error: limb sec_2__subsec_1__para_a nests with sec_2__subsec_1 on line 8 at the "
       "same time"},
      {"max: P1Y", "max: 1Y",
       "f:16:50: error: max: expected a duration such as P10Y, P91D or P45DT12H, found \"1Y\""},
      {"to: 1995-01-01", "to: 1989-01-01",
       "f:10:13: error: to: expected a day after `from`, which is 1990-01-01\n"
       "f:21:9: error: limb sec_2__subsec_1 repeats sec_2__subsec_1 on line 8 at the same time"},
      {"conduct: hides", "Conduct!: hides",
       "f:13:11: error: elements: expected a name such as mental_element, found \"Conduct!\""},
      {"        sources: [gazette]\n", "",
       "f:18:21: error: confidence: verified needs at least one source"},
      {"power: search", "powers: search",
       "f:24:13: error: expected the key \"power\"\n"
       "f:24:13: error: unknown key \"powers\", did you mean \"power\"?"},
      {"offences: [stowing-away]", "offences: stowing-away",
       "f:11:19: error: offences: expected a list, found \"stowing-away\""},
      {"limb: sec_2__subsec_1\n        from", "from", "f:21:9: error: expected the key \"limb\""},
  };
  for (Row const& row : rows) {
    EXPECT_EQ(fault(row.from, row.to), row.expected) << row.to;
  }
}

}  // namespace
}  // namespace cyberlex
