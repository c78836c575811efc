#include "cyberlex/api/questions.h"

#include <algorithm>

#include "tests/cyberlex/api/routes_fixture.h"

namespace cyberlex::api {
namespace {

using QuestionsTest = RoutesTest;

TEST_F(QuestionsTest, WalkAllPagesByTheirLinks) {
  std::string next = "/api/v1/search?jurisdiction=zz&limit=4&sort=citation";
  std::vector<std::string> handles;
  while (!next.empty()) {
    Response const page = ask(next);
    ASSERT_EQ(page.status, 200) << next << page.body;
    auto const body = nlohmann::json::parse(page.body);
    for (auto const& hit : body["hits"]) {
      handles.push_back(hit["handle"]);
    }
    next = link(page);
    EXPECT_EQ(next.empty() ? nlohmann::json() : nlohmann::json(next), body["next"]);
    ASSERT_LT(handles.size(), 100U);
  }
  std::vector<std::string> once = handles;
  std::sort(once.begin(), once.end());
  EXPECT_EQ(handles.size(), 19U);
  EXPECT_EQ(std::unique(once.begin(), once.end()) - once.begin(), 19);
}

TEST_F(QuestionsTest, ListActsPageByPage) {
  std::string next = "/api/v1/acts?limit=4";
  std::vector<std::string> handles;
  while (!next.empty()) {
    Response const page = ask(next);
    ASSERT_EQ(page.status, 200) << page.body;
    auto const body = nlohmann::json::parse(page.body);
    EXPECT_EQ(body["total"], 10);
    for (auto const& row : body["acts"]) {
      handles.push_back(row["handle"]);
    }
    next = link(page);
    EXPECT_EQ(next.empty() ? nlohmann::json() : nlohmann::json(next), body["next"]);
    ASSERT_LT(handles.size(), 100U);
  }
  EXPECT_EQ(handles.size(), 10U);
  EXPECT_EQ(json("/api/v1/acts?jurisdiction=int")["total"], 1);
}

TEST_F(QuestionsTest, SendHandlesOfTheWrongKindToTheRightPath) {
  auto const provision = problem("/api/v1/provisions/zz/computer-act-2015", 404);
  EXPECT_NE(provision["detail"].get<std::string>().find("/api/v1/acts/"), std::string::npos);
  auto const act = problem("/api/v1/acts/zz/computer-act-2015/sec_1", 404);
  EXPECT_NE(act["detail"].get<std::string>().find("/api/v1/provisions/"), std::string::npos);
  problem("/api/v1/conventions/zz/computer-act-2015", 404);
  problem("/api/v1/acts/zz/nothing-2015", 404);
  problem("/api/v1/conventions/trt/99", 404);
  problem("/api/v1/provisions/zz/computer-act-2015/sec_3?as_of=1990-01-01", 404);
}

TEST_F(QuestionsTest, CursorsLiveOneGenerationLonger) {
  std::string const next = link(ask("/api/v1/search?jurisdiction=zz&limit=4"));
  ASSERT_FALSE(next.empty());
  Response const before = ask(next);
  index_.build(20, "second");
  ASSERT_TRUE(snapshots_.refresh().ok());
  EXPECT_EQ(ask(next).body, before.body);
  EXPECT_EQ(json("/api/v1/search?jurisdiction=zz")["total"], 27);
  index_.build(21, "third");
  ASSERT_TRUE(snapshots_.refresh().ok());
  Response const lost = ask(next);
  EXPECT_EQ(lost.status, 410) << lost.body;
  std::string const restart = link(lost);
  EXPECT_EQ(restart.find("cursor"), std::string::npos);
  EXPECT_EQ(json(restart)["total"], 28);
}

// The answer, and what it says asks for it again.
TEST_F(QuestionsTest, SayWhatAsksForTheSameAnswerOnAnyDay) {
  std::vector<Response> asked;
  for (std::string const target :
       {"/api/v1/search?q=access&limit=3",
        "/api/v1/provisions/zz/computer-act-2015/sec_1/",
        "/api/v1/acts",
        "/api/v1/acts?limit=2&offset=2",
        "/api/v1/acts/zz/computer-act-2015",
        "/api/v1/conventions",
        "/api/v1/conventions/trt",
        "/api/v1/conventions/trt/1?lang=en",
        "/api/v1/matrix?convention=trt",
        "/api/v1/safeguards",
        "/api/v1/coverage",
        "/api/v1/thesaurus",
        "/api/v1/suggest?q=comp",
        "/api/v1/citation?q=trt%201&q=a%26b%3Dc",
        "/api/v1/crosstab?rows=jurisdiction&cols=article",
        "/api/v1/diff?provision=zz/computer-act-2015/sec_1&from=2016-01-01",
        "/api/v1/diff?provision=zz/computer-act-2015/sec_1",
        "/api/v1/similar?text=access",
        "/api/v1/compare?article=trt/1",
        "/api/v1/jurisdictions",
        "/api/v1/jurisdictions/zz",
        "/akn/zz/act/2015/computer-act",
        "/akn/zz/act/2015/computer-act/eng:2017-01-01",
        "/akn/zz/act/2015/computer-act/eng/!main~sec_1",
        "/akn/zz/act/2015/computer-act/eng:2017-01-01/!main~sec_1"}) {
    asked.push_back(ask(target));
    ASSERT_EQ(asked.back().status, 200) << target << asked.back().body;
  }
  asked.push_back(post("/api/v1/similar?limit=2", "access \"to\" a\ncomputer", "text/plain"));
  asked.push_back(ask(link(ask("/api/v1/search?limit=4"))));
  today_ = Date::parse("2025-03-01").value();
  for (Response const& first : asked) {
    auto const request = nlohmann::json::parse(first.body)["request"].get<std::string>();
    EXPECT_TRUE(first.body.starts_with("{\"request\":\"/")) << first.body;
    EXPECT_EQ(ask(request).body, first.body) << request;
  }
}

TEST_F(QuestionsTest, CursorsKeepTheirDay) {
  std::string const next = link(ask("/api/v1/search?jurisdiction=zz&limit=4"));
  Response const before = ask(next);
  today_ = Date::parse("2024-03-02").value();
  EXPECT_EQ(ask(next).body, before.body);
}

}  // namespace
}  // namespace cyberlex::api
