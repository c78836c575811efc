#include "cyberlex/search/citation.h"

#include <gtest/gtest.h>

#include "tests/cyberlex/search/fake_vocabulary.h"

namespace cyberlex {
namespace {

struct Row {
  std::string_view text;
  std::string_view targets;  // handles, parted by spaces
  std::string_view label;
};

std::string targets_of(Citation const& citation) {
  std::string out;
  for (Handle const& target : citation.targets) {
    out += (out.empty() ? "" : " ") + to_string(target);
  }
  return out;
}

constexpr std::string_view kNg = "ng/cybercrimes-act-2015/sec_24";
constexpr std::string_view kNi = "ni/ley-1042/art_30";
constexpr std::string_view kIr = "ir/computer-crimes-law/art_1";

Row const kCitations[] = {
    {"s 24 Cybercrimes Act", kNg, "Cybercrimes Act 2015, s. 24"},
    {"section 24(1)(a) Cybercrimes Act 2015", kNg, "Cybercrimes Act 2015, s. 24(1)(a)"},
    {"Section 24 (1) of the Cybercrimes Act, 2015", kNg, "Cybercrimes Act 2015, s. 24(1)"},
    {"s. 24, Cybercrimes (Prohibition, Prevention, etc.) Act 2015", kNg,
     "Cybercrimes Act 2015, s. 24"},
    {"s24 nigerian cybercrimes act", kNg, "Cybercrimes Act 2015, s. 24"},
    {"§ 24 Cybercrimes Act", kNg, "Cybercrimes Act 2015, s. 24"},
    {"§24 Cybercrimes Act", kNg, "Cybercrimes Act 2015, s. 24"},
    {"Cybercrimes Act s 24", kNg, "Cybercrimes Act 2015, s. 24"},
    {"Cybercrimes Act 2015, section 24(2)", kNg, "Cybercrimes Act 2015, s. 24(2)"},
    {"s 24A Cybercrimes Act", "ng/cybercrimes-act-2015/sec_24a", "Cybercrimes Act 2015, s. 24a"},
    {"ng/cybercrimes-act-2015/sec_24", kNg, "Cybercrimes Act 2015, s. 24"},
    {"ng/cybercrimes-act-2015/sec_24__subsec_1__para_a", kNg, "Cybercrimes Act 2015, s. 24(1)(a)"},
    {"/akn/ng/act/2015/cybercrimes-act/!main~sec_24", kNg, "Cybercrimes Act 2015, s. 24"},
    {"/akn/ng/act/2015/cybercrimes-act/eng@2024-02-28/!main~sec_24__subsec_1", kNg,
     "Cybercrimes Act 2015, s. 24(1)"},
    {"https://example.org/akn/ng/act/2015/cybercrimes-act/!main~sec_24", kNg,
     "Cybercrimes Act 2015, s. 24"},
    {"art. 30 Ley 1042", kNi, "Ley 1042, art. 30"},
    {"artículo 30 de la Ley 1042", kNi, "Ley 1042, art. 30"},
    {"ARTÍCULO 30 DE LA LEY No. 1042", kNi, "Ley 1042, art. 30"},
    {"Arto. 30 Ley N.º 1042", kNi, "Ley 1042, art. 30"},
    {"Ley Especial de Ciberdelitos, art. 30", kNi, "Ley 1042, art. 30"},
    {"art 30 Ley 1042 2020", kNi, "Ley 1042, art. 30"},
    {"art. 7 bis Ley 1042", "ni/ley-1042/art_7-bis", "Ley 1042, art. 7-bis"},
    {"ماده ۱ قانون جرایم رایانه‌ای", kIr, "Computer Crimes Law, art. 1"},
    {"ماده ١ قانون جرايم رايانه ای", kIr, "Computer Crimes Law, art. 1"},
    {"قانون جرایم رایانه‌ای، ماده 1", kIr, "Computer Crimes Law, art. 1"},
    {"UNC 8", "unc/8", "United Nations Convention against Cybercrime, art. 8"},
    {"unc/7", "unc/7", "United Nations Convention against Cybercrime, art. 7"},
    {"unc/۷", "unc/7", "United Nations Convention against Cybercrime, art. 7"},
    {"UNC/art_7__para_1", "unc/7", "United Nations Convention against Cybercrime, art. 7(1)"},
    {"Art 7 UNC", "unc/7", "United Nations Convention against Cybercrime, art. 7"},
    {"Budapest 3", "budapest/3", "Budapest Convention, art. 3"},
    {"article 3 of the Budapest Convention", "budapest/3", "Budapest Convention, art. 3"},
    {"CETS No. 185 art 2", "budapest/2", "Budapest Convention, art. 2"},
    {"UNC 7.1", "unc/7", "United Nations Convention against Cybercrime, art. 7(1)"},
    {"Art 7 Abs 1 Satz 2 UNC", "unc/7",
     "United Nations Convention against Cybercrime, art. 7(1)(2)"},
    {"paragraph (1) of article 7 of the UNC", "unc/7",
     "United Nations Convention against Cybercrime, art. 7(1)"},
    {"section 24 subsection 1 Cybercrimes Act", kNg, "Cybercrimes Act 2015, s. 24(1)"},
    {"subsection (1)(a) of section 24 Cybercrimes Act", kNg, "Cybercrimes Act 2015, s. 24(1)(a)"},
    {"s 24 subsec. (1) of the Cybercrimes Act", kNg, "Cybercrimes Act 2015, s. 24(1)"},
    {"inciso 2 del artículo 30 de la Ley 1042", kNi, "Ley 1042, art. 30(2)"},
    {"literal a) del inciso 2 del artículo 30 de la Ley 1042", kNi, "Ley 1042, art. 30(2)(a)"},
    {"artículo 30, numeral 4, Ley 1042", kNi, "Ley 1042, art. 30(4)"},
    {"artículo 30º de la Ley 1042", kNi, "Ley 1042, art. 30"},
    {"artículo 30 de la Ley 1.042", kNi, "Ley 1042, art. 30"},
    {"تبصره ۲ ماده ۱ قانون جرایم رایانه‌ای", kIr,
     "Computer Crimes Law, art. 1(note 2)"},
    {"بند الف ماده ۱ قانون جرایم رایانه‌ای", kIr,
     "Computer Crimes Law, art. 1(الف)"},
    // Typed "section", and the act counts in articles: said in the label.
    {"section 7 UNC", "unc/7", "United Nations Convention against Cybercrime, art. 7"},
    // The number that the article bears in another act.
    {"ماده ۷۲۹ مجموعهٔ بزرگ", kIr, "Great Code, art. 729"},
    {"مجموعه بزرگ، ماده 729", kIr, "Great Code, art. 729"},
    {"Art. 729 Great Code", kIr, "Great Code, art. 729"},
    {"article 729(2) of the Great Code", kIr, "Great Code, art. 729(2)"},
    {"ir/great-code/art_729", kIr, "Great Code, art. 729"},
    {"ir/great-code/art_729__note_1", kIr, "Great Code, art. 729(1)"},
    {"/akn/ir/act/1996/great-code/!main~art_729", kIr, "Great Code, art. 729"},
    {"/akn/ir/act/1996/great-code/fas:2020-01-01/!main~art_729__para_1", kIr,
     "Great Code, art. 729(1)"},
    // One name, two acts.
    {"s 2 Computer Misuse Act",
     "gh/computer-misuse-act-1990/sec_2 ug/computer-misuse-act-2011/sec_2",
     "Computer Misuse Act 1990, s. 2; The Computer Misuse Act, 2011, s. 2"},
    {"s 2 Computer Misuse Act 1990", "gh/computer-misuse-act-1990/sec_2",
     "Computer Misuse Act 1990, s. 2"},
    {"s 3 Computer Misuse Act", "ug/computer-misuse-act-2011/sec_3",
     "The Computer Misuse Act, 2011, s. 3"},
};

TEST(Citation, IsRecognisedAsPeopleWriteIt) {
  FakeVocabulary const vocabulary;
  for (Row const& row : kCitations) {
    std::optional<Citation> const citation = recognise_citation(row.text, vocabulary);
    ASSERT_TRUE(citation.has_value()) << row.text;
    EXPECT_EQ(targets_of(*citation), row.targets) << row.text;
    EXPECT_EQ(citation->label, row.label) << row.text;
  }
}

TEST(Citation, IsWordsWhenTheActOrTheUnitIsNotHeld) {
  FakeVocabulary const vocabulary;
  for (std::string_view const text : {
           "",
           "s 99 Cybercrimes Act",
           "s 24 Data Protection Act",
           "Cybercrimes Act",
           "Cybercrimes Act 2015",
           "Cybercrimes Act 24",  // no unit word: a number may be a year
           "Ley 1042",
           "ng/cybercrimes-act-2015",
           "unc",
           "unc/99",
           "UNC 99",
           "UNC 8 and more",
           "s 24",
           "24",
           "24 Cybercrimes Act",
           "unauthorised access 24",
           "s 24 Act",  // a word that every act has is no name
           "art 30 Ley",
           "\"UNC 8\"",
           "UNC AND 8",
           "UNC -8",
           "-UNC 8",
           "NOT UNC 8",
           "UNC /s 8",
           "unc NEAR/5 8",
           "heading:unc 8",
           "art. 728 Great Code",  // before the first
           "art. 730 Great Code",  // within the numbering, not held
           "art. 783 Great Code",  // after the last
           "art. 1 Great Code",    // the number of the other act
           "s 729 Cybercrimes Act",
           "ir/great-code/art_1",
           "ir/great-code",
           "/akn/ir/act/1996/great-code/!main~art_1",
           "/akn/ng/act/2015/cybercrimes-act",
           "/akn/ng/act/2015/no-such-act/!main~sec_24",
           "/akn/ng/act/2015/cybercrimes-act/!main~",
           "/etc/passwd",
           "http://",
           "()()((",
           "§§§",
       }) {
    EXPECT_FALSE(recognise_citation(text, vocabulary).has_value()) << text;
  }
}

struct FaultRow {
  std::string_view text;
  CitationFault fault;
  std::string_view acts;  // that are held and lack the unit
};

TEST(CitationLookup, SaysWhyNothingIsFound) {
  FakeVocabulary const vocabulary;
  for (FaultRow const& row : {
           FaultRow{"s 99 Cybercrimes Act", CitationFault::kNoSuchUnit, "ng/cybercrimes-act-2015"},
           {"art. 99 de la Ley 1042", CitationFault::kNoSuchUnit, "ni/ley-1042"},
           {"unc/99", CitationFault::kNoSuchUnit, "unc"},
           {"/akn/ng/act/2015/cybercrimes-act/!main~sec_99", CitationFault::kNoSuchUnit,
            "ng/cybercrimes-act-2015"},
           {"s 24 Data Protection Act", CitationFault::kUnknownAct, ""},
           {"art. 3 de la Ley 9999", CitationFault::kUnknownAct, ""},
           {"gh/no-such-act/sec_2", CitationFault::kUnknownAct, ""},
           {"/akn/ng/act/2015/no-such-act/!main~sec_24", CitationFault::kUnknownAct, ""},
           {"unauthorised access", CitationFault::kNotACitation, ""},
           {"s 24", CitationFault::kNotACitation, ""},
           {"", CitationFault::kNotACitation, ""},
           {"()()((", CitationFault::kNotACitation, ""},
       }) {
    CitationLookup const found = look_up_citation(row.text, vocabulary);
    EXPECT_EQ(found.fault, row.fault) << row.text;
    EXPECT_EQ(targets_of(found.acts), row.acts) << row.text;
    EXPECT_TRUE(found.found.targets.empty()) << row.text;
  }
}

TEST(CitationLookup, FindsAnActAsAWhole) {
  FakeVocabulary const vocabulary;
  for (std::string_view const text :
       {"Cybercrimes Act", "Cybercrimes Act 2015", "ng/cybercrimes-act-2015",
        "/akn/ng/act/2015/cybercrimes-act", "/akn/ng/act/2015/cybercrimes-act/eng@2015-05-15"}) {
    CitationLookup const found = look_up_citation(text, vocabulary);
    EXPECT_EQ(found.fault, CitationFault::kNone) << text;
    EXPECT_EQ(targets_of(found.found), "ng/cybercrimes-act-2015") << text;
  }
  EXPECT_EQ(look_up_citation("Computer Misuse Act", vocabulary).found.targets.size(), 2U);
}

// Whatever the query language reads as a citation, the look-up finds too.
TEST(CitationLookup, AgreesWithWhatAQueryRecognises) {
  FakeVocabulary const vocabulary;
  for (Row const& row : kCitations) {
    CitationLookup const found = look_up_citation(row.text, vocabulary);
    EXPECT_EQ(found.fault, CitationFault::kNone) << row.text;
    EXPECT_EQ(targets_of(found.found), row.targets) << row.text;
  }
}

std::string completed(std::string_view text, size_t most = 10) {
  std::string out;
  for (Citation const& each : complete_citation(text, FakeVocabulary(), most)) {
    out += (out.empty() ? "" : " ") + targets_of(each);
  }
  return out;
}

TEST(CitationCompletion, OffersUnitsOfActsWhoseNameBeginsSo) {
  EXPECT_EQ(completed("s 24 cyberc"), kNg);
  EXPECT_EQ(completed("section 24(1) of the Cyber"), kNg);
  EXPECT_EQ(completed("artículo 30 de la Ley 10"), kNi);
  EXPECT_EQ(completed("ماده ۱ قانون جرا"), kIr);
  EXPECT_EQ(completed("s 2 Computer"),
            "gh/computer-misuse-act-1990/sec_2 ug/computer-misuse-act-2011/sec_2");
  EXPECT_EQ(completed("s 2 Computer", 1), "gh/computer-misuse-act-1990/sec_2");
  for (std::string_view const text :
       {"s 24", "s 24 x", "24 cyberc", "unauth", "\"s 24 cyber", ""}) {
    EXPECT_EQ(completed(text), "") << text;
  }
}

TEST(ActNames, MakesOneKeyOfSpellingsOfOneName) {
  EXPECT_EQ(name_key("Ley N.º 1042"), "ley1042");
  EXPECT_EQ(name_key("LEY No. 1042"), "ley1042");
  EXPECT_EQ(name_key("Ley núm. 1042,"), "ley1042");
  EXPECT_EQ(name_key("رایانه‌ای"), name_key("رايانه ای"));
  EXPECT_EQ(name_key("no 5"), "5");
  EXPECT_EQ(name_key(""), "");
}

TEST(ActNames, FindsTheLongestIriThatBeginsAnother) {
  FakeVocabulary const vocabulary;
  ActNames const& names = vocabulary.act_names();
  EXPECT_EQ(names.find_iri("/akn/ng/act/2015/cybercrimes-act/eng@2015-05-15")->handle,
            "ng/cybercrimes-act-2015");
  EXPECT_EQ(names.find_iri("/akn/ng/act/2015/cybercrimes-act-2"), nullptr);
  EXPECT_EQ(names.find_iri(""), nullptr);
}

}  // namespace
}  // namespace cyberlex
