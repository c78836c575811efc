#include "cyberlex/search/loose_labels.h"

#include <gtest/gtest.h>

#include <cmath>
#include <sstream>

#include "cyberlex/search/concept_labels.h"

namespace cyberlex {
namespace {

std::vector<QueryWords> read(std::string const& text) {
  WordReader reader;
  std::istringstream in(text);
  std::vector<QueryWords> out;
  for (std::string word; in >> word;) {
    out.push_back(reader.read(word));
  }
  return out;
}

Taxonomy taxonomy() {
  Taxonomy out;
  for (auto const& [language, label] :
       std::vector<std::pair<std::string, std::string>>{{"en", "search and seizure of stored data"},
                                                        {"en", "unlawful access to a computer"},
                                                        {"en", "illegal access"},
                                                        {"en", "grooming of a child"},
                                                        {"en", "data retention"},
                                                        {"en", "computer fraud"},
                                                        {"en", "computer search"},
                                                        {"es", "retención de datos"},
                                                        {"es", "acceso no autorizado"},
                                                        {"es", "fraude informático"},
                                                        {"fa", "جرایم رایانه‌ای"},
                                                        {"fa", "سرقت داده"}}) {
    Concept entry;
    entry.scheme = "offence";
    entry.id = "c" + std::to_string(100 + out.concepts.size());
    entry.pref[language] = label;
    out.concepts.push_back(std::move(entry));
  }
  return out;
}

class Loose : public ::testing::Test {
 protected:
  std::string find(std::string const& text, size_t more_than = 0) const {
    std::optional<LooseRun> const run = labels_.find_alike(read(text), more_than);
    return run ? labels_.label(run->label).text : "";
  }

  Taxonomy taxonomy_ = taxonomy();
  ConceptLabels labels_{taxonomy_};
};

TEST_F(Loose, StopWordsAndOrderDoNotMatter) {
  EXPECT_EQ(find("the grooming of children"), "") << "child and children are two stems";
  EXPECT_EQ(find("the grooming of childs"), "grooming of a child");
  EXPECT_EQ(find("child grooming"), "grooming of a child");
  EXPECT_EQ(find("los datos retención"), "retención de datos");
  EXPECT_EQ(find("جرایم رایانه ای"), "جرایم رایانه‌ای");
  EXPECT_EQ(labels_.find_alike(read("child grooming"), 0)->share, 1);
}

TEST_F(Loose, MostOfTheWordsAreEnough) {
  EXPECT_EQ(find("seizure and search of computer data", 2), "search and seizure of stored data");
  EXPECT_EQ(find("search and seizure of data"), "search and seizure of stored data");
}

TEST_F(Loose, OneWordOfSeveralIsNot) {
  EXPECT_EQ(find("access"), "");
  EXPECT_EQ(find("hurricane access"), "");
  EXPECT_EQ(find("data"), "");
  EXPECT_EQ(find("illegal logging"), "");
  EXPECT_EQ(find("of the"), "");
  EXPECT_EQ(find(""), "");
}

TEST_F(Loose, ANegationCounts) {
  EXPECT_EQ(find("acceso autorizado por el juez instructor"), "");
}

TEST_F(Loose, OnlyLabelsWithMoreInCommonThanSaid) {
  EXPECT_EQ(find("data retention", 1), "data retention");
  EXPECT_EQ(find("data retention", 2), "");
}

// By hand: 7 labels of English, "data" in 2, "retent" and "store" in 1 each.
TEST_F(Loose, TheShareIsTheWeightedDiceCoefficient) {
  auto const idf = [](double having) { return std::log(1 + (7 - having + 0.5) / (having + 0.5)); };
  double const common = idf(2) + idf(1);
  std::optional<LooseRun> const run = labels_.find_alike(read("stored data retention"), 0);
  ASSERT_TRUE(run.has_value());
  EXPECT_EQ(labels_.label(run->label).text, "data retention");
  EXPECT_NEAR(run->share, 2 * common / (2 * common + idf(1)), 1e-12);
  EXPECT_EQ(run->common, 2U);
  EXPECT_EQ(find("traffic data retention"), "") << "a word of no label weighs most: 0.67";
}

}  // namespace
}  // namespace cyberlex
