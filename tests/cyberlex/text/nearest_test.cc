#include "cyberlex/text/nearest.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <vector>

namespace cyberlex {
namespace {

// The definition, by recursion.
size_t slow_distance(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) {
    return a.size() + b.size();
  }
  size_t best = slow_distance(a.substr(1), b.substr(1)) + (a[0] == b[0] ? 0 : 1);
  best = std::min({best, slow_distance(a.substr(1), b) + 1, slow_distance(a, b.substr(1)) + 1});
  if (a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0]) {
    best = std::min(best, slow_distance(a.substr(2), b.substr(2)) + 1);
  }
  return best;
}

TEST(Nearest, AgreesWithTheDefinitionOfDistance) {
  constexpr unsigned kSeed = 7;
  std::mt19937 random(kSeed);
  auto const word = [&random] {
    std::string out(random() % 6, 'a');
    for (char& c : out) {
      c = static_cast<char>('a' + random() % 3);
    }
    return out;
  };
  for (int i = 0; i < 2000; ++i) {
    std::string const a = word();
    std::string const b = word();
    EXPECT_EQ(edit_distance(a, b), slow_distance(a, b)) << a << ' ' << b << " seed " << kSeed;
  }
}

TEST(Nearest, OffersWhatIsNearAndNothingElse) {
  constexpr auto kNames =
      std::to_array<std::string_view>({"offence", "power", "illegal-access", "ng", "ni"});
  EXPECT_EQ(Nearest("offense").among(kNames).name(), "offence");
  EXPECT_EQ(Nearest("Ofence").among(kNames).name(), "offence");
  EXPECT_EQ(Nearest("illegal-acces").among(kNames).name(), "illegal-access");
  EXPECT_EQ(Nearest("nj").among(kNames).name(), "ng");
  EXPECT_EQ(Nearest("zz").among(kNames).name(), "");
  EXPECT_EQ(Nearest("zeppelin").among(kNames).hint(), "");
  EXPECT_EQ(Nearest("powre").among(kNames).hint(), ", did you mean \"power\"?");
  EXPECT_EQ(Nearest(std::string(1000, 'x')).among(kNames).name(), "");
}

TEST(Nearest, QuotesHostileTextAsPrintableUtf8) {
  EXPECT_EQ(in_quotes("ماده"), "\"ماده\"");
  EXPECT_EQ(in_quotes("a\nb"), "\"a?b\"");
  EXPECT_EQ(in_quotes("a\xFF"), "\"a?\"");
  EXPECT_EQ(in_quotes(std::string(100, 'x')), '"' + std::string(60, 'x') + "…\"");
}

TEST(Nearest, CutsLongLists) {
  std::vector<std::string_view> const names = {"a", "b", "c"};
  EXPECT_EQ(listed(names), "a, b, c");
  EXPECT_EQ(listed(names, 2), "a, b and 1 more");
}

}  // namespace
}  // namespace cyberlex
