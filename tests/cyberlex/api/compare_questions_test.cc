#include "cyberlex/api/compare_questions.h"

#include <gmock/gmock.h>

#include "cyberlex/render/json.h"
#include "tests/cyberlex/api/grid_fixture.h"
#include "tests/support/answered.h"

namespace cyberlex::api {
namespace {

using testing::answered;
using ::testing::HasSubstr;

using CompareQuestionsTest = GridTest;

Date on(char const* text) {
  return Date::parse(text).value();
}

TEST_F(CompareQuestionsTest, AnswerWithWhatTheRendererGives) {
  IndexReader const open = reader();
  Date const day = on("2020-01-01");
  CompareRequest const items{{"zz/act-2010/art_1", "zz/act-2010/art_2"}, {}, {}, {}, day};
  std::string const expected = to_json(answer_compare(open, items).value());
  EXPECT_EQ(
      answered(ask("/api/v1/compare?item=zz/act-2010/art_1&item=zz/act-2010/art_2&as_of=2020-01-01")
                   .body),
      expected);
  EXPECT_EQ(
      answered(
          ask("/api/v1/compare?item=zz/act-2010/art_1,zz/act-2010/art_2&as_of=2020-01-01").body),
      expected);
  CompareRequest const article{{}, "trt/1", {}, {"zz"}, day};
  EXPECT_EQ(answered(ask("/api/v1/compare?article=trt/1&jurisdiction=zz&as_of=2020-01-01").body),
            to_json(answer_compare(open, article).value()));
  CompareRequest const search{{}, {}, "search", {}, day};
  EXPECT_EQ(answered(ask("/api/v1/compare?concept=search&as_of=2020-01-01").body),
            to_json(answer_compare(open, search).value()));
  EXPECT_EQ(answered(ask("/api/v1/jurisdictions?as_of=2020-01-01").body),
            to_json(answer_jurisdictions(open.shared_generation(), day)));
  EXPECT_EQ(answered(ask("/api/v1/jurisdictions/zz?as_of=2020-01-01").body),
            to_json(answer_jurisdiction(open, "zz", day).value()));
  MatrixRequest const chapters{"trt", {}, day, MatrixLevel::kChapter};
  EXPECT_EQ(answered(ask("/api/v1/matrix?convention=trt&level=chapter&as_of=2020-01-01").body),
            to_json(answer_matrix(open, chapters).value()));
}

TEST_F(CompareQuestionsTest, TakeTodayWhenNoDayIsGiven) {
  for (std::string const path :
       {"/api/v1/compare?concept=search", "/api/v1/jurisdictions", "/api/v1/jurisdictions/zz"}) {
    EXPECT_EQ(json(path)["as_of"], "2024-03-01") << path;
  }
}

TEST_F(CompareQuestionsTest, NameTheParameterThatIsWrong) {
  struct Row {
    char const* target;
    char const* parameter;
  };
  for (Row const& row : std::initializer_list<Row>{
           {"/api/v1/compare", "item"},
           {"/api/v1/compare?item=zz/act-2010/art_1", "item"},
           {"/api/v1/compare?item=zz/act-2010/art_1,zz/act-2010/art_99", "item"},
           {"/api/v1/compare?article=trt/9", "article"},
           {"/api/v1/compare?article=trt/1,trt/2", "article"},
           {"/api/v1/compare?concept=serch", "concept"},
           {"/api/v1/compare?concept=search&jurisdiction=xx", "jurisdiction"},
           {"/api/v1/compare?concept=search&power=search", "power"},
           {"/api/v1/matrix?convention=trt&level=book", "level"}}) {
    EXPECT_EQ(problem(row.target, 400)["parameter"], row.parameter) << row.target;
  }
}

TEST_F(CompareQuestionsTest, WhatDidNotStandThatDayIsNotFoundAndSaysSo) {
  std::string const target =
      "/api/v1/compare?item=zz/act-2010/art_1,zz/act-2010/art_2&as_of=2009-12-31";
  EXPECT_EQ(problem(target, 404)["type"], "/problems/not-that-day");
  EXPECT_EQ(header(ask(target), "Cyberlex-Outcome"), "not-in-force");
}

TEST_F(CompareQuestionsTest, AStateThatIsNoneIsNotFound) {
  EXPECT_THAT(problem("/api/v1/jurisdictions/xx", 404)["detail"].get<std::string>(),
              HasSubstr("ISO 3166-1"));
  problem("/api/v1/jurisdictions/int", 404);
  EXPECT_EQ(json("/api/v1/jurisdictions/fr?as_of=2020-01-01")["acts_total"], 0);
}

}  // namespace
}  // namespace cyberlex::api
