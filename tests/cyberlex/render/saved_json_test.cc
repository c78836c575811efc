#include <gmock/gmock.h>

#include <iostream>
#include <nlohmann/json.hpp>
#include <random>

#include "cyberlex/render/export_origin.h"
#include "cyberlex/render/saved_answer.h"

namespace cyberlex {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr uint32_t kSeed = 20262;
constexpr int kPairs = 2000;

std::string answer(json const& members, std::string const& digest = "one") {
  json out = members;
  out["request"] = "/api/v1/x?as_of=2020-01-01";
  out["corpus"] = {{"digest", digest}, {"generation", digest}};
  out["next"] = "/api/v1/x?cursor=" + digest;
  return out.dump();
}

SavedDifference difference(json const& before, json const& after,
                           std::string const& digest = "one") {
  return compare_saved(read_saved(answer(before)).value(),
                       read_saved(answer(after, digest)).value());
}

json grid(std::string const& coverage) {
  return {{"as_of", "2020-01-01"},
          {"rows",
           {{{"handle", "unc/7"},
             {"cells",
              {{{"jurisdiction", "ng"}, {"verdict", {{"coverage", coverage}}}},
               {{"jurisdiction", "ni"}, {"verdict", {{"coverage", "covered"}}}}}}}}}};
}

TEST(SavedJson, NamesTheMemberThatDiffersByTheNamesAboveIt) {
  EXPECT_EQ(difference(grid("partly"), grid("partly")).report, "identical\n");
  EXPECT_EQ(difference(grid("partly"), grid("partly"), "two").report,
            "identical\ncorpus changed: one -> two\n");
  SavedDifference const changed = difference(grid("partly"), grid("covered"), "two");
  EXPECT_FALSE(changed.same_rows);
  EXPECT_EQ(changed.report,
            "changed\ncorpus changed: one -> two\n"
            "rows/cells: 0 removed, 0 added, 1 changed, 0 in score or rank only\n"
            "  changed unc/7 ng: verdict.coverage (partly -> covered)\n");
  EXPECT_THAT(difference(grid("partly"), grid("covered")).report, HasSubstr("corpus the same"));
}

TEST(SavedJson, TellsWhatMovedFromWhatChanged) {
  json const two = {{"hits", {{{"handle", "a"}, {"score", 2}}, {{"handle", "b"}, {"score", 1}}}}};
  json const turned = {
      {"hits", {{{"handle", "b"}, {"score", 3}}, {{"handle", "a"}, {"score", 2}}}}};
  SavedDifference const moved = difference(two, turned);
  EXPECT_FALSE(moved.same_rows);
  EXPECT_THAT(moved.report, HasSubstr("hits: 0 removed, 0 added, 0 changed, 2 in score or rank"));
  json const one = {{"hits", {{{"handle", "a"}, {"score", 2}}}}};
  EXPECT_THAT(difference(two, one).report, HasSubstr("  removed b\n"));
  EXPECT_THAT(difference({{"total", 1}}, {{"total", 2}}).report,
              HasSubstr("changed as a whole: total (1 -> 2)\n"));
  std::string const text(100, 'x');
  EXPECT_THAT(difference({{"text", text}}, {{"text", "y"}}).report, Not(HasSubstr("->")));
}

TEST(SavedJson, IsReadAsItWasLaidOutByAnyone) {
  json const spread = json::parse(answer(grid("partly")));
  SavedAnswer const read = read_saved(spread.dump(4)).value();
  EXPECT_EQ(read.origin.request, "/api/v1/x?as_of=2020-01-01");
  EXPECT_TRUE(compare_saved(read, read_saved(answer(grid("partly"))).value()).same_rows);
  EXPECT_EQ(with_request("{\"a\":1}\n", "/x"), "{\"request\":\"/x\",\"a\":1}\n");
}

TEST(SavedJson, IsRefusedWithoutItsQuestion) {
  std::string deep = R"({"request":"/x","corpus":{"digest":"d"},"a":)";
  deep += std::string(200, '[') + std::string(200, ']') + '}';
  for (std::string const& text :
       {std::string("a,b\r\n"), std::string("{"), std::string("[]"), std::string("{}"),
        std::string(R"({"request":"/x"})"), std::string(R"({"request":1,"corpus":{"digest":"d"}})"),
        std::string(R"({"request":"/x","corpus":[]})"), deep}) {
    EXPECT_FALSE(read_saved(text).ok()) << text;
  }
}

// ---- random answers, compared by the JSON library

json random_value(std::mt19937& random, int depth) {
  auto const below = [&random](uint32_t n) { return static_cast<uint32_t>(random() % n); };
  switch (depth == 0 ? below(2) : below(5)) {
    case 0:
      return static_cast<int>(below(3));
    case 1:
      return std::string(1, static_cast<char>('p' + static_cast<char>(below(3))));
    case 2: {
      json out = json::object();
      for (char const* name : {"handle", "value", "a", "b"}) {
        if (below(2) == 0) {
          out[name] = random_value(random, depth - 1);
        }
      }
      return out;
    }
    default: {
      json out = json::array();
      for (uint32_t n = below(4); n > 0; --n) {
        out.push_back(random_value(random, depth - 1));
      }
      return out;
    }
  }
}

TEST(SavedJson, DiffersExactlyWhereTheJsonDoes) {
  std::cout << "seed " << kSeed << '\n';
  std::mt19937 random(kSeed);
  int same = 0;
  for (int i = 0; i < kPairs; ++i) {
    json const before = {{"m", random_value(random, 4)}, {"n", random_value(random, 2)}};
    json after = before;
    if (i % 2 == 0) {
      after["n"] = random_value(random, 2);
    }
    same += before == after ? 1 : 0;
    EXPECT_EQ(difference(before, after).same_rows, before == after) << before << '\n' << after;
  }
  EXPECT_GT(same, kPairs / 2);
  EXPECT_LT(same, kPairs * 3 / 4);
}

}  // namespace
}  // namespace cyberlex
