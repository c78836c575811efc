#include "cyberlex/pages/pages.h"

#include <gmock/gmock.h>

#include "cyberlex/search/searcher.h"
#include "tests/support/fixture_index.h"

namespace cyberlex::pages {
namespace {

using testing::HasSubstr;
using testing::Not;

Pages const& all_pages() {
  static Pages const pages;
  return pages;
}

Visit visit(UiLanguage language = UiLanguage::kEnglish) {
  return {.language = language, .today = day("2020-01-01")};
}

std::string search(ParameterList const& list, Visit const& who = visit()) {
  auto const generation = FixtureIndex::generation();
  Searcher searcher = std::move(Searcher::open(generation)).value();
  SearchRequest const request = parse_request(list, *generation, who.today).value();
  return search_page({all_pages(), who}, searcher.search(request).value(), {});
}

TEST(SearchPage, ShowsHitsWithTheirPenaltyAndTheirStatus) {
  std::string const html = search({{"q", "computer"}});
  EXPECT_THAT(html, HasSubstr("<ol class=\"hits\">"));
  EXPECT_THAT(html, HasSubstr("class=\"hit\""));
  EXPECT_THAT(html, HasSubstr("<mark>"));
  EXPECT_THAT(html, HasSubstr("href=\"/akn/"));
}

TEST(SearchPage, AChosenFilterIsAChipThatLeadsToTheSearchWithoutIt) {
  std::string const html = search({{"q", "computer"}, {"jurisdiction", "int"}});
  EXPECT_THAT(html, HasSubstr("href=\"/?q=computer\" class=\"chip\""));
}

TEST(SearchPage, TheDayStandsInLinksOnlyWhereItIsNotToday) {
  EXPECT_THAT(search({{"q", "computer"}}), Not(HasSubstr("href=\"/?q=computer&amp;as_of")));
  EXPECT_THAT(search({{"q", "computer"}, {"as_of", "2019-01-01"}, {"jurisdiction", "int"}}),
              HasSubstr("as_of=2019-01-01"));
}

TEST(SearchPage, EveryTextIsMarkedWithItsLanguage) {
  std::string const html = search({{"q", "computer"}}, visit(UiLanguage::kPersian));
  EXPECT_THAT(html, HasSubstr("<html lang=\"fa\" dir=\"rtl\">"));
  EXPECT_THAT(html, HasSubstr("lang=\"en\" dir=\"ltr\""));
}

TEST(SearchPage, AQueryIsShownAsTextAndNotAsHtml) {
  std::string const html = search({{"q", "\"<b>x</b>\""}});
  EXPECT_THAT(html, Not(HasSubstr("<b>x")));
}

TEST(AboutPage, IsThereInEveryLanguage) {
  for (UiLanguage const language : kUiLanguages) {
    Visit const who = visit(language);
    EXPECT_THAT(about_page({all_pages(), who}), HasSubstr("<h1>"));
  }
}

}  // namespace
}  // namespace cyberlex::pages
