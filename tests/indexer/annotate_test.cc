#include "indexer/annotate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/small_act.h"

namespace cyberlex {
namespace {

using ::testing::HasSubstr;

Act act_of(std::vector<Expression> expressions) {
  Act act;
  act.work.handle = "zz/act";
  act.expressions = std::move(expressions);
  return act;
}

Taxonomy taxonomy() {
  Concept concept_;
  concept_.scheme = "offence";
  concept_.id = "illegal-access";
  return {{concept_}};
}

std::string first_error(Diagnostics const& diagnostics) {
  for (Diagnostic const& d : diagnostics.all()) {
    if (d.severity == Severity::kError) {
      return to_string(d);
    }
  }
  return "";
}

TEST(ResolveInheritance, ReplacesChangedUnitsAndKeepsTheRest) {
  Provision part;
  part.kind = ProvisionKind::kPart;
  part.items = {section("1", "one"), section("2", "two")};
  Act act = act_of({version("en", "2024-01-01", {section("2", "two, amended")}),
                    version("en", "2015-01-01", {part})});
  act.expressions[0].inherits = Date::parse("2015-01-01").value();
  Diagnostics diagnostics;
  resolve_inheritance(act, diagnostics);
  EXPECT_EQ(diagnostics.errors(), 0U);
  ASSERT_EQ(act.expressions.size(), 2U);
  Expression const& later = act.expressions[1];
  EXPECT_EQ(later.date.to_string(), "2024-01-01");
  ASSERT_EQ(later.body.size(), 1U) << "the part is inherited";
  EXPECT_EQ(later.body[0].items[0].text, "one");
  EXPECT_EQ(later.body[0].items[1].text, "two, amended");
  EXPECT_EQ(act.expressions[0].body[0].items[1].text, "two") << "the earlier version is untouched";
}

TEST(ResolveInheritance, PlacesANewUnitWhereItIsTold) {
  Provision added = section("1a", "between");
  added.insert_after = "sec_1";
  Act act = act_of({version("en", "2015-01-01", {section("1", "one"), section("2", "two")}),
                    version("en", "2024-01-01", {added})});
  act.expressions[1].inherits = Date::parse("2015-01-01").value();
  Diagnostics diagnostics;
  resolve_inheritance(act, diagnostics);
  EXPECT_EQ(diagnostics.errors(), 0U);
  EXPECT_EQ(act.expressions[1].body.at(1).eid.text(), "sec_1a");
}

TEST(ResolveInheritance, NamesWhatIsNotThere) {
  Act act = act_of({version("en", "2015-01-01", {section("1", "one")}),
                    version("en", "2024-01-01", {section("9", "x")})});
  act.expressions[1].inherits = Date::parse("2015-01-01").value();
  Diagnostics unit;
  Act copy = act;
  resolve_inheritance(copy, unit);
  EXPECT_THAT(first_error(unit), HasSubstr("sec_9 is not in the inherited version"));
  act.expressions[1].inherits = Date::parse("2016-01-01").value();
  Diagnostics absent;
  resolve_inheritance(act, absent);
  EXPECT_THAT(first_error(absent), HasSubstr("there is no earlier en restatement of 2016-01-01"));
}

struct SelectorRow {
  char const* what;
  char const* unit;
  char const* limb;
  char const* expected;
};

TEST(Annotate, ReportsEverySelectorThatMatchesNothing) {
  for (SelectorRow const& row : std::initializer_list<SelectorRow>{
           {"unit", "sec_7", "sec_7", "sec_7 is not a provision of zz/act"},
           {"container", "part_1", "part_1", "part_1 is not a provision of zz/act"},
           {"limb", "sec_1", "sec_1__subsec_9", "sec_1__subsec_9 is not a provision"},
           {"other unit", "sec_1", "sec_2", "sec_2 does not lie in sec_1"},
       }) {
    Annotations annotations;
    LimbFacts limb;
    limb.limb = eid(row.limb);
    limb.place = {"annotations.yaml", 5, 3};
    annotations.units = {
        {eid(row.unit), ProvisionClass::kOffence, {limb}, {"annotations.yaml", 4, 3}}};
    Act const act =
        act_of({version("en", "2015-01-01", {section("1", "one"), section("2", "two")})});
    KnownActs known;
    known.add(act, nullptr);
    Diagnostics diagnostics;
    annotate(act, {&annotations, {}}, taxonomy(), known, diagnostics);
    EXPECT_THAT(first_error(diagnostics), HasSubstr(row.expected)) << row.what;
    EXPECT_THAT(first_error(diagnostics), HasSubstr("annotations.yaml:")) << row.what;
  }
}

TEST(Annotate, WantsAClauseForEachSideOfAConflict) {
  Act const act = act_of({version("en", "2015-01-01", {section("1", "one")})});
  KnownActs known;
  known.add(act, nullptr);
  LimbFacts limb;
  limb.limb = eid("sec_1");
  PenaltyClause disputed;
  disputed.confidence = Confidence::kConflict;
  limb.penalties = {disputed};
  for (size_t const errors : {1U, 0U}) {
    Annotations annotations;
    annotations.units = {{eid("sec_1"), ProvisionClass::kOffence, {limb}, {}}};
    Diagnostics diagnostics;
    annotate(act, {&annotations, {}}, taxonomy(), known, diagnostics);
    EXPECT_EQ(diagnostics.errors(), errors);
    limb.penalties.push_back(disputed);
  }
}

TEST(Annotate, ReportsMappingsThatPointAtNothing) {
  Act const act = act_of({version("en", "2015-01-01", {section("1", "one")})});
  Act treaty;
  treaty.work.handle = "tt";
  Provision article = section("1", "x");
  article.eid = eid("art_1");
  treaty.expressions = {version("en", "2001-01-01", {article})};
  KnownActs known;
  known.add(act, nullptr);
  known.add(treaty, nullptr);
  struct Row {
    char const* limb;
    char const* treaty;
    char const* article;
    char const* expected;
  };
  for (Row const& row : std::initializer_list<Row>{
           {"sec_2", "tt", "art_1", "sec_2 is not a provision of zz/act"},
           {"sec_1", "tt", "art_2", "there is no article tt/2"},
           {"sec_1", "uu", "art_1", "there is no treaty \"uu\""},
           {"sec_1", "tt", "art_1", ""},
       }) {
    Concordance concordance;
    concordance.act = "zz/act";
    Mapping mapping;
    mapping.limb = eid(row.limb);
    mapping.treaty = row.treaty;
    mapping.article = eid(row.article);
    concordance.mappings = {mapping};
    Diagnostics diagnostics;
    annotate(act, {nullptr, {&concordance}}, taxonomy(), known, diagnostics);
    EXPECT_THAT(first_error(diagnostics), HasSubstr(row.expected));
    EXPECT_EQ(diagnostics.errors(), row.expected[0] == '\0' ? 0U : 1U);
  }
}

TEST(Annotate, ResolvesTheSourcesOfAssessedArticles) {
  Act const act = act_of({version("en", "2015-01-01", {section("1", "one")})});
  KnownActs known;
  known.add(act, nullptr);
  Concordance concordance;
  concordance.act = "zz/act";
  concordance.author = "Cyberlex";
  concordance.reviewed = "disputed";
  concordance.date = day("2026-01-02");
  concordance.sources["text"].title = "The text";
  ArticleAssessment row;
  row.treaty = "tt";
  row.article = eid("art_1");
  row.elsewhere = "Penal Code";
  row.provenance = {Confidence::kVerified, {"text"}};
  concordance.assessed = {row};
  Diagnostics diagnostics;
  AnnotatedAct const got = annotate(act, {nullptr, {&concordance}}, taxonomy(), known, diagnostics);
  ASSERT_EQ(got.assessed.size(), 1U);
  EXPECT_EQ(got.assessed[0].assessment, row);
  EXPECT_EQ(got.assessed[0].sources.at(0).title, "The text");
  EXPECT_EQ(got.assessed[0].author, "Cyberlex");
  EXPECT_EQ(got.assessed[0].reviewed, "disputed");
  EXPECT_EQ(got.assessed[0].date, day("2026-01-02"));
}

// "legal-basis present, notification not-assessed, …".
std::string print(std::vector<Assessment> const& rows) {
  std::string out;
  for (Assessment const& row : rows) {
    out += (out.empty() ? "" : ", ") + row.concept_id + ' ' + std::string(name_of(row.value));
  }
  return out;
}

Assessment found(char const* concept_id, AssessmentValue value) {
  Assessment out;
  out.concept_id = concept_id;
  out.value = value;
  return out;
}

Taxonomy checklists() {
  std::vector<Concept> concepts;
  for (char const* id : {"necessity", "legal-basis", "destruction"}) {
    Concept concept_;
    concept_.scheme = "safeguard";
    concept_.id = id;
    concept_.checklist = 1;
    concepts.push_back(concept_);
    concept_.scheme = "defence";
    concept_.id = std::string("d-") + id;
    concepts.push_back(concept_);
  }
  Diagnostics diagnostics;
  return make_taxonomy(concepts, diagnostics);
}

LimbFacts completed(LimbFacts limb, char const* jurisdiction) {
  Act act = act_of({version("en", "2015-01-01", {section("1", "one")})});
  act.work.jurisdiction = jurisdiction;
  KnownActs known;
  known.add(act, nullptr);
  limb.limb = eid("sec_1");
  Annotations annotations;
  annotations.units = {{eid("sec_1"), ProvisionClass::kPower, {limb}, {}}};
  Diagnostics diagnostics;
  return annotate(act, {&annotations, {}}, checklists(), known, diagnostics)
      .units.at(eid("sec_1"))
      .limbs.at(0);
}

TEST(Annotate, GivesEveryPowerTheWholeChecklistInItsOrder) {
  LimbFacts limb;
  limb.powers.resize(2);
  limb.powers[0].safeguards = {found("transparency", AssessmentValue::kPresent),
                               found("destruction", AssessmentValue::kAbsent),
                               found("oversight", AssessmentValue::kUnclear),
                               found("necessity", AssessmentValue::kPartial)};
  for (char const* jurisdiction : {"zz", "int"}) {
    LimbFacts const got = completed(limb, jurisdiction);
    EXPECT_EQ(print(got.powers[0].safeguards),
              "necessity partial, legal-basis not-assessed, destruction absent, oversight unclear, "
              "transparency present");
    EXPECT_EQ(print(got.powers[1].safeguards),
              "necessity not-assessed, legal-basis not-assessed, destruction not-assessed");
    EXPECT_EQ(print(got.defences), "") << "no offence";
  }
}

TEST(Annotate, AsksForDefencesToEveryNationalOffence) {
  std::string const none =
      "d-necessity not-assessed, d-legal-basis not-assessed, d-destruction not-assessed";
  LimbFacts limb;
  limb.offences = {"illegal-access"};
  EXPECT_EQ(print(completed(limb, "zz").defences), none);
  EXPECT_EQ(print(completed(limb, "int").defences), "") << "of a treaty only where it has any";
  limb.defences = {found("d-destruction", AssessmentValue::kElsewhere)};
  std::string const one =
      "d-necessity not-assessed, d-legal-basis not-assessed, d-destruction elsewhere";
  EXPECT_EQ(print(completed(limb, "zz").defences), one);
  EXPECT_EQ(print(completed(limb, "int").defences), one);
}

}  // namespace
}  // namespace cyberlex
