#include "cyberlex/api/openapi.h"

#include "cyberlex/api/endpoints.h"
#include "tests/cyberlex/api/routes_fixture.h"

namespace cyberlex::api {
namespace {

using OpenApiTest = RoutesTest;

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
      {"/akn/{iri}", "/akn/zz/act/2015/computer-act"},
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
    add(name, beside_concept ? "" : rows ? "jsonl" : value);
  }
  return out;
}

TEST_F(OpenApiTest, DescribesPathsThatAnswer) {
  auto const document = nlohmann::json::parse(openapi_document());
  EXPECT_EQ(document["openapi"], "3.1.0");
  EXPECT_EQ(document["paths"].size(), endpoints().size());
  for (auto const& [pattern, item] : document["paths"].items()) {
    ASSERT_TRUE(item.contains("get")) << pattern;
    EXPECT_EQ(ask(with(pattern, "", "")).status, 200) << pattern;
    EXPECT_TRUE(match_path(example_of(pattern)).has_value()) << pattern;
  }
}

TEST_F(OpenApiTest, NamesExactlyTheParametersThatAreTaken) {
  auto const document = nlohmann::json::parse(openapi_document());
  for (auto const& [pattern, item] : document["paths"].items()) {
    std::set<std::string> named;
    for (auto const& parameter : item["get"]["parameters"]) {
      if (parameter["in"] != "query") {
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

TEST_F(OpenApiTest, ReferencesLeadSomewhere) {
  auto const document = nlohmann::json::parse(openapi_document());
  std::string const text = document.dump();
  for (size_t at = text.find("\"$ref\":\"#"); at != std::string::npos;
       at = text.find("\"$ref\":\"#", at + 1)) {
    size_t const begin = at + 9;
    nlohmann::json::json_pointer const pointer(text.substr(begin, text.find('"', begin) - begin));
    EXPECT_TRUE(document.contains(pointer)) << pointer.to_string();
  }
}

}  // namespace
}  // namespace cyberlex::api
