#include "indexer/akn_work.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/indexer/complaints.h"

namespace cyberlex {
namespace {

struct Meta {
  char const* uri;
  char const* country;
  char const* date;
  char const* handle;
  char const* iri;
  int year;
};

AknWork read(std::string const& work, std::string const& expression, size_t warnings) {
  Diagnostics diagnostics;
  auto const root = parse_xml(
      "<act><meta><identification><FRBRWork>" + work + "</FRBRWork><FRBRExpression>" + expression +
          "</FRBRExpression></identification></meta><preface><p><docTitle>The\n Act"
          "</docTitle></p></preface></act>",
      "f", diagnostics);
  EXPECT_TRUE(root);
  AknWork out = make_akn_work(*root, "f", diagnostics);
  EXPECT_EQ(diagnostics.warnings(), warnings) << complaints(diagnostics);
  return out;
}

TEST(AknWork, MakesHandlesAndIrisOfOddOnes) {
  for (Meta const& row : std::initializer_list<Meta>{
           {"/akn/zz/act/2011-11-29/112-61", "zz", "2011-11-29", "zz/112-61",
            "/akn/zz/act/2011-11-29/112-61", 2011},
           {"http://laws.example/id/pga/2014/27/enacted", "GB-UKM", "2014-07-17", "gb/pga-2014-27",
            "/akn/gb/act/2014/pga-2014-27", 2014},
           {"/akn/zz/code/title_9", "zz", "1947-07-30", "zz/title-9", "/akn/zz/code/title_9", 1947},
           {"/zz/act/1996/108", "zz", "1996-01-01", "zz/act-1996-108",
            "/akn/zz/act/1996/act-1996-108", 1996},
           {"/akn/uk/act/2014/Fees", "uk", "2014-07-17", "gb/fees", "/akn/gb/act/2014/fees",
            2014}}) {
    AknWork const out = read("<FRBRuri value='" + std::string(row.uri) + "'/><FRBRdate date='" +
                                 row.date + "'/><FRBRcountry value='" + row.country + "'/>",
                             "<FRBRdate date='2015-01-02Z'/><FRBRlanguage language='eng'/>", 0);
    EXPECT_EQ(out.work.handle, row.handle);
    EXPECT_EQ(out.work.iri, row.iri);
    EXPECT_EQ(out.work.year, row.year);
    EXPECT_EQ(out.version.to_string(), "2015-01-02");
    EXPECT_EQ(out.work.title.at("en"), "The Act");
  }
}

TEST(AknWork, ReadsLanguagesAsTheyAreWritten) {
  std::string const work =
      "<FRBRuri value='/akn/uy/bill/2010/b1'/><FRBRdate date='2010-01-01'/><FRBRcountry "
      "value='uy'/>";
  EXPECT_EQ(read(work, "<FRBRlanguage language='esp'/>", 0).language, "es");
  EXPECT_EQ(read(work, "<FRBRlanguage language='spa'/>", 0).language, "es");
  EXPECT_EQ(read(work, "<FRBRlanguage language='fr'/>", 0).language, "fr");
  EXPECT_EQ(read(work, "<FRBRlanguage language='qqq'/>", 1).language, "es");
}

TEST(AknWork, WarnsOfWhatIsMissing) {
  AknWork const out = read("", "", 4);
  EXPECT_EQ(out.work.handle, "zz/unnamed");
  EXPECT_EQ(out.work.iri, "/akn/zz/act/undated/unnamed");
  EXPECT_EQ(out.language, "und");
}

}  // namespace
}  // namespace cyberlex
