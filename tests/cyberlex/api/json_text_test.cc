#include "cyberlex/api/json_text.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>

namespace cyberlex::api {
namespace {

TEST(JsonText, WritesObjectsAndArrays) {
  Json const value = Json::object({{"a", Json::array({Json::number(1), Json::boolean(true)})},
                                   {"b", Json::object({})},
                                   {"c", Json::array({})}});
  EXPECT_EQ(value.str(), R"({"a":[1,true],"b":{},"c":[]})");
}

TEST(JsonText, JoinsTheMembersOfTwoObjects) {
  Json const one = Json::object({{"a", Json::number(1)}});
  EXPECT_EQ(one.with(Json::object({{"b", Json::number(2)}})).str(), R"({"a":1,"b":2})");
}

TEST(JsonText, WritesTextThatAnotherReaderReadsBack) {
  constexpr unsigned kSeed = 7;
  std::mt19937 random(kSeed);
  std::uniform_int_distribution<int> byte(0, 127);
  for (int i = 0; i < 500; ++i) {
    std::string text = "ماده ";
    for (int j = 0; j < 20; ++j) {
      text += static_cast<char>(byte(random));
    }
    EXPECT_EQ(nlohmann::json::parse(Json::text(text).str()), text) << "seed " << kSeed;
  }
}

}  // namespace
}  // namespace cyberlex::api
