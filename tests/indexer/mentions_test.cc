#include "indexer/mentions.h"

#include <gtest/gtest.h>

#include "tests/indexer/small_corpus.h"

namespace cyberlex {
namespace {

constexpr std::string_view kActFile = "corpus/harbour/act.yaml";
constexpr std::string_view kTreatyFile = "corpus/tides/act.yaml";
constexpr std::string_view kFacts = "corpus/harbour/annotations.yaml";

TEST(Mentions, AreAllFoundInAGoodCorpus) {
  EXPECT_EQ(faults_with({"", "", "", ""}), "");
}

TEST(Mentions, NameEveryProvisionThatDoesNotExist) {
  FaultRow const rows[] = {
      {kActFile, "changes:\n      - {provisions: [sec_2]", "changes:\n      - {provisions: [sec_9]",
       "corpus/harbour/act.yaml:15:23: error: provisions: sec_9 is not a provision of ng/harbour"},
      {kActFile, "[tides/2,", "[tides/9,",
       "corpus/harbour/act.yaml:15:58: error: replaced_by: art_9 is not a provision of tides"},
      {kActFile, "provisions: [sec_1]", "provisions: [sec_2__subsec_1]",
       "corpus/harbour/act.yaml:18:64: error: provisions: sec_2__subsec_1 is not a provision of "
       "ng/harbour"},
      {kActFile, "The schedule., provisions: [sec_2]", "The schedule., provisions: [sec_8]",
       "corpus/harbour/act.yaml:22:40: error: provisions: sec_8 is not a provision of ng/harbour"},
      {kTreatyFile, "articles: [art_2]", "articles: [art_4]",
       "corpus/tides/act.yaml:16:21: error: articles: art_4 is not a provision of tides"},
      {kTreatyFile, "last: art_3", "last: art_4",
       "corpus/tides/act.yaml:23:11: error: last: art_4 is not a provision of tides"},
      {kTreatyFile, "first: art_1", "first: art_0",
       "corpus/tides/act.yaml:22:12: error: first: expected an article of plain number such as "
       "art_1, found \"art_0\"\n"
       "corpus/tides/act.yaml:22:12: error: first: art_0 is not a provision of tides"},
      {kFacts, "at: [sec_2, tides/art_1__para_2]", "at: [sec_2, tides/art_1__para_3]",
       "corpus/harbour/annotations.yaml:15:50: error: at: art_1__para_3 is not a provision of "
       "tides"},
      {kFacts, "at: [sec_2, tides", "at: [sec_3, tides",
       "corpus/harbour/annotations.yaml:15:43: error: at: sec_3 is not a provision of ng/harbour"},
      {kFacts, "tides/art_1__para_2", "ng/evidence-act/sec_1",
       "corpus/harbour/annotations.yaml:15:50: error: at: expected a provision that the corpus "
       "holds; there is no act \"ng/evidence-act\""},
  };
  for (FaultRow const& row : rows) {
    EXPECT_EQ(faults_with(row), row.expected) << row.to;
  }
}

TEST(Mentions, NameEveryConceptThatDoesNotExist) {
  FaultRow const rows[] = {
      {kFacts, "[ebbing]", "[ebing]",
       "corpus/harbour/annotations.yaml:11:20: error: \"ebing\" is not a concept of the scheme "
       "offence, did you mean \"ebbing\"?"},
      {kFacts, "concern: vague", "concern: slow",
       "corpus/harbour/annotations.yaml:13:23: error: \"slow\" is not a concept of the scheme "
       "concern"},
      {kFacts, "          research:", "          notification:",
       "corpus/harbour/annotations.yaml:15:11: error: \"notification\" is not a concept of the "
       "scheme defence"},
      {kFacts, "power: dredging", "power: blasting",
       "corpus/harbour/annotations.yaml:22:20: error: \"blasting\" is not a concept of the scheme "
       "power"},
      {kFacts, "[judge, captain]", "[judge, kaptain]",
       "corpus/harbour/annotations.yaml:23:36: error: \"kaptain\" is not a concept of the scheme "
       "authorisation, did you mean \"captain\"?"},
      {kFacts, "              prior-independent", "              posterior-independent",
       "corpus/harbour/annotations.yaml:26:15: error: \"posterior-independent-authorisation\" is "
       "not a concept of the scheme safeguard, did you mean "
       "\"prior-independent-authorisation\"?"},
      {kFacts, "    notification: {", "    transparency: {",
       "corpus/harbour/annotations.yaml:5:5: error: \"transparency\" is not a concept of the "
       "scheme safeguard"},
  };
  for (FaultRow const& row : rows) {
    EXPECT_EQ(faults_with(row), row.expected) << row.to;
  }
}

TEST(Mentions, LookASharedRowUpOnceForEachSchemeItServes) {
  EXPECT_EQ(faults_with({kFacts, "        offences: [ebbing]",
                         "        checklist: shared\n        offences: [ebbing]", ""}),
            "corpus/harbour/annotations.yaml:5:5: error: \"notification\" is not a concept of the "
            "scheme defence");
}

TEST(Mentions, KeepASecondNumberingApartFromHeldActs) {
  EXPECT_EQ(faults_with({kTreatyFile, "handle: tides-code", "handle: ng/harbour", ""}),
            "corpus/tides/act.yaml:19:13: error: handle: expected one of its own for the second "
            "numbering; \"ng/harbour\" is an act that is held");
}

TEST(Mentions, LetNoTwoWorksBearOneIri) {
  EXPECT_EQ(faults_with({kTreatyFile, "    iri: /akn/un/act/convention/1990/tides-code",
                         "    iri: /akn/un/act/convention/1990/tides", ""}),
            "corpus/tides/act.yaml:19:13: error: expected a handle and an IRI of its own for the "
            "second numbering; another act or numbering has "
            "\"/akn/un/act/convention/1990/tides\"");
}

}  // namespace
}  // namespace cyberlex
