#include <gtest/gtest.h>

#include "indexer/read_mappings.h"
#include "tests/indexer/complaints.h"

namespace cyberlex {
namespace {

constexpr std::string_view kFile = R"(format: cyberlex-concepts/1
scheme: offence
concepts:
  - id: piracy
    pref: {en: piracy, es: piratería, fa: دزدی دریایی}
    alt: {en: [robbery at sea]}
    hidden: {es: [pirateria]}
    match: {close: [tides/7], related: [winds/art_2__para_1]}
    pin: paragraph 1
    note: scope note
  - id: boarding
    broader: piracy
    law: ng
    tier: 2
    pref: {en: boarding, es: abordaje, fa: ورود به کشتی}
)";

std::string fault(std::string_view from, std::string_view to) {
  Diagnostics diagnostics;
  make_taxonomy(read_concepts(with(kFile, from, to), "f", diagnostics), diagnostics);
  return complaints(diagnostics);
}

TEST(ReadConcepts, ReadsEveryField) {
  Diagnostics diagnostics;
  std::vector<Concept> const got = read_concepts(kFile, "f", diagnostics);
  ASSERT_EQ(complaints(diagnostics), "");
  ASSERT_EQ(got.size(), 2u);
  EXPECT_EQ(got[0].scheme, "offence");
  EXPECT_EQ(got[0].pref.at("es"), "piratería");
  EXPECT_EQ(got[0].alt.at("en"), std::vector<std::string>{"robbery at sea"});
  EXPECT_EQ(got[0].match.at("close"), std::vector<std::string>{"tides/7"});
  EXPECT_EQ(got[0].match.at("related"), std::vector<std::string>{"winds/art_2__para_1"});
  EXPECT_EQ(got[0].tier, 1);
  EXPECT_EQ(got[1].broader, "piracy");
  EXPECT_EQ(got[1].law, "ng");
  EXPECT_EQ(got[1].tier, 2);
  EXPECT_EQ(got[1].place.line, 11);
}

TEST(ReadConcepts, NamesEveryFault) {
  struct Row {
    std::string_view from;
    std::string_view to;
    std::string_view expected;
  };
  Row const rows[] = {
      {"scheme: offence", "scheme: offences",
       "f:2:9: error: scheme: expected one of offence, power, safeguard, authorisation, penalty, "
       "defence, concern, "
       "cooperation; found \"offences\", did you mean \"offence\"?"},
      {", es: piratería", "", "f:5:11: error: pref: expected a label in es"},
      {"match: {close:", "match: {exactMatch: [tides/8], close:",
       "f:8:25: error: there is no exact match: it would make the laws of two countries one "
       "concept; expected "
       "one of close, broad, narrow, related"},
      {"close: [tides/7]", "close: [tides]",
       "f:8:21: error: close: expected an article such as unc/7, found \"tides\""},
      {"close: [tides/7]", "close: [tides/7, tides/art_7]",
       "f:8:30: error: \"tides/art_7\" stands twice in this list"},
      {"law: ng", "law: nigeria",
       "f:13:10: error: law: expected a country code such as ng, found \"nigeria\""},
      {"tier: 2", "tier: two",
       "f:14:11: error: tier: expected a number from 1 to 9, found \"two\""},
      {"note: scope", "notes: scope",
       "f:10:5: error: unknown key \"notes\", did you mean \"note\"?"},
      {"id: boarding", "id: Boarding",
       "f:11:9: error: expected a name of small letters, digits and hyphens, found \"Boarding\""},
      // between concepts
      {"id: boarding\n    broader: piracy", "id: piracy",
       "f:11:5: error: concept piracy stands in scheme offence already, at f:4"},
      {"en: boarding", "en: Robbery at SEA",
       "f:4:5: error: label \"robbery at sea\" (en) of offence piracy names offence boarding too, "
       "at f:11"},
      {"es: abordaje", "es: Pirateria",
       "f:4:5: error: label \"piratería\" (es) of offence piracy names offence boarding too, at "
       "f:11\n"
       "f:4:5: error: label \"pirateria\" (es) of offence piracy names offence boarding too, at "
       "f:11"},
      {"broader: piracy", "broader: smuggling",
       "f:11:5: error: broader: expected a concept of scheme offence, found \"smuggling\""},
      {"broader: piracy", "broader: boarding",
       "f:11:5: error: broader: boarding is broader than itself"},
      {"- id: piracy", "- id: piracy\n    broader: boarding",
       "f:12:5: error: broader: boarding is broader than itself"},
  };
  for (Row const& row : rows) {
    EXPECT_EQ(fault(row.from, row.to), row.expected) << row.to;
  }
}

TEST(ReadConcepts, ReadsWhatOnlySomeSchemesHave) {
  Diagnostics diagnostics;
  std::vector<Concept> const safeguards = read_concepts(
      "format: cyberlex-concepts/1\nscheme: safeguard\nconcepts:\n"
      "  - {id: b, checklist: true, yardstick: [tides/7, winds/art_2], pref: {en: b, es: b, fa: "
      "b}}\n"
      "  - {id: a, checklist: false, pref: {en: a, es: a, fa: a}}\n",
      "f", diagnostics);
  std::vector<Concept> const authorities = read_concepts(
      "format: cyberlex-concepts/1\nscheme: authorisation\nconcepts:\n"
      "  - {id: judge, independent: true, pref: {en: j, es: j, fa: j}}\n"
      "  - {id: police, independent: false, pref: {en: p, es: p, fa: p}}\n",
      "f", diagnostics);
  ASSERT_EQ(complaints(diagnostics), "");
  EXPECT_GT(safeguards.at(0).checklist, 0);
  EXPECT_EQ(safeguards.at(0).yardstick, (std::vector<std::string>{"tides/7", "winds/2"}));
  EXPECT_EQ(safeguards.at(1).checklist, 0);
  EXPECT_FALSE(safeguards.at(1).independent.has_value());
  EXPECT_EQ(authorities.at(0).independent, std::optional(true));
  EXPECT_EQ(authorities.at(1).independent, std::optional(false));
}

TEST(ReadConcepts, RefusesThemInOthers) {
  struct Row {
    std::string_view scheme;
    std::string_view field;
    std::string_view expected;
  };
  Row const rows[] = {
      {"defence", "checklist: true, ", ""},
      {"safeguard", "yardstick: [tides/1], ", ""},
      {"power", "checklist: true, ",
       "f:4:24: error: checklist: expected in a concept of scheme safeguard, defence, not of "
       "power"},
      {"defence", "yardstick: [tides/1], ",
       "f:4:24: error: yardstick: expected in a concept of scheme safeguard, not of defence"},
      {"power", "independent: true, ",
       "f:4:26: error: independent: expected in a concept of scheme authorisation, not of power"},
      {"authorisation", "", "f:4:5: error: expected the key \"independent\""},
      {"authorisation", "independent: maybe, ",
       "f:4:26: error: independent: expected one of true, false; found \"maybe\""},
      {"safeguard", "checklist: yes, ",
       "f:4:24: error: checklist: expected one of true, false; found \"yes\""},
      {"safeguard", "yardstick: [tides], ",
       "f:4:25: error: yardstick: expected an article such as unc/7, found \"tides\""},
      {"safeguard", "yardstick: [tides/1, tides/art_1], ",
       "f:4:34: error: \"tides/art_1\" stands twice in this list"},
  };
  for (Row const& row : rows) {
    Diagnostics diagnostics;
    read_concepts("format: cyberlex-concepts/1\nscheme: " + std::string(row.scheme) +
                      "\nconcepts:\n  - {id: a, " + std::string(row.field) +
                      "pref: {en: a, es: a, fa: a}}\n",
                  "f", diagnostics);
    EXPECT_EQ(complaints(diagnostics), row.expected) << row.scheme << ' ' << row.field;
  }
}

}  // namespace
}  // namespace cyberlex
