#include "cyberlex/model/annotation.h"

#include <gtest/gtest.h>

#include <functional>

namespace cyberlex {
namespace {

// Two values that differ in any one field are not equal; where they were read does not matter.
template <typename Value>
void expect_every_field_counts(std::vector<std::function<void(Value&)>> const& changes) {
  for (size_t i = 0; i < changes.size(); ++i) {
    Value changed;
    changes[i](changed);
    EXPECT_FALSE(changed == Value()) << "change " << i;
  }
  Value elsewhere;
  elsewhere.place = {"f", 1, 2};
  EXPECT_EQ(elsewhere, Value());
}

EId const kEId = EId::parse("art_7").value();
Date const kDay = Date::parse("2020-01-02").value();

TEST(Annotation, ComparesLimbsFieldByField) {
  expect_every_field_counts<LimbFacts>({
      [](LimbFacts& f) { f.limb = kEId; },
      [](LimbFacts& f) { f.valid.from = kDay; },
      [](LimbFacts& f) { f.offences = {"a"}; },
      [](LimbFacts& f) { f.elements["a"] = "b"; },
      [](LimbFacts& f) { f.penalties.resize(1); },
      [](LimbFacts& f) { f.powers.resize(1); },
      [](LimbFacts& f) { f.concerns.resize(1); },
      [](LimbFacts& f) { f.defences.resize(1); },
      [](LimbFacts& f) { f.asks.resize(1); },
      [](LimbFacts& f) { f.provenance.sources = {"a"}; },
      [](LimbFacts& f) { f.note = "a"; },
  });
}

TEST(Annotation, ComparesMappingsFieldByField) {
  expect_every_field_counts<Mapping>({
      [](Mapping& m) { m.limb = kEId; },
      [](Mapping& m) { m.treaty = "a"; },
      [](Mapping& m) { m.article = kEId; },
      [](Mapping& m) { m.relation = Relation::kOutside; },
      [](Mapping& m) { m.rationale = "a"; },
      [](Mapping& m) { m.covers = {"a"}; },
      [](Mapping& m) { m.partly = {"a"}; },
      [](Mapping& m) { m.missing = {"a"}; },
      [](Mapping& m) { m.added = {"a"}; },
      [](Mapping& m) { m.valid.to = kDay; },
      [](Mapping& m) { m.provenance.confidence = Confidence::kVerified; },
  });
}

TEST(Annotation, ComparesAssessedArticlesFieldByField) {
  expect_every_field_counts<ArticleAssessment>({
      [](ArticleAssessment& a) { a.treaty = "a"; },
      [](ArticleAssessment& a) { a.article = kEId; },
      [](ArticleAssessment& a) { a.read = "a"; },
      [](ArticleAssessment& a) { a.elsewhere = "a"; },
      [](ArticleAssessment& a) { a.rationale = "a"; },
      [](ArticleAssessment& a) { a.valid.to = kDay; },
      [](ArticleAssessment& a) { a.provenance.sources = {"a"}; },
  });
}

TEST(Annotation, ComparesConceptsFieldByField) {
  expect_every_field_counts<Concept>({
      [](Concept& c) { c.id = "a"; },
      [](Concept& c) { c.scheme = "a"; },
      [](Concept& c) { c.broader = "a"; },
      [](Concept& c) { c.pref["en"] = "a"; },
      [](Concept& c) { c.alt["en"] = {"a"}; },
      [](Concept& c) { c.hidden["en"] = {"a"}; },
      [](Concept& c) { c.match["close"] = {"a"}; },
      [](Concept& c) { c.pin = "a"; },
      [](Concept& c) { c.law = "ng"; },
      [](Concept& c) { c.tier = 2; },
      [](Concept& c) { c.checklist = 1; },
      [](Concept& c) { c.yardstick = {"a"}; },
      [](Concept& c) { c.independent = false; },
      [](Concept& c) { c.note = "a"; },
  });
}

TEST(Taxonomy, ListsAChecklistInItsOrder) {
  Taxonomy taxonomy;
  constexpr int kPlaces[] = {2, 0, 1};
  for (char const* id : {"a", "b", "c"}) {
    Concept concept_;
    concept_.scheme = "safeguard";
    concept_.id = id;
    concept_.checklist = kPlaces[taxonomy.concepts.size()];
    taxonomy.concepts.push_back(concept_);
  }
  std::vector<Concept const*> const got = taxonomy.checklist("safeguard");
  ASSERT_EQ(got.size(), 2U);
  EXPECT_EQ(got[0]->id, "c");
  EXPECT_EQ(got[1]->id, "a");
  EXPECT_TRUE(taxonomy.checklist("defence").empty());
}

}  // namespace
}  // namespace cyberlex
