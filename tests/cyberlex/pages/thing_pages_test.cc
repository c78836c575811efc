// Pages of states, coverage, concepts and tables of two facets.
#include <gmock/gmock.h>

#include "cyberlex/pages/pages.h"
#include "tests/support/mini_index.h"

namespace cyberlex::pages {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using namespace cyberlex::testing;

constexpr std::string_view kHostile = "<script>alert(1)</script>\"'&";

Pages const& all_pages() {
  static Pages const pages;
  return pages;
}

Visit visit(UiLanguage language = UiLanguage::kEnglish) {
  return {.language = language, .today = day("2020-01-01")};
}

Concept entry(std::string scheme, std::string id, std::string broader = {}) {
  Concept out;
  out.scheme = std::move(scheme);
  out.id = std::move(id);
  out.broader = std::move(broader);
  out.pref["en"] = "the " + out.id;
  return out;
}

Taxonomy taxonomy() {
  Concept access = entry("offence", "access");
  access.pref["fa"] = "دسترسی";
  access.alt["en"] = {"hacking & more"};
  access.hidden["fa"] = {"هک"};
  access.match["broad"] = {"unc/7"};
  access.note = kHostile;
  Concept strange = entry("cooperation", "extradition");
  return {{strange, access, entry("offence", "access-deep", "access-graver"),
           entry("offence", "access-graver", "access"), entry("offence", "damage")}};
}

ActBuilder treaty() {
  ActBuilder out("unc", 2000);
  out.add(StateBuilder("art_7").text("en", "t", "Access").limb(LimbBuilder("art_7").asks("a")));
  out.standing("ng", "2005-01-01", Standing::kSignatory);
  return out;
}

// sec_1 answers to article 7, sec_2 is outside, sec_3 nobody has annotated.
ActBuilder nigerian() {
  ActBuilder out("ng/crimes-act", 2005);
  out.add(StateBuilder("sec_1")
              .text("en", "Entry is punished.")
              .limb(LimbBuilder("sec_1")
                        .offence("access")
                        .clause(prison("P1Y", "P3Y"))
                        .mapped("unc", "art_7", Relation::kEquivalent)));
  out.add(
      StateBuilder("sec_2")
          .text("en", "Damage is punished.")
          .limb(LimbBuilder("sec_2").offence("damage").clause(prison_from("P2Y")).outside("unc")));
  out.add(StateBuilder("sec_3").text("en", "Nobody looked."));
  out.status("2005-01-01", LegalStatus::kInForce);
  out.elsewhere("unc", "art_7", "Evidence <Act>").looked_on("2005-01-01", "2030-01-01");
  out.gap(std::string(kHostile));
  return out;
}

ActBuilder unannotated() {
  ActBuilder out("de/stgb", 1871);
  out.add(StateBuilder("art_1").text("de", "Keine Strafe ohne Gesetz."));
  return out;
}

class ThingPages : public ::testing::Test {
 protected:
  static MiniIndex const& index() {
    static MiniIndex const index({treaty(), nigerian(), unannotated()}, taxonomy());
    return index;
  }
  static std::string thesaurus(std::string id, UiLanguage language = UiLanguage::kEnglish) {
    ThesaurusRequest request;
    request.concept_id = std::move(id);
    Visit const who = visit(language);
    return thesaurus_page({all_pages(), who},
                          must(answer_thesaurus(index().generation(), request)));
  }
  static std::string coverage(UiLanguage language = UiLanguage::kEnglish) {
    Visit const who = visit(language);
    return coverage_page({all_pages(), who},
                         must(answer_coverage(index().reader(), day("2020-01-01"))));
  }
  static std::string state(std::string const& code, std::string_view on = "2020-01-01") {
    Visit const who = visit();
    return state_page({all_pages(), who},
                      must(answer_jurisdiction(index().reader(), code, day(on))));
  }
  static std::string crosstab(ParameterList const& asked) {
    Searcher const searcher = must(Searcher::open(index().generation()));
    Visit const who = visit();
    CrosstabRequest const request =
        must(parse_crosstab(asked, searcher.shared()->vocabulary(), day("2020-01-01")));
    return crosstab_page({all_pages(), who}, must(answer_crosstab(searcher, request)));
  }
};

size_t count_of(std::string_view text, std::string_view part) {
  size_t out = 0;
  for (size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) {
    ++out;
  }
  return out;
}

TEST_F(ThingPages, ConceptsStandInTheirTreeWhoseListsAllEnd) {
  std::string const html = thesaurus("");
  size_t const broad = html.find(">the access</a>");
  size_t const middle = html.find(">the access-graver</a>");
  size_t const deep = html.find(">the access-deep</a>");
  ASSERT_NE(deep, std::string::npos);
  EXPECT_LT(broad, middle);
  EXPECT_LT(middle, deep);
  EXPECT_EQ(html.substr(middle, deep - middle).find("<ul>") == std::string::npos, false);
  EXPECT_EQ(count_of(html, "<ul"), count_of(html, "</ul>"));
  EXPECT_EQ(count_of(html, "<li>"), count_of(html, "</li>"));
}

TEST_F(ThingPages, AConceptShowsItsLabelsInEveryLanguageEachInItsDirection) {
  std::string const html = thesaurus("access");
  EXPECT_THAT(html, HasSubstr("<td lang=\"fa\" dir=\"rtl\">دسترسی</td>"));
  EXPECT_THAT(html, HasSubstr("hacking &amp; more"));
  EXPECT_THAT(html, HasSubstr("هک"));
  EXPECT_THAT(thesaurus("access", UiLanguage::kPersian),
              HasSubstr("<h1 lang=\"fa\" dir=\"rtl\">دسترسی</h1>"));
}

TEST_F(ThingPages, AConceptLeadsToProvisionsArticlesAndSkos) {
  std::string const html = thesaurus("access");
  EXPECT_THAT(html, HasSubstr("href=\"/?concept=access\""));
  EXPECT_THAT(html, HasSubstr("href=\"/compare?concept=access\""));
  EXPECT_THAT(html, HasSubstr("the article is broader: <a href=\"/conventions/unc/7\">"));
  EXPECT_THAT(html, HasSubstr("concept=access&amp;format=turtle"));
}

TEST_F(ThingPages, AConceptThatNothingIsAnnotatedWithOffersItsWordsOnly) {
  std::string const html = thesaurus("extradition");
  EXPECT_THAT(html, Not(HasSubstr("href=\"/?concept=")));
  EXPECT_THAT(html, HasSubstr("href=\"/?q=the%20extradition\""));
}

TEST_F(ThingPages, AnActThatNobodyAnnotatedHasNoZerosAmongTheFacts) {
  std::string const html = coverage();
  size_t const facts = html.find("id=\"facts\"");
  ASSERT_NE(facts, std::string::npos);
  EXPECT_THAT(html.substr(0, facts), HasSubstr("/de/act/1871/stgb"));
  EXPECT_THAT(html.substr(facts), Not(HasSubstr("/de/act/1871/stgb")));
}

TEST_F(ThingPages, CoverageSaysHowSureEachPartIsInWords) {
  EXPECT_THAT(coverage(), HasSubstr("<span class=\"sure-verified\">verified 2</span>"));
  EXPECT_THAT(coverage(), HasSubstr("<b class=\"unseen\">1</b>"));
}

TEST_F(ThingPages, CoverageNamesGapsAndActsThatAreNotHeld) {
  std::string const html = coverage();
  EXPECT_THAT(html, HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt;"));
  EXPECT_THAT(html, HasSubstr("Evidence &lt;Act&gt;"));
  EXPECT_THAT(html, Not(HasSubstr("<script>alert")));
}

TEST_F(ThingPages, AStateWithoutAnnotationsIsNotAssessedRatherThanZero) {
  Visit const who = visit();
  std::string const html = states_page(
      {all_pages(), who}, answer_jurisdictions(index().generation(), day("2020-01-01")));
  EXPECT_THAT(html, HasSubstr("<td colspan=\"2\" class=\"m-not-assessed\">not assessed</td>"));
  EXPECT_THAT(html, HasSubstr("<td>1 of 2</td>"));
  EXPECT_THAT(html, HasSubstr("<td>signatory</td>"));
  EXPECT_THAT(html, HasSubstr("<td class=\"m-not-assessed\">standing not known</td>"));
}

TEST_F(ThingPages, AStateHasItsStandingsWithTheirDaysAndItsOverreach) {
  std::string const html = state("ng");
  EXPECT_THAT(html, HasSubstr("signatory since 1 January 2005"));
  EXPECT_THAT(html, HasSubstr("href=\"/?jurisdiction=ng&amp;article=none&amp;status=in-force\">"
                              "1 of 2 offences in force, in 1 provision</a>"));
  EXPECT_THAT(html, HasSubstr("href=\"/dual-criminality?requesting=ng\""));
}

TEST_F(ThingPages, AStateOfWhichNoLawIsHeldSaysSo) {
  std::string const html = state("fr");
  EXPECT_THAT(html, HasSubstr("No law of this state is held."));
  EXPECT_THAT(html, HasSubstr("Not assessed: no offence of this state is annotated"));
}

TEST_F(ThingPages, TheDayOfAStateIsCarriedOn) {
  EXPECT_THAT(state("ng", "2019-01-01"), HasSubstr("/?jurisdiction=ng&amp;as_of=2019-01-01"));
}

TEST_F(ThingPages, ACellLeadsToTheSearchThatItCounts) {
  std::string const html = crosstab({{"rows", "offence"}, {"cols", "jurisdiction"}});
  EXPECT_THAT(html, HasSubstr("<a href=\"/?offence=damage&amp;jurisdiction=ng\">1</a>"));
}

TEST_F(ThingPages, FiltersOfATableStandInItsCellsAndInItsForm) {
  std::string const html =
      crosstab({{"rows", "offence"}, {"cols", "jurisdiction"}, {"status", "in-force"}});
  EXPECT_THAT(html, HasSubstr("<input type=\"hidden\" name=\"status\" value=\"in-force\">"));
  EXPECT_THAT(html, HasSubstr("status=in-force&amp;offence=damage"));
}

TEST_F(ThingPages, WhatIsNotAssessedStandsApartFromTheOtherRows) {
  std::string const html = crosstab({{"rows", "class"}, {"cols", "jurisdiction"}});
  size_t const apart = html.find("<tbody class=\"apart\">");
  ASSERT_NE(apart, std::string::npos);
  EXPECT_THAT(html.substr(apart), HasSubstr("<th scope=\"row\"><bdi>not assessed</bdi></th>"));
  EXPECT_THAT(html.substr(0, apart), Not(HasSubstr("<bdi>not assessed</bdi>")));
}

TEST_F(ThingPages, ATableOfOneFacetAgainstItselfHasNoSearchForItsCells) {
  std::string const html = crosstab({{"rows", "offence"}, {"cols", "offence"}});
  EXPECT_THAT(html, Not(HasSubstr("offence=access&amp;offence=damage")));
}

TEST_F(ThingPages, TheFormOfATableOffersSomeToBeginWith) {
  Visit const who = visit();
  std::string const html = crosstab_start_page({all_pages(), who}, *index().generation());
  EXPECT_THAT(html, HasSubstr("href=\"/crosstab?rows=class&amp;cols=jurisdiction\""));
  EXPECT_THAT(html, Not(HasSubstr("<table")));
}

TEST_F(ThingPages, TheFormOfDualCriminalityKeepsAStateThatIsOneAndNothingElse) {
  Visit who = visit();
  who.parameters = {{"requesting", "ng"}, {"requested", std::string(kHostile)}};
  std::string const html = dual_start_page({all_pages(), who}, *index().generation());
  EXPECT_THAT(html, HasSubstr("<option value=\"ng\" selected>"));
  EXPECT_THAT(html, Not(HasSubstr("alert(1)")));
}

}  // namespace
}  // namespace cyberlex::pages
