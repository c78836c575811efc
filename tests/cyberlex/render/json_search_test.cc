#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "cyberlex/render/json.h"
#include "cyberlex/search/searcher.h"
#include "tests/support/fixture_index.h"

namespace cyberlex {
namespace {

using nlohmann::json;

SearchResponse search(ParameterList const& list) {
  auto const generation = FixtureIndex::generation();
  Searcher searcher = std::move(Searcher::open(generation)).value();
  Result<SearchRequest> const request = parse_request(list, *generation, day("2020-01-01"));
  EXPECT_TRUE(request.ok()) << (request.ok() ? "" : to_string(request.error()));
  return std::move(searcher.search(request.value())).value();
}

json read(ParameterList const& list) {
  return json::parse(to_json(search(list)));
}

std::vector<std::string> keys_of(json const& object) {
  std::vector<std::string> keys;
  for (auto const& [key, value] : object.items()) {
    keys.push_back(key);
  }
  return keys;
}

TEST(JsonSearch, HasTheMembersOfTheContract) {
  json const body = read({{"q", "computer"}, {"facets", "jurisdiction"}});
  EXPECT_THAT(keys_of(body),
              testing::UnorderedElementsAre("query", "total", "hits", "facets", "next", "corpus"));
  EXPECT_EQ(body["corpus"]["generation"],
            body["corpus"]["digest"].get<std::string>().substr(0, 16));
  for (json const& hit : body["hits"]) {
    for (char const* name :
         {"iri",      "handle",    "act",          "jurisdiction", "number",   "heading",
          "lang",     "text_kind", "version_date", "status",       "snippets", "penalties",
          "articles", "offences",  "powers",       "serious",      "score",    "limbs",
          "class",    "valid",     "versions"}) {
      EXPECT_TRUE(hit.contains(name)) << name;
    }
  }
}

TEST(JsonSearch, EchoesTheQueryAsItWasRead) {
  json const query = read(
      {{"q", "access"}, {"jurisdiction", "-int"}, {"limit", "5"}, {"sort", "citation"}})["query"];
  EXPECT_EQ(query["q"], "access");
  EXPECT_EQ(query["filters"], json({{"jurisdiction", {"-int"}}}));
  EXPECT_EQ(query["as_of"], "2020-01-01");
  EXPECT_EQ(query["sort"], "citation");
  EXPECT_EQ(query["limit"], 5);
  EXPECT_EQ(query["expand"], "on");
  EXPECT_TRUE(query["expansions"].is_array());
}

TEST(JsonSearch, ListsWhatConceptsWereExpandedTo) {
  SearchResponse response = search({{"q", "nothing of it"}, {"expand", "off"}});
  EXPECT_EQ(json::parse(to_json(response))["query"]["expand"], "off");
  response.concepts = {
      {"fraud", "offence", {"computer", "fraud"}, {{"es", "estafa"}}, 0.8, true, true, false, ""},
      {"spam", "offence", {"spam"}, {}, 1, false, false, true, "first: 4 concepts of a query"}};
  json const expansions = json::parse(to_json(response))["query"]["expansions"];
  ASSERT_GE(expansions.size(), 2U);
  EXPECT_EQ(expansions.at(expansions.size() - 2),
            json({{"concept", "fraud"},
                  {"scheme", "offence"},
                  {"words", {"computer", "fraud"}},
                  {"labels", json::array({{{"language", "es"}, {"label", "estafa"}}})},
                  {"share", 0.8},
                  {"annotated", true},
                  {"articles", true}}));
  EXPECT_EQ(expansions.back()["truncated"], true);
  EXPECT_EQ(expansions.back()["limit"], "first: 4 concepts of a query");
}

TEST(JsonSearch, ShowsTermsAndGravityOfEveryLimb) {
  json const hit = read({{"offence", "illegal-access"}, {"jurisdiction", "zz"}}).at("hits").at(0);
  EXPECT_EQ(hit["handle"], "zz/computer-act-2010/sec_2");
  EXPECT_EQ(hit["iri"], "/akn/zz/act/2010/computer-act/eng@2010-03-01/!main~sec_2");
  EXPECT_EQ(hit["limbs"].at(0)["longest"], "P3Y");
  EXPECT_EQ(hit["limbs"].at(0)["serious"], json({{"value", "false"}, {"reason", "maximum"}}));
  EXPECT_EQ(hit["limbs"].at(0)["one_year"]["value"], "true");
  EXPECT_EQ(hit["limbs"].at(1)["longest"], "life");
  EXPECT_EQ(hit["serious"]["limb"], "sec_2__subsec_2");
  EXPECT_EQ(hit["serious"]["value"], "true");
  EXPECT_EQ(hit["headings"], json({{"es", "Acceso ilícito"}}));
  EXPECT_EQ(hit["articles"].at(1), json({{"article", "tz/art_1__para_2"},
                                         {"relation", "narrower"},
                                         {"limb", "sec_2__subsec_2"},
                                         {"confidence", "recalled"}}));
}

TEST(JsonSearch, MarksCountCodePoints) {
  SearchResponse response = search({{"q", "registered OR café"}, {"as_of", "2012-01-01"}});
  ASSERT_EQ(response.total, 1U);
  Snippet& snippet = response.hits.at(0).snippets.at(0);
  snippet.text = "le café d'été";
  snippet.marks = {{3, 8}, {11, 16}};
  json const marks = json::parse(to_json(response)).at("hits").at(0)["snippets"].at(0)["marks"];
  EXPECT_EQ(marks, json({{3, 7}, {10, 13}}));
}

TEST(JsonSearch, LabelsAndCountsFacets) {
  json const facets = read({{"offence", "illegal-access"}, {"facets", "offence"}})["facets"];
  EXPECT_THAT(keys_of(facets), testing::ElementsAre("offence"));
  bool selected = false;
  for (json const& value : facets["offence"]) {
    EXPECT_THAT(keys_of(value),
                testing::UnorderedElementsAre("value", "label", "count", "selected"));
    selected = selected || (value["value"] == "illegal-access" && value["selected"] == true &&
                            value["label"] == "illegal access");
  }
  EXPECT_TRUE(selected);
}

// Follows `next` to the end: the parameters in it read back, and pages join to the whole.
TEST(JsonSearch, NextLeadsThroughAllPages) {
  ParameterList list = {{"limit", "2"}, {"facets", "none"}, {"sort", "citation"}};
  std::vector<std::string> handles;
  size_t total = 0;
  for (int page = 0; page < 10; ++page) {
    json const body = read(list);
    total = body["total"];
    for (json const& hit : body["hits"]) {
      handles.push_back(hit["handle"]);
    }
    if (body["next"].is_null()) {
      break;
    }
    std::string const next = body["next"];
    EXPECT_THAT(next, testing::StartsWith("/api/v1/search?"));
    std::string const cursor = next.substr(next.find("cursor=") + 7);
    list = {{"limit", "2"}, {"facets", "none"}, {"sort", "citation"}, {"cursor", cursor}};
  }
  EXPECT_EQ(handles.size(), total);
  EXPECT_GT(total, 2U);
  std::sort(handles.begin(), handles.end());
  EXPECT_EQ(std::unique(handles.begin(), handles.end()), handles.end());
}

}  // namespace
}  // namespace cyberlex
