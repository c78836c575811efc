#include "cyberlex/api/parameter_reader.h"

#include <gtest/gtest.h>

#include <array>

namespace cyberlex::api {
namespace {

ParameterReader reader(ParameterList const& list) {
  return ParameterReader::open(list, info_of(Endpoint::kActs)).value();
}

TEST(ParameterReader, ReadsDays) {
  EXPECT_EQ(reader({{"as_of", "2020-02-29"}}).day("as_of")->value().to_string(), "2020-02-29");
  EXPECT_FALSE(reader({}).day("as_of")->has_value());
  EXPECT_FALSE(reader({{"as_of", ""}}).day("as_of")->has_value());
  EXPECT_EQ(reader({{"as_of", "2021-02-29"}}).day("as_of").error().where, "as_of");
  EXPECT_FALSE(reader({{"as_of", "2020-01-01"}, {"as_of", "2020-01-01"}}).day("as_of").ok());
}

TEST(ParameterReader, ReadsNumbersWithinBounds) {
  EXPECT_EQ(*reader({}).number("limit", 7, 1, 100), 7U);
  EXPECT_EQ(*reader({{"limit", "100"}}).number("limit", 7, 1, 100), 100U);
  for (char const* bad : {"0", "101", "-1", "1.0", "1x", " 1", "99999999999999999999"}) {
    EXPECT_FALSE(reader({{"limit", bad}}).number("limit", 7, 1, 100).ok()) << bad;
  }
}

TEST(ParameterReader, ReadsWordsInTheirOrder) {
  ParameterList const list = {
      {"jurisdiction", "ng,ni"}, {"jurisdiction", "ir"}, {"jurisdiction", "ng"}};
  EXPECT_EQ(*reader(list).words("jurisdiction"), (std::vector<std::string>{"ng", "ni", "ir"}));
  for (char const* bad : {"NG", "n g", ",", "ng,,ni", "-ng!", "<script>"}) {
    EXPECT_FALSE(reader({{"jurisdiction", bad}}).words("jurisdiction").ok()) << bad;
  }
}

TEST(ParameterReader, ReadsOneWord) {
  auto const open = [](ParameterList const& list) {
    return ParameterReader::open(list, info_of(Endpoint::kThesaurus)).value();
  };
  EXPECT_EQ(*open({{"concept", "illegal-access"}}).word("concept"), "illegal-access");
  EXPECT_EQ(*open({}).word("concept"), "");
  EXPECT_EQ(*open({{"concept", ""}}).word("concept"), "");
  for (char const* bad : {"A", "a,b", "a b", "é", "../x"}) {
    EXPECT_EQ(open({{"concept", bad}}).word("concept").error().where, "concept") << bad;
  }
  EXPECT_FALSE(open({{"concept", std::string(65, 'a')}}).word("concept").ok());
  EXPECT_FALSE(open({{"concept", "a"}, {"concept", "b"}}).word("concept").ok());
}

TEST(ParameterReader, ReadsOneOfSeveralChoices) {
  constexpr auto kChoices = std::to_array<std::string_view>({"json", "turtle"});
  auto const read = [&kChoices](ParameterList const& list) {
    return ParameterReader::open(list, info_of(Endpoint::kThesaurus))
        .value()
        .one_of("format", kChoices);
  };
  EXPECT_EQ(*read({}), "json");  // the first
  EXPECT_EQ(*read({{"format", "turtle"}}), "turtle");
  auto const bad = read({{"format", "turtel"}});
  ASSERT_FALSE(bad.ok());
  EXPECT_EQ(bad.error().where, "format");
  EXPECT_NE(bad.error().message.find("expected json, turtle"), std::string::npos);
  EXPECT_NE(bad.error().message.find("did you mean \"turtle\"?"), std::string::npos);
  EXPECT_FALSE(read({{"format", "json"}, {"format", "json"}}).ok());
}

TEST(ParameterReader, OffersTheNearestName) {
  auto const opened = ParameterReader::open({{"ofset", "1"}}, info_of(Endpoint::kActs));
  ASSERT_FALSE(opened.ok());
  EXPECT_EQ(opened.error().code, ErrorCode::kBadQuery);
  EXPECT_NE(opened.error().message.find("\"offset\""), std::string::npos);
  auto const none = ParameterReader::open({{"x", "1"}}, info_of(Endpoint::kHealth));
  EXPECT_NE(none.error().message.find("takes none"), std::string::npos);
}

}  // namespace
}  // namespace cyberlex::api
