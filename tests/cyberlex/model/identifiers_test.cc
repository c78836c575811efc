#include "cyberlex/model/identifiers.h"

#include <gtest/gtest.h>

namespace cyberlex {
namespace {

TEST(Handle, ParsesEveryFormThatPeopleType) {
  struct Row {
    char const* text;
    char const* act;
    char const* eid;
    char const* canonical;
  };
  for (Row const& row : std::initializer_list<Row>{
           {"ng/cybercrimes-act-2015", "ng/cybercrimes-act-2015", "", "ng/cybercrimes-act-2015"},
           {"ng/cybercrimes-act-2015/sec_24", "ng/cybercrimes-act-2015", "sec_24",
            "ng/cybercrimes-act-2015/sec_24"},
           {"unc", "unc", "", "unc"},
           {"unc/7", "unc", "art_7", "unc/7"},
           {"unc/art_7", "unc", "art_7", "unc/7"},
           {"unc/art_7__para_1", "unc", "art_7__para_1", "unc/art_7__para_1"},
           {"budapest-p2/6", "budapest-p2", "art_6", "budapest-p2/6"},
           {"ir/computer-crimes-law/art_1", "ir/computer-crimes-law", "art_1",
            "ir/computer-crimes-law/art_1"},
       }) {
    Result<Handle> const handle = parse_handle(row.text);
    ASSERT_TRUE(handle.ok()) << row.text;
    EXPECT_EQ(handle->act, row.act);
    EXPECT_EQ(handle->eid.text(), row.eid);
    EXPECT_EQ(to_string(*handle), row.canonical);
  }
}

TEST(Handle, RefusesWhatIsNone) {
  for (char const* bad :
       {"", "/", "unc/", "UNC/7", "ng//sec_24", "ng/a/b/sec_1", "ng/act/24", "unc/Art 7", "../x"}) {
    EXPECT_FALSE(parse_handle(bad).ok()) << bad;
  }
}

TEST(Iri, OfWorksExpressionsAndPortions) {
  EXPECT_TRUE(parse_work_iri("/akn/ng/act/2015/cybercrimes-act").ok());
  EXPECT_TRUE(parse_work_iri("/akn/un/act/convention/2024/cybercrime").ok());
  for (char const* bad : {"", "/akn/ng", "akn/ng/act/2015/x", "/akn/ng/act/2015/",
                          "/akn/NG/act/2015/x", "/x/ng/act/2015/x"}) {
    EXPECT_FALSE(parse_work_iri(bad).ok()) << bad;
  }
  std::string const expression =
      expression_iri("/akn/ng/act/2015/cybercrimes-act", "en", *Date::parse("2024-02-28"));
  EXPECT_EQ(expression, "/akn/ng/act/2015/cybercrimes-act/eng@2024-02-28");
  EXPECT_EQ(portion_iri(expression, *EId::parse("sec_24")), expression + "/!main~sec_24");
}

TEST(Jurisdiction, IsACountryOfTheStandardOrTreaties) {
  for (char const* good : {"ad", "ng", "ni", "ir", "uy", "zw", "int"}) {
    EXPECT_TRUE(is_jurisdiction(good)) << good;
  }
  for (char const* bad : {"", "n", "xx", "zz", "NG", "ngx", "da e", "d ", "uk"}) {
    EXPECT_FALSE(is_jurisdiction(bad)) << bad;
  }
}

TEST(Language, TranslatesBetweenBothCodes) {
  EXPECT_EQ(language_639_2("fa"), "fas");
  EXPECT_EQ(language_639_1("spa"), "es");
  EXPECT_FALSE(language_639_2("xx").has_value());
}

}  // namespace
}  // namespace cyberlex
