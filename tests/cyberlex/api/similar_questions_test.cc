#include "cyberlex/api/similar_questions.h"

#include <gmock/gmock.h>

#include "cyberlex/render/json.h"
#include "tests/cyberlex/api/grid_fixture.h"
#include "tests/support/answered.h"

namespace cyberlex::api {
namespace {

using SimilarQuestionsTest = GridTest;

TEST_F(SimilarQuestionsTest, AnswerWithWhatTheRendererGives) {
  Searcher const searcher = testing::must(Searcher::open(reader().shared_generation()));
  ParameterList const list = {{"text", "A note of the text"}, {"jurisdiction", "zz"}};
  auto const request =
      parse_similar(list, searcher.shared()->vocabulary(), Date::parse("2024-03-01").value());
  EXPECT_EQ(testing::answered(ask("/api/v1/similar?text=A+note+of+the+text&jurisdiction=zz").body),
            to_json(answer_similar(searcher, request.value()).value()));
}

TEST_F(SimilarQuestionsTest, ReadAPostedTextAsTheParameter) {
  Response const posted =
      post("/api/v1/similar?limit=2", "A note of the text", "text/plain; charset=utf-8");
  EXPECT_EQ(posted.status, 200);
  EXPECT_EQ(posted.body, ask("/api/v1/similar?limit=2&text=A+note+of+the+text").body);
}

TEST_F(SimilarQuestionsTest, NameTheParameterThatIsWrong) {
  EXPECT_EQ(problem("/api/v1/similar", 400)["parameter"], "text");
  EXPECT_EQ(problem("/api/v1/similar?text=a&lang=xx", 400)["parameter"], "lang");
  EXPECT_EQ(problem("/api/v1/similar?text=a&limit=0", 400)["parameter"], "limit");
  EXPECT_EQ(problem("/api/v1/similar?text=a&sort=newest", 400)["parameter"], "sort");
  EXPECT_EQ(ask("/api/v1/similar?provision=zz/act-2010/art_9").status, 404);
  EXPECT_EQ(ask("/api/v1/similar?provision=zz/act-2010/art_1").status, 200);
}

}  // namespace
}  // namespace cyberlex::api
