#include "cyberlex/api/routes.h"

#include "tests/cyberlex/api/routes_fixture.h"

namespace cyberlex::api {
namespace {

constexpr char const* kSearch = "/api/v1/search?q=access";

TEST_F(RoutesTest, SearchesAndEchoesTheDay) {
  auto const found = json("/api/v1/search?q=access&jurisdiction=zz");
  EXPECT_EQ(found["total"], 19);  // headings say "access": 11 sections in force and 8 other acts
  EXPECT_EQ(found["query"]["as_of"], "2024-03-01");
  EXPECT_EQ(found["hits"].size(), 10U);
  EXPECT_EQ(json("/api/v1/search?q=access&as_of=2016-01-01&jurisdiction=zz")["total"], 20);
}

TEST_F(RoutesTest, GivesAProvisionByItsHandle) {
  auto const found = json("/api/v1/provisions/zz/computer-act-2015/sec_3");
  EXPECT_EQ(found["handle"], "zz/computer-act-2015/sec_3");
  EXPECT_EQ(found["as_of"], "2024-03-01");
  EXPECT_EQ(found["status"], "in-force");
  EXPECT_EQ(json("/api/v1/provisions/trt/2")["handle"], "trt/2");
  EXPECT_EQ(json("/api/v1/provisions/trt/art_2?lang=en")["handle"], "trt/2");
}

TEST_F(RoutesTest, FindsARepealedProvisionThatIsNamed) {
  EXPECT_EQ(json("/api/v1/provisions/zz/computer-act-2015/sec_2")["status"], "repealed");
  EXPECT_EQ(json("/api/v1/provisions/zz/computer-act-2015/sec_2?as_of=2019-12-31")["status"],
            "in-force");
}

TEST_F(RoutesTest, ShowsActsAndTreaties) {
  EXPECT_EQ(json("/api/v1/acts/zz/computer-act-2015")["contents"].size(), 12U);
  EXPECT_EQ(json("/api/v1/conventions")["acts"][0]["handle"], "trt");
  EXPECT_EQ(json("/api/v1/conventions/trt")["contents"].size(), 2U);
  auto const article = json("/api/v1/conventions/trt/1");
  EXPECT_EQ(article["provisions"][0]["handle"], "zz/computer-act-2015/sec_3");
  EXPECT_EQ(article, json("/api/v1/conventions/trt/art_1"));
}

TEST_F(RoutesTest, NamesTheNearestPathToAWrongOne) {
  auto const said = problem("/api/v1/serch", 404);
  EXPECT_EQ(said["type"], "/problems/not-found");
  EXPECT_NE(said["detail"].get<std::string>().find("/api/v1/serch"), std::string::npos);
  EXPECT_NE(said["detail"].get<std::string>().find("\"/api/v1/search\""), std::string::npos);
  for (char const* path :
       {"/nothing", "/api", "/api/v1/provisions", "/api/v1/provisions/", "/akn/"}) {
    problem(path, 404);
  }
}

TEST_F(RoutesTest, RefusesUnknownParametersEverywhere) {
  for (char const* path :
       {"/api/v1/search", "/api/v1/provisions/trt/1", "/api/v1/acts", "/api/v1/acts/trt",
        "/api/v1/conventions", "/api/v1/conventions/trt", "/api/v1/conventions/trt/1", "/healthz",
        "/readyz", "/openapi.json", "/akn/zz/act/2015/computer-act"}) {
    auto const said = problem(std::string(path) + "?as_off=2020-01-01", 400);
    EXPECT_EQ(said["parameter"], "as_off") << path;
  }
  auto const said = problem("/api/v1/acts?jurisdicton=zz", 400);
  EXPECT_NE(said["detail"].get<std::string>().find("\"jurisdiction\""), std::string::npos);
}

TEST_F(RoutesTest, NamesParameterAndPositionOfWhatItCannotRead) {
  EXPECT_EQ(problem("/api/v1/search?jurisdiction=qq", 400)["parameter"], "jurisdiction");
  EXPECT_TRUE(problem("/api/v1/search?q=%28access", 400).contains("position"));
  EXPECT_EQ(problem("/api/v1/acts?limit=0", 400)["parameter"], "limit");
  EXPECT_EQ(problem("/api/v1/acts?limit=1&limit=2", 400)["parameter"], "limit");
  EXPECT_EQ(problem("/api/v1/acts?offset=-1", 400)["parameter"], "offset");
  EXPECT_EQ(problem("/api/v1/acts/trt?as_of=2015-02-30", 400)["parameter"], "as_of");
  EXPECT_EQ(problem("/api/v1/provisions/trt/1?lang=EN", 400)["parameter"], "lang");
  EXPECT_EQ(problem("/api/v1/search?cursor=nonsense", 400)["parameter"], "cursor");
}

TEST_F(RoutesTest, AnswersOnlyReading) {
  for (char const* method : {"POST", "PUT", "DELETE", "PATCH"}) {
    Response const refused = ask(kSearch, {}, method);
    EXPECT_EQ(refused.status, 405) << method;
    EXPECT_EQ(header(refused, "Allow"), "GET, HEAD, OPTIONS");
  }
  EXPECT_EQ(ask("/nothing", {}, "POST").status, 404);
  Response const preflight = ask(kSearch, {}, "OPTIONS");
  EXPECT_EQ(preflight.status, 204);
  EXPECT_EQ(header(preflight, "Access-Control-Allow-Origin"), "*");
  EXPECT_EQ(header(preflight, "Access-Control-Allow-Methods"), "GET, HEAD, OPTIONS");
  EXPECT_EQ(ask(kSearch, {}, "HEAD").body, ask(kSearch).body);
}

TEST_F(RoutesTest, BodiesAreAFunctionOfQueryAndGeneration) {
  Response const first = ask(kSearch);
  Response const second = ask(kSearch);
  EXPECT_EQ(first.body, second.body);
  EXPECT_EQ(header(first, "ETag"), header(second, "ETag"));
  EXPECT_NE(header(first, "Server-Timing").find("total;dur="), std::string::npos);
  EXPECT_EQ(header(first, "Cache-Control"), "no-cache");
  today_ = Date::parse("2024-03-02").value();
  EXPECT_NE(header(ask(kSearch), "ETag"), header(first, "ETag"));  // the body echoes the day
}

TEST_F(RoutesTest, RevalidatesWithoutABody) {
  for (char const* target : {kSearch, "/api/v1/provisions/trt/1", "/api/v1/acts", "/openapi.json",
                             "/akn/zz/act/2015/computer-act"}) {
    std::string const tag = header(ask(target), "ETag");
    ASSERT_FALSE(tag.empty()) << target;
    Response const again = ask(target, {{"If-None-Match", "\"x\", W/" + tag}});
    EXPECT_EQ(again.status, 304) << target;
    EXPECT_TRUE(again.body.empty());
    EXPECT_EQ(header(again, "ETag"), tag);
    EXPECT_EQ(ask(target, {{"If-None-Match", "\"x\""}}).status, 200);
  }
  EXPECT_EQ(ask(kSearch, {{"If-None-Match", "*"}}).status, 304);
  EXPECT_EQ(ask("/api/v1/provisions/trt/99", {{"If-None-Match", "*"}}).status, 404);
}

TEST_F(RoutesTest, CompressesForThoseWhoAsk) {
  Response const plain = ask(kSearch);
  Response const packed = ask(kSearch, {{"Accept-Encoding", "gzip"}});
  EXPECT_EQ(header(packed, "Content-Encoding"), "gzip");
  EXPECT_LT(packed.body.size(), plain.body.size());
  EXPECT_NE(header(packed, "ETag"), header(plain, "ETag"));
  EXPECT_EQ(header(packed, "Vary"), "Accept, Accept-Encoding");
}

TEST_F(RoutesTest, SaysWhenItIsBusy) {
  auto const one = admission_.enter();
  auto const two = admission_.enter();
  Response const refused = ask(kSearch);
  EXPECT_EQ(refused.status, 503);
  EXPECT_EQ(header(refused, "Retry-After"), "1");
  EXPECT_EQ(ask("/healthz").status, 200);
}

TEST_F(RoutesTest, TellsHealthAndReadiness) {
  EXPECT_EQ(json("/healthz")["status"], "ok");
  auto const ready = json("/readyz");
  EXPECT_EQ(ready["documents"], 23);
  EXPECT_EQ(ready["digest"], snapshots_.current()->generation().manifest().digest);
  Snapshots empty("/nonexistent", [](LogLine const&) {});
  RouteContext const context{
      .snapshots = empty, .admission = admission_, .today = context_.today, .log = context_.log};
  Request request;
  request.method = "GET";
  for (char const* path : {"/readyz", "/api/v1/search", "/api/v1/acts"}) {
    request.path = path;
    EXPECT_EQ(handle(request, context).status, 503) << path;
  }
  request.path = "/healthz";
  EXPECT_EQ(handle(request, context).status, 200);
}

TEST_F(RoutesTest, LogsNothingOfWhatIsAsked) {
  ask("/api/v1/search?q=verysecret");
  ask("/api/v1/search?q=%28verysecret");
  ask("/verysecret");
  for (std::string const& line : log_) {
    EXPECT_EQ(line.find("verysecret"), std::string::npos) << line;
  }
}

}  // namespace
}  // namespace cyberlex::api
