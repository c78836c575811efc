#include "cyberlex/api/page_address.h"

#include <gmock/gmock.h>

namespace cyberlex::api {
namespace {

Date today() {
  return Date::parse("2026-01-01").value();
}

Request at(ParameterList query) {
  Request out;
  out.method = "GET";
  out.path = "/";
  out.query = std::move(query);
  return out;
}

TEST(PageAddress, IsThePathOfTheApiWithoutItsRoot) {
  EXPECT_EQ(page_address("/")->path, "/api/v1/search");
  EXPECT_EQ(page_address("/compare")->path, "/api/v1/compare");
  EXPECT_EQ(page_address("/conventions/unc/7")->path, "/api/v1/conventions/unc/7");
  EXPECT_EQ(page_address("/conventions/unc/7/")->path, "/api/v1/conventions/unc/7");
}

TEST(PageAddress, APartOfThePathMayBeAParameter) {
  auto const matrix = page_address("/matrix/unc");
  ASSERT_TRUE(matrix);
  EXPECT_EQ(matrix->path, "/api/v1/matrix");
  EXPECT_EQ(matrix->parameters, (ParameterList{{"convention", "unc"}}));
  EXPECT_TRUE(page_address("/matrix")->parameters.empty());
}

TEST(PageAddress, OtherPathsAreNoPages) {
  for (char const* path : {"/comparex", "/api/v1/search", "/akn/ng/act", "/healthz", "/x"}) {
    EXPECT_FALSE(page_address(path)) << path;
  }
}

TEST(PageLanguage, IsTheHeaviestThatTheInterfaceSpeaks) {
  using pages::UiLanguage;
  EXPECT_EQ(language_of(""), UiLanguage::kEnglish);
  EXPECT_EQ(language_of("de, fr;q=0.8"), UiLanguage::kEnglish);
  EXPECT_EQ(language_of("de, fa-IR;q=0.3, es;q=0.2"), UiLanguage::kPersian);
  EXPECT_EQ(language_of("en;q=0.5, ES-ni"), UiLanguage::kSpanish);
  EXPECT_EQ(language_of("es;q=0, fa;q=0.1"), UiLanguage::kPersian);
  EXPECT_EQ(language_of("es;q=x"), UiLanguage::kEnglish);
}

TEST(PageLanguage, TheAddressComesBeforeTheHeader) {
  Request request = at({{"q", "x"}, {"ui", "fa"}});
  request.accept_language = "es";
  auto const visit = visit_of(request, today());
  ASSERT_TRUE(visit);
  EXPECT_EQ(visit->language, pages::UiLanguage::kPersian);
  EXPECT_TRUE(visit->chosen);
  EXPECT_EQ(visit->parameters, (ParameterList{{"q", "x"}}));
}

TEST(PageLanguage, OneThatTheInterfaceDoesNotSpeakIsNamed) {
  Request const request = at({{"ui", "xx"}});
  auto const visit = visit_of(request, today());
  ASSERT_FALSE(visit);
  EXPECT_EQ(visit.error().where, "ui");
}

}  // namespace
}  // namespace cyberlex::api
