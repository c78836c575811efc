// Pages that set laws side by side: matrix, safeguards, compare, and the chart of penalties.
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

Concept entry(std::string scheme, std::string id, int checklist, std::string english) {
  Concept out;
  out.scheme = std::move(scheme);
  out.id = std::move(id);
  out.checklist = checklist;
  out.pref["en"] = std::move(english);
  return out;
}

Taxonomy taxonomy() {
  Concept notification = entry("safeguard", "notification", 2, "notification");
  notification.yardstick = {"unc/7"};
  return {{entry("offence", "access", 0, "illegal access"),
           entry("power", "search", 0, "search of data"),
           entry("safeguard", "legal-basis", 1, "legal basis"), notification}};
}

// sec_1 covers article 7, sec_2 punishes what no treaty knows and has a hostile heading, sec_3
// searches; article 8 is left to another act, article 9 to nobody.
ActBuilder nigerian() {
  ActBuilder out("ng/crimes-act", 2005);
  out.add(StateBuilder("sec_1")
              .text("en", "Entry is punished.", "Entry")
              .limb(LimbBuilder("sec_1")
                        .offence("access")
                        .clause(prison("P1Y", "P3Y"))
                        .clause(fine(500000, "NGN"))
                        .mapped("unc", "art_7", Relation::kEquivalent)));
  out.add(StateBuilder("sec_2")
              .text("en", std::string(kHostile), std::string(kHostile))
              .limb(LimbBuilder("sec_2")
                        .offence("access")
                        .element("conduct", std::string(kHostile))
                        .clause(prison_from("P2Y"), Confidence::kRecalled)
                        .clause(kind_only(PenaltyKind::kLife))
                        .outside("unc")));
  out.add(StateBuilder("sec_3")
              .text("en", "A judge may order it.", "Search")
              .limb(LimbBuilder("sec_3")
                        .power("search")
                        .safeguard("legal-basis", AssessmentValue::kPresent)
                        .rests_on("ng/crimes-act/sec_3")
                        .safeguard("notification", AssessmentValue::kNotAssessed)));
  out.status("2005-01-01", LegalStatus::kInForce);
  out.elsewhere("unc", "art_8", "Evidence <Act>").looked_on("2005-01-01", "2030-01-01");
  return out;
}

class GridPages : public ::testing::Test {
 protected:
  static std::string matrix(std::vector<std::string> states, Visit const& who = visit(),
                            std::string_view as_of = "2020-01-01") {
    MatrixAnswer const answer =
        must(answer_matrix(index().reader(), {"unc", std::move(states), day(as_of)}));
    return matrix_page({all_pages(), who}, answer);
  }
  static std::string safeguards(std::vector<std::string> states, Visit const& who = visit()) {
    return safeguards_page(
        {all_pages(), who},
        must(answer_safeguards(index().reader(), {std::move(states), {}, day("2020-01-01")})));
  }
  static std::string compare(std::vector<std::string> items, Visit const& who = visit()) {
    CompareRequest request;
    request.items = std::move(items);
    request.as_of = day("2020-01-01");
    return compare_page({all_pages(), who}, must(answer_compare(index().reader(), request)));
  }

 private:
  static MiniIndex const& index() {
    static MiniIndex const index({treaty(), nigerian(), iranian()}, taxonomy());
    return index;
  }
  static ActBuilder treaty() {
    ActBuilder out("unc", 2000);
    out.add(StateBuilder("art_7").text("en", "t", "Access").limb(LimbBuilder("art_7").asks("a")));
    out.add(StateBuilder("art_8").limb(LimbBuilder("art_8").asks("b")));
    out.add(StateBuilder("art_9").limb(LimbBuilder("art_9").asks("c")));
    out.standing("ng", "2005-01-01", Standing::kSignatory);
    return out;
  }
  static ActBuilder iranian() {
    ActBuilder out("ir/law", 2010);
    out.add(StateBuilder("art_1")
                .text("fa", "هر کس", "دسترسی")
                .text("en", "Whoever", "Access")
                .limb(LimbBuilder("art_1")
                          .offence("access")
                          .clause(prison("P36M"))
                          .mapped("unc", "art_7", Relation::kNarrower)));
    return out;
  }
};

TEST_F(GridPages, ACellSaysItsVerdictInWordsAndLeadsToWhatAnswers) {
  std::string const html = matrix({"ng"});
  EXPECT_THAT(html, HasSubstr("<td class=\"m-covered\"><a href=\"/?article=unc/7&amp;"
                              "jurisdiction=ng&amp;status=in-force\">covered</a>"));
  EXPECT_THAT(html, HasSubstr("<b>3 years</b>"));
  EXPECT_THAT(html, HasSubstr("signatory since 1 January 2005"));
}

TEST_F(GridPages, NotAssessedIsNeitherNotFoundNorInAnotherAct) {
  std::string const html = matrix({"ng"});
  EXPECT_THAT(html, HasSubstr("<td class=\"m-elsewhere\">in another act"));
  EXPECT_THAT(html, HasSubstr("<td class=\"m-not-assessed\">not assessed\n"));
  EXPECT_THAT(html, Not(HasSubstr("<td class=\"m-not-found\"")));
}

TEST_F(GridPages, AnotherActIsNamedWhereItWouldAnswer) {
  EXPECT_THAT(matrix({"ng"}), HasSubstr("Nigeria: in another act – <bdi>Evidence &lt;Act&gt;"));
}

TEST_F(GridPages, WhatIsOutsideTheTreatyStandsApart) {
  std::string const html = matrix({"ng"});
  size_t const apart = html.find("id=\"outside\"");
  ASSERT_NE(apart, std::string::npos);
  EXPECT_THAT(html.substr(apart), HasSubstr(">sec_2</a>"));
  EXPECT_THAT(html.substr(apart), Not(HasSubstr(">sec_1</a>")));
}

TEST_F(GridPages, ADayThatIsNotTodayIsCarriedOn) {
  EXPECT_THAT(matrix({"ng"}, visit(), "2019-01-01"),
              HasSubstr("status=in-force&amp;as_of=2019-01-01"));
  EXPECT_THAT(matrix({"ng"}), Not(HasSubstr("&amp;as_of=")));
}

TEST_F(GridPages, ASafeguardShowsWhatItRestsOnAndWhatNobodyLookedAt) {
  std::string const html = safeguards({"ng"});
  EXPECT_THAT(html, HasSubstr("<span class=\"badge found-present\">present</span>"));
  EXPECT_THAT(html, HasSubstr("rests on \u2068ng/crimes-act/sec_3\u2069"));
  EXPECT_THAT(html, HasSubstr("<span class=\"badge found-not-assessed\">not assessed</span>"));
  EXPECT_THAT(html, HasSubstr("A judge may order it."));
  EXPECT_THAT(html, Not(HasSubstr("found-absent\">")));
}

TEST_F(GridPages, ASafeguardNamesTheArticlesItIsReadAgainst) {
  EXPECT_THAT(safeguards({"ng"}), HasSubstr("<code dir=\"ltr\">unc/7</code>"));
}

TEST_F(GridPages, ColumnsKeepTheirOwnLanguageAndDirection) {
  std::string const html = compare({"ir/law/art_1", "ng/crimes-act/sec_1"});
  EXPECT_THAT(html, HasSubstr("lang=\"fa\" dir=\"rtl\">هر کس</span>"));
  EXPECT_THAT(html, HasSubstr("lang=\"en\" dir=\"ltr\">Entry is punished.</span>"));
}

TEST_F(GridPages, ARowSaysInWordsWhetherItsColumnsDiffer) {
  std::string const html = compare({"ir/law/art_1", "ng/crimes-act/sec_1"});
  EXPECT_THAT(html, HasSubstr("Longest term, graver forms included</bdi> "
                              "<span class=\"mark d-same\">the same</span>"));
  EXPECT_THAT(html, HasSubstr("Penalties</bdi> <span class=\"mark d-differ\">different</span>"));
}

TEST_F(GridPages, AColumnIsTakenAwayByAnAddressWithoutItWhileTwoRemain) {
  EXPECT_THAT(compare({"ir/law/art_1", "ng/crimes-act/sec_1", "ng/crimes-act/sec_2"}),
              HasSubstr("href=\"/compare?item=ir/law/art_1&amp;item=ng/crimes-act/sec_2\""));
  EXPECT_THAT(compare({"ir/law/art_1", "ng/crimes-act/sec_1"}), Not(HasSubstr("Remove")));
}

TEST_F(GridPages, HostileTextsAreShownAsTexts) {
  for (std::string const& html :
       {matrix({"ng"}), safeguards({"ng"}), compare({"ng/crimes-act/sec_2", "ir/law/art_1"})}) {
    EXPECT_THAT(html, Not(HasSubstr("<script>alert")));
    EXPECT_THAT(html, Not(HasSubstr("style=")));
  }
  EXPECT_THAT(compare({"ng/crimes-act/sec_2", "ir/law/art_1"}),
              HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;"));
}

// sec_1: one year to three, and a fine; sec_2: two years and no maximum, and life. Five years are
// shown, in 83 hundredths of the width.
TEST_F(GridPages, ABarRunsFromTheMinimumToTheMaximum) {
  std::string const html = compare({"ng/crimes-act/sec_1", "ng/crimes-act/sec_2"});
  EXPECT_THAT(html, HasSubstr("<rect class=\"term\" x=\"16.60%\" y=\"5\" width=\"33.20%\""));
  EXPECT_THAT(html, HasSubstr("<line class=\"four\" x1=\"66.40%\" x2=\"66.40%\""));
  EXPECT_THAT(html, HasSubstr("prison 1 year to 3 years"));
  EXPECT_THAT(html, HasSubstr("1 penalty without a term is left out."));
}

TEST_F(GridPages, AnOpenMaximumIsAnArrowAndLifeStandsBeyondTheYears) {
  std::string const html = compare({"ng/crimes-act/sec_1", "ng/crimes-act/sec_2"});
  EXPECT_THAT(html, HasSubstr("x=\"33.20%\" y=\"5\" width=\"49.80%\""));
  EXPECT_THAT(html, HasSubstr("<svg x=\"83.00%\" y=\"5\""));
  EXPECT_THAT(html, HasSubstr("(no maximum is stated)"));
  EXPECT_THAT(html, HasSubstr("<rect class=\"term\" x=\"90.00%\""));
}

TEST_F(GridPages, WithoutAMinimumABarBeginsAtNothingAndIsMarked) {
  EXPECT_THAT(compare({"ir/law/art_1", "ng/crimes-act/sec_1"}),
              HasSubstr("<rect class=\"term from-nothing\" x=\"0.00%\" y=\"5\" width=\"57.60%\""));
}

TEST_F(GridPages, TheAxisRunsInTheDirectionOfTheInterface) {
  std::string const html =
      compare({"ng/crimes-act/sec_1", "ng/crimes-act/sec_2"}, visit(UiLanguage::kPersian));
  EXPECT_THAT(html, HasSubstr("<rect class=\"term\" x=\"50.20%\" y=\"5\" width=\"33.20%\""));
  EXPECT_THAT(html, HasSubstr("<line class=\"four\" x1=\"33.60%\""));
}

TEST(CompareStartPage, HasAFormInEveryLanguage) {
  for (UiLanguage const language : kUiLanguages) {
    Visit const who = visit(language);
    std::string const html = compare_start_page({all_pages(), who});
    EXPECT_THAT(html, HasSubstr("<input id=\"item\" name=\"item\""));
    EXPECT_THAT(html, Not(HasSubstr("<table")));
  }
}

}  // namespace
}  // namespace cyberlex::pages
