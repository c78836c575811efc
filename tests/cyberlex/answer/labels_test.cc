#include "cyberlex/answer/labels.h"

#include <gtest/gtest.h>

#include "tests/support/fixture_index.h"

namespace cyberlex {
namespace {

TEST(Labels, NamesTheValuesOfFacets) {
  struct Row {
    Param param;
    char const* value;
    char const* label;
  };
  Row const rows[] = {
      {Param::kOffence, "illegal-access", "illegal access"},
      {Param::kOffence, "espionage", "computer espionage"},
      {Param::kOffence, "not-held-here", "not held here"},
      {Param::kOffence, "not-assessed", "not assessed"},
      {Param::kAct, "zz/computer-act-2010", "Computer Act 2010"},
      {Param::kAct, "zz/other", "zz/other"},
      {Param::kJurisdiction, "ng", "Nigeria"},
      {Param::kJurisdiction, "zz", "zz"},
      {Param::kLang, "fa", "Persian"},
      {Param::kArticle, "tz/1", "Zedport Treaty, article 1"},
      {Param::kArticle, "tz/none", "outside: Zedport Treaty"},
      {Param::kArticle, "none", "outside every treaty"},
      {Param::kArticle, "not-assessed", "not assessed"},
      {Param::kConvention, "tz", "Zedport Treaty"},
      {Param::kSerious, "true", "yes"},
      {Param::kSerious, "none", "no penalty"},
      {Param::kPrison, "4y..", "4 years or more"},
      {Param::kPrison, "..<1y", "under 1 year"},
      {Param::kPrison, "1y..<4y", "1 year to under 4 years"},
      {Param::kPrison, "91d..2y", "91 days to 2 years"},
      {Param::kPrison, "life", "life"},
      {Param::kYear, "2010..2015", "2010..2015"},
      {Param::kText, "official-translation", "official translation"},
  };
  auto const generation = FixtureIndex::generation();
  for (Row const& row : rows) {
    EXPECT_EQ(label_of(row.param, row.value, *generation), row.label) << row.value;
  }
}

TEST(Labels, PreferEnglishThenTheOriginal) {
  EXPECT_EQ(display_text({{"en", "law"}, {"es", "ley"}}, "es"), "law");
  EXPECT_EQ(display_text({{"es", "ley"}, {"fa", "قانون"}}, "fa"), "قانون");
  EXPECT_EQ(display_text({{"es", "ley"}}, "fa"), "ley");
  EXPECT_EQ(display_text({}, "fa"), "");
  Work work;
  work.handle = "zz/x";
  EXPECT_EQ(display_title(work), "zz/x");
  work.title = {{"en", "Long title"}};
  EXPECT_EQ(display_title(work), "Long title");
}

}  // namespace
}  // namespace cyberlex
