#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/legalize_work.h"
#include "tests/indexer/complaints.h"

namespace cyberlex {
namespace {

LegalizeWork read(std::string const& title, std::string_view head, size_t warnings = 0) {
  FrontMatter fields;
  fields.fields = {{"Title", title}, {"jurabk", "ProbG"}, {"slug", "prob_g"}};
  fields.first_line = 1;
  Diagnostics diagnostics;
  auto out = make_legalize_work(fields, head, "f", diagnostics);
  EXPECT_EQ(diagnostics.warnings(), warnings) << complaints(diagnostics);
  return out ? *out : LegalizeWork();
}

TEST(GermanWork, TakesDatesFromTheDefinitionList) {
  LegalizeWork const work =
      read("Gesetz zur Probe",
           "Ausfertigungsdatum\n:   1996-08-18\n\nFundstelle\n:   BGBl I: 1996, "
           "v. 1.1.2030\n\nNeugefasst durch\n:   Bek. v. 2.1.2002 I 42\n\n"
           "Zuletzt geändert durch\n:   Art. 4 G v. 7.5.2021 I 850 idF d. Art. 2 G\n"
           "    v. 17.12.2021 I 3\n");
  EXPECT_EQ(work.work.handle, "de/prob-g");
  EXPECT_EQ(work.work.iri, "/akn/de/act/1996/prob-g");
  EXPECT_EQ(work.work.short_title.at("de"), "ProbG");
  EXPECT_EQ(work.version.to_string(), "2021-12-17");
  EXPECT_EQ(work.work.year, 1996);
  ASSERT_EQ(work.work.status.size(), 1U);
  EXPECT_EQ(work.work.status[0].value, LegalStatus::kUnknown);
}

TEST(GermanWork, KnowsALawThatIsRepealedAsAWhole) {
  std::string const head = "Ausfertigungsdatum\n:   1996-08-18\n\n";
  LegalizeWork const whole =
      read("Gesetz", head + "G aufgeh. durch\n:   Art. 5 G v. 12.12.2019 I 2 mWv 1.1.2024\n");
  ASSERT_EQ(whole.work.status.size(), 2U);
  EXPECT_EQ(whole.work.status[1].value, LegalStatus::kRepealed);
  EXPECT_EQ(whole.work.status[1].from.to_string(), "2024-01-01");
  LegalizeWork const part =
      read("Gesetz", head + "§§ 6 u. 7 aufgeh. durch\n:   Art. 5 G v. 12.12.2019 mWv 1.1.2024\n");
  EXPECT_EQ(part.work.status.size(), 1U);
}

TEST(GermanWork, RefusesDaysThatDoNotExist) {
  EXPECT_EQ(read("Gesetz", "Ausfertigungsdatum\n:   1996-02-30\n", 1).work.year, 0);
  EXPECT_EQ(read("Gesetz", "Ausfertigungsdatum\n:   31.2.1996\n", 1).work.year, 0);
  EXPECT_EQ(read("Gesetz", ":   1996-02-03\n", 1).work.year, 0);
}

TEST(GermanWork, FindsTheRankInTheTitle) {
  std::vector<std::pair<char const*, char const*>> const rows = {
      {"Gesetz über Proben", "gesetz"},
      {"Zweites Gesetz zur Probe", "gesetz"},
      {"Bürgerliches Gesetzbuch", "gesetz"},
      {"Probenanpassungsgesetz 1999", "gesetz"},
      {"Verordnung zur Probe", "verordnung"},
      {"Übereinkommen über Proben", "uebereinkommen"},
      {"Erlaß über Proben", "erlass"},
      {"Richtlinien der Probe", "unknown"},
      {"", "unknown"}};
  for (auto const& [title, rank] : rows) {
    EXPECT_EQ(read(title, "", 1).work.rank, rank) << title;
  }
}

}  // namespace
}  // namespace cyberlex
