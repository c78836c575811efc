#include "cyberlex/search/facet_cut.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

namespace cyberlex {
namespace {

Facet facet(std::vector<FacetValue> values) {
  Facet out;
  out.param = Param::kAct;
  out.values = std::move(values);
  return out;
}

FacetValue value(std::string name, uint64_t count, std::string broader = "") {
  FacetValue out;
  out.value = std::move(name);
  out.count = count;
  out.broader = std::move(broader);
  return out;
}

std::string listed(Facet const& cut) {
  std::string out;
  for (FacetValue const& each : cut.values) {
    out += each.value + ' ';
  }
  return out;
}

TEST(CutFacets, KeepsTheMostFrequentInTheirOrder) {
  std::vector<Facet> facets = {facet({value("a", 1), value("b", 5), value("c", 3), value("d", 3)})};
  cut_facets(facets, 2);
  EXPECT_EQ(listed(facets[0]), "b c ");
  EXPECT_EQ(facets[0].left_out, 2U);
}

TEST(CutFacets, KeepsWhatIsSelectedAndWhatStandsAbove) {
  std::vector<Facet> facets = {
      facet({value("unc", 1), value("unc/ii", 2, "unc"), value("unc/7", 9, "unc/ii"),
             value("budapest", 1), value("x", 1)})};
  facets[0].values.back().selected = true;
  cut_facets(facets, 1);
  EXPECT_EQ(listed(facets[0]), "unc unc/ii unc/7 x ");
  EXPECT_EQ(facets[0].left_out, 1U);
}

TEST(CutFacets, CutsNothingWhenAskedForAll) {
  std::vector<Facet> facets = {facet({value("a", 1), value("b", 5)})};
  cut_facets(facets, 0);
  EXPECT_EQ(listed(facets[0]), "a b ");
  EXPECT_EQ(facets[0].left_out, 0U);
}

// A value goes only when `limit` others have at least its count; nothing else changes.
TEST(CutFacets, LeavesCountsAndOrderAsTheyWere) {
  constexpr unsigned kSeed = 5;
  std::mt19937 random(kSeed);
  SCOPED_TRACE(kSeed);
  for (int round = 0; round < 2000; ++round) {
    Facet whole = facet({});
    for (size_t left = random() % 12; left > 0; --left) {
      whole.values.push_back(value("v" + std::to_string(left), random() % 6));
      whole.values.back().selected = random() % 6 == 0;
    }
    auto const limit = static_cast<uint32_t>(1 + random() % 8);
    std::vector<Facet> facets = {whole};
    cut_facets(facets, limit);
    Facet const& cut = facets[0];
    ASSERT_EQ(cut.values.size() + cut.left_out, whole.values.size());
    auto at = cut.values.begin();
    for (size_t i = 0; i < whole.values.size(); ++i) {
      FacetValue const& each = whole.values[i];
      bool const kept = at != cut.values.end() && at->value == each.value;
      size_t before = 0;
      for (size_t j = 0; j < whole.values.size(); ++j) {
        uint64_t const other = whole.values[j].count;
        before += other > each.count || (other == each.count && j < i) ? 1 : 0;
      }
      ASSERT_EQ(kept, before < limit || each.selected);
      if (kept) {
        ASSERT_EQ(at->count, each.count);
        ++at;
      }
    }
    ASSERT_EQ(at, cut.values.end());
  }
}

}  // namespace
}  // namespace cyberlex
