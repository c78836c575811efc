#include "indexer/slugs.h"

#include <gtest/gtest.h>

#include "cyberlex/model/identifiers.h"

namespace cyberlex {
namespace {

TEST(Slugs, HoldOnlyWhatAHandleMayHold) {
  EXPECT_EQ(make_slug("UY-ley-19621"), "uy-ley-19621");
  EXPECT_EQ(make_slug("Código Pénal, 2.ª ed."), "codigo-penal-2-ed");
  EXPECT_EQ(make_slug("binschuo_2018"), "binschuo-2018");
  EXPECT_EQ(make_slug("--a--"), "a");
  EXPECT_EQ(make_slug("ماده"), "");
  EXPECT_EQ(make_slug(""), "");
}

TEST(Slugs, KnowCountriesByLanguagesThatHaveACode) {
  EXPECT_EQ(language_of_country("uy"), "es");
  EXPECT_EQ(language_of_country("ir"), "fa");
  EXPECT_EQ(language_of_country("zz"), "");
  for (char a = 'a'; a <= 'z'; ++a) {
    for (char b = 'a'; b <= 'z'; ++b) {
      std::string_view const language = language_of_country(std::string{a, b});
      EXPECT_TRUE(language.empty() || language_639_2(language)) << a << b << ' ' << language;
    }
  }
}

}  // namespace
}  // namespace cyberlex
