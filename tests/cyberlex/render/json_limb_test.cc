#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "cyberlex/render/json.h"
#include "tests/support/fixture_index.h"

namespace cyberlex {
namespace {

using nlohmann::json;

json limbs_of(char const* what, char const* when) {
  IndexReader const reader = FixtureIndex::reader();
  return json::parse(
      to_json(answer_provision(reader, handle(what), day(when), {}).value()))["limbs"];
}

TEST(JsonLimb, GivesOneRowAnArmOfAPenalty) {
  json const limb = limbs_of("zz/computer-act-2010/sec_2", "2020-01-01").at(0);
  ASSERT_EQ(limb["penalties"].size(), 2U);
  json const& prison = limb["penalties"][0];
  EXPECT_EQ(prison["kind"], "imprisonment");
  EXPECT_EQ(prison["max"], "P3Y");
  EXPECT_TRUE(prison["min"].is_null());
  EXPECT_TRUE(prison["unit"].is_null());
  EXPECT_EQ(prison["clause"], 1);
  json const& fine = limb["penalties"][1];
  EXPECT_EQ(fine["max"], "90000");
  EXPECT_EQ(fine["unit"], "ZZD");
  EXPECT_EQ(fine["clause"], 1);
  EXPECT_EQ(fine["relation"], "or-both");
  EXPECT_EQ(fine["from"], "2018-06-01");
  EXPECT_TRUE(fine["to"].is_null());
  EXPECT_EQ(fine["sources"], json::array({{{"key", "gazette"},
                                           {"title", "Gazette of Zz"},
                                           {"url", "https://gazette.example/12"},
                                           {"locator", "No. 12, page 3"}}}));
  EXPECT_EQ(limbs_of("zz/computer-act-2010/sec_2", "2012-01-01").at(0)["penalties"][1]["max"],
            "50000");
}

TEST(JsonLimb, KeepsEveryValueOfAConflictAndVariantsApart) {
  json const rows = limbs_of("zz/computer-act-2010/sec_2", "2020-01-01").at(1)["penalties"];
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0]["min"], rows[0]["max"]);
  EXPECT_EQ(rows[0]["confidence"], "conflict");
  EXPECT_EQ(rows[1]["min"], "P5Y");
  EXPECT_EQ(rows[2]["kind"], "life");
  EXPECT_EQ(rows[2]["condition"], "repeat");
  EXPECT_EQ(rows[2]["condition_note"], "after a second conviction");
  EXPECT_TRUE(rows[2]["max"].is_null());
}

TEST(JsonLimb, ShowsMappingsWithWhatTheyRestOn) {
  json const mapping = limbs_of("zz/computer-act-2010/sec_2", "2020-01-01").at(1)["mappings"].at(0);
  EXPECT_EQ(mapping["article"], "tz/art_1__para_2");
  EXPECT_EQ(mapping["treaty"], "Zedport Treaty");
  EXPECT_EQ(mapping["relation"], "narrower");
  EXPECT_EQ(mapping["missing"], json({"data other than secrets"}));
  EXPECT_EQ(mapping["added"], json::array());
  EXPECT_EQ(mapping["confidence"], "recalled");
  EXPECT_EQ(mapping["author"], "Fixture");
  EXPECT_EQ(mapping["reviewed"], "unreviewed");
  EXPECT_EQ(mapping["date"], "2020-01-01");
  json const outside = limbs_of("zz/computer-act-2010/sec_3", "2020-01-01").at(0)["mappings"].at(0);
  EXPECT_EQ(outside["article"], "tz/none");
  EXPECT_EQ(outside["relation"], "outside");
}

TEST(JsonLimb, LabelsOffencesPowersAndConcerns) {
  json const limb = limbs_of("zz/computer-act-2010/sec_5", "2020-01-01").at(0);
  json const& power = limb["powers"].at(0);
  EXPECT_EQ(power["label"], "production order");
  EXPECT_EQ(power["authorisation"], json::array({{{"id", "judge"}, {"label", "judge"}}}));
  EXPECT_EQ(power["who"], "the police");
  EXPECT_TRUE(limb["serious"].is_null());
  EXPECT_TRUE(limb["longest"].is_null());
  json const speech = limbs_of("zz/computer-act-2010/sec_3", "2020-01-01").at(0);
  EXPECT_EQ(speech["concerns"].at(0)["label"], "speech criminalised");
  EXPECT_EQ(speech["concerns"].at(0)["raised_by"], json({"Press Union of Zz", "Cyberlex"}));
  EXPECT_EQ(speech["concerns"].at(0)["where"], "Report on the Act, 2015");
  EXPECT_EQ(speech["concerns"].at(0)["sources"].at(0)["key"], "review");
  EXPECT_EQ(speech["confidence"], "recalled");
}

TEST(JsonLimb, TellsAssessedFromNotAssessed) {
  json const defences = limbs_of("zz/computer-act-2010/sec_3", "2020-01-01").at(0)["defences"];
  ASSERT_EQ(defences.size(), 3U);
  EXPECT_EQ(defences[0]["value"], "absent");
  EXPECT_EQ(defences[0]["read"]["what"], "sections 1 to 5");
  EXPECT_EQ(defences[1]["value"], "partial");
  EXPECT_EQ(defences[1]["at"], json({"zz/computer-act-2010/sec_3"}));
  EXPECT_EQ(defences[2], json({{"id", "parody"}, {"label", "parody"}, {"value", "not-assessed"}}));
  json const safeguards =
      limbs_of("zz/computer-act-2010/sec_5", "2020-01-01").at(0)["powers"].at(0)["safeguards"];
  EXPECT_EQ(safeguards.size(), 5U);
  EXPECT_EQ(safeguards[2]["value"], "not-assessed");
}

TEST(JsonLimb, SaysWhatATreatyAsks) {
  json const limb = limbs_of("tz/1", "2020-01-01").at(1);
  EXPECT_EQ(limb["asks"], json::array({{{"id", "intent"},
                                        {"need", "optional"},
                                        {"text", "ask for an intent to obtain data"}}}));
  EXPECT_FALSE(limbs_of("zz/computer-act-2010/sec_5", "2020-01-01").at(0).contains("asks"));
}

}  // namespace
}  // namespace cyberlex
