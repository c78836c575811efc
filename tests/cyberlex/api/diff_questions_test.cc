#include "cyberlex/api/diff_questions.h"

#include <gmock/gmock.h>

#include "cyberlex/render/json.h"
#include "tests/cyberlex/api/grid_fixture.h"
#include "tests/support/answered.h"

namespace cyberlex::api {
namespace {

using testing::answered;
using ::testing::HasSubstr;

class DiffQuestionsTest : public GridTest {
 protected:
  Response page(std::string const& target) {
    auto const read = parse_target(target);
    Request request;
    request.method = "GET";
    request.path = read->path;
    request.query = read->query;
    request.accept = "text/html";
    return handle(request, context_);
  }
};

Date on(char const* text) {
  return Date::parse(text).value();
}

TEST_F(DiffQuestionsTest, AnswerWithWhatTheRenderersGive) {
  Handle const article = parse_handle("zz/act-2010/art_1").value();
  DiffAnswer const days =
      answer_diff(reader(), {article, on("2009-01-01"), on("2011-01-01"), {"en"}}).value();
  std::string const path =
      "/api/v1/diff?provision=zz/act-2010/art_1&from=2009-01-01&to=2011-01-01&lang=en";
  EXPECT_EQ(answered(ask(path).body), to_json(days));
  Response const html = page(path);
  EXPECT_EQ(html.content_type, "text/html; charset=utf-8");
  EXPECT_THAT(html.body, HasSubstr("</ins>"));
  TimelineAnswer const all = answer_timeline(reader(), article, {}).value();
  EXPECT_EQ(answered(ask("/api/v1/diff?provision=zz/act-2010/art_1").body), to_json(all));
  EXPECT_THAT(page("/api/v1/diff?provision=zz/act-2010/art_1").body,
              HasSubstr("<html lang=\"en\""));
}

TEST_F(DiffQuestionsTest, TakeTodayForTheSecondDay) {
  auto const body = json("/api/v1/diff?provision=zz/act-2010/art_1&from=2009-01-01");
  EXPECT_EQ(body["to"]["date"], "2024-03-01");
  EXPECT_EQ(body["from"]["stands"], false);
}

TEST_F(DiffQuestionsTest, FindAProvisionByItsNumberInAnotherAct) {
  EXPECT_EQ(json("/api/v1/diff?provision=zz/great-code/art_11")["handle"], "zz/act-2010/art_1");
}

TEST_F(DiffQuestionsTest, NameTheParameterThatIsWrong) {
  struct Row {
    char const* query;
    char const* parameter;
    char const* says;
  };
  for (Row const& row : {
           Row{"", "provision", "missing; expected the handle"},
           Row{"provision=zz/act-2010", "provision", "names an act"},
           Row{"provision=a/b/c/d", "provision", ""},
           Row{"provision=zz/act-2010/art_1&provision=zz/act-2010/art_2", "provision", "twice"},
           Row{"provision=zz/act-2010/art_1&to=2020-01-01", "from", "missing"},
           Row{"provision=zz/act-2010/art_1&from=x", "from", "expected a date"},
           Row{"provision=zz/act-2010/art_1&from=2020-01-02&to=2020-01-01", "from", "is after"},
       }) {
    auto const found = problem(std::string("/api/v1/diff?") + row.query, 400);
    EXPECT_EQ(found["parameter"], row.parameter) << row.query;
    EXPECT_THAT(found["detail"].get<std::string>(), HasSubstr(row.says)) << row.query;
  }
  EXPECT_EQ(ask("/api/v1/diff?provision=zz/act-2010/art_9").status, 404);
}

}  // namespace
}  // namespace cyberlex::api
