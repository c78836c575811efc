#include "indexer/check_mappings.h"

#include <gtest/gtest.h>

#include "tests/indexer/small_corpus.h"

namespace cyberlex {
namespace {

constexpr std::string_view kRows = "mappings/harbour.yaml";

TEST(CheckMappings, WantsDemandsThatTheArticleHas) {
  FaultRow const rows[] = {
      {kRows, "covers: [ebbing]", "covers: [flooding]",
       "mappings/harbour.yaml:7:5: error: \"flooding\" is not a demand of tides/1; expected one of "
       "ebbing, intent"},
      {kRows, "partly: [intent]", "partly: [order]",
       "mappings/harbour.yaml:7:5: error: \"order\" is not a demand of tides/1; expected one of "
       "ebbing, intent"},
      {kRows, "tides/1, relation", "tides/art_1__para_1, relation",
       "mappings/harbour.yaml:7:5: error: \"intent\" is not a demand of tides/art_1__para_1; "
       "expected one of ebbing"},
      {kRows, "tides/3, relation: narrower,", "tides/3, relation: ancillary, covers: [order],",
       "mappings/harbour.yaml:10:5: error: \"order\" is not a demand of tides/3, which asks for "
       "nothing"},
      {kRows, "{limb: sec_1, article: tides/1, relation: narrower, rationale: r, covers: [ebbing]",
       "{limb: [sec_1, sec_2], article: tides/1, relation: narrower, rationale: r, covers: [ebb]",
       "mappings/harbour.yaml:7:5: error: \"ebb\" is not a demand of tides/1; expected one of "
       "ebbing, intent"},
  };
  for (FaultRow const& row : rows) {
    EXPECT_EQ(faults_with(row), row.expected) << row.to;
  }
}

TEST(CheckMappings, WantsAPartialAnswerToSayWhatItMeets) {
  FaultRow const rows[] = {
      {kRows, "covers: [ebbing], partly: [intent], ", "",
       "mappings/harbour.yaml:7:5: error: narrower: expected `covers` or `partly` to name what of "
       "tides/1 is met, of ebbing, intent"},
      {kRows, "tides/art_1__para_2, relation: ancillary", "tides/art_1__para_2, relation: overlaps",
       "mappings/harbour.yaml:9:5: error: overlaps: expected `covers` or `partly` to name what of "
       "tides/art_1__para_2 is met, of intent"},
      {kRows, "covers: [ebbing], partly: [intent], ", "partly: [ebbing], ", ""},
      {kRows, "tides/1, relation: narrower, rationale: r, covers: [ebbing], partly: [intent]",
       "tides/1, relation: equivalent, rationale: r", ""},
  };
  for (FaultRow const& row : rows) {
    EXPECT_EQ(faults_with(row), row.expected) << row.to;
  }
}

TEST(CheckMappings, WantsAnAssessedArticleToExistAndToAskSomething) {
  FaultRow const rows[] = {
      {kRows, "articles: [tides/1]", "articles: [tides/9]",
       "mappings/harbour.yaml:12:5: error: there is no article tides/9"},
      {kRows, "articles: [tides/1]", "articles: [winds/1]",
       "mappings/harbour.yaml:12:5: error: there is no treaty \"winds\" in the corpus"},
      {kRows, "articles: [tides/1]", "articles: [tides/3]",
       "mappings/harbour.yaml:12:5: error: assessed: expected an article that asks something; "
       "tides/3 has no `asks`"},
      {kRows, "articles: [tides/1]", "articles: [tides/art_1__para_2]",
       "mappings/harbour.yaml:12:5: error: assessed: expected a whole article, found "
       "tides/art_1__para_2"},
      {kRows, "read: whole-act", "read: half-act",
       "mappings/harbour.yaml:13:5: error: read: expected a key of the `readings` of ng/harbour, "
       "found \"half-act\""},
  };
  for (FaultRow const& row : rows) {
    EXPECT_EQ(faults_with(row), row.expected) << row.to;
  }
}

TEST(CheckMappings, WantsArticlesOfConceptsToExistWhereTheTreatyIsHeld) {
  FaultRow const rows[] = {
      {"mappings/s.yaml", "yardstick: [tides/2]", "yardstick: [tides/9]",
       "mappings/s.yaml:4:5: error: yardstick: there is no article tides/9"},
      {"mappings/o.yaml", "tides/1, unheld/1", "tides/4, unheld/1",
       "mappings/o.yaml:4:5: error: close: there is no article tides/4"},
  };
  for (FaultRow const& row : rows) {
    EXPECT_EQ(faults_with(row), row.expected) << row.to;
  }
}

TEST(CheckMappings, NotesATreatyThatIsNotHeldOnce) {
  Taxonomy taxonomy;
  for (int i = 0; i < 2; ++i) {
    Concept concept_;
    concept_.yardstick = {"unheld/1", "unheld/2"};
    concept_.match["close"] = {"unheld/3"};
    taxonomy.concepts.push_back(concept_);
  }
  Diagnostics diagnostics;
  check_taxonomy(taxonomy, KnownActs(), diagnostics);
  EXPECT_EQ(complaints(diagnostics),
            ": note: the taxonomy points at articles of \"unheld\", which is not in the corpus");
}

}  // namespace
}  // namespace cyberlex
