// Comparisons, states and chapters as JSON and as text.

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "cyberlex/render/json.h"
#include "cyberlex/render/text.h"
#include "tests/support/fixture_index.h"

namespace cyberlex {
namespace {

using nlohmann::json;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

CompareAnswer compare(std::vector<std::string> items, char const* when = "2020-01-01") {
  IndexReader const reader = FixtureIndex::reader();
  return answer_compare(reader, {std::move(items), {}, {}, {}, day(when)}).value();
}

CompareAnswer two_sections() {
  return compare({"zz/computer-act-2010/sec_2", "zz/computer-act-2010/sec_3"});
}

std::string laid_out(std::string const& text) {
  return lay_out(text, {});
}

json row_of(json const& body, std::string const& id) {
  for (json const& row : body["rows"]) {
    if (row["id"] == id) {
      return row;
    }
  }
  return {};
}

TEST(JsonCompare, AColumnHasTheProvisionWithItsLimbsInFull) {
  json const body = json::parse(to_json(two_sections()));
  EXPECT_EQ(body["as_of"], "2020-01-01");
  EXPECT_EQ(body["items"].size(), 2U);
  json const column = body["columns"].at(0);
  EXPECT_EQ(column["item"], "zz/computer-act-2010/sec_2");
  EXPECT_EQ(column["stands"], true);
  EXPECT_EQ(column["status"], "in-force");
  EXPECT_EQ(column["texts"].at(0)["text_kind"], "restatement");
  EXPECT_EQ(column["limbs"].at(0)["eid"], "sec_2__subsec_1");
  EXPECT_TRUE(column["limbs"].at(0)["penalties"].at(0).contains("sources"));
  EXPECT_EQ(body["corpus"]["digest"], FixtureIndex::generation()->manifest().digest);
  EXPECT_EQ(body["left_out"], json::array());
}

TEST(JsonCompare, ARowHasAValueALimbAndSaysWhetherTheColumnsDiffer) {
  json const body = json::parse(to_json(two_sections()));
  EXPECT_EQ(row_of(body, "status")["differs"], "false");
  EXPECT_TRUE(row_of(body, "text")["differs"].is_null());
  EXPECT_EQ(row_of(body, "text")["compared"], "nothing");
  json const serious = row_of(body, "serious");
  EXPECT_EQ(serious["differs"], "true");
  EXPECT_EQ(serious["cells"].at(1)["values"], json::parse(R"([{"limb": "sec_3",
    "finding": "stated", "value": "false", "label": "no", "reason": "maximum",
    "confidence": "recalled"}])"));
  json const longest = row_of(body, "longest")["cells"].at(0)["values"];
  EXPECT_EQ(longest.at(0)["value"], "P3Y");
  EXPECT_EQ(longest.at(1)["value"], "life");
  EXPECT_EQ(longest.at(1)["confidence"], "recalled");
}

TEST(JsonCompare, AValueSaysWhatItRestsOn) {
  json const body = json::parse(to_json(two_sections()));
  json const research = row_of(body, "defence:good-faith-research")["cells"].at(0)["values"];
  EXPECT_EQ(research.at(0)["finding"], "stated");
  EXPECT_EQ(research.at(0)["value"], "absent");
  EXPECT_EQ(research.at(0)["read"]["by"], "Fixture");
  EXPECT_EQ(research.at(1)["finding"], "not-assessed");
  EXPECT_TRUE(research.at(1)["value"].is_null());
  json const mapped = row_of(body, "article:tz/1")["cells"].at(0)["values"].at(1);
  EXPECT_EQ(mapped["value"], "narrower");
  json const elements = row_of(body, "elements:tz/1")["cells"].at(0)["values"].at(1);
  EXPECT_EQ(elements["missing"], json({"data other than secrets"}));
  EXPECT_EQ(elements["value"], "missing: data other than secrets");
  json const clause = row_of(body, "penalties")["cells"].at(0)["values"].at(1);
  EXPECT_EQ(clause["finding"], "in-conflict");
  EXPECT_EQ(clause["clause"], 1);
}

TEST(JsonCompare, WhatDidNotStandSaysFromWhenItDoes) {
  json const body =
      json::parse(to_json(compare({"zz/computer-act-2010/sec_2", "tz/1"}, "2009-01-01")));
  json const column = body["columns"].at(0);
  EXPECT_EQ(column["stands"], false);
  EXPECT_THAT(column["detail"].get<std::string>(), HasSubstr("stands only from 2010-03-01"));
  EXPECT_FALSE(column["versions"].empty());
  EXPECT_EQ(row_of(body, "status")["cells"].at(0)["values"],
            json::parse(R"([{"finding": "not-standing", "value": null}])"));
}

TEST(JsonCompare, AnArticleNamesTheStatesAndTheVerdict) {
  IndexReader const reader = FixtureIndex::reader();
  CompareRequest request;
  request.article = "tz/1";
  request.as_of = day("2020-01-01");
  json const body = json::parse(to_json(answer_compare(reader, request).value()));
  EXPECT_EQ(body["article"], "tz/1");
  EXPECT_EQ(body["states"], json::parse(R"([{"jurisdiction": "zz", "name": "zz", "found": 1,
    "shown": 1, "assessed_limbs": 4, "coverage": "covered"}])"));
}

TEST(TextCompare, MarksWhatDiffersAndNamesColumnsByALetter) {
  std::string const text = laid_out(to_text(two_sections()));
  EXPECT_THAT(text, HasSubstr("  A  zz/computer-act-2010/sec_2 — Illegal access"));
  EXPECT_THAT(text, HasSubstr("\n= status\n  A  in force\n  B  in force\n"));
  EXPECT_THAT(text, HasSubstr("\n≠ maximum of one year or graver\n"));
  EXPECT_THAT(text, HasSubstr("\n? conduct\n  A  subsec_1: enters a computer system [verified]\n"
                              "     subsec_2: not stated\n  B  not stated\n"));
  EXPECT_THAT(text, HasSubstr("subsec_1: prison up to 3 years or fine up to 90,000 ZZD, or both"));
  EXPECT_THAT(text, HasSubstr("  A  subsec_1, subsec_2: illegal access [verified]\n"));
  EXPECT_THAT(text, HasSubstr("absent; read: whole-act [verified]"));
  EXPECT_THAT(text, HasSubstr("whole-act: sections 1 to 5 (Fixture, 2020-01-01)"));
}

TEST(TextCompare, ShowsTextsWithLanguageAndKind) {
  std::string const text = laid_out(to_text(two_sections()));
  EXPECT_THAT(text, HasSubstr("  A  English, restatement, version of 2010-03-01 [verified]\n"
                              "       (1) Whoever enters"));
  EXPECT_THAT(text, HasSubstr("     Spanish, restatement, version of 2010-03-01 [recalled]\n"));
}

JurisdictionAnswer state(char const* code, char const* when = "2020-01-01") {
  IndexReader const reader = FixtureIndex::reader();
  return answer_jurisdiction(reader, code, day(when)).value();
}

TEST(JsonJurisdiction, HasActsStandingsDecisionsAndCoverage) {
  json const body = json::parse(to_json(state("zz")));
  EXPECT_EQ(body["jurisdiction"], "zz");
  EXPECT_EQ(body["acts_total"], 1);
  EXPECT_EQ(body["acts"].at(0)["status"], "in-force");
  json const treaty = body["treaties"].at(0);
  EXPECT_EQ(treaty["convention"], "tz");
  EXPECT_EQ(treaty["standing"]["deposited"], "2007-04-02");
  EXPECT_EQ(treaty["changes"].at(0), treaty["standing"]);
  EXPECT_EQ(body["decisions"].at(0)["act"], "zz/computer-act-2010");
  EXPECT_EQ(body["decisions"].at(0)["court"], "High Court of Zz");
  EXPECT_EQ(body["outside_every_treaty"],
            json::parse(R"({"provisions": 1, "limbs": 1, "of_offences": 3})"));
  EXPECT_EQ(body["coverage"]["acts"].size(), 1U);
  EXPECT_EQ(body["coverage"]["treaties"].at(0)["convention"], "tz");
}

TEST(JsonJurisdiction, SaysWhatTheFirstRowTellsOfTheTimeBefore) {
  json const treaty = json::parse(to_json(state("zz", "2007-06-30")))["treaties"].at(0);
  EXPECT_TRUE(treaty["standing"].is_null());
  EXPECT_EQ(treaty["standing_before"]["value"], "not-party");
  EXPECT_EQ(treaty["standing_before"]["until"], "2007-07-01");
  EXPECT_EQ(treaty["standing_before"]["next"]["value"], "party");
}

TEST(TextJurisdiction, NamesReservationsAndWhatLiesOutside) {
  std::string const text = laid_out(to_text(state("zz")));
  EXPECT_THAT(text, HasSubstr("Zedport Treaty (tz): party since 2007-07-01 [verified]"));
  EXPECT_THAT(text, HasSubstr("declaration on tz/1: Zz asks for an intent to obtain data."));
  EXPECT_THAT(text, HasSubstr("1 of 3 limbs with offences, in 1 provision"));
  std::string const before = laid_out(to_text(state("zz", "2007-06-30")));
  EXPECT_THAT(before,
              HasSubstr("not a party before 2007-07-01, then party; whether it had signed"));
}

TEST(TextJurisdiction, AStateOfWhichNothingIsHeldSaysSo) {
  std::string const text = laid_out(to_text(state("fr")));
  EXPECT_THAT(text, AllOf(HasSubstr("No act of it is held."), HasSubstr("(tz): standing not known"),
                          Not(HasSubstr("What is held"))));
}

TEST(TextJurisdiction, TheListHasALineOfStandings) {
  JurisdictionsAnswer const answer =
      answer_jurisdictions(FixtureIndex::generation(), day("2020-01-01"));
  EXPECT_THAT(laid_out(to_text(answer)), HasSubstr("\n    tz party\n1 jurisdiction on 2020-01-01"));
  json const row = json::parse(to_json(answer))["jurisdictions"].at(0);
  EXPECT_EQ(row["standing"], json::parse(R"({"tz": "party"})"));
  EXPECT_EQ(row["outside_every_treaty"]["limbs"], 1);
}

MatrixAnswer matrix(MatrixLevel level) {
  IndexReader const reader = FixtureIndex::reader();
  return answer_matrix(reader, {"tz", {}, day("2020-01-01"), level}).value();
}

TEST(MatrixLevels, AChapterCountsItsArticles) {
  json const body = json::parse(to_json(matrix(MatrixLevel::kChapter)));
  EXPECT_EQ(body["level"], "chapter");
  EXPECT_FALSE(body.contains("rows"));
  uint64_t articles = 0;
  for (json const& chapter : body["chapters"]) {
    articles += chapter["articles"].get<uint64_t>();
    EXPECT_TRUE(chapter["cells"].at(0).contains("met"));
  }
  EXPECT_EQ(articles, matrix(MatrixLevel::kArticle).rows.size());
  EXPECT_THAT(laid_out(to_text(matrix(MatrixLevel::kChapter))), HasSubstr("demands met whole"));
}

TEST(MatrixLevels, AnOptionThatIsTakenAndAReservationAreNamed) {
  std::string const text = laid_out(to_text(matrix(MatrixLevel::kArticle)));
  EXPECT_THAT(text, HasSubstr("option taken: ask for an intent to obtain data"));
  EXPECT_THAT(text, HasSubstr("declaration: Zz asks for an intent to obtain data."));
}

TEST(MatrixGrid, IsBrokenIntoBlocksWhereALineHasNoRoom) {
  IndexReader const reader = FixtureIndex::reader();
  MatrixAnswer const answer =
      answer_matrix(reader, {"tz", {"zz", "fr", "de"}, day("2020-01-01"), {}}).value();
  for (size_t const width : {size_t{40}, size_t{66}, size_t{96}}) {
    std::string const text = lay_out(to_text(answer, width), {.width = width});
    size_t begin = 0;
    for (size_t end = 0; (end = text.find('\n', begin)) != std::string::npos; begin = end + 1) {
      std::string_view const line = std::string_view(text).substr(begin, end - begin);
      size_t const room = line.find_last_not_of(' ') + 1;
      EXPECT_LE(width_of(line.substr(0, room)), std::max<size_t>(width, 43)) << line;
    }
  }
}

TEST(TextSafeguards, ShowsWhatTreatiesAskForAsTheYardstick) {
  IndexReader const reader = FixtureIndex::reader();
  SafeguardsAnswer const answer = answer_safeguards(reader, {{}, {}, day("2020-01-01")}).value();
  json const body = json::parse(to_json(answer));
  ASSERT_EQ(body["yardstick"].size(), answer.yardstick.size());
  for (YardstickRow const& row : answer.yardstick) {
    EXPECT_THAT(laid_out(to_text(answer)), HasSubstr("  " + row.handle));
  }
}

}  // namespace
}  // namespace cyberlex
