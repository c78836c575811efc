#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "cyberlex/render/json.h"
#include "tests/support/fixture_index.h"

namespace cyberlex {
namespace {

using nlohmann::json;

json matrix(char const* when, std::vector<std::string> states = {}) {
  IndexReader const reader = FixtureIndex::reader();
  return json::parse(to_json(answer_matrix(reader, {"tz", std::move(states), day(when)}).value()));
}

json safeguards(char const* when, std::vector<std::string> states = {}) {
  IndexReader const reader = FixtureIndex::reader();
  return json::parse(
      to_json(answer_safeguards(reader, {std::move(states), {}, day(when)}).value()));
}

json coverage(char const* when) {
  IndexReader const reader = FixtureIndex::reader();
  return json::parse(to_json(answer_coverage(reader, day(when)).value()));
}

json thesaurus(ThesaurusRequest const& request) {
  return json::parse(to_json(answer_thesaurus(FixtureIndex::generation(), request).value()));
}

// As every source of the act is written.
json const kGazette = json::parse(R"([{"key": "gazette", "title": "Gazette of Zz",
  "url": "https://gazette.example/12", "locator": "No. 12, page 3"}])");

TEST(JsonMatrix, SaysWhereAStateStands) {
  json const body = matrix("2020-01-01");
  EXPECT_EQ(body["as_of"], "2020-01-01");
  EXPECT_EQ(body["convention"]["handle"], "tz");
  EXPECT_EQ(body["states"], json::parse(R"([{"jurisdiction": "zz", "name": "zz", "acts": 1,
    "standing": {"state": "zz", "from": "2007-07-01", "value": "party", "by": "ratification",
      "deposited": "2007-04-02",
      "reservations": [{"kind": "declaration", "articles": ["tz/1"],
        "note": "Zz asks for an intent to obtain data.", "confidence": "verified",
        "sources": [{"key": "deposit", "title": "Depositary of Zedport"}]}],
      "note": "Bound since the treaty began.", "confidence": "verified",
      "sources": [{"key": "deposit", "title": "Depositary of Zedport"}]}}])"));
  EXPECT_TRUE(matrix("2007-06-30")["states"].at(0)["standing"].is_null());
  EXPECT_EQ(body["corpus"]["digest"], FixtureIndex::generation()->manifest().digest);
}

TEST(JsonMatrix, WritesARowWithItsCells) {
  json const row = matrix("2020-01-01", {"zz"})["rows"].at(0);
  EXPECT_EQ(row["handle"], "tz/1");
  EXPECT_EQ(row["asks"].at(1),
            json::parse(R"({"limb": "art_1__para_2", "id": "intent", "need": "optional",
                            "text": "ask for an intent to obtain data"})"));
  json const cell = row["cells"].at(0);
  EXPECT_EQ(cell["coverage"], "covered");
  EXPECT_EQ(cell["confidence"], "verified");
  EXPECT_EQ(cell["demands"], json::parse(R"({"access": "whole", "intent": "whole"})"));
  EXPECT_EQ(cell["longest"], "P3Y");  // life is an aggravated form
  ASSERT_EQ(cell["provisions"].size(), 2U);
  json const second = cell["provisions"][1];
  EXPECT_EQ(second["handle"], "zz/computer-act-2010/sec_2");
  EXPECT_EQ(second["limb"], "sec_2__subsec_2");
  EXPECT_EQ(second["longest"], "life");
  EXPECT_EQ(second["offences"], json::parse(R"(["illegal-access", "espionage"])"));
  ASSERT_EQ(second["mappings"].size(), 1U);
  EXPECT_EQ(second["mappings"][0]["article"], "tz/art_1__para_2");
  EXPECT_EQ(second["mappings"][0]["partly"], json({"intent"}));
  EXPECT_EQ(second["mappings"][0]["missing"], json({"data other than secrets"}));
  EXPECT_EQ(cell["assessed"], json::parse(R"([{"act": "zz/computer-act-2010", "article": "tz/1",
    "elsewhere": "Penal Code of Zz", "rationale": "Preparing the offence would stand there.",
    "confidence": "recalled", "sources": [], "author": "Fixture", "reviewed": "unreviewed",
    "date": "2020-01-01"}])"));
}

TEST(JsonMatrix, SaysWhatWasReadByWhomAndWhen) {
  json const rows = matrix("2012-01-01", {"zz"})["rows"];
  json const assessed = rows.at(1)["cells"].at(0)["assessed"];
  ASSERT_EQ(assessed.size(), 1U);
  EXPECT_EQ(assessed[0]["article"], "tz/2");
  EXPECT_EQ(assessed[0]["read"]["by"], "Fixture");
}

TEST(JsonMatrix, LeavesNothingOutOfAnEmptyCell) {
  json const cell = matrix("2009-01-01")["rows"].at(1)["cells"].at(0);
  EXPECT_EQ(cell, json::parse(R"({"jurisdiction": "zz", "coverage": "not-assessed",
    "confidence": null, "met": null, "demands": {"production": "none"}, "longest": null, "provisions": [],
    "assessed": []})"));
}

TEST(JsonMatrix, ListsOffencesOutside) {
  json const outside = matrix("2020-01-01")["outside"];
  ASSERT_EQ(outside.size(), 1U);
  EXPECT_EQ(outside[0]["handle"], "zz/computer-act-2010/sec_3");
  EXPECT_EQ(outside[0]["outside_every_treaty"], true);
  EXPECT_EQ(outside[0]["offences"], json({"harassment"}));
  EXPECT_EQ(outside[0]["longest"], "P91D");
}

TEST(JsonSafeguards, KeepsTheChecklistInItsOrder) {
  EXPECT_EQ(safeguards("2020-01-01")["checklist"], json::parse(R"([
    {"id": "legal-basis", "label": "legal basis", "yardstick": []},
    {"id": "prior-independent-authorisation", "label": "prior independent authorisation",
     "yardstick": ["tz/2"]},
    {"id": "necessity", "label": "necessity", "yardstick": []},
    {"id": "notification", "label": "notification", "yardstick": []}])"));
}

TEST(JsonSafeguards, SaysWhatEachValueRestsOn) {
  json const body = safeguards("2020-01-01");
  ASSERT_EQ(body["rows"].size(), 1U);
  json const& row = body["rows"][0];
  EXPECT_EQ(row["handle"], "zz/computer-act-2010/sec_5");
  EXPECT_EQ(row["power"], "production-order");
  EXPECT_EQ(row["authorisation"],
            json::parse(R"([{"id": "judge", "label": "judge", "independent": true}])"));
  json const& found = row["safeguards"];
  ASSERT_EQ(found.size(), 5U);
  EXPECT_EQ(found[1]["note"], "A judge on oath.");
  EXPECT_EQ(found[1]["at"], json({"zz/computer-act-2010/sec_5"}));
  EXPECT_EQ(found[2], json::parse(R"({"id": "necessity", "label": "necessity",
                                      "value": "not-assessed"})"));
  json absent = json::parse(R"({"id": "notification", "label": "notification", "value": "absent",
    "read": {"what": "sections 1 to 5", "by": "Fixture", "date": "2020-01-01"},
    "confidence": "verified"})");
  absent["sources"] = kGazette;
  absent["read"]["sources"] = kGazette;
  EXPECT_EQ(found[3], absent);
  EXPECT_EQ(found[4]["confidence"], "recalled");
  EXPECT_EQ(found[4]["sources"], json::array());
}

TEST(JsonSafeguards, CountsAndShowsGroundsByHandle) {
  json const body = safeguards("2020-01-01");
  EXPECT_EQ(body["counts"], json::parse(R"([
    {"jurisdiction": "zz", "safeguard": "legal-basis", "present": 1},
    {"jurisdiction": "zz", "safeguard": "prior-independent-authorisation", "present": 1},
    {"jurisdiction": "zz", "safeguard": "necessity", "not-assessed": 1},
    {"jurisdiction": "zz", "safeguard": "notification", "absent": 1}])"));
  EXPECT_EQ(body["grounds"], json::parse(R"({
    "tz/2": {"lang": "en", "text_kind": "restatement",
             "text": "Each party lets its authorities order data from providers."},
    "zz/computer-act-2010/sec_5": {"lang": "en", "text_kind": "restatement",
      "text": "With a warrant the police may order a provider to hand over data."}})"));
  EXPECT_EQ(safeguards("2001-01-01")["grounds"], json::object());
  EXPECT_EQ(safeguards("2020-01-01", {"int"})["rows"].at(0)["handle"], "tz/2");
}

TEST(JsonCoverage, CountsAnAct) {
  json act = coverage("2020-01-01")["acts"].at(1);
  EXPECT_EQ(act["handle"], "zz/computer-act-2010");
  for (char const* const name :
       {"handle", "iri", "title", "short_title", "jurisdiction", "rank", "year"}) {
    EXPECT_EQ(act.erase(name), 1U) << name;
  }
  EXPECT_EQ(act, json::parse(R"({"provisions": 5, "not_assessed": 1,
    "texts": {"total": 6, "verified": 5, "recalled": 1, "conflict": 0},
    "languages": {"en": 5, "es": 1}, "text_kinds": {"restatement": 6},
    "limbs": {"total": 4, "verified": 3, "recalled": 1, "conflict": 0},
    "offences": 3, "powers": 1,
    "penalties": {"total": 5, "verified": 1, "recalled": 2, "conflict": 2},
    "mappings": {"total": 3, "verified": 2, "recalled": 1, "conflict": 0}, "outside": 1,
    "safeguards": {"present": 3, "absent": 1, "not-assessed": 1},
    "defences": {"partial": 1, "absent": 2, "elsewhere": 1, "not-assessed": 3}})"));
}

TEST(JsonCoverage, SaysWhatIsMissing) {
  json const body = coverage("2020-01-01");
  EXPECT_EQ(body["treaties"], json::parse(R"([{"convention": "tz", "jurisdiction": "zz",
                                              "articles": {"covered": 2}}])"));
  EXPECT_EQ(body["gaps"], json::parse(R"([
    {"act": "zz/computer-act-2010", "what": "The schedule was not seen.",
     "provisions": ["zz/computer-act-2010/sec_2"]},
    {"act": "zz/computer-act-2010", "what": "Orders made under the Act.", "provisions": []}])"));
  EXPECT_EQ(body["elsewhere"], json::parse(R"([
    {"jurisdiction": "zz", "name": "Penal Code of Zz", "named_by": ["tz/1"]},
    {"jurisdiction": "zz", "name": "Whistleblower Act of Zz",
     "named_by": ["zz/computer-act-2010/sec_2__subsec_1"]}])"));
}

TEST(JsonThesaurus, WritesConceptsWhole) {
  json const body = thesaurus({{"offence"}, "illegal-access"});
  EXPECT_EQ(body["total"], 1);
  EXPECT_EQ(body["concepts"], json::parse(R"([{"id": "illegal-access", "scheme": "offence",
    "pref": {"en": "illegal access", "es": "acceso ilícito", "fa": "دسترسی غیرمجاز"},
    "alt": {"en": ["hacking"]}, "hidden": {}, "broader": null, "narrower": [],
    "match": {"close": ["tz/1"]}, "tier": 1}])"));
  json const entry = thesaurus({{}, "prior-independent-authorisation"})["concepts"].at(0);
  EXPECT_EQ(entry["checklist"], 2);
  EXPECT_EQ(entry["yardstick"], json({"tz/2"}));
  EXPECT_EQ(thesaurus({{}, "police-officer"})["concepts"].at(0)["independent"], false);
}

}  // namespace
}  // namespace cyberlex
