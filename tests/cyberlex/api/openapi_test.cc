#include "cyberlex/api/openapi.h"

#include "cyberlex/api/endpoints.h"
#include "cyberlex/api/schema.h"
#include "tests/cyberlex/api/routes_fixture.h"

namespace cyberlex::api {
namespace {

using OpenApiTest = RoutesTest;

// Pages are given where there are templates, which these tests have not: see
// tests/e2e/contract_test.py.
bool is_page(std::string_view pattern) {
  return std::ranges::any_of(endpoints(), [pattern](EndpointInfo const& endpoint) {
    return endpoint.pattern == pattern && forms_of(endpoint) == std::vector{Form::kHtml};
  });
}

nlohmann::json described() {
  return nlohmann::json::parse(openapi_document());
}

// What a reference stands for.
nlohmann::json resolved(nlohmann::json const& document, nlohmann::json const& node) {
  if (!node.contains("$ref")) {
    return node;
  }
  std::string const target = node["$ref"];
  return document.at(nlohmann::json::json_pointer(target.substr(1)));
}

// What a path asks for whatever else is asked.
std::vector<std::string> needed_by(std::string const& pattern) {
  std::map<std::string, std::vector<std::string>> const needed = {
      {"/api/v1/compare", {"concept"}},
      {"/api/v1/matrix", {"convention"}},
      {"/api/v1/crosstab", {"rows", "cols"}},
      {"/api/v1/citation", {"q"}},
      {"/api/v1/suggest", {"q"}},
      {"/api/v1/diff", {"provision"}},
      {"/api/v1/dual-criminality", {"requesting", "requested", "offence"}},
      {"/api/v1/similar", {"text"}},
  };
  auto const found = needed.find(pattern);
  return found == needed.end() ? std::vector<std::string>() : found->second;
}

// True when one of two parameters stands for the other.
bool stands_for(std::string const& pattern, std::string const& name, std::string const& needed) {
  if (pattern == "/api/v1/dual-criminality") {
    return needed == "offence" && (name == "provision" || name == "article");
  }
  return pattern == "/api/v1/similar" && needed == "text" && name == "provision";
}

// Targets that answer 200 for each pattern, on the small index.
std::string example_of(std::string const& pattern) {
  std::map<std::string, std::string> const examples = {
      {"/api/v1/provisions/{handle}", "/api/v1/provisions/zz/computer-act-2015/sec_1"},
      {"/api/v1/acts/{handle}", "/api/v1/acts/zz/computer-act-2015"},
      {"/api/v1/conventions/{handle}", "/api/v1/conventions/trt"},
      {"/api/v1/jurisdictions/{code}", "/api/v1/jurisdictions/zz"},
      {"/api/v1/conventions/{handle}/{article}", "/api/v1/conventions/trt/1"},
      {"/akn/{iri}", "/akn/zz/act/2015/computer-act/!main~sec_1"},
  };
  auto const found = examples.find(pattern);
  return found == examples.end() ? pattern : found->second;
}

// A value that a parameter takes on the small index.
std::string value_of(std::string const& name) {
  std::map<std::string, std::string> const values = {
      {"q", "access"},
      {"as_of", "2016-01-01"},
      {"sort", "citation"},
      {"limit", "5"},
      {"facets", "all"},
      {"facet_limit", "5"},
      {"expand", "off"},
      {"lang", "en"},
      {"offset", "1"},
      {"jurisdiction", "zz"},
      {"act", "zz/other-1"},
      {"rank", "act"},
      {"year", "2015"},
      {"status", "in-force"},
      {"text", "restatement"},
      {"class", "offence"},
      {"offence", "illegal-access"},
      {"serious", "true"},
      {"one_year", "true"},
      {"penalty", "imprisonment"},
      {"prison", "4y.."},
      {"prison_min", "..9y"},
      {"confidence", "verified"},
      {"article", "trt/1"},
      {"convention", "trt"},
      {"relation", "narrower"},
      {"power", "search"},
      {"safeguard", "none"},
      {"defence", "none"},
      {"scheme", "offence"},
      {"concept", "illegal-access"},
      {"format", "turtle"},
      {"rows", "jurisdiction"},
      {"cols", "offence"},
      {"kind", "concept"},
      {"provision", "zz/computer-act-2015/sec_1"},
      {"from", "2016-01-01"},
      {"to", "2017-01-01"},
      {"requesting", "zz"},
      {"requested", "fr"},
      {"requesting_on", "2016-01-01"},
      {"requested_on", "2016-01-01"},
  };
  auto const found = values.find(name);
  return found == values.end() ? std::string() : found->second;
}

// A target with what it needs and, unless `name` is empty, one parameter more.
std::string with(std::string const& pattern, std::string const& name, std::string const& value) {
  std::string out = example_of(pattern);
  char separator = '?';
  auto const add = [&](std::string const& key, std::string const& text) {
    out += std::exchange(separator, '&') + key + '=' + text;
  };
  std::vector<std::string> all_needed = needed_by(pattern);
  if (pattern == "/api/v1/diff" && name == "to") {
    all_needed.emplace_back("from");
  }
  for (std::string const& needed : all_needed) {
    if (needed != name && !stands_for(pattern, name, needed)) {
      add(needed, value_of(needed));
    }
  }
  if (!name.empty()) {
    bool const beside_concept = pattern == "/api/v1/compare" && name == "article";
    bool const rows = pattern == "/api/v1/export" && name == "format";
    bool const suggest = pattern == "/api/v1/suggest" && name == "format";
    bool const grid = name == "format" && !rows && !suggest && pattern != "/api/v1/thesaurus";
    add(name, beside_concept ? "" : rows ? "jsonl" : suggest ? "opensearch" : grid ? "csv" : value);
  }
  return out;
}

TEST_F(OpenApiTest, DescribesPathsThatAnswer) {
  auto const document = described();
  EXPECT_EQ(document["openapi"], "3.1.0");
  EXPECT_EQ(document["paths"].size(), endpoints().size());
  std::set<std::string> ids;
  for (auto const& [pattern, item] : document["paths"].items()) {
    ASSERT_TRUE(item.contains("get")) << pattern;
    auto const match = match_path(example_of(pattern));
    ASSERT_TRUE(match.has_value()) << pattern;
    if (!is_page(pattern)) {
      EXPECT_EQ(ask(with(pattern, "", "")).status, 200) << pattern;
    }
    bool const posted = info_of(match->endpoint).posted != Posted::kNothing;
    EXPECT_EQ(item.contains("post"), posted) << pattern;
    for (auto const& [method, operation] : item.items()) {
      EXPECT_TRUE(ids.insert(operation["operationId"]).second) << operation["operationId"];
      EXPECT_EQ(operation.contains("requestBody"), method == "post") << pattern;
    }
  }
}

TEST_F(OpenApiTest, ShowsExamplesOfTheirPaths) {
  auto const document = described();
  for (auto const& [pattern, item] : document["paths"].items()) {
    for (auto const& [type, media] : item["get"]["responses"]["200"]["content"].items()) {
      if (media.contains("examples")) {
        std::string const target = media["examples"]["shipped"]["externalValue"];
        auto const match = match_path(parse_target(target)->path);
        ASSERT_TRUE(match.has_value()) << target;
        EXPECT_EQ(info_of(match->endpoint).pattern, pattern) << target;
      }
    }
  }
}

TEST_F(OpenApiTest, NamesExactlyTheParametersThatAreTaken) {
  auto const document = described();
  for (auto const& [pattern, item] : document["paths"].items()) {
    std::set<std::string> named;
    for (auto const& each : item["get"]["parameters"]) {
      auto const parameter = resolved(document, each);
      if (parameter["in"] == "header") {
        continue;
      }
      if (parameter["in"] == "path") {
        EXPECT_NE(pattern.find("{" + parameter["name"].get<std::string>() + "}"),
                  std::string::npos);
        continue;
      }
      std::string const name = parameter["name"];
      EXPECT_TRUE(named.insert(name).second) << name << " twice in " << pattern;
      Response const taken = ask(with(pattern, name, value_of(name)));
      EXPECT_EQ(taken.status, 200) << pattern << " " << name << ": " << taken.body;
    }
    for (std::string const other : {"q", "as_of", "lang", "offset", "cursor", "jurisdiction"}) {
      if (!named.contains(other)) {
        EXPECT_EQ(ask(with(pattern, other, "x")).status, 400) << pattern << " " << other;
      }
    }
  }
}

TEST_F(OpenApiTest, NamesTheFormsThatAreGiven) {
  auto const document = described();
  for (auto const& [pattern, item] : document["paths"].items()) {
    auto const& responses = item["get"]["responses"];
    bool const file = pattern == "/api/v1/export";
    for (auto const& [type, media] : responses["200"]["content"].items()) {
      EXPECT_TRUE(file || media.contains("schema")) << pattern << " " << type;
      if (!file && type != "text/html") {
        Response const given = ask_as(with(pattern, "", ""), type);
        EXPECT_EQ(given.status, 200) << pattern << " " << type;
        EXPECT_EQ(given.content_type.substr(0, given.content_type.find("; charset")), type);
      }
    }
    bool const refused = ask_as(with(pattern, "", ""), "image/png").status == 406;
    EXPECT_EQ(responses.contains("406"), refused) << pattern;
  }
}

TEST_F(OpenApiTest, NamesTheHeadersThatAreSent) {
  std::set<std::string> const everywhere = {"Access-Control-Allow-Origin",
                                            "Access-Control-Expose-Headers",
                                            "Content-Security-Policy",
                                            "Referrer-Policy",
                                            "Vary",
                                            "X-Content-Type-Options"};
  auto const document = described();
  for (auto const& [pattern, item] : document["paths"].items()) {
    for (std::string const name : {"", "zzz"}) {
      if (is_page(pattern)) {
        continue;
      }
      Response const given = ask(with(pattern, name, "x"));
      auto const response =
          resolved(document, item["get"]["responses"][std::to_string(given.status)]);
      for (auto const& [header, value] : given.headers) {
        EXPECT_NE(everywhere.contains(header), response["headers"].contains(header))
            << pattern << " " << header;
      }
    }
  }
}

TEST_F(OpenApiTest, SaysWhatHappensWithoutAnIndex) {
  auto const document = described();
  Snapshots const none("/no/such/index", [](LogLine const&) {});
  RouteContext const context{.snapshots = none,
                             .admission = admission_,
                             .today = [this] { return today_; },
                             .log = [](LogLine const&) {}};
  for (auto const& [pattern, item] : document["paths"].items()) {
    auto const target = parse_target(with(pattern, "", ""));
    Request request;
    request.method = "GET";
    request.path = target->path;
    request.query = target->query;
    Response const given = handle(request, context);
    EXPECT_EQ(item["get"]["responses"].contains("503"), given.status == 503) << pattern;
  }
}

TEST_F(OpenApiTest, ReferencesLeadSomewhere) {
  auto const document = described();
  std::string const text = document.dump();
  for (size_t at = text.find("\"$ref\":\"#"); at != std::string::npos;
       at = text.find("\"$ref\":\"#", at + 1)) {
    size_t const begin = at + 9;
    nlohmann::json::json_pointer const pointer(text.substr(begin, text.find('"', begin) - begin));
    EXPECT_TRUE(document.contains(pointer)) << pointer.to_string();
  }
}

TEST(Schema, ReadsTheNotationOfShapes) {
  struct Row {
    char const* type;
    char const* schema;
  };
  for (
      Row const& row : std::initializer_list<Row>{
          {"string", R"({"type":"string"})"},
          {"integer?", R"({"type":["integer","null"]})"},
          {"date?", R"({"type":["string","null"],"format":"date"})"},
          {"Hit", R"({"$ref":"#/components/schemas/Hit"})"},
          {"Hit[]", R"({"type":"array","items":{"$ref":"#/components/schemas/Hit"}})"},
          {"Hit?", R"({"anyOf":[{"$ref":"#/components/schemas/Hit"},{"type":"null"}]})"},
          {"integer[][]",
           R"({"type":"array","items":{"type":"array","items":{"type":"integer"}}})"},
          {"{string[]}",
           R"({"type":"object","additionalProperties":{"type":"array","items":{"type":"string"}}})"},
          {"'a'|'b'", R"({"type":"string","enum":["a","b"]})"},
          {"(integer|null)[]",
           R"({"type":"array","items":{"anyOf":[{"type":"integer"},{"type":"null"}]}})"}}) {
    EXPECT_EQ(nlohmann::json::parse(schema_of(row.type).str()), nlohmann::json::parse(row.schema))
        << row.type;
  }
}

TEST(Schema, TakesInTheMembersOfAnotherShape) {
  nlohmann::json document;
  for (auto const& [name, schema] : schemas()) {
    EXPECT_FALSE(document.contains(name)) << name << " twice";
    document[name] = nlohmann::json::parse(schema.str());
  }
  auto const& hit = document["Hit"];
  EXPECT_EQ(hit["properties"]["handle"], document["Provision"]["properties"]["handle"]);
  EXPECT_FALSE(document.contains("provision_name"));
  EXPECT_FALSE(hit["properties"].contains("..."));
  std::vector<std::string> const required = hit["required"];
  EXPECT_NE(std::find(required.begin(), required.end(), "score"), required.end());
  EXPECT_EQ(std::find(required.begin(), required.end(), "suggested"), required.end());
  EXPECT_TRUE(hit["properties"].contains("suggested"));
}

}  // namespace
}  // namespace cyberlex::api
