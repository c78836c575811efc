#include "cyberlex/search/value_tree.h"

#include <gtest/gtest.h>

#include "tests/support/mini_index.h"
#include "tests/support/random_corpus.h"

namespace cyberlex::testing {
namespace {

std::string broader(ValueTree const& tree, std::string_view value) {
  uint32_t const at = tree.find(value);
  uint32_t const above = at == ValueTree::kNone ? at : tree.nodes()[at].broader;
  return above == ValueTree::kNone ? "" : tree.nodes()[above].value;
}

TEST(ValueTree, ArticlesStandBelowTheirChaptersAndTheirTreaty) {
  ActBuilder unc("unc", 2024);
  unc.add(StateBuilder("art_1").text("en", "word"));
  unc.add(StateBuilder("art_7")
              .text("en", "word")
              .inside("chp_2", "II", "Measures")
              .inside("chp_2__sec_1"));
  ActBuilder law("ng/act-1", 2015);
  law.add(StateBuilder("sec_1")
              .text("en", "word")
              .inside("part_1")
              .limb(LimbBuilder("sec_1")
                        .mapped("unc", "art_7", Relation::kNarrower)
                        .mapped("elsewhere", "art_2", Relation::kNarrower)
                        .outside("budapest")));
  MiniIndex const index({unc, law});
  ValueTree const tree = ValueTree::of_articles(*index.generation());
  EXPECT_EQ(broader(tree, "unc/7"), "unc/chp_2__sec_1");
  EXPECT_EQ(broader(tree, "unc/chp_2__sec_1"), "unc/chp_2");
  EXPECT_EQ(broader(tree, "unc/chp_2"), "unc");
  EXPECT_EQ(broader(tree, "unc"), "");
  EXPECT_EQ(broader(tree, "unc/1"), "unc");
  EXPECT_EQ(broader(tree, "elsewhere/2"), "elsewhere") << "mapped to, and not held";
  EXPECT_EQ(tree.nodes()[tree.find("unc/chp_2")].label, "II: Measures");
  EXPECT_EQ(tree.nodes()[tree.find("unc/7")].depth, 3U);
  EXPECT_FALSE(tree.holds("budapest/none")) << "outside is no article";
  EXPECT_FALSE(tree.holds("ng/act-1"));
}

TEST(ValueTree, WithinIsItselfOrBelow) {
  ValueTree const tree = ValueTree::of_concepts(random_taxonomy(), "offence");
  EXPECT_TRUE(tree.is_within("forgery", "forgery"));
  EXPECT_TRUE(tree.is_within("forgery", "cyber-offence"));
  EXPECT_FALSE(tree.is_within("cyber-offence", "forgery"));
  EXPECT_FALSE(tree.is_within("illegal-access", "fraud"));
  EXPECT_FALSE(tree.holds("search")) << "of another scheme";
}

TEST(ValueTree, ACircleEnds) {
  Taxonomy circle;
  for (auto const& [id, above] :
       std::vector<std::pair<std::string, std::string>>{{"a", "b"}, {"b", "a"}}) {
    Concept entry;
    entry.scheme = "offence";
    entry.id = id;
    entry.broader = above;
    circle.concepts.push_back(entry);
  }
  EXPECT_TRUE(ValueTree::of_concepts(circle, "offence").holds("a"));
}

}  // namespace
}  // namespace cyberlex::testing
