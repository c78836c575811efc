#include "indexer/legalize_headings.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "indexer/visible_text.h"

namespace cyberlex {
namespace {

struct Row {
  char const* text;
  char const* language;
  HeadingRole role;
  ProvisionKind kind;
  char const* num;
  char const* label;
  char const* heading;
};

constexpr auto kUnit = HeadingRole::kUnit;
constexpr auto kContainer = HeadingRole::kContainer;
constexpr auto kOther = HeadingRole::kOther;

std::vector<Row> const kRows = {
    {"Artículo 1", "es", kUnit, ProvisionKind::kArticle, "1", "Artículo 1", ""},
    {"ARTICULO 1º", "es", kUnit, ProvisionKind::kArticle, "1", "ARTICULO 1º", ""},
    {"Artículo 39-BIS", "es", kUnit, ProvisionKind::kArticle, "39-BIS", "Artículo 39-BIS", ""},
    {"Artículo 39-BIS-A", "es", kUnit, ProvisionKind::kArticle, "39-BIS-A", "Artículo 39-BIS-A",
     ""},
    {"Artículo 341-1", "es", kUnit, ProvisionKind::kArticle, "341-1", "Artículo 341-1", ""},
    {"Artículo 5 bis. Objeto", "es", kUnit, ProvisionKind::kArticle, "5-bis", "Artículo 5 bis",
     "Objeto"},
    {"Artículo Unico", "es", kUnit, ProvisionKind::kArticle, "unico", "Artículo Unico", ""},
    {"ARTÍCULO PRIMERO.- Alcance", "es", kUnit, ProvisionKind::kArticle, "1", "ARTÍCULO PRIMERO",
     "Alcance"},
    {"Art. 7 - Zweck", "de", kUnit, ProvisionKind::kArticle, "7", "Art. 7", "Zweck"},
    {"Art 50 - ", "de", kUnit, ProvisionKind::kArticle, "50", "Art 50", ""},
    {"Article 1er", "fr", kUnit, ProvisionKind::kArticle, "1er", "Article 1er", ""},
    {"Article 5: Scope", "en", kUnit, ProvisionKind::kArticle, "5", "Article 5", "Scope"},
    {"Section 24A. Offences", "en", kUnit, ProvisionKind::kSection, "24A", "Section 24A",
     "Offences"},
    {"§ 1 Zweck", "de", kUnit, ProvisionKind::kSection, "1", "§ 1", "Zweck"},
    {"§ 26k Verteilung", "de", kUnit, ProvisionKind::kSection, "26k", "§ 26k", "Verteilung"},
    {"§ 1.01 Begriffe", "de", kUnit, ProvisionKind::kSection, "1.01", "§ 1.01", "Begriffe"},
    {"(XXXX) §§ 3 bis 6 (weggefallen)", "de", kUnit, ProvisionKind::kSection, "3-6", "§§ 3 bis 6",
     "(weggefallen)"},
    {"(XXXX) Art 1 und Art 2", "de", kUnit, ProvisionKind::kArticle, "1-2", "Art 1 und Art 2", ""},
    {"Anlage 9a Kapitalwert", "de", kUnit, ProvisionKind::kAnnex, "9a", "Anlage 9a", "Kapitalwert"},
    {"Anlage D9a", "de", kUnit, ProvisionKind::kAnnex, "D9a", "Anlage D9a", ""},
    {"Anlage IIA", "de", kUnit, ProvisionKind::kAnnex, "IIA", "Anlage IIA", ""},
    {"Anlage (zu § 3)", "de", kUnit, ProvisionKind::kAnnex, "", "Anlage", "(zu § 3)"},
    {"ANEXO A LA LEY", "es", kUnit, ProvisionKind::kAnnex, "", "ANEXO", "A LA LEY"},
    {"Schedule 2 Fees", "en", kUnit, ProvisionKind::kAnnex, "2", "Schedule 2", "Fees"},
    {"Eingangsformel", "de", kUnit, ProvisionKind::kPreamble, "", "", "Eingangsformel"},
    {"Schlußformel", "de", kUnit, ProvisionKind::kConclusions, "", "", "Schlußformel"},
    {"CAPITULO II - DE LA PRUEBA", "es", kContainer, ProvisionKind::kChapter, "II", "CAPITULO II",
     "DE LA PRUEBA"},
    {"CAPÍTULO ÚNICO", "es", kContainer, ProvisionKind::kChapter, "unico", "CAPÍTULO ÚNICO", ""},
    {"SECCIÓN IV - ECONOMÍA", "es", kContainer, ProvisionKind::kDivision, "IV", "SECCIÓN IV",
     "ECONOMÍA"},
    {"INCISO 2 - PRESIDENCIA", "es", kContainer, ProvisionKind::kDivision, "2", "INCISO 2",
     "PRESIDENCIA"},
    {"1ª SECCION", "es", kContainer, ProvisionKind::kDivision, "1", "1ª SECCION", ""},
    {"PRIMERA SECCION", "es", kContainer, ProvisionKind::kDivision, "1", "PRIMERA SECCION", ""},
    {"SUB SECCION I - FUSION", "es", kContainer, ProvisionKind::kDivision, "I", "SUB SECCION I",
     "FUSION"},
    {"Zweiter Abschnitt - Dienst", "de", kContainer, ProvisionKind::kDivision, "2",
     "Zweiter Abschnitt", "Dienst"},
    {"2. Abschnitt", "de", kContainer, ProvisionKind::kDivision, "2", "2. Abschnitt", ""},
    {"Abschnitt 4a - (weggefallen)", "de", kContainer, ProvisionKind::kDivision, "4a",
     "Abschnitt 4a", "(weggefallen)"},
    {"Siebter Teil", "de", kContainer, ProvisionKind::kPart, "7", "Siebter Teil", ""},
    {"Buch 2 - Schuldrecht", "de", kContainer, ProvisionKind::kBook, "2", "Buch 2", "Schuldrecht"},
    {"Part IV Misuse", "en", kContainer, ProvisionKind::kPart, "IV", "Part IV", "Misuse"},
    {"Section 2 - Champ", "fr", kContainer, ProvisionKind::kDivision, "2", "Section 2", "Champ"},
    {"Artikelgesetz", "de", kOther, ProvisionKind::kDivision, "", "", "Artikelgesetz"},
    {"Titel und Grade", "de", kOther, ProvisionKind::kDivision, "", "", "Titel und Grade"},
    {"II. - Leistungen", "de", kOther, ProvisionKind::kDivision, "", "", "II. - Leistungen"},
    {"(XXXX)", "de", kOther, ProvisionKind::kDivision, "", "", ""},
    {"", "es", kOther, ProvisionKind::kDivision, "", "", ""},
};

TEST(Headings, AreReadAsPrinted) {
  for (Row const& row : kRows) {
    Heading const heading = classify_heading(row.text, row.language);
    EXPECT_EQ(heading.role, row.role) << row.text;
    EXPECT_EQ(name_of(heading.kind), name_of(row.kind)) << row.text;
    EXPECT_EQ(heading.num, row.num) << row.text;
    EXPECT_EQ(heading.label, row.label) << row.text;
    EXPECT_EQ(heading.heading, row.heading) << row.text;
    EXPECT_EQ(heading.run_in, "") << row.text;
  }
}

TEST(Headings, ASentenceOnTheHeadingsLineIsText) {
  Heading const heading = classify_heading("ARTICULO 2º — Modifícase lo siguiente:", "es");
  EXPECT_EQ(heading.label, "ARTICULO 2º");
  EXPECT_EQ(heading.heading, "");
  EXPECT_EQ(heading.run_in, "Modifícase lo siguiente:");
  EXPECT_EQ(heading.left_out, 1U);
}

TEST(Headings, SayWhatIsGoneAndWhatIsNotYet) {
  EXPECT_EQ(classify_heading("§ 10 (weggefallen)", "de").status, LegalStatus::kRepealed);
  EXPECT_EQ(classify_heading("§ 10 (aufgehoben)", "de").status, LegalStatus::kRepealed);
  EXPECT_EQ(classify_heading("Artículo 4 - Derogado.", "es").status, LegalStatus::kRepealed);
  EXPECT_EQ(classify_heading("(XXXX) § 5 (zukünftig in Kraft)", "de").status,
            LegalStatus::kNotCommenced);
  EXPECT_EQ(classify_heading("§ 10 Aufgehobene Vorschriften", "de").status, LegalStatus::kUnknown);
  EXPECT_TRUE(says_repealed("\n\\(derogado\\)\n"));
  EXPECT_FALSE(says_repealed("Derogado por la ley"));
  EXPECT_FALSE(says_repealed(""));
}

TEST(Headings, LabelsHoldNumbers) {
  struct Label {
    char const* printed;
    char const* num;
  };
  for (Label const& row : std::vector<Label>{{"24A.", "24A"},
                                             {"(a)", "a"},
                                             {"Artículo 1º", "1"},
                                             {"Art. 5 bis", "5-bis"},
                                             {"CHAPTER 3—", "3"},
                                             {"§ 301.", "301"},
                                             {"II.", "II"},
                                             {"Artículo Único", "unico"},
                                             {"ماده ۱", "۱"},
                                             {"", ""},
                                             {"...", ""}}) {
    EXPECT_EQ(number_of_label(row.printed), row.num) << row.printed;
  }
}

// Whatever stands in a heading is in one of the fields or counted, and only marks are left out.
TEST(Headings, LoseNothingOfRandomText) {
  unsigned const seed = 20260101;
  SCOPED_TRACE(seed);
  std::mt19937 random(seed);
  std::vector<std::string> const pieces = {
      "Artículo", "§", "§§", "Art", "12", "3a", "bis", "und",  " ",     " ",
      " ",        "-", "—",  ":",   ".",  "II", "ñ",   "º",    ")",     "(XXXX)",
      "Teil",     "2", "\\", "SUB", "N°", "u.", ",",   "\xC3", "Anlage"};
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (auto n = random() % 9; n > 0; --n) {
      text += pieces[random() % pieces.size()];
    }
    for (char const* language : {"de", "es", "en"}) {
      Heading const heading = classify_heading(text, language);
      uint64_t const kept = count_visible(heading.label) + count_visible(heading.heading) +
                            count_visible(heading.run_in);
      ASSERT_EQ(kept + heading.left_out, count_visible(text)) << text;
      if (heading.left_out > 0) {
        ASSERT_NE(text.find_first_of("-:.\xE2X"), std::string::npos) << text;
      }
    }
  }
}

}  // namespace
}  // namespace cyberlex
