#include "cyberlex/search/concept_labels.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace cyberlex {
namespace {

using ::testing::ElementsAre;

Concept concept_of(std::string id, LocalizedText pref) {
  Concept out;
  out.scheme = "offence";
  out.id = std::move(id);
  out.pref = std::move(pref);
  return out;
}

Taxonomy small_taxonomy() {
  Taxonomy out;
  Concept group =
      concept_of("a-group", {{"en", "core cybercrime"}, {"fa", "جرایم رایانه‌ای"}});
  Concept access = concept_of("access", {{"en", "illegal access"}, {"fa", "دسترسی غیرمجاز"}});
  access.broader = "a-group";
  access.alt = {{"en", {"unlawful access to a computer", "hacking"}},
                {"es", {"acceso no autorizado"}}};
  access.hidden = {{"en", {"ilegal acess"}}, {"fa", {"دسترسی غیر مجاز"}}};
  Concept device = concept_of("device", {{"en", "access device fraud"}, {"es", "fraude"}});
  device.broader = "access";
  Concept forgery = concept_of("forgery", {{"en", "computer forgery"}, {"es", "hacking"}});
  forgery.alt["en"] = {"forged"};
  forgery.hidden["en"] = {"forging"};
  Concept writ = concept_of("writ", {{"en", "forge"}});
  out.concepts = {group, access, device, forgery, writ};
  return out;
}

// "hacking of computers" as a parser would read it: words between blanks.
std::vector<QueryWords> read(std::string const& text) {
  WordReader reader;
  std::istringstream in(text);
  std::vector<QueryWords> out;
  for (std::string word; in >> word;) {
    out.push_back(reader.read(word));
  }
  return out;
}

class Labels : public ::testing::Test {
 protected:
  // "0+2 access": two words from the first are a label of the concept.
  std::vector<std::string> find(std::string const& text) const {
    std::vector<std::string> out;
    for (LabelRun const& run : labels_.find(read(text))) {
      out.push_back(std::to_string(run.first) + "+" + std::to_string(run.count) + " " +
                    labels_.concept_of(labels_.label(run.label)).id);
    }
    return out;
  }

  Taxonomy taxonomy_ = small_taxonomy();
  ConceptLabels labels_{taxonomy_};
};

TEST_F(Labels, AreFoundByTheirStemsWhereverTheyStand) {
  EXPECT_THAT(find("illegal access"), ElementsAre("0+2 access"));
  EXPECT_THAT(find("Illegal ACCESSES"), ElementsAre("0+2 access"));
  EXPECT_THAT(find("penalty for illegal access by night"), ElementsAre("2+2 access"));
  EXPECT_THAT(find("hackers hacking"), ElementsAre("1+1 forgery")) << "stems, not beginnings";
  EXPECT_THAT(find("illegal"), ElementsAre());
  EXPECT_THAT(find("access illegal"), ElementsAre()) << "in their order";
  EXPECT_THAT(find(""), ElementsAre());
}

TEST_F(Labels, OfHiddenMisspellingsLeadToTheConcept) {
  EXPECT_THAT(find("ilegal acess"), ElementsAre("0+2 access"));
}

TEST_F(Labels, KeepTheirStopwords) {
  EXPECT_THAT(find("unlawful access to a computer"), ElementsAre("0+5 access"));
  EXPECT_THAT(find("unlawful access computer"), ElementsAre());
  EXPECT_THAT(find("acceso no autorizado"), ElementsAre("0+3 access"));
}

TEST_F(Labels, OfPersianAreFoundHoweverTheirWordsAreJoined) {
  for (char const* const text :
       {"دسترسی غیرمجاز", "دسترسی غیر مجاز", "دسترسی غیر‌مجاز", "دسترسي غيرمجاز"}) {
    std::vector<std::string> const found = find(text);
    ASSERT_EQ(found.size(), 1U) << text;
    EXPECT_TRUE(found.front().ends_with(" access")) << text;
  }
  EXPECT_THAT(find("جرایم رایانه‌ای"), ElementsAre("0+2 a-group"));
  EXPECT_THAT(find("جرایم رایانهای"), ElementsAre("0+2 a-group"));
  EXPECT_THAT(find("جرایم رایانه ای"), ElementsAre("0+3 a-group"));
}

TEST_F(Labels, AreTakenLongestFirst) {
  EXPECT_THAT(find("illegal access device fraud"), ElementsAre("1+3 device"))
      << "the longer one, though it begins later";
  EXPECT_THAT(find("illegal access to a computer forgery"),
              ElementsAre("0+2 access", "4+2 forgery"));
  EXPECT_THAT(find("unlawful access to a computer forgery"), ElementsAre("0+5 access"));
  EXPECT_THAT(find("illegal access illegal access"), ElementsAre("0+2 access", "2+2 access"));
}

TEST_F(Labels, OfOneRunArePreferredByTheirWordsThenByTheirKind) {
  EXPECT_THAT(find("forged"), ElementsAre("0+1 forgery"));
  EXPECT_THAT(find("forge"), ElementsAre("0+1 writ"));
  EXPECT_THAT(find("forges"), ElementsAre("0+1 writ")) << "preferred before alternative";
  EXPECT_THAT(find("hacking"), ElementsAre("0+1 forgery")) << "the very word, and preferred";
}

TEST_F(Labels, KnowTheirSiblingsAndNarrowerConcepts) {
  auto const label = [this](std::string const& text) -> ConceptLabel const& {
    return labels_.label(labels_.find(read(text)).at(0).label);
  };
  std::vector<std::string> texts;
  for (ConceptLabel const& each : labels_.siblings(label("illegal access"))) {
    texts.push_back(each.language + " " + each.text);
  }
  EXPECT_THAT(texts, ElementsAre("en illegal access", "en unlawful access to a computer",
                                 "en hacking", "en ilegal acess", "es acceso no autorizado",
                                 "fa دسترسی غیرمجاز", "fa دسترسی غیر مجاز"));
  EXPECT_THAT(labels_.narrower(label("core cybercrime")),
              ElementsAre("a-group", "access", "device"));
  EXPECT_THAT(labels_.narrower(label("fraude")), ElementsAre("device"));
}

TEST_F(Labels, SurviveACircleOfBroaderConcepts) {
  Taxonomy circle;
  Concept a = concept_of("a", {{"en", "alpha"}});
  Concept b = concept_of("b", {{"en", "beta"}});
  a.broader = "b";
  b.broader = "a";
  circle.concepts = {a, b};
  ConceptLabels const labels(circle);
  EXPECT_THAT(labels.narrower(labels.label(0)), ::testing::UnorderedElementsAre("a", "b"));
}

TEST_F(Labels, OfManyJoinedWordsAreFoundJoinedAndParted) {
  Taxonomy many;
  many.concepts = {concept_of(
      "many", {{"fa", "داده‌ها سامانه‌ها رایانه‌ها شبکه‌ها"}})};
  ConceptLabels const labels(many);
  EXPECT_EQ(labels.label(0).forms.size(), 2U);
  EXPECT_EQ(
      labels.find(read("داده‌ها سامانه‌ها رایانه‌ها شبکه‌ها"))
          .size(),
      1U);
  EXPECT_EQ(labels.find(read("دادهها سامانهها رایانهها شبکهها")).size(), 1U);
}

TEST(NoLabels, FindNothing) {
  Taxonomy const none;
  EXPECT_TRUE(ConceptLabels(none).find(read("illegal access")).empty());
}

}  // namespace
}  // namespace cyberlex
