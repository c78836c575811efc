#include "cyberlex/search/parameters.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace cyberlex {
namespace {

TEST(Parameters, StandInTheOrderOfTheEnumeration) {
  ASSERT_EQ(parameters().size(), kParamCount);
  for (size_t i = 0; i < parameters().size(); ++i) {
    EXPECT_EQ(static_cast<size_t>(parameters()[i].param), i);
    EXPECT_EQ(&info_of(parameters()[i].param), &parameters()[i]);
  }
}

TEST(Parameters, AreFoundByTheirNames) {
  std::set<std::string_view> names;
  for (ParamInfo const& row : parameters()) {
    EXPECT_EQ(find_parameter(row.name), row.param);
    EXPECT_TRUE(names.insert(row.name).second) << row.name;
    EXPECT_FALSE(row.description.empty());
  }
  EXPECT_EQ(find_parameter("Offence"), std::nullopt);
  EXPECT_EQ(find_parameter(""), std::nullopt);
}

TEST(Parameters, HoldOnTheLevelTheContractNames) {
  for (Param const param :
       {Param::kPenalty, Param::kPrison, Param::kPrisonMin, Param::kFine, Param::kConfidence}) {
    EXPECT_EQ(info_of(param).level, Level::kClause) << info_of(param).name;
  }
  for (Param const param : {Param::kArticle, Param::kConvention, Param::kRelation}) {
    EXPECT_EQ(info_of(param).level, Level::kMapping) << info_of(param).name;
  }
  for (Param const param : {Param::kOffence, Param::kPower, Param::kAuthorisation, Param::kConcern,
                            Param::kSerious, Param::kOneYear}) {
    EXPECT_EQ(info_of(param).level, Level::kLimb) << info_of(param).name;
  }
}

TEST(Parameters, AreFacetsSaveTheRangeThatIsSuggested) {
  std::string others;
  for (ParamInfo const& row : parameters()) {
    others += row.facet ? "" : std::string(row.name) + ' ';
  }
  EXPECT_EQ(others, "suggested_prison ");
}

}  // namespace
}  // namespace cyberlex
