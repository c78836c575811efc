#include "cyberlex/api/lookup_questions.h"

#include "tests/cyberlex/api/routes_fixture.h"

namespace cyberlex::api {
namespace {

using LookupTest = RoutesTest;

TEST_F(LookupTest, LooksUpCitationsInTheirOrder) {
  auto const found = json("/api/v1/citation?q=trt/2&q=nothing+such&q=zz/computer-act-2015/sec_99");
  EXPECT_EQ(found["as_of"], "2024-03-01");
  EXPECT_EQ(found["total"], 3);
  EXPECT_EQ(found["citations"][0]["status"], "found");
  EXPECT_EQ(found["citations"][0]["targets"][0]["handle"], "trt/2");
  EXPECT_EQ(found["citations"][1]["status"], "not-a-citation");
  EXPECT_EQ(found["citations"][2]["status"], "no-such-unit");
  EXPECT_EQ(found["citations"][2]["acts"][0]["handle"], "zz/computer-act-2015");
}

TEST_F(LookupTest, TakesABatchByPost) {
  auto const by_get = ask("/api/v1/citation?as_of=2020-01-01&q=trt/1&q=trt/2").body;
  EXPECT_EQ(post("/api/v1/citation?as_of=2020-01-01", "trt/1\r\n\n  trt/2 \n", "text/plain").body,
            by_get);
  EXPECT_EQ(post("/api/v1/citation", "as_of=2020-01-01&q=trt%2F1&q=trt/2",
                 "Application/X-WWW-Form-Urlencoded; charset=utf-8")
                .body,
            by_get);
  EXPECT_EQ(post("/api/v1/citation?q=trt/1&as_of=2020-01-01", "q=trt/2",
                 "application/x-www-form-urlencoded")
                .body,
            by_get);
}

TEST_F(LookupTest, RefusesBodiesItCannotRead) {
  EXPECT_EQ(post("/api/v1/citation", "{}", "application/json").status, 415);
  EXPECT_EQ(post("/api/v1/citation", "\xff", "text/plain").status, 400);
  EXPECT_EQ(post("/api/v1/citation", "q=%zz", "application/x-www-form-urlencoded").status, 400);
  EXPECT_EQ(post("/api/v1/citation", "x=1", "application/x-www-form-urlencoded").status, 400);
  EXPECT_EQ(post("/api/v1/citation", "", "text/plain").status, 400);
  std::string many;
  for (int i = 0; i < 251; ++i) {
    many += "trt/1\n";
  }
  EXPECT_EQ(post("/api/v1/citation", many, "text/plain").status, 400);
  std::string more;
  for (int i = 0; i < 300; ++i) {
    more += "a\n";
  }
  EXPECT_EQ(post("/api/v1/citation", more, "text/plain").status, 400);
  EXPECT_EQ(post("/api/v1/suggest", "q", "text/plain").status, 405);
  Response const options = ask("/api/v1/citation", {}, "OPTIONS");
  EXPECT_EQ(header(options, "Allow"), "GET, HEAD, OPTIONS, POST");
}

TEST_F(LookupTest, SuggestsWhatABeginningMayBecome) {
  auto const found = json("/api/v1/suggest?q=comp&kind=act");
  EXPECT_EQ(found["q"], "comp");
  ASSERT_FALSE(found["suggestions"].empty());
  for (auto const& each : found["suggestions"]) {
    EXPECT_EQ(each["kind"], "act");
  }
  EXPECT_EQ(json("/api/v1/suggest?q=a&limit=1")["suggestions"].size(), 1U);
  EXPECT_EQ(problem("/api/v1/suggest", 400)["parameter"], "q");
  EXPECT_EQ(problem("/api/v1/suggest?q=a&kind=concepts", 400)["parameter"], "kind");
  EXPECT_EQ(problem("/api/v1/suggest?q=a&limit=51", 400)["parameter"], "limit");
}

}  // namespace
}  // namespace cyberlex::api
