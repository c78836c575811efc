#include "cyberlex/api/problem.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

namespace cyberlex::api {
namespace {

struct Row {
  ErrorCode code;
  int status;
};

TEST(Problem, GivesEachErrorItsStatus) {
  Row const rows[] = {{ErrorCode::kBadInput, 400},
                      {ErrorCode::kBadQuery, 400},
                      {ErrorCode::kNotFound, 404},
                      {ErrorCode::kDamaged, 500},
                      {ErrorCode::kUnavailable, 503}};
  for (Row const& row : rows) {
    Response const response = problem_of(Error{.code = row.code, .message = "m"});
    EXPECT_EQ(response.status, row.status);
    EXPECT_EQ(nlohmann::json::parse(response.body)["status"], row.status);
    EXPECT_EQ(response.content_type, "application/problem+json");
  }
}

TEST(Problem, SaysWhereInTheQuery) {
  Error const error{
      .code = ErrorCode::kBadQuery, .message = "expected \")\"", .where = "q", .position = 7};
  auto const body = nlohmann::json::parse(problem_of(error).body);
  EXPECT_EQ(body["parameter"], "q");
  EXPECT_EQ(body["position"], 7);
  EXPECT_EQ(body["detail"], "q: expected \")\"");
}

TEST(Problem, SaysWhenToComeBackOfWhateverIsAMatterOfTime) {
  for (Response const& response :
       {busy(), not_ready(), problem_of(Error{.code = ErrorCode::kUnavailable, .message = "m"}),
        problem_of(Error{.code = ErrorCode::kUnavailable, .message = "m", .where = "q"})}) {
    EXPECT_EQ(response.status, 503);
    EXPECT_TRUE(std::any_of(response.headers.begin(), response.headers.end(), [](auto const& each) {
      return each.first == "Retry-After";
    })) << response.body;
  }
}

TEST(Problem, KeepsInnerMattersInside) {
  for (ErrorCode const code : {ErrorCode::kDamaged, ErrorCode::kUnavailable}) {
    Error const error{.code = code, .message = "cannot read block", .where = "/srv/index/secret"};
    EXPECT_EQ(problem_of(error).body.find("secret"), std::string::npos);
  }
}

TEST(Problem, SurvivesPathsOfAnyBytes) {
  std::string const path = "/\xff\xfe\"\n" + std::string(5000, 'x');
  Response const response = no_such_path(path, std::vector<std::string>{"/api/v1/search"});
  EXPECT_FALSE(nlohmann::json::parse(response.body, nullptr, false).is_discarded());
  EXPECT_LT(response.body.size(), 2000U);
}

}  // namespace
}  // namespace cyberlex::api
