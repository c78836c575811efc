#include "cyberlex/api/endpoints.h"

#include <gtest/gtest.h>

namespace cyberlex::api {
namespace {

TEST(Endpoints, StandInTheOrderOfTheirEnumeration) {
  for (EndpointInfo const& info : endpoints()) {
    EXPECT_EQ(&info_of(info.endpoint), &info);
  }
}

TEST(Endpoints, HaveADescriptionForEveryControl) {
  for (EndpointInfo const& info : endpoints()) {
    for (std::string_view const name : info.controls) {
      EXPECT_EQ(control_info(name).name, name);
    }
  }
}

struct Row {
  char const* path;
  Endpoint endpoint;
  std::vector<std::string> parts;
};

TEST(Endpoints, TakePathsApart) {
  Row const rows[] = {
      {"/api/v1/search", Endpoint::kSearch, {}},
      {"/api/v1/search/", Endpoint::kSearch, {}},
      {"/api/v1/provisions/ng/act-2015/sec_1", Endpoint::kProvision, {"ng/act-2015/sec_1"}},
      {"/api/v1/acts", Endpoint::kActs, {}},
      {"/api/v1/acts/unc", Endpoint::kAct, {"unc"}},
      {"/api/v1/conventions", Endpoint::kConventions, {}},
      {"/api/v1/conventions/unc", Endpoint::kConvention, {"unc"}},
      {"/api/v1/conventions/unc/7", Endpoint::kArticle, {"unc", "7"}},
      {"/api/v1/matrix", Endpoint::kMatrix, {}},
      {"/api/v1/compare", Endpoint::kCompare, {}},
      {"/api/v1/jurisdictions/", Endpoint::kJurisdictions, {}},
      {"/api/v1/jurisdictions/ng", Endpoint::kJurisdiction, {"ng"}},
      {"/api/v1/safeguards/", Endpoint::kSafeguards, {}},
      {"/api/v1/coverage", Endpoint::kCoverage, {}},
      {"/api/v1/thesaurus", Endpoint::kThesaurus, {}},
      {"/akn/un/act", Endpoint::kIri, {"un/act"}},
      {"/healthz", Endpoint::kHealth, {}},
      {"/readyz", Endpoint::kReady, {}},
      {"/openapi.json", Endpoint::kOpenapi, {}},
      {"/opensearch.xml", Endpoint::kOpenSearch, {}},
      {"/feed.atom", Endpoint::kFeed, {}},
  };
  for (Row const& row : rows) {
    auto const match = match_path(row.path);
    ASSERT_TRUE(match.has_value()) << row.path;
    EXPECT_EQ(match->endpoint, row.endpoint) << row.path;
    EXPECT_EQ(match->parts, row.parts) << row.path;
  }
  for (char const* path : {"", "/", "//", "/api/v1/searches", "/api/v1/provisions", "/akn/",
                           "/api/v1", "/api/v1/matrix/unc", "/healthz/x", "/API/v1/search"}) {
    EXPECT_FALSE(match_path(path).has_value()) << path;
  }
}

}  // namespace
}  // namespace cyberlex::api
