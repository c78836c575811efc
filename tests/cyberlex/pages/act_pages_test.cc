// Pages of acts, treaties, lists of both, and treaty articles.
#include <gmock/gmock.h>

#include "cyberlex/pages/pages.h"
#include "tests/support/fixture_index.h"

namespace cyberlex::pages {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr char const* kAct = "zz/computer-act-2010";

Pages const& texts() {
  static Pages const pages;
  return pages;
}

Visit from(UiLanguage language) {
  return {.language = language, .today = day("2020-01-01")};
}

std::string page_of(ActAnswer const& answer, UiLanguage language = UiLanguage::kEnglish) {
  Visit const visit = from(language);
  return act_page({texts(), visit}, answer);
}

ActAnswer act(char const* handle, char const* when) {
  IndexReader const reader = FixtureIndex::reader();
  return answer_act(reader, handle, day(when)).value();
}

std::string list(std::vector<std::string> const& jurisdictions, uint64_t offset, uint64_t limit) {
  IndexReader const reader = FixtureIndex::reader();
  auto const answer = answer_acts(reader, day("2020-01-01"), jurisdictions, offset, limit);
  Visit const visit = from(UiLanguage::kEnglish);
  return acts_page({texts(), visit}, answer.value());
}

ArticleAnswer article(char const* what, char const* when) {
  IndexReader const reader = FixtureIndex::reader();
  return answer_article(reader, handle(what), day(when), {}).value();
}

std::string page_of(ArticleAnswer const& answer, UiLanguage language = UiLanguage::kEnglish) {
  Visit const visit = from(language);
  return article_page({texts(), visit}, answer);
}

TEST(ActPage, ListsProvisionsInTheOrderOfTheActWithWhatEachDoes) {
  ActAnswer const answer = act(kAct, "2019-01-01");
  std::string const html = page_of(answer);
  size_t last = 0;
  for (ContentsEntry const& entry : answer.contents) {
    size_t const at = html.find("!main~sec_" + entry.num);
    ASSERT_NE(at, std::string::npos) << entry.handle;
    EXPECT_GT(at, last) << entry.handle;
    last = at;
  }
  EXPECT_THAT(html, HasSubstr("· offence</small>"));
}

TEST(ActPage, ARepealedProvisionIsCalledSo) {
  std::string const html = page_of(act(kAct, "2019-01-01"));
  EXPECT_THAT(html, HasSubstr("Register of cafés</bdi>"));
  EXPECT_THAT(html, HasSubstr("<span class=\"badge status-repealed\">repealed</span></li>"));
  EXPECT_THAT(page_of(act(kAct, "2015-01-01")), Not(HasSubstr("status-repealed\">")));
}

TEST(ActPage, StandsOnTheDayThatWasAskedForAndItsLinksKeepThatDay) {
  std::string const html = page_of(act(kAct, "2015-01-01"));
  EXPECT_THAT(html, HasSubstr("on <time datetime=\"2015-01-01\">1 January 2015</time>"));
  EXPECT_THAT(html, HasSubstr("!main~sec_3?as_of=2015-01-01\""));
  EXPECT_THAT(html, HasSubstr("1 June 2018: amended – <bdi>Computer (Amendment) Act 2018</bdi> "
                              "(after that day)"));
}

TEST(ActPage, EventsSayWhatTheyDidAndWhoSaysSo) {
  std::string const html = page_of(act(kAct, "2019-01-01"));
  EXPECT_THAT(html, HasSubstr("The section was written anew."));
  EXPECT_THAT(html, HasSubstr("→ <code dir=\"ltr\">zz/evidence-act-2018/sec_9</code>"));
  EXPECT_THAT(html, HasSubstr("href=\"https://gazette.example/12\""));
  EXPECT_THAT(html, HasSubstr("sure-verified\">verified</span>"));
}

TEST(ActPage, ShowsDecisionsAndWhatIsKnownToBeMissing) {
  std::string const html = page_of(act(kAct, "2019-01-01"));
  EXPECT_THAT(html, HasSubstr("Insulting messages alone do not fall under the section."));
  EXPECT_THAT(html, HasSubstr("The schedule was not seen.</bdi> "
                              "<a href=\"/akn/zz/act/2010/computer-act/!main~sec_2"));
}

TEST(ActPage, AnActThatNobodyAssessedIsNotEmpty) {
  ActAnswer answer = act(kAct, "2019-01-01");
  EXPECT_THAT(page_of(answer), Not(HasSubstr("No provision of it has been assessed")));
  answer.contents.front().klass = ProvisionClass::kNotAssessed;
  EXPECT_THAT(page_of(answer), HasSubstr("class=\"unseen\">· not assessed</small>"));
  for (ContentsEntry& entry : answer.contents) {
    entry.klass = ProvisionClass::kNotAssessed;
  }
  EXPECT_THAT(page_of(answer), HasSubstr("That does not mean that it holds nothing."));
}

TEST(ActPage, ContainersAreHeadingsOfTheirDepthAndStandOnce) {
  ActAnswer answer = act(kAct, "2019-01-01");
  ASSERT_GE(answer.contents.size(), 3U);
  PathStep part;
  part.label = "1";
  part.eid = EId::make(nullptr, ProvisionKind::kPart, "1");
  PathStep chapter;
  chapter.kind = ProvisionKind::kChapter;
  chapter.label = "A";
  chapter.heading = "Offences";
  chapter.eid = EId::make(&part.eid, ProvisionKind::kChapter, "a");
  for (ContentsEntry& entry : answer.contents) {
    entry.path.clear();
  }
  answer.contents[0].path = {part};
  answer.contents[1].path = {part, chapter};
  answer.contents[2].path = {part, chapter};
  std::string const html = page_of(answer);
  size_t const first = html.find("<h3>Part <bdi>1</bdi></h3>");
  ASSERT_NE(first, std::string::npos);
  EXPECT_EQ(html.find("<h3>Part", first + 1), std::string::npos);
  EXPECT_THAT(html, HasSubstr("<h4>Chapter <bdi>A</bdi> · <bdi lang=\"en\" dir=\"ltr\">Offences"));
}

TEST(ActPage, HostileHeadingsStayText) {
  ActAnswer answer = act(kAct, "2019-01-01");
  answer.contents.front().heading = "<script>alert(1)</script>";
  EXPECT_THAT(page_of(answer), Not(HasSubstr("<script>alert")));
}

TEST(ActPage, HeadingsKeepTheirLanguageInAPersianPage) {
  std::string const html = page_of(act(kAct, "2019-01-01"), UiLanguage::kPersian);
  EXPECT_THAT(html, HasSubstr("<bdi lang=\"en\">Register of cafés</bdi>"));
  EXPECT_THAT(html, HasSubstr("(انگلیسی"));
}

TEST(ActPage, SearchesWithinTheActAndLeadsToItsDataAndFeed) {
  std::string const html = page_of(act(kAct, "2020-01-01"));
  EXPECT_THAT(html,
              HasSubstr("<input type=\"hidden\" name=\"act\" value=\"zz/computer-act-2010\""));
  EXPECT_THAT(html, HasSubstr("href=\"/feed.atom?act=zz/computer-act-2010\""));
  EXPECT_THAT(html, HasSubstr("href=\"/akn/zz/act/2010/computer-act.akn?as_of=2020-01-01\""));
}

TEST(TreatyPage, ShowsWhoStandsWhereByWhichInstrument) {
  std::string const html = page_of(act("tz", "2020-01-01"));
  EXPECT_THAT(html, HasSubstr("<b>party</b></td><td>1 July 2007</td><td>ratification"
                              "<small>deposited 2 April 2007</small>"));
  EXPECT_THAT(html, HasSubstr("declaration <code dir=\"ltr\">art_1</code>: "
                              "<bdi>Zz asks for an intent to obtain data.</bdi>"));
}

TEST(TreatyPage, AStepOfALaterDayIsNotWhereAStateStands) {
  std::string const html = page_of(act("tz", "2006-01-01"));
  EXPECT_THAT(html, HasSubstr("<td>party <small>(after that day)</small></td>"));
  EXPECT_THAT(html, Not(HasSubstr("<b>party</b>")));
}

TEST(TreatyPage, LinksArticlesToTheirPagesAndNamesTheOtherNumbering) {
  std::string const html = page_of(act("tz", "2020-01-01"));
  EXPECT_THAT(html, HasSubstr("<a href=\"/conventions/tz/1\">Article 1</a>"));
  EXPECT_THAT(html, HasSubstr("href=\"/matrix/tz\""));
  EXPECT_THAT(html, HasSubstr(">Zedport Code</span> (<code dir=\"ltr\">tz-code</code>)"));
  EXPECT_THAT(html, HasSubstr("number there higher by 10"));
}

TEST(ActsPage, PagesLeadToEachOther) {
  std::string const first = list({}, 0, 1);
  EXPECT_THAT(first, HasSubstr("rel=\"next\" href=\"/acts?limit=1&amp;offset=1\""));
  EXPECT_THAT(first, Not(HasSubstr("rel=\"prev\"")));
  std::string const second = list({}, 1, 1);
  EXPECT_THAT(second, HasSubstr("rel=\"prev\" href=\"/acts?limit=1\""));
  EXPECT_THAT(second, HasSubstr("2 to 2"));
}

TEST(ActsPage, TreatiesAreAListOfTheirOwn) {
  std::string const html = list({"int"}, 0, 100);
  EXPECT_THAT(html, HasSubstr("<h1>Treaties</h1>"));
  EXPECT_THAT(html, HasSubstr("1 treaty held"));
  EXPECT_THAT(html, Not(HasSubstr("name=\"jurisdiction\"")));
}

TEST(ActsPage, TheFormKeepsTheStateThatWasChosen) {
  std::string const html = list({"zz"}, 0, 100);
  EXPECT_THAT(html, HasSubstr("<option value=\"zz\" selected>"));
  EXPECT_THAT(html, HasSubstr("Computer Act 2010</a>"));
}

TEST(ActsPage, APageBehindTheLastIsEmptyAndSaysSo) {
  EXPECT_THAT(list({}, 50, 100), HasSubstr("Nothing is held."));
}

TEST(ArticlePage, ShowsWhatAnswersWithItsRelationPenaltyAndGround) {
  std::string const html = page_of(article("tz/1", "2020-01-01"));
  EXPECT_THAT(html, HasSubstr("make entering a computer system without right an offence"));
  EXPECT_THAT(html, HasSubstr("<span class=\"badge\">equivalent</span>"));
  EXPECT_THAT(html, HasSubstr("<span class=\"badge\">narrower</span> → "
                              "<code dir=\"ltr\">art_1__para_2</code>"));
  EXPECT_THAT(html, HasSubstr("Missing here: <bdi>data other than secrets</bdi>"));
  EXPECT_THAT(html, HasSubstr("Zedport Treaty, English text"));
  EXPECT_THAT(html, HasSubstr("class=\"chart\""));
  EXPECT_THAT(html, HasSubstr("href=\"/compare?article=tz/1\""));
  EXPECT_THAT(html, HasSubstr("name=\"article\" value=\"tz/1\""));
}

TEST(ArticlePage, AStateThatNobodyLookedAtIsNotAssessed) {
  std::string const html = page_of(article("tz/1", "2008-01-01"));
  EXPECT_THAT(html, HasSubstr("No provision that is held is mapped to it."));
  EXPECT_THAT(html, HasSubstr("<span class=\"mark m-not-assessed\">not assessed</span>"));
  EXPECT_THAT(html, Not(HasSubstr("href=\"/compare?article")));
}

TEST(ArticlePage, WhatWasLookedForInVainIsNotFoundAndNamesTheReading) {
  ArticleAnswer answer = article("tz/2", "2020-01-01");
  Generation const& generation = *answer.provision.generation;
  ActNum const zz = generation.act_number(kAct);
  StateWithout state{.jurisdiction = "zz", .coverage = Coverage::kNotFound, .assessed = {}};
  for (AssessedRecord const& row : generation.acts()[zz].assessed) {
    if (!row.read.empty()) {
      state.assessed.push_back({zz, &row});
    }
  }
  answer.provisions.clear();
  answer.without = {state};
  std::string const html = page_of(answer);
  EXPECT_THAT(html, HasSubstr("class=\"mark m-not-found\">"));
  EXPECT_THAT(html, HasSubstr("sections 1 to 5"));
  EXPECT_THAT(html, Not(HasSubstr("mark m-not-assessed")));
}

TEST(ArticlePage, TheConcordanceSaysWhichOfTwoArticlesIsTheNarrower) {
  ArticleAnswer answer = article("tz/1", "2020-01-01");
  MappingRecord mapping;
  mapping.limb = answer.provision.record.eid;
  mapping.treaty = "tz";
  mapping.article = EId::parse("art_2").value();
  mapping.relation = Relation::kNarrower;
  answer.provision.record.limbs.front().mappings = {mapping};
  EXPECT_THAT(page_of(answer),
              HasSubstr("<a href=\"/conventions/tz/1\">Zedport Treaty, article 1"
                        "</a> <strong>is narrower than</strong> "
                        "<a href=\"/conventions/tz/2\">Zedport Treaty, article 2"));
}

TEST(ArticlePage, NeighboursAreArticlesToo) {
  EXPECT_THAT(page_of(article("tz/1", "2020-01-01")),
              HasSubstr("<a rel=\"next\" href=\"/conventions/tz/2\">"));
}

TEST(ProvisionPage, OfATreatyLeadsToTheArticlesPage) {
  ArticleAnswer const answer = article("tz/1", "2020-01-01");
  Visit const visit = from(UiLanguage::kEnglish);
  EXPECT_THAT(provision_page({texts(), visit}, answer.provision),
              HasSubstr("href=\"/conventions/tz/1\">What the laws of states have"));
}

}  // namespace
}  // namespace cyberlex::pages
