#include "indexer/known_acts.h"

#include <gtest/gtest.h>

#include "tests/indexer/small_act.h"

namespace cyberlex {
namespace {

UnitFacts asking(char const* limb, std::vector<std::string> const& ids) {
  LimbFacts facts;
  facts.limb = eid(limb);
  for (std::string const& id : ids) {
    facts.asks.push_back({id, true, "x"});
  }
  return {facts.limb.unit(), ProvisionClass::kOffence, {facts}, {}};
}

using Ids = std::set<std::string>;

TEST(KnownActs, GathersTheDemandsAtAndBelowAnArticle) {
  Act treaty;
  treaty.work.handle = "tt";
  treaty.work.readings["all"] = {};
  treaty.expressions = {version("en", "2001-01-01", {section("1", "x")})};
  Annotations annotations;
  annotations.units = {asking("art_1", {"whole"}), asking("art_1__para_1", {"first"}),
                       asking("art_1__para_1__subpara_a", {"a", "first"}),
                       asking("art_1__para_10", {"tenth"}), asking("art_1-bis", {"other"})};
  KnownActs known;
  known.add(treaty, &annotations);
  EXPECT_EQ(known.demands("tt", eid("art_1")), (Ids{"whole", "first", "a", "tenth"}));
  EXPECT_EQ(known.demands("tt", eid("art_1__para_1")), (Ids{"first", "a"}));
  EXPECT_EQ(known.demands("tt", eid("art_1__para_1__subpara_a")), (Ids{"first", "a"}));
  EXPECT_EQ(known.demands("tt", eid("art_1__para_2")), Ids());
  EXPECT_EQ(known.demands("uu", eid("art_1")), Ids());
}

TEST(KnownActs, KnowsProvisionsAndReadings) {
  Act act;
  act.work.handle = "zz/act";
  act.work.readings["all"] = {};
  act.expressions = {version("en", "2001-01-01", {section("1", "x")})};
  KnownActs known;
  known.add(act, nullptr);
  EXPECT_TRUE(known.has_act("zz/act"));
  EXPECT_FALSE(known.has_act("zz/other"));
  EXPECT_TRUE(known.has("zz/act", eid("sec_1")));
  EXPECT_FALSE(known.has("zz/act", eid("sec_2")));
  EXPECT_FALSE(known.has("zz/other", eid("sec_1")));
  EXPECT_TRUE(known.has_reading("zz/act", "all"));
  EXPECT_FALSE(known.has_reading("zz/act", "some"));
  EXPECT_FALSE(known.has_reading("zz/other", "all"));
}

}  // namespace
}  // namespace cyberlex
