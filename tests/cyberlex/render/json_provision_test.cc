#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "cyberlex/render/json.h"
#include "tests/support/fixture_index.h"

namespace cyberlex {
namespace {

using nlohmann::json;

TEST(JsonProvision, GivesTextsBlockByBlock) {
  IndexReader const reader = FixtureIndex::reader();
  json const body =
      json::parse(to_json(answer_provision(reader, handle("zz/computer-act-2010/sec_2__subsec_2"),
                                           day("2020-01-01"), {})
                              .value()));
  EXPECT_EQ(body["portion"], "sec_2__subsec_2");
  EXPECT_EQ(body["languages"], json({"en", "es"}));
  ASSERT_EQ(body["texts"].size(), 2U);
  json const& english = body["texts"][0];
  EXPECT_EQ(english["lang"], "en");
  EXPECT_EQ(english["text_kind"], "restatement");
  EXPECT_EQ(english["confidence"], "verified");
  EXPECT_EQ(english["sources"].at(0)["key"], "gazette");
  EXPECT_EQ(english["blocks"].at(1)["eid"], "sec_2__subsec_2");
  EXPECT_EQ(english["blocks"].at(1)["label"], "2");
  EXPECT_EQ(english["blocks"].at(1)["depth"], 1);
  EXPECT_EQ(body["previous"], "zz/computer-act-2010/sec_1");
  EXPECT_EQ(body["next"], "zz/computer-act-2010/sec_3");
  EXPECT_EQ(body["path"].at(0)["heading"], "Offences");
  EXPECT_EQ(body["versions"].size(), 2U);
}

TEST(JsonProvision, SaysHowItIsCited) {
  IndexReader const reader = FixtureIndex::reader();
  json const body = json::parse(
      to_json(answer_provision(reader, handle("zz/computer-act-2010/sec_3"), day("2020-01-01"), {})
                  .value()));
  std::string const oscola = body["citations"]["oscola"];
  EXPECT_THAT(oscola, ::testing::EndsWith(", s 3"));
  EXPECT_EQ(body["citations"]["neutral"].get<std::string>().find(body["iri"].get<std::string>()) !=
                std::string::npos,
            true);
}

TEST(JsonProvision, PutsDecisionsBesideTheStatus) {
  IndexReader const reader = FixtureIndex::reader();
  json const body = json::parse(
      to_json(answer_provision(reader, handle("zz/computer-act-2010/sec_3"), day("2020-01-01"), {})
                  .value()));
  EXPECT_EQ(body["status"], "in-force");
  EXPECT_EQ(body["decisions"].at(0)["provisions"], json({"zz/computer-act-2010/sec_3"}));
  EXPECT_EQ(body["decisions"].at(0)["confidence"], "recalled");
}

TEST(JsonProvision, TellsWhatTouchedIt) {
  IndexReader const reader = FixtureIndex::reader();
  json const body = json::parse(
      to_json(answer_provision(reader, handle("zz/computer-act-2010/sec_4"), day("2020-01-01"), {})
                  .value()));
  ASSERT_EQ(body["changes"].size(), 1U);
  json change = body["changes"][0];
  EXPECT_EQ(change["sources"].at(0)["key"], "gazette");
  change.erase("sources");
  EXPECT_EQ(change, json({{"date", "2018-06-01"},
                          {"type", "amended"},
                          {"by", "Computer (Amendment) Act 2018"},
                          {"how", "repeal"},
                          {"replaced_by", {"zz/evidence-act-2018/sec_9"}},
                          {"confidence", "verified"}}));
  EXPECT_EQ(body["parallel"], json::array());
}

TEST(JsonProvision, GivesItsNumberInAnotherAct) {
  IndexReader const reader = FixtureIndex::reader();
  json const body =
      json::parse(to_json(answer_provision(reader, handle("tz/2"), day("2020-01-01"), {}).value()));
  EXPECT_EQ(body["parallel"], json::array({{{"handle", "tz-code/12"},
                                            {"act", "Zedport Code"},
                                            {"confidence", "recalled"},
                                            {"sources", json::array()}}}));
}

TEST(JsonProvision, ListsWhatIsMappedToAnArticle) {
  IndexReader const reader = FixtureIndex::reader();
  json const body =
      json::parse(to_json(answer_article(reader, handle("tz/1"), day("2020-01-01"), {}).value()));
  EXPECT_EQ(body["article"]["handle"], "tz/1");
  EXPECT_EQ(body["treaties"], json::array());
  ASSERT_EQ(body["provisions"].size(), 1U);
  EXPECT_EQ(body["provisions"][0]["handle"], "zz/computer-act-2010/sec_2");
  EXPECT_EQ(body["provisions"][0]["limbs"].size(), 2U);
}

TEST(JsonProblem, LeavesOutWhatIsEmpty) {
  Problem problem{"/problems/bad-query", "Bad", 400, "why", "", "", std::nullopt};
  EXPECT_EQ(
      to_json(problem),
      "{\"type\":\"/problems/bad-query\",\"title\":\"Bad\",\"status\":400,\"detail\":\"why\"}\n");
  problem.parameter = "q";
  problem.position = 0;
  EXPECT_EQ(json::parse(to_json(problem))["position"], 0);
}

}  // namespace
}  // namespace cyberlex
