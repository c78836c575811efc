#include "cyberlex/model/vocabulary.h"

#include <gtest/gtest.h>

#include <iterator>

namespace cyberlex {
namespace {

TEST(Vocabulary, NamesEveryAssessmentValue) {
  struct Row {
    AssessmentValue value;
    std::string_view name;
  };
  Row const rows[] = {
      {AssessmentValue::kPresent, "present"},     {AssessmentValue::kPartial, "partial"},
      {AssessmentValue::kAbsent, "absent"},       {AssessmentValue::kUnclear, "unclear"},
      {AssessmentValue::kElsewhere, "elsewhere"}, {AssessmentValue::kNotAssessed, "not-assessed"},
  };
  EXPECT_EQ(names<AssessmentValue>().size(), std::size(rows));
  for (Row const& row : rows) {
    EXPECT_EQ(name_of(row.value), row.name);
    EXPECT_EQ(parse_name<AssessmentValue>(row.name), row.value);
  }
  EXPECT_FALSE(parse_name<AssessmentValue>("missing"));
}

}  // namespace
}  // namespace cyberlex
