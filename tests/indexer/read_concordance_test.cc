#include <gtest/gtest.h>

#include "indexer/read_mappings.h"
#include "tests/indexer/complaints.h"

namespace cyberlex {
namespace {

constexpr std::string_view kFile = R"(format: cyberlex-concordance/1
act: ng/harbour
author: Cyberlex
reviewed: unreviewed
date: 2026-01-02
sources: {tides-text: {title: Convention on Tides}}
mappings:
  - limb: [sec_1, sec_2__subsec_1]
    article: tides/7
    relation: narrower
    rationale: Only by day.
    covers: [ebb]
    partly: [flood, wave]
    missing: [night]
    added: [a pilot]
    confidence: verified
    sources: [tides-text]
    from: 1990-01-01
  - limb: sec_3
    article: tides/art_7__para_1
    relation: overlaps
    rationale: In part.
    confidence: recalled
  - limb: sec_4
    outside: [tides, winds]
    rationale: Nothing answers to it.
    confidence: recalled
assessed:
  - {articles: [tides/8, tides/art_9__para_1], read: whole-act, rationale: None., confidence: verified, sources: [tides-text]}
  - {articles: tides/7, elsewhere: Ports Act, rationale: There., from: 1990-01-01, confidence: recalled}
)";

std::string fault(std::string_view from, std::string_view to) {
  Diagnostics diagnostics;
  read_concordance(with(kFile, from, to), "f", diagnostics);
  return complaints(diagnostics);
}

TEST(ReadConcordance, ExpandsLimbsAndTreaties) {
  Diagnostics diagnostics;
  std::optional<Concordance> const got = read_concordance(kFile, "f", diagnostics);
  ASSERT_EQ(complaints(diagnostics), "");
  EXPECT_EQ(got->act, "ng/harbour");
  EXPECT_EQ(got->author, "Cyberlex");
  EXPECT_EQ(got->reviewed, "unreviewed");
  EXPECT_EQ(got->date.to_string(), "2026-01-02");
  ASSERT_EQ(got->mappings.size(), 5u);
  Mapping const& second = got->mappings[1];
  EXPECT_EQ(second.limb.text(), "sec_2__subsec_1");
  EXPECT_EQ(second.treaty, "tides");
  EXPECT_EQ(second.article.text(), "art_7");
  EXPECT_EQ(second.relation, Relation::kNarrower);
  EXPECT_EQ(second.covers, std::vector<std::string>{"ebb"});
  EXPECT_EQ(second.partly, (std::vector<std::string>{"flood", "wave"}));
  EXPECT_EQ(second.missing, std::vector<std::string>{"night"});
  EXPECT_EQ(second.valid.from.to_string(), "1990-01-01");
  EXPECT_EQ(second.place.line, 8);
  EXPECT_EQ(got->mappings[2].article.text(), "art_7__para_1");
  Mapping const& outside = got->mappings[4];
  EXPECT_EQ(outside.relation, Relation::kOutside);
  EXPECT_EQ(outside.treaty, "winds");
  EXPECT_TRUE(outside.article.empty());
}

TEST(ReadConcordance, GivesEachAssessedArticleARow) {
  Diagnostics diagnostics;
  std::vector<ArticleAssessment> const got = read_concordance(kFile, "f", diagnostics)->assessed;
  ASSERT_EQ(got.size(), 3u);
  EXPECT_EQ(got[1].treaty, "tides");
  EXPECT_EQ(got[1].article.text(), "art_9__para_1");
  EXPECT_EQ(got[1].read, "whole-act");
  EXPECT_EQ(got[1].elsewhere, "");
  EXPECT_EQ(got[1].rationale, "None.");
  EXPECT_EQ(got[1].provenance, (Provenance{Confidence::kVerified, {"tides-text"}}));
  EXPECT_EQ(got[1].place.line, 29);
  EXPECT_EQ(got[2].article.text(), "art_7");
  EXPECT_EQ(got[2].elsewhere, "Ports Act");
  EXPECT_EQ(got[2].valid.from.to_string(), "1990-01-01");
}

TEST(ReadConcordance, NamesEveryFault) {
  struct Row {
    std::string_view from;
    std::string_view to;
    std::string_view expected;
  };
  Row const rows[] = {
      {"reviewed: unreviewed", "reviewed: yes",
       "f:4:11: error: reviewed: expected one of unreviewed, reviewed, disputed; found \"yes\""},
      {"author: Cyberlex\n", "", "f:1:1: error: expected the key \"author\""},
      {"act: ng/harbour", "act: Harbour Act",
       "f:2:6: error: act: expected a handle such as ng/cybercrimes-act-2015 or unc, found "
       "\"Harbour Act\""},
      {"act: ng/harbour", "act: winds",
       "f:25:22: error: an article of winds is not mapped to winds itself"},
      {"article: tides/7", "article: tides",
       "f:9:14: error: article: expected an article such as unc/7 or unc/art_7__para_1, found "
       "\"tides\""},
      {"article: tides/7", "article: ng/harbour/sec_7",
       "f:9:14: error: expected a treaty such as unc, found \"ng/harbour\""},
      {"relation: overlaps", "relation: outside",
       "f:21:15: error: relation: expected one of equivalent, narrower, wider, overlaps, "
       "ancillary; found "
       "\"outside\""},
      {"    relation: overlaps\n", "", "f:19:5: error: expected the key \"relation\""},
      {"    rationale: In part.\n", "", "f:19:5: error: expected the key \"rationale\""},
      {"    article: tides/art_7__para_1\n    relation: overlaps\n", "",
       "f:19:5: error: expected the key \"article\" or \"outside\"\n"
       "f:19:5: error: expected the key \"relation\""},
      {"relation: overlaps", "outside: [winds]\n    relation: overlaps",
       "f:19:5: error: expected either \"article\" or \"outside\", found both\n"
       "f:22:15: error: relation: expected beside \"article\", not beside \"outside\""},
      {"outside: [tides, winds]", "outside: [tides/7]",
       "f:25:15: error: expected a treaty such as unc, found \"tides/7\""},
      {"sources: [tides-text]", "sources: [tide-text]",
       "f:17:15: error: source \"tide-text\" is not described under `sources`, did you mean "
       "\"tides-text\"?"},
      {"    sources: [tides-text]\n", "",
       "f:16:17: error: confidence: verified needs at least one source"},
      {"limb: sec_3\n    article: tides/art_7__para_1", "limb: sec_1\n    article: tides/7",
       "f:19:5: error: sec_1 and tides/7 stand together already, on line 8"},
      {"outside: [tides, winds]", "outside: [winds, winds]",
       "f:24:5: error: sec_4 and winds stand together already, on line 24"},
      {"limb: sec_4", "limb: sec_3",
       "f:24:5: error: sec_3 cannot be outside tides and have an article of it at the same time, "
       "see line 19"},
      {"limb: sec_4", "limb: section 4",
       "f:24:11: error: expected an eId such as sec_24__subsec_1, found \"section 4\""},
      {"partly: [flood, wave]", "partly: [flood, ebb]",
       "f:13:21: error: partly: \"ebb\" stands under `covers` already"},
      {"partly: [flood, wave]", "partly: [flood, flood]",
       "f:13:21: error: \"flood\" stands twice in this list"},
      {"relation: narrower", "relation: equivalent",
       "f:13:13: error: partly: expected beside narrower, overlaps or ancillary; equivalent meets "
       "every demand whole"},
      {"outside: [tides, winds]", "outside: [tides, winds]\n    covers: [ebb]\n    partly: [wave]",
       "f:26:13: error: covers: expected beside \"article\", not beside \"outside\"\n"
       "f:27:13: error: partly: expected beside \"article\", not beside \"outside\""},
      {"read: whole-act, ", "", "f:29:5: error: expected the key \"read\" or \"elsewhere\""},
      {"read: whole-act, ", "read: whole-act, elsewhere: Ports Act, ",
       "f:29:5: error: expected either \"read\" or \"elsewhere\", found both"},
      {"rationale: None., ", "", "f:29:5: error: expected the key \"rationale\""},
      {"articles: tides/7, ", "", "f:30:5: error: expected the key \"articles\""},
      {"articles: tides/7", "articles: tides",
       "f:30:16: error: articles: expected an article such as unc/7 or unc/art_7__para_1, found "
       "\"tides\""},
      {"articles: tides/7", "articles: [ng/port/sec_1]",
       "f:30:17: error: expected a treaty such as unc, found \"ng/port\""},
      {"articles: tides/7", "articles: [tides/7, tides/8]",
       "f:30:5: error: assessed: tides/8 stands here already for the same time, on line 29"},
      {"missing: [night]", "missing: night",
       "f:14:14: error: missing: expected a list, found \"night\""},
  };
  for (Row const& row : rows) {
    EXPECT_EQ(fault(row.from, row.to), row.expected) << row.to;
  }
}

TEST(ReadConcordance, LetsAssessmentsOfAnArticleFollowOneAnother) {
  EXPECT_EQ(fault("rationale: None.,", "rationale: None., to: 1990-01-01,"), "");
  EXPECT_EQ(fault("articles: tides/7", "articles: tides/8"),
            "f:30:5: error: assessed: tides/8 stands here already for the same time, on line 29");
  EXPECT_EQ(fault("sources: [tides-text]}\n  - {articles: tides/7",
                  "to: 1990-01-01, sources: [tides-text]}\n  - {articles: tides/8"),
            "");
}

TEST(ReadConcordance, LetsRowsFollowOneAnother) {
  EXPECT_EQ(fault("limb: sec_4\n", "limb: sec_1\n    to: 1990-01-01\n"), "");
  EXPECT_EQ(fault("limb: sec_4\n", "limb: sec_1\n    to: 1990-01-02\n"),
            "f:24:5: error: sec_1 cannot be outside tides and have an article of it at the same "
            "time, see line 8");
}

}  // namespace
}  // namespace cyberlex
