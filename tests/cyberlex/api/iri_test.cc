#include "cyberlex/api/iri.h"

#include "tests/cyberlex/api/routes_fixture.h"

namespace cyberlex::api {
namespace {

using IriTest = RoutesTest;

TEST_F(IriTest, ResolvesWorksExpressionsAndPortions) {
  struct Row {
    char const* target;
    char const* handle;
    char const* as_of;
  };
  Row const rows[] = {
      {"/akn/zz/act/2015/computer-act", "zz/computer-act-2015", "2024-03-01"},
      {"/akn/zz/act/2015/computer-act.json", "zz/computer-act-2015", "2024-03-01"},
      {"/akn/zz/act/2015/computer-act/eng", "zz/computer-act-2015", "2024-03-01"},
      {"/akn/zz/act/2015/computer-act/eng@2015-01-01", "zz/computer-act-2015", "2015-01-01"},
      {"/akn/zz/act/2015/computer-act/eng:2018-06-01/!main", "zz/computer-act-2015", "2018-06-01"},
      {"/akn/zz/act/2015/computer-act/!main~sec_3", "zz/computer-act-2015/sec_3", "2024-03-01"},
      {"/akn/zz/act/2015/computer-act/eng@2015-01-01/restatement/!main~sec_3.json",
       "zz/computer-act-2015/sec_3", "2015-01-01"},
      {"/akn/zz/act/2015/computer-act/~sec_3?as_of=2016-01-01&lang=en",
       "zz/computer-act-2015/sec_3", "2016-01-01"},
  };
  for (Row const& row : rows) {
    auto const found = json(row.target);
    EXPECT_EQ(found["handle"], row.handle) << row.target;
    EXPECT_EQ(found["as_of"], row.as_of) << row.target;
  }
}

TEST_F(IriTest, LeadsFromTheIriOfAHitToTheHit) {
  auto const hits = json("/api/v1/search?jurisdiction=zz&limit=5")["hits"];
  ASSERT_EQ(hits.size(), 5U);
  for (auto const& hit : hits) {
    EXPECT_EQ(json(hit["iri"])["handle"], hit["handle"]);
  }
}

TEST_F(IriTest, RefusesWhatNamesNothing) {
  std::string const work = "/akn/zz/act/2015/computer-act";
  problem("/akn/zz/act/2015/another", 404);
  problem(work + "/eng@2016-01-01", 404);   // no such version
  problem(work + "/fas/!main~sec_3", 404);  // no such language
  problem(work + "/eng/official/!main~sec_3", 404);
  problem(work + "/!main~sec_99", 404);
  problem(work + "/english", 400);
  problem(work + "/eng@2015-13-01", 400);
  problem(work + "/!main~sec_3/more", 400);
  problem(work + "/eng:2018-01-01?as_of=2018-01-01", 400);
}

}  // namespace
}  // namespace cyberlex::api
