#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "cyberlex/render/json.h"
#include "tests/support/fixture_index.h"

namespace cyberlex {
namespace {

using nlohmann::json;

TEST(JsonActs, ListsActsAndNamesTheNextPage) {
  IndexReader const reader = FixtureIndex::reader();
  json const body =
      json::parse(to_json(answer_acts(reader, day("2020-01-01"), {"int", "zz"}, 0, 1).value()));
  EXPECT_EQ(body["total"], 2);
  EXPECT_EQ(body["acts"].at(0)["handle"], "tz");
  EXPECT_EQ(body["acts"].at(0)["provisions"], 2);
  EXPECT_EQ(body["next"],
            "/api/v1/acts?as_of=2020-01-01&jurisdiction=int&jurisdiction=zz&limit=1&offset=1");
  EXPECT_TRUE(
      json::parse(to_json(answer_acts(reader, day("2020-01-01"), {}, 0, 10).value()))["next"]
          .is_null());
}

TEST(JsonActs, TellsAllOfAnAct) {
  IndexReader const reader = FixtureIndex::reader();
  json const body =
      json::parse(to_json(answer_act(reader, "zz/computer-act-2010", day("2020-01-01")).value()));
  EXPECT_EQ(body["title"], "Computer (Offences) Act 2010");
  EXPECT_EQ(body["titles"]["es"], "Ley de delitos informáticos de 2010");
  EXPECT_EQ(body["short_title"], "Computer Act 2010");
  EXPECT_EQ(body["year"], 2010);
  EXPECT_EQ(body["status"], "in-force");
  EXPECT_EQ(body["status_history"].at(0)["from"], "2010-03-01");
  EXPECT_EQ(body["events"].at(0)["changes"], json::array());
  EXPECT_EQ(body["events"].at(1)["changes"],
            json::array({{{"provisions", {"zz/computer-act-2010/sec_3"}},
                          {"how", "substitution"},
                          {"note", "The section was written anew."}},
                         {{"provisions", {"zz/computer-act-2010/sec_4"}},
                          {"how", "repeal"},
                          {"replaced_by", {"zz/evidence-act-2018/sec_9"}}}}));
  EXPECT_EQ(body["gaps"],
            json::array({{{"what", "The schedule was not seen."},
                          {"provisions", {"zz/computer-act-2010/sec_2"}}},
                         {{"what", "Orders made under the Act."}, {"provisions", json::array()}}}));
  EXPECT_EQ(body["expressions"].size(), 3U);
  EXPECT_EQ(body["expressions"].at(0)["iri"].get<std::string>().substr(0, 33),
            "/akn/zz/act/2010/computer-act/eng");
  EXPECT_EQ(body["contents"].size(), 5U);
  EXPECT_EQ(body["sources"].size(), 2U);
  json const treaty = json::parse(to_json(answer_act(reader, "tz", day("2020-01-01")).value()));
  EXPECT_EQ(treaty["standing"].at(0)["state"], "zz");
  EXPECT_EQ(treaty["standing"].at(0)["value"], "party");
  EXPECT_EQ(treaty["standing"].at(0)["deposited"], "2007-04-02");
  EXPECT_EQ(treaty["standing"].at(0)["reservations"].at(0)["articles"], json({"tz/1"}));
  json const& parallel = treaty["parallel"].at(0);
  EXPECT_EQ(parallel["handle"], "tz-code");
  EXPECT_EQ(parallel["titles"], json({{"en", "Zedport Code"}}));
  EXPECT_EQ(parallel["first"], "tz/1");
  EXPECT_EQ(parallel["last"], "tz/2");
  EXPECT_EQ(parallel["offset"], 10);
  EXPECT_EQ(parallel["confidence"], "recalled");
}

}  // namespace
}  // namespace cyberlex
