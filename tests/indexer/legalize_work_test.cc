#include "indexer/legalize_work.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/indexer/complaints.h"

namespace cyberlex {
namespace {

FrontMatter fields(std::map<std::string, std::string, std::less<>> values) {
  FrontMatter out;
  out.fields = std::move(values);
  out.first_line = 1;
  return out;
}

FrontMatter law() {
  return fields({{"title", "Ley de pruebas"},
                 {"identifier", "UY-ley-99999"},
                 {"country", "uy"},
                 {"rank", "decreto_ley"},
                 {"publication_date", "2018-05-29"},
                 {"last_updated", "2019-01-02"},
                 {"promulgation_date", "2018-05-17"},
                 {"status", "in_force"},
                 {"source", "https://example.org/99999"},
                 {"year", "2018"},
                 {"official_type", "Ley"},
                 {"official_number", "99999"}});
}

TEST(LegalizeWork, TakesTheFieldsOfTheFrontMatter) {
  Diagnostics diagnostics;
  auto const read = make_legalize_work(law(), "", "f", diagnostics);
  ASSERT_TRUE(read);
  EXPECT_EQ(complaints(diagnostics), "");
  Work const& work = read->work;
  EXPECT_EQ(work.handle, "uy/ley-99999");
  EXPECT_EQ(work.iri, "/akn/uy/act/2018/ley-99999");
  EXPECT_EQ(work.jurisdiction, "uy");
  EXPECT_EQ(work.rank, "decreto-ley");
  EXPECT_EQ(work.year, 2018);
  EXPECT_EQ(work.title.at("es"), "Ley de pruebas");
  EXPECT_EQ(work.names, std::vector<std::string>{"Ley 99999"});
  EXPECT_EQ(work.source_url, "https://example.org/99999");
  EXPECT_EQ(read->language, "es");
  EXPECT_EQ(read->version.to_string(), "2019-01-02");
  ASSERT_EQ(work.status.size(), 1U);
  EXPECT_EQ(work.status[0].value, LegalStatus::kInForce);
  EXPECT_EQ(work.status[0].from.to_string(), "2018-05-29");
  ASSERT_EQ(work.events.size(), 1U);
  EXPECT_EQ(work.events[0].date.to_string(), "2018-05-17");
}

TEST(LegalizeWork, AnUpdateBeforeThePublicationIsNoVersion) {
  FrontMatter odd = law();
  odd.fields["last_updated"] = "1900-01-01";
  Diagnostics diagnostics;
  auto const read = make_legalize_work(odd, "", "f", diagnostics);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->version.to_string(), "2018-05-29");
  EXPECT_EQ(complaints(diagnostics),
            "f:1: warning: last_updated 1900-01-01 is before 2018-05-29, which is taken for the "
            "version's date");
}

TEST(LegalizeWork, WarnsOfWhatItDoesNotKnow) {
  FrontMatter odd = law();
  odd.fields["country"] = "xx";
  odd.fields["status"] = "sleeping";
  odd.fields["publication_date"] = "2018-02-30";
  Diagnostics diagnostics;
  auto const read = make_legalize_work(odd, "", "f", diagnostics);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->language, "und");
  EXPECT_EQ(read->work.status.at(0).value, LegalStatus::kUnknown);
  EXPECT_EQ(diagnostics.warnings(), 3U) << complaints(diagnostics);
}

TEST(LegalizeWork, PrefersTheLanguageThatIsNamed) {
  FrontMatter named = law();
  named.fields["lang"] = "en-US";
  Diagnostics diagnostics;
  EXPECT_EQ(make_legalize_work(named, "", "f", diagnostics)->language, "en");
  named.fields["lang"] = "por";
  EXPECT_EQ(make_legalize_work(named, "", "f", diagnostics)->language, "pt");
  EXPECT_EQ(complaints(diagnostics), "");
}

TEST(LegalizeWork, NeedsAnIdentifierAndACountry) {
  for (char const* key : {"identifier", "country"}) {
    FrontMatter lacking = law();
    lacking.fields.erase(key);
    Diagnostics diagnostics;
    EXPECT_FALSE(make_legalize_work(lacking, "", "f", diagnostics));
    EXPECT_EQ(diagnostics.warnings(), 1U);
  }
}

TEST(LegalizeWork, JoinsATitleCutInTwo) {
  FrontMatter cut = fields({});
  cut.before = "Verordnung über CO\n";
  EXPECT_EQ(whole_title(cut, "-Werte"), "Verordnung über CO-Werte");
  EXPECT_EQ(whole_title(cut, "und mehr"), "Verordnung über CO und mehr");
  EXPECT_EQ(whole_title(cut, ""), "Verordnung über CO");
  EXPECT_EQ(whole_title(fields({}), "Gesetz"), "Gesetz");
}

}  // namespace
}  // namespace cyberlex
