// Pages of differences, of dual criminality and of problems.
#include <gmock/gmock.h>

#include "cyberlex/pages/pages.h"
#include "cyberlex/render/json.h"
#include "tests/support/fixture_index.h"

namespace cyberlex::pages {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr char const* kSection = "zz/computer-act-2010/sec_3";

Pages const& texts() {
  static Pages const pages;
  return pages;
}

Visit from(UiLanguage language) {
  return {.language = language, .today = day("2020-01-01")};
}

std::string difference(UiLanguage language = UiLanguage::kEnglish) {
  IndexReader const reader = FixtureIndex::reader();
  auto const answer = answer_diff(reader, {.provision = handle(kSection),
                                           .from = day("2015-01-01"),
                                           .to = day("2019-01-01"),
                                           .languages = {}});
  Visit const visit = from(language);
  return diff_page({texts(), visit}, answer.value());
}

std::string timeline(UiLanguage language = UiLanguage::kEnglish) {
  IndexReader const reader = FixtureIndex::reader();
  Visit const visit = from(language);
  return timeline_page({texts(), visit}, answer_timeline(reader, handle(kSection), {}).value());
}

// Illegal access by the law of Zz, asked of a state of which no law is held.
std::string dual(UiLanguage language = UiLanguage::kEnglish) {
  IndexReader const reader = FixtureIndex::reader();
  Visit const visit = from(language);
  DualRequest request;
  request.requesting = "zz";
  request.requested = "ng";
  request.offence = "illegal-access";
  request.as_of = day("2020-01-01");
  return dual_page({texts(), visit}, answer_dual_criminality(reader, request).value());
}

std::string problem(Problem const& what, Visit const& visit) {
  return problem_page({texts(), visit}, what);
}

TEST(DiffPage, WhatWentAndWhatCameIsSaidInWordsToo) {
  std::string const html = difference();
  EXPECT_THAT(html, HasSubstr("[deleted: </bdi>Harassing<bdi"));
  EXPECT_THAT(html, HasSubstr("[inserted: </bdi>Threatening<bdi"));
  EXPECT_THAT(difference(UiLanguage::kSpanish), HasSubstr("lang=\"es\">[suprimido: "));
}

TEST(DiffPage, TextsKeepTheirLanguageAndDirectionInAPersianPage) {
  EXPECT_THAT(difference(UiLanguage::kPersian), HasSubstr("<div lang=\"en\" dir=\"ltr\">"));
}

TEST(DiffPage, RestatementsAreCalledSoAndTheirWordsAreNotTheLaws) {
  std::string const html = difference();
  EXPECT_THAT(html, HasSubstr(">restatement</span>"));
  EXPECT_THAT(html, HasSubstr("need not be what changed in the words of the law"));
}

TEST(DiffPage, TheEventBetweenTheDaysStandsWithItsSource) {
  std::string const html = difference();
  EXPECT_THAT(html, HasSubstr("<bdi>Computer (Amendment) Act 2018</bdi>: substituted"));
  EXPECT_THAT(html, HasSubstr("href=\"https://gazette.example/12\""));
}

TEST(DiffPage, ADayOnWhichItDidNotStandIsNoLink) {
  IndexReader const reader = FixtureIndex::reader();
  Visit const visit = from(UiLanguage::kEnglish);
  auto const answer = answer_diff(reader, {.provision = handle(kSection),
                                           .from = day("2000-01-01"),
                                           .to = day("2019-01-01"),
                                           .languages = {}});
  EXPECT_THAT(diff_page({texts(), visit}, answer.value()),
              HasSubstr("<dd><time datetime=\"2000-01-01\">1 January 2000</time>: It did not stand "
                        "on that day."));
}

TEST(TimelinePage, SaysItsBarInWordsAndLinksNeighboursToTheirDifference) {
  std::string const html = timeline();
  EXPECT_THAT(html, HasSubstr("<title id=\"bar-title\">1 March 2010 to 1 June 2018: in force; "
                              "from 1 June 2018: in force</title>"));
  EXPECT_THAT(html, HasSubstr("href=\"/diff?provision=zz/computer-act-2010/sec_3&amp;"
                              "from=2010-03-01&amp;to=2018-06-01\""));
}

TEST(TimelinePage, ThePersianBarBeginsOnTheRight) {
  EXPECT_THAT(timeline(), HasSubstr("x=\"0.00%\""));
  std::string const html = timeline(UiLanguage::kPersian);
  EXPECT_THAT(html, HasSubstr("<line x1=\"100.00%\""));
  EXPECT_THAT(html, HasSubstr(">۱۳۸۸</text>"));
}

TEST(DualPage, AStateOfWhichNothingIsHeldIsNotFoundAndNeverANo) {
  std::string const html = dual();
  EXPECT_THAT(html, HasSubstr("Not found in the corpus"));
  EXPECT_THAT(html, HasSubstr("nobody has looked"));
  EXPECT_THAT(html, HasSubstr("is no finding that the requested state does not punish this"));
  EXPECT_THAT(html, HasSubstr("0 annotated offences"));
}

TEST(DualPage, TheFormKeepsWhatWasAsked) {
  std::string const html = dual();
  EXPECT_THAT(html, HasSubstr("<option value=\"zz\" selected>"));
  EXPECT_THAT(html, HasSubstr("<option value=\"ng\" selected>Nigeria"));
  EXPECT_THAT(html, HasSubstr("<option value=\"illegal-access\" selected>"));
}

TEST(DualPage, EveryStepStandsInOrder) {
  std::string const html = dual();
  size_t last = 0;
  for (char const* const step :
       {"Law of the requesting state</a>", "Law of the requested state</a>",
        "How far one lies within the other</a>", "Length of the penalties</a>", "Legal basis</a>",
        "To look at</a>", "Finding</a>"}) {
    size_t const at = html.find(step);
    ASSERT_NE(at, std::string::npos) << step;
    EXPECT_GT(at, last) << step;
    last = at;
  }
}

TEST(DualPage, CaveatsSpeakTheLanguageOfTheInterface) {
  EXPECT_THAT(dual(UiLanguage::kSpanish),
              HasSubstr("<span lang=\"es\" dir=\"ltr\">Leyes no disponibles"));
}

TEST(DualPage, TheEmptyFormAsksOnly) {
  auto const generation = FixtureIndex::generation();
  Visit const visit = from(UiLanguage::kEnglish);
  std::string const html = dual_start_page({texts(), visit}, *generation);
  EXPECT_THAT(html, HasSubstr("name=\"requesting\""));
  EXPECT_THAT(html, Not(HasSubstr("class=\"answer\"")));
}

Problem not_that_day() {
  Problem out;
  out.type = "/problems/not-that-day";
  out.status = 404;
  out.detail = "zz/computer-act-2010/sec_3 stands only from 2010-03-01, not on 2001-01-01";
  return out;
}

TEST(ProblemPage, LinksToADayOnWhichTheThingStood) {
  Visit visit = from(UiLanguage::kEnglish);
  visit.path = "/akn/zz/act/2010/computer-act/!main~sec_3";
  visit.parameters = {{"as_of", "2001-01-01"}};
  EXPECT_THAT(problem(not_that_day(), visit),
              HasSubstr("href=\"/akn/zz/act/2010/computer-act/!main~sec_3?as_of=2010-03-01\""));
}

TEST(ProblemPage, ADayInTheAddressIsReplacedThere) {
  Visit visit = from(UiLanguage::kEnglish);
  visit.path = "/akn/zz/act/2010/computer-act/eng:2001-01-01/!main~sec_3";
  EXPECT_THAT(problem(not_that_day(), visit), HasSubstr("/eng:2010-03-01/!main~sec_3\""));
}

TEST(ProblemPage, TheLastDayIsTheOneBeforeItEnded) {
  Problem ended = not_that_day();
  ended.detail = "zz/computer-act-2010/sec_4 stood only until 2018-06-01, not on 2020-01-01";
  EXPECT_THAT(problem(ended, from(UiLanguage::kEnglish)), HasSubstr("as_of=2018-05-31"));
}

TEST(ProblemPage, OffersTheNearestValueAsALinkToTheMendedQuestion) {
  Problem unknown;
  unknown.type = "/problems/bad-query";
  unknown.status = 400;
  unknown.parameter = "status";
  unknown.detail = "status: unknown status \"in-farce\", did you mean \"in-force\"?; allowed: …";
  Visit visit = from(UiLanguage::kSpanish);
  visit.parameters = {{"q", "<script>"}, {"status", "repealed,in-farce"}};
  std::string const html = problem(unknown, visit);
  EXPECT_THAT(html, HasSubstr("No se entiende la solicitud"));
  EXPECT_THAT(html, HasSubstr("status=repealed,in-force\"><bdi>in-force</bdi>"));
  EXPECT_THAT(html, Not(HasSubstr("<script>")));
}

TEST(ProblemPage, AMessageWithoutAnOfferIsShownAsItIs) {
  Problem plain;
  plain.type = "/problems/unheard-of";
  plain.title = "Something else";
  plain.status = 418;
  plain.detail = "did you mean \"nothing";
  std::string const html = problem(plain, from(UiLanguage::kPersian));
  EXPECT_THAT(html, HasSubstr("<span lang=\"en\" dir=\"ltr\">Something else</span>"));
  EXPECT_THAT(html, HasSubstr("did you mean &quot;nothing"));
}

}  // namespace
}  // namespace cyberlex::pages
