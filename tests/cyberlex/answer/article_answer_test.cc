#include <gmock/gmock.h>

#include "cyberlex/answer/answers.h"
#include "tests/support/fixture_index.h"

namespace cyberlex {
namespace {

Result<ArticleAnswer> ask(char const* what, char const* when) {
  IndexReader const reader = FixtureIndex::reader();
  return answer_article(reader, handle(what), day(when), {});
}

std::vector<std::string> limbs_of(Result<ArticleAnswer> const& answer) {
  std::vector<std::string> out;
  for (MappedProvision const& mapped : answer->provisions) {
    for (LimbRecord const& limb : mapped.limbs) {
      out.push_back(limb.eid.text());
    }
  }
  return out;
}

TEST(ArticleAnswer, GathersLimbsMappedToTheArticleOrAPartOfIt) {
  auto const answer = ask("tz/1", "2020-01-01");
  ASSERT_TRUE(answer.ok());
  EXPECT_THAT(limbs_of(answer), testing::ElementsAre("sec_2__subsec_1", "sec_2__subsec_2"));
  EXPECT_TRUE(answer->treaties.empty());
}

TEST(ArticleAnswer, KeepsMappingsThatTouchTheParagraphAskedFor) {
  EXPECT_THAT(limbs_of(ask("tz/art_1__para_1", "2020-01-01")),
              testing::ElementsAre("sec_2__subsec_1"));
  EXPECT_THAT(limbs_of(ask("tz/art_1__para_2", "2020-01-01")),
              testing::ElementsAre("sec_2__subsec_1", "sec_2__subsec_2"));
}

TEST(ArticleAnswer, ShowsNothingThatDidNotStandYet) {
  auto const answer = ask("tz/1", "2006-01-01");
  ASSERT_TRUE(answer.ok());
  EXPECT_TRUE(answer->provisions.empty());
}

TEST(ArticleAnswer, RefusesAProvisionOfAState) {
  EXPECT_EQ(ask("zz/computer-act-2010/sec_2", "2020-01-01").error().code, ErrorCode::kNotFound);
}

// The twin: every record that stands, its mappings read one by one.
TEST(ArticleAnswer, SaysOfStatesWithoutAProvisionWhatTheMatrixSays) {
  IndexReader const reader = FixtureIndex::reader();
  size_t compared = 0;
  for (char const* when : {"2006-01-01", "2009-01-01", "2012-01-01", "2020-01-01"}) {
    MatrixRequest request;
    request.convention = "tz";
    request.as_of = day(when);
    auto const matrix = answer_matrix(reader, request).value();
    for (MatrixRow const& row : matrix.rows) {
      auto const answer = ask(row.handle.c_str(), when);
      for (StateWithout const& state : answer->without) {
        for (size_t i = 0; i < matrix.states.size(); ++i) {
          if (matrix.states[i].jurisdiction == state.jurisdiction) {
            EXPECT_EQ(row.cells[i].verdict.coverage, state.coverage) << row.handle << when;
            EXPECT_EQ(row.cells[i].assessed.size(), state.assessed.size()) << row.handle << when;
            ++compared;
          }
        }
      }
    }
  }
  EXPECT_GT(compared, 0U);
}

TEST(ArticleAnswer, OfAPartOfAnArticleNoStateIsSaidToLackIt) {
  EXPECT_TRUE(ask("tz/art_1__para_2", "2008-01-01")->without.empty());
  EXPECT_FALSE(ask("tz/1", "2008-01-01")->without.empty());
}

TEST(ArticleAnswer, AgreesWithAScanOfAllRecords) {
  IndexReader const reader = FixtureIndex::reader();
  for (char const* article : {"tz/1", "tz/2"}) {
    for (char const* when : {"2006-01-01", "2012-01-01", "2020-01-01"}) {
      size_t mappings = 0;
      for (DocNum doc = 0; doc < reader.generation().columns().documents(); ++doc) {
        ProvisionRecord const record = reader.record(doc).value();
        for (LimbRecord const& limb : record.limbs) {
          for (MappingRecord const& mapping : limb.mappings) {
            bool const here = mapping.relation != Relation::kOutside &&
                              to_string(Handle{mapping.treaty, mapping.article.unit()}) == article;
            mappings += here && record.valid.contains(day(when)) && !is_gone(record.status) ? 1 : 0;
          }
        }
      }
      size_t answered = 0;
      auto const answer = ask(article, when);
      for (MappedProvision const& mapped : answer->provisions) {
        for (LimbRecord const& limb : mapped.limbs) {
          answered += limb.mappings.size();
        }
      }
      EXPECT_EQ(answered, mappings) << article << " on " << when;
    }
  }
}

}  // namespace
}  // namespace cyberlex
