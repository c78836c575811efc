// Every answer over the fixtures is of the shape that openapi.json gives it, in process. The same
// is asked of the shipped corpus, by another validator, in tests/e2e/contract_test.py.

#include <gtest/gtest.h>
#include <rapidjson/document.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>

#include <nlohmann/json.hpp>

#include "cyberlex/api/endpoints.h"
#include "cyberlex/api/openapi.h"
#include "cyberlex/api/routes.h"
#include "cyberlex/api/target.h"
#include "tests/support/fixture_index.h"

namespace cyberlex::api {
namespace {

using nlohmann::json;

// Every object that names its members holds no others.
void close(json& node) {
  for (json& each : node) {
    if (each.is_structured()) {
      close(each);
    }
  }
  if (node.is_object() && node.contains("properties") && node.contains("type")) {
    node["additionalProperties"] = false;
  }
}

class ContractTest : public ::testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(snapshots_.refresh().ok()); }

  Response ask(std::string const& target, std::string const& accept = "") {
    auto const read = parse_target(target);
    EXPECT_TRUE(read.ok()) << target;
    Request request;
    request.method = "GET";
    request.path = read->path;
    request.query = read->query;
    request.accept = accept;
    return handle(request, {.snapshots = snapshots_,
                            .admission = admission_,
                            .today = [] { return day("2020-01-01"); },
                            .log = [](LogLine const&) {}});
  }

  // What a body breaks of a schema; empty when nothing.
  std::string fault(json const& schema, std::string const& body) const {
    json whole = schema;
    if (schema.contains("$ref")) {
      std::string const reference = schema["$ref"];
      whole = components_["schemas"][reference.substr(reference.rfind('/') + 1)];
    }
    whole["components"] = components_;
    rapidjson::Document described;
    described.Parse(whole.dump().c_str());
    rapidjson::SchemaDocument const rules(described);
    rapidjson::SchemaValidator validator(rules);
    rapidjson::Document value;
    if (value.Parse(body.c_str()).HasParseError()) {
      return "no JSON";
    }
    if (value.Accept(validator)) {
      return {};
    }
    rapidjson::StringBuffer place;
    validator.GetInvalidDocumentPointer().StringifyUriFragment(place);
    return std::string(validator.GetInvalidSchemaKeyword()) + " at " + place.GetString();
  }

  // Asks, and holds the answer against what is declared for the path.
  void check(std::string const& target, int status) {
    auto const match = match_path(parse_target(target)->path);
    ASSERT_TRUE(match.has_value()) << target;
    std::string const pattern(info_of(match->endpoint).pattern);
    Response const given = ask(target);
    ASSERT_EQ(given.status, status) << target << ": " << given.body;
    json response = document_["paths"][pattern]["get"]["responses"][std::to_string(status)];
    if (response.contains("$ref")) {
      std::string const reference = response["$ref"];
      response = document_.at(json::json_pointer(reference.substr(1)));
    }
    ASSERT_TRUE(response["content"].contains(given.content_type)) << target;
    EXPECT_EQ(fault(response["content"][given.content_type]["schema"], given.body), "") << target;
  }

  json document_ = json::parse(openapi_document());
  json components_ = [this] {
    json out = document_["components"];
    close(out);
    return out;
  }();
  Snapshots snapshots_{FixtureIndex::folder(), [](LogLine const&) {}};
  Admission admission_{2, std::chrono::milliseconds(50)};
};

TEST_F(ContractTest, AnswersHaveTheirShapes) {
  std::string const section = "zz/computer-act-2010/sec_3";
  for (std::string const& target :
       {std::string("/api/v1/search?q=computer&facets=all"),
        std::string("/api/v1/search?q=computr"),
        std::string("/api/v1/search?sort=severity&facets=fine,prison,year&limit=100"),
        "/api/v1/provisions/" + section,
        "/api/v1/provisions/" + section + "?as_of=2012-01-01",
        std::string("/api/v1/acts?limit=1"),
        std::string("/api/v1/acts/zz/computer-act-2010"),
        std::string("/api/v1/conventions"),
        std::string("/api/v1/conventions/tz"),
        std::string("/api/v1/conventions/tz/1"),
        std::string("/api/v1/matrix?convention=tz"),
        std::string("/api/v1/matrix?convention=tz&level=chapter"),
        std::string("/api/v1/safeguards"),
        std::string("/api/v1/coverage"),
        std::string("/api/v1/thesaurus"),
        std::string("/api/v1/suggest?q=comp"),
        std::string("/api/v1/citation?q=s+3+Computer+Act&q=s+99+Computer+Act&q=nothing"),
        std::string("/api/v1/crosstab?rows=jurisdiction&cols=offence"),
        "/api/v1/diff?provision=" + section,
        "/api/v1/diff?provision=" + section + "&from=2012-01-01&to=2019-01-01",
        std::string("/api/v1/similar?text=access+to+a+computer"),
        "/api/v1/compare?item=" + section + ",zz/computer-act-2010/sec_1",
        std::string("/api/v1/jurisdictions"),
        std::string("/api/v1/jurisdictions/zz"),
        std::string("/api/v1/dual-criminality?requesting=zz&requested=fr&article=tz/1"),
        std::string("/akn/zz/act/2010/computer-act/!main~sec_3"),
        std::string("/healthz"),
        std::string("/readyz")}) {
    check(target, 200);
  }
}

TEST_F(ContractTest, ProblemsHaveTheirShape) {
  for (EndpointInfo const& endpoint : endpoints()) {
    if (!document_["paths"].contains(std::string(endpoint.pattern))) {
      continue;
    }
    std::string const path(endpoint.pattern.substr(0, endpoint.pattern.find('{')));
    std::string const thing = endpoint.path_parts.empty()                 ? ""
                              : endpoint.endpoint == Endpoint::kProvision ? "zz/act-1/sec_1"
                              : endpoint.endpoint == Endpoint::kArticle   ? "none/1"
                                                                          : "none";
    check(path + thing + "?zzz=1", 400);
    if (!thing.empty()) {
      check(path + thing, 404);
    }
  }
  check("/api/v1/search?q=offence:none-such", 400);
}

// The validator would say so.
TEST_F(ContractTest, AMemberThatIsNotDeclaredIsAFault) {
  json const schema = {{"$ref", "#/components/schemas/Health"}};
  EXPECT_EQ(fault(schema, R"({"status":"ok"})"), "");
  EXPECT_EQ(fault(schema, R"({"status":"ok","more":1})"), "additionalProperties at #/more");
  EXPECT_EQ(fault(schema, R"({})"), "required at #");
  EXPECT_NE(fault(schema, R"({"status":"bad"})"), "");
}

}  // namespace
}  // namespace cyberlex::api
