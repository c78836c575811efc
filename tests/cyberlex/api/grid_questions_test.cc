#include "cyberlex/api/grid_questions.h"

#include <gmock/gmock.h>

#include "cyberlex/render/json.h"
#include "cyberlex/render/skos.h"
#include "tests/cyberlex/api/grid_fixture.h"
#include "tests/support/answered.h"

namespace cyberlex::api {
namespace {

using testing::answered;
using ::testing::HasSubstr;

using GridQuestionsTest = GridTest;

Date on(char const* text) {
  return Date::parse(text).value();
}

TEST_F(GridQuestionsTest, AnswerWithWhatTheRendererGives) {
  IndexReader const open = reader();
  Date const day = on("2020-01-01");
  EXPECT_EQ(answered(ask("/api/v1/matrix?convention=trt&jurisdiction=zz&as_of=2020-01-01").body),
            to_json(answer_matrix(open, {"trt", {"zz"}, day}).value()));
  EXPECT_EQ(
      answered(ask("/api/v1/safeguards?jurisdiction=zz,int&power=search&as_of=2020-01-01").body),
      to_json(answer_safeguards(open, {{"zz", "int"}, {"search"}, day}).value()));
  EXPECT_EQ(answered(ask("/api/v1/coverage?as_of=2020-01-01").body),
            to_json(answer_coverage(open, day).value()));
  EXPECT_EQ(
      answered(ask("/api/v1/thesaurus?scheme=power,offence").body),
      to_json(answer_thesaurus(open.shared_generation(), {{"power", "offence"}, ""}).value()));
}

TEST_F(GridQuestionsTest, TakeTodayWhenNoDayIsGiven) {
  for (std::string const path : {"/api/v1/matrix?convention=trt",
                                 "/api/v1/safeguards?jurisdiction=zz", "/api/v1/coverage?as_of="}) {
    EXPECT_EQ(json(path)["as_of"], "2024-03-01") << path;
  }
  EXPECT_TRUE(
      json("/api/v1/matrix?convention=trt&as_of=2011-12-31")["states"].at(0)["standing"].is_null());
  EXPECT_EQ(json("/api/v1/matrix?convention=trt")["states"].at(0)["standing"]["value"], "party");
}

TEST_F(GridQuestionsTest, GiveTheTaxonomyInThreeForms) {
  ThesaurusAnswer const answer = answer_thesaurus(reader().shared_generation(), {}).value();
  Response const plain = ask("/api/v1/thesaurus");
  EXPECT_EQ(plain.content_type, "application/json");
  EXPECT_EQ(ask("/api/v1/thesaurus?format=json").body, plain.body);
  Response const turtle = ask("/api/v1/thesaurus?format=turtle");
  EXPECT_EQ(turtle.content_type, "text/turtle; charset=utf-8");
  EXPECT_EQ(turtle.body, to_turtle(answer));
  Response const linked = ask("/api/v1/thesaurus?format=jsonld");
  EXPECT_EQ(linked.content_type, "application/ld+json");
  EXPECT_EQ(linked.body, to_json_ld(answer));
  EXPECT_EQ(json("/api/v1/thesaurus?concept=search")["total"], 1);
}

TEST_F(GridQuestionsTest, NameTheParameterThatIsWrong) {
  struct Row {
    char const* target;
    char const* parameter;
    char const* says;
  };
  for (Row const& row : {
           Row{"/api/v1/matrix", "convention", "missing; expected the handle of a treaty"},
           Row{"/api/v1/matrix?convention=", "convention", "missing"},
           Row{"/api/v1/matrix?convention=trtt", "convention", "did you mean \"trt\"?"},
           Row{"/api/v1/matrix?convention=zz/act-2010", "convention", "expected one name"},
           Row{"/api/v1/matrix?convention=trt&convention=trt", "convention", "given twice"},
           Row{"/api/v1/matrix?convention=trt&jurisdiction=xx", "jurisdiction", "expected a state"},
           Row{"/api/v1/matrix?convention=trt&jurisdiction=int", "jurisdiction", "found \"int\""},
           Row{"/api/v1/matrix?convention=trt&as_of=2020-02-30", "as_of", "expected a date"},
           Row{"/api/v1/safeguards?jurisdiction=xx", "jurisdiction", "or int, found \"xx\""},
           Row{"/api/v1/safeguards?power=serch", "power", "did you mean \"search\"?"},
           Row{"/api/v1/safeguards?as_of=x", "as_of", "expected a date"},
           Row{"/api/v1/coverage?as_of=x", "as_of", "expected a date"},
           Row{"/api/v1/thesaurus?scheme=powers", "scheme", "did you mean \"power\"?"},
           Row{"/api/v1/thesaurus?concept=serch", "concept", "did you mean \"search\"?"},
           Row{"/api/v1/thesaurus?concept=Search", "concept", "expected one name"},
           Row{"/api/v1/thesaurus?format=xml", "format", "expected json, turtle, jsonld"},
       }) {
    auto const found = problem(row.target, 400);
    EXPECT_EQ(found["parameter"], row.parameter) << row.target;
    EXPECT_THAT(found["detail"].get<std::string>(), HasSubstr(row.says)) << row.target;
  }
  problem("/api/v1/coverage?jurisdiction=qq", 400);
  problem("/api/v1/coverage?convention=trt", 400);
  problem("/api/v1/thesaurus?as_of=2020-01-01", 400);
}

TEST_F(GridQuestionsTest, RevalidateInEachForm) {
  std::set<std::string> tags;
  for (char const* const target :
       {"/api/v1/thesaurus", "/api/v1/thesaurus?format=turtle", "/api/v1/thesaurus?format=jsonld",
        "/api/v1/matrix?convention=trt", "/api/v1/matrix?convention=trt&jurisdiction=zz",
        "/api/v1/safeguards", "/api/v1/coverage"}) {
    std::string const tag = header(ask(target), "ETag");
    EXPECT_TRUE(tags.insert(tag).second) << target;
    Response const again = ask(target, {{"If-None-Match", tag}});
    EXPECT_EQ(again.status, 304) << target;
    EXPECT_EQ(again.body, "") << target;
    EXPECT_EQ(header(again, "ETag"), tag) << target;
  }
  Response const other = ask("/api/v1/thesaurus?format=turtle",
                             {{"If-None-Match", header(ask("/api/v1/coverage"), "ETag")}});
  EXPECT_EQ(other.status, 200);
  // The default written out is the same thing.
  EXPECT_EQ(header(ask("/api/v1/thesaurus?format=json"), "ETag"),
            header(ask("/api/v1/thesaurus"), "ETag"));
}

}  // namespace
}  // namespace cyberlex::api
