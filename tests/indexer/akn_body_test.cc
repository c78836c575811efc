#include "indexer/akn_body.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/indexer/complaints.h"

namespace cyberlex {
namespace {

std::string outline_of(std::string const& xml) {
  Diagnostics diagnostics;
  auto const root = parse_xml("<akomaNtoso>" + xml + "</akomaNtoso>", "f", diagnostics);
  EXPECT_TRUE(root);
  std::string out;
  std::vector<Provision> const body = make_akn_body(*root, "f", diagnostics).provisions;
  walk(body, [&](Provision const& provision, std::vector<Provision const*> const& path) {
    out += std::string(path.size(), ' ') + std::string(name_of(provision.kind)) + '|' +
           provision.eid.text() + '|' + provision.num + '|' + provision.heading + '|' +
           provision.text + '|' + provision.closing + '\n';
  });
  return out;
}

std::string act(std::string const& body) {
  return outline_of("<act><body>" + body + "</body></act>");
}

TEST(AknBody, BuildsContainersUnitsAndWhatIsBelow) {
  EXPECT_EQ(act("<part eId='part_1'><num>Part 1</num><heading>A</heading><section "
                "eId='sec_1'><num>1.</num>"
                "<subsection eId='sec_1__subsec_1'><num>(1)</num><intro><p>i</p></intro>"
                "<paragraph><num>(a)</num><content><p>c</p></content></paragraph>"
                "<wrapUp><p>w</p></wrapUp></subsection></section></part>"),
            "part|part_1|1|A||\n section|sec_1|1|||\n  subsection|sec_1__subsec_1|1||i|w\n"
            "   paragraph||a||c|\n");
}

TEST(AknBody, AUnitsEidHasOneStepAndWhatIsBelowExtendsIt) {
  EXPECT_EQ(
      act("<article eId='chp_1__art_1'><num>1</num><paragraph "
          "eId='chp_1__art_1__para_1'><num>1</num>"
          "<content>x</content></paragraph></article><article eId='art_2'><paragraph "
          "eId='art_3__para_1'>"
          "<content>y</content></paragraph></article><article eId='Not One'/>"),
      "article||1|||\n paragraph||1||x|\narticle|art_2||||\n paragraph||||y|\narticle|||||\n");
}

TEST(AknBody, WhatHoldsUnitsIsAContainer) {
  EXPECT_EQ(
      act("<section><num>I</num><article><num>1</num><content>x</content></article></section>"
          "<hcontainer "
          "name='crossheading'><heading>H</heading><section><num>2</num></section></hcontainer>"),
      "division||I|||\n article||1||x|\ndivision|||H||\n section||2|||\n");
}

TEST(AknBody, TextOutsideUnitsIsAFragment) {
  EXPECT_EQ(
      act("<chapter><num>1</num><intro><p>lead</p></intro><section><num>1</num></section></chapter>"
          "<paragraph><num>5</num><content><p>p</p></content></paragraph>"),
      "chapter||1|||\n fragment||||lead|\n section||1|||\nfragment||5||p|\n");
}

TEST(AknBody, ListsAreTransparentAndQuotationsAreText) {
  EXPECT_EQ(
      act("<section><num>1</num><list><intro><p>i</p></intro><point><num>(a)</num><content>x"
          "<mod><quotedStructure><section><num>9</num></section></quotedStructure></mod></content>"
          "</point></list></section>"),
      "section||1||i|\n point||a||x\n\n9|\n");
}

TEST(AknBody, KeepsFormulasAndAttachments) {
  EXPECT_EQ(
      outline_of(
          "<act><meta><x>no</x></meta><preface><p>t</p></preface><preamble><p>p</p></preamble>"
          "<body><section><num>1</num></section></body><conclusions><p>c</p></conclusions>"
          "<attachments><attachment><heading>A</heading><doc><mainBody><p>m</p></mainBody></doc>"
          "</attachment></attachments></act>"),
      "preamble||||t|\npreamble||||p|\nsection||1|||\nconclusions||||c|\nschedule|||A||\n"
      " fragment||||m|\n");
}

TEST(AknBody, ReadsEveryDocumentOfACollection) {
  EXPECT_EQ(
      outline_of("<documentCollection><preface><p>all</p></preface><collectionBody><component>"
                 "<documentRef/></component></collectionBody></documentCollection><components>"
                 "<component><bill><body><article><num>1</num></article></body></bill></component>"
                 "<component><doc><mainBody><p>why</p></mainBody></doc></component></components>"),
      "preamble||||all|\ndivision|||||\n article||1|||\ndivision|||||\n fragment||||why|\n");
}

}  // namespace
}  // namespace cyberlex
