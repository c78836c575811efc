#include "indexer/read_assessment.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/read_act.h"
#include "tests/indexer/complaints.h"

namespace cyberlex {
namespace {

using ::testing::HasSubstr;

constexpr std::string_view kFile = R"(format: cyberlex-annotations/1
act: ng/harbour
checklists:
  order:
    legal-basis: {value: present, at: [sec_2, tides/7]}
    notification: {value: absent, read: whole-act, sources: [review]}
    necessity: {value: elsewhere, elsewhere: Ports Act 1980}
    destruction: {value: unclear, note: Nobody says.}
  sailors:
    research: {value: absent, read: whole-act, confidence: verified}
provisions:
  - eid: sec_2
    class: power
    limbs:
      - limb: [sec_2__subsec_1, sec_2__subsec_2]
        offences: [stowing-away]
        powers:
          - power: search
            checklist: order
            safeguards:
              notification: {value: partial, at: [sec_3], note: Late., confidence: recalled}
              necessity: {value: not-assessed}
              transparency: {value: not-assessed, note: To be read.}
          - power: arrest
            checklist: order
        checklist: sailors
        confidence: verified
        sources: [gazette]
)";

std::string fault(std::string_view from, std::string_view to) {
  Diagnostics diagnostics;
  read_annotations(with(kFile, from, to), "f", diagnostics);
  return complaints(diagnostics);
}

Provenance const kOfLimb = {Confidence::kVerified, {"gazette"}};

TEST(ReadAssessment, PutsOwnRowsBeforeTheSharedOnes) {
  Diagnostics diagnostics;
  std::optional<Annotations> const got = read_annotations(kFile, "f", diagnostics);
  ASSERT_EQ(complaints(diagnostics), "");
  ASSERT_EQ(got->units.at(0).limbs.size(), 2u);
  LimbFacts const& limb = got->units[0].limbs[1];
  using V = AssessmentValue;
  Assessment const legal = {"legal-basis", V::kPresent, {"ng/harbour/sec_2", "tides/7"}, "", "", "",
                            kOfLimb};
  Assessment const destruction = {"destruction", V::kUnclear, {}, "", "", "Nobody says.", kOfLimb};
  EXPECT_EQ(limb.powers.at(0).safeguards,
            (std::vector<Assessment>{
                {"notification", V::kPartial, {"ng/harbour/sec_3"}, "", "", "Late.", {}},
                {"transparency", V::kNotAssessed, {}, "", "", "To be read.", kOfLimb},
                legal,
                destruction}))
      << "an own row that is not assessed takes the shared one back";
  EXPECT_EQ(
      limb.powers.at(1).safeguards,
      (std::vector<Assessment>{legal,
                               {"notification",
                                V::kAbsent,
                                {},
                                "whole-act",
                                "",
                                "",
                                {Confidence::kVerified, {"review"}}},
                               {"necessity", V::kElsewhere, {}, "", "Ports Act 1980", "", kOfLimb},
                               destruction}));
  EXPECT_EQ(limb.defences,
            (std::vector<Assessment>{{"research", V::kAbsent, {}, "whole-act", "", "", kOfLimb}}));
}

TEST(ReadAssessment, WritesAnArticleOfATreatyAsItIsTyped) {
  Diagnostics diagnostics;
  std::optional<Annotations> const got = read_annotations(
      "format: cyberlex-annotations/1\nact: tides\nprovisions:\n  - eid: art_1\n    class: power\n"
      "    limbs:\n      - limb: art_1\n        powers:\n          - power: search\n"
      "            safeguards: {necessity: {value: present, at: [art_2, art_2__para_1]}}\n"
      "        confidence: recalled\n",
      "f", diagnostics);
  ASSERT_EQ(complaints(diagnostics), "");
  EXPECT_EQ(got->units.at(0).limbs.at(0).powers.at(0).safeguards.at(0).at,
            (std::vector<std::string>{"tides/2", "tides/art_2__para_1"}));
}

TEST(ReadAssessment, NamesEveryFault) {
  struct Row {
    std::string_view from;
    std::string_view to;
    std::string_view expected;
  };
  Row const rows[] = {
      // what a value needs
      {"value: present, at: [sec_2, tides/7]", "value: present",
       "f:5:18: error: value: present needs the key \"at\", the provisions it rests on"},
      {"value: partial, at: [sec_3],", "value: partial,",
       "f:21:29: error: value: partial needs the key \"at\", the provisions it rests on"},
      {"value: absent, read: whole-act, sources", "value: absent, sources",
       "f:6:19: error: value: absent needs the key \"read\", the reading that shows it"},
      {"value: elsewhere, elsewhere: Ports Act 1980", "value: elsewhere",
       "f:7:16: error: value: elsewhere needs the key \"elsewhere\", the act that would hold it"},
      {"value: unclear, note: Nobody says.", "value: unclear",
       "f:8:18: error: value: unclear needs the key \"note\", what makes it unclear"},
      {"{value: unclear,", "{", "f:8:18: error: expected the key \"value\""},
      {"value: unclear", "value: unknown",
       "f:8:26: error: value: expected one of present, partial, absent, unclear, elsewhere, "
       "not-assessed; found \"unknown\""},
      // what it must not have
      {"value: absent, read: whole-act, sources",
       "value: absent, at: [sec_2], read: whole-act, sources",
       "f:6:39: error: at: expected beside value present or partial, not beside absent"},
      {"value: present, at", "value: present, read: whole-act, at",
       "f:5:41: error: read: expected beside value absent, not beside present"},
      {"value: present, at", "value: present, elsewhere: Act, at",
       "f:5:46: error: elsewhere: expected beside value elsewhere, not beside present"},
      {"{value: not-assessed}", "{value: not-assessed, read: whole-act}",
       "f:22:54: error: read: expected beside value absent, not beside not-assessed"},
      {"value: unclear,", "value: unclear, at: [sec_1],",
       "f:8:39: error: at: expected beside value present or partial, not beside unclear"},
      {"value: unclear,", "value: unclear, article: unc/7,",
       "f:8:35: error: unknown key \"article\"; expected one of at, confidence, elsewhere, note, "
       "read, "
       "sources, value"},
      // where it rests
      {"at: [sec_2, tides/7]", "at: sec_2", "f:5:39: error: at: expected a list, found \"sec_2\""},
      {"[sec_2, tides/7]", "[sec_2, ng/harbour/sec_2]",
       "f:5:47: error: \"ng/harbour/sec_2\" stands twice in this list"},
      {"[sec_2, tides/7]", "[section 2]",
       "f:5:40: error: expected an eId such as sec_24__subsec_1, found \"section 2\""},
      {"[sec_2, tides/7]", "[ng/harbour]",
       "f:5:40: error: at: expected a provision such as ng/cybercrimes-act-2015/sec_24 or sec_24, "
       "found \"ng/harbour\""},
      // how sure it is
      {"        confidence: verified\n        sources: [gazette]", "        confidence: recalled",
       "f:10:5: error: confidence: verified needs at least one source"},
      // lists
      {"            checklist: order\n            safeguards",
       "            checklist: oder\n            safeguards",
       "f:19:24: error: checklist: expected one of those under `checklists`, found \"oder\", did "
       "you mean \"order\"?"},
      {"        checklist: sailors\n", "", "f:9:3: error: checklists: nothing uses \"sailors\""},
      {"  sailors:\n    research: {value: absent, read: whole-act, confidence: verified}",
       "  sailors: none", "f:9:12: error: expected a mapping of 1 to 100 concepts, found text"},
      {"  sailors:", "  Sailors!:",
       "f:9:3: error: expected a name of small letters, digits and hyphens, found \"Sailors!\"\n"
       "f:26:20: error: checklist: expected one of those under `checklists`, found \"sailors\""},
      {"        offences: [stowing-away]\n", "",
       "f:25:20: error: checklist: expected in a limb with `offences`, whose defences it assesses"},
      {"        offences: [stowing-away]\n",
       "        defences: {research: {value: not-assessed}}\n",
       "f:16:19: error: defences: expected in a limb with `offences`, whose defences it assesses\n"
       "f:26:20: error: checklist: expected in a limb with `offences`, whose defences it "
       "assesses"},
  };
  for (Row const& row : rows) {
    EXPECT_EQ(fault(row.from, row.to), row.expected) << row.to;
  }
}

// A short line stands for all shared rows: a file that repeats it must not fill the memory.
TEST(ReadAssessment, SharesNoMoreTextThanItCanHold) {
  std::string file =
      "format: cyberlex-annotations/1\nact: ng/harbour\nchecklists:\n  long:\n"
      "    necessity: {value: unclear, note: " +
      std::string(kMostSharedText / 8, 'x') + "}\nprovisions:\n";
  for (int unit = 1; unit <= 20; ++unit) {
    file += "  - {eid: sec_" + std::to_string(unit) + ", class: power, limbs: [{limb: sec_" +
            std::to_string(unit) +
            ", powers: [{power: search, checklist: long}], confidence: recalled}]}\n";
  }
  Diagnostics diagnostics;
  std::optional<Annotations> const got = read_annotations(file, "f", diagnostics);
  ASSERT_EQ(diagnostics.errors(), 1u);
  EXPECT_THAT(complaints(diagnostics),
              HasSubstr("f:14:90: error: checklist: the shared rows of this file"));
  size_t bytes = 0;
  for (UnitFacts const& unit : got->units) {
    for (Assessment const& row : unit.limbs.at(0).powers.at(0).safeguards) {
      bytes += row.note.size();
    }
  }
  EXPECT_GT(bytes, 0u);
  EXPECT_LE(bytes, kMostSharedText);
}

}  // namespace
}  // namespace cyberlex
