#include "cyberlex/api/dual_questions.h"

#include <gmock/gmock.h>

#include "cyberlex/render/json.h"
#include "tests/cyberlex/api/routes_fixture.h"
#include "tests/support/answered.h"
#include "tests/support/mini_index.h"

namespace cyberlex::api {
namespace {

using ::testing::HasSubstr;

// An offence of zz that lies within one of yy, through an article of "trt".
class DualQuestions : public RoutesTest {
 protected:
  void SetUp() override {
    Concept access;
    access.scheme = "offence";
    access.id = "access";
    testing::write_index(
        index_.folder(),
        {treaty(), act("ng/act", Relation::kNarrower), act("ir/law", Relation::kWider)},
        {{access}});
    ASSERT_TRUE(snapshots_.refresh().ok());
  }

  DualAnswer expected(std::string requesting, std::string requested) const {
    DualRequest request;
    request.requesting = std::move(requesting);
    request.requested = std::move(requested);
    request.offence = "access";
    request.as_of = testing::day("2024-03-01");
    IndexReader const reader = testing::must(IndexReader::open(
        testing::must(Generation::open(testing::must(current_generation(index_.folder()))))));
    return testing::must(answer_dual_criminality(reader, request));
  }

 private:
  static testing::ActBuilder treaty() {
    return testing::ActBuilder("trt", 2001)
        .add(testing::StateBuilder("art_1").limb(testing::LimbBuilder("art_1").asks("it")));
  }
  static testing::ActBuilder act(std::string handle, Relation relation) {
    testing::LimbBuilder limb = testing::LimbBuilder("art_1").offence("access");
    limb.known(Confidence::kVerified).mapped("trt", "art_1", relation);
    limb.mapping_known(Confidence::kVerified);
    return testing::ActBuilder(std::move(handle)).add(testing::StateBuilder("art_1").limb(limb));
  }
};

TEST_F(DualQuestions, AnswerWithWhatTheRendererGives) {
  std::string const there = "/api/v1/dual-criminality?requesting=ng&requested=ir&offence=access";
  EXPECT_EQ(testing::answered(ask(there).body), to_json(expected("ng", "ir")));
  EXPECT_EQ(json(there)["verdict"]["value"], "prima-facie");
  EXPECT_EQ(
      json(
          "/api/v1/dual-criminality?requesting=ir&requested=ng&offence=access")["verdict"]["value"],
      "doubtful");
}

TEST_F(DualQuestions, WriteBothDaysOutAndTakeTodayForEach) {
  std::string const path = "/api/v1/dual-criminality?requesting=ng&requested=ir&offence=access";
  EXPECT_EQ(json(path)["as_of"], "2024-03-01");
  EXPECT_EQ(json(path)["requested"]["on"], "2024-03-01");
  EXPECT_EQ(json(path + "&requested_on=2020-01-01")["requested"]["on"], "2020-01-01");
  EXPECT_EQ(json(path + "&requested_on=2020-01-01")["requesting"]["on"], "2024-03-01");
}

TEST_F(DualQuestions, TakeAProvisionOrAnArticle) {
  std::string const path = "/api/v1/dual-criminality?requesting=ng&requested=ir";
  EXPECT_EQ(json(path + "&provision=ng/act/art_1")["offences"].size(), 1U);
  EXPECT_EQ(json(path + "&article=trt/1")["offences"].size(), 1U);
}

TEST_F(DualQuestions, NameTheParameterThatIsWrong) {
  struct Row {
    char const* query;
    char const* parameter;
    char const* says;
  };
  for (Row const& row : {
           Row{"requested=ir&offence=access", "requesting", "missing"},
           Row{"requesting=ng&offence=access", "requested", "missing"},
           Row{"requesting=ng&requested=ir", "offence", "missing"},
           Row{"requesting=ng&requested=ir&offence=acess", "offence", "did you mean"},
           Row{"requesting=ng&requested=ng&offence=access", "requested", "expected two"},
           Row{"requesting=ng&requested=ir&provision=ng/act/art_1&provision=ng/act/art_1",
               "provision", "given twice"},
           Row{"requesting=ng&requested=ir&offence=access&requested_on=never", "requested_on",
               "expected"},
       }) {
    auto const body = problem(std::string("/api/v1/dual-criminality?") + row.query, 400);
    EXPECT_EQ(body["parameter"], row.parameter) << row.query;
    EXPECT_THAT(body["detail"].get<std::string>(), HasSubstr(row.says)) << row.query;
  }
}

}  // namespace
}  // namespace cyberlex::api
