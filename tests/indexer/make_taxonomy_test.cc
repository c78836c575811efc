#include <gtest/gtest.h>

#include "cyberlex/model/penalty.h"
#include "indexer/read_mappings.h"
#include "tests/indexer/complaints.h"

namespace cyberlex {
namespace {

Concept of(char const* scheme, std::string id) {
  Concept out;
  out.scheme = scheme;
  out.id = std::move(id);
  return out;
}

TEST(MakeTaxonomy, SortsAndFinds) {
  Diagnostics diagnostics;
  Taxonomy const taxonomy =
      make_taxonomy({of("offence", "piracy"), of("offence", "boarding")}, diagnostics);
  EXPECT_EQ(taxonomy.concepts.at(0).id, "boarding");
  ASSERT_NE(taxonomy.find("offence", "piracy"), nullptr);
  EXPECT_EQ(taxonomy.find("power", "piracy"), nullptr);
}

TEST(MakeTaxonomy, NamesTheSchemeABroaderConceptStandsIn) {
  Concept a = of("power", "search");
  a.broader = "piracy";
  Diagnostics diagnostics;
  make_taxonomy({a, of("offence", "piracy")}, diagnostics);
  EXPECT_EQ(
      complaints(diagnostics),
      ": error: broader: expected a concept of scheme power, found \"piracy\" of scheme offence");
}

TEST(MakeTaxonomy, FollowsALongChainAndAWideCycle) {
  std::vector<Concept> chain(20'000);
  for (size_t i = 0; i < chain.size(); ++i) {
    chain[i].scheme = "offence";
    chain[i].id = "c" + std::to_string(i);
    chain[i].broader = i == 0 ? "" : "c" + std::to_string(i - 1);
  }
  Diagnostics straight;
  make_taxonomy(chain, straight);
  EXPECT_EQ(straight.errors(), 0u);
  chain[0].broader = "c19999";
  Diagnostics circular;
  make_taxonomy(chain, circular);
  EXPECT_EQ(circular.errors(), 1u);
}

std::vector<std::string> ids(std::vector<Concept const*> const& concepts) {
  std::vector<std::string> out;
  for (Concept const* each : concepts) {
    out.push_back(each->id);
  }
  return out;
}

TEST(MakeTaxonomy, KeepsTheOrderOfTheChecklistsAcrossFiles) {
  std::vector<Concept> concepts;
  for (char const* id : {"notification", "legal-basis", "transparency", "destruction"}) {
    concepts.push_back(of("safeguard", id));
    concepts.back().checklist = std::string(id) == "transparency" ? 0 : 1;
  }
  concepts.push_back(of("defence", "research"));
  concepts.back().checklist = 1;
  Diagnostics diagnostics;
  Taxonomy const taxonomy = make_taxonomy(concepts, diagnostics);
  EXPECT_EQ(complaints(diagnostics), "");
  EXPECT_EQ(ids(taxonomy.checklist("safeguard")),
            (std::vector<std::string>{"notification", "legal-basis", "destruction"}));
  EXPECT_EQ(ids(taxonomy.checklist("defence")), std::vector<std::string>{"research"});
  EXPECT_TRUE(taxonomy.checklist("power").empty());
  EXPECT_EQ(taxonomy.find("safeguard", "destruction")->checklist, 3);
}

TEST(MakeTaxonomy, BoundsAChecklist) {
  for (size_t const over : {0u, 1u, 5u}) {
    std::vector<Concept> concepts;
    for (size_t i = 0; i < 100 + over; ++i) {
      concepts.push_back(of("safeguard", "c" + std::to_string(i)));
      concepts.back().checklist = 1;
    }
    Diagnostics diagnostics;
    make_taxonomy(concepts, diagnostics);
    EXPECT_EQ(diagnostics.errors(), over == 0 ? 0u : 1u);
  }
}

std::vector<Concept> penalties() {
  std::vector<Concept> out;
  for (std::string_view const kind : names<PenaltyKind>()) {
    out.push_back(of("penalty", std::string(kind)));
  }
  for (char const* unit : {"day-fine", "multiple-of-damage", "share-of-turnover", "ngn"}) {
    out.push_back(of("penalty", unit));
    out.back().broader = "fine";
  }
  return out;
}

std::string said_of(std::vector<Concept> concepts) {
  int line = 0;
  for (Concept& each : concepts) {
    each.place = {"f", ++line, 1};
  }
  Diagnostics diagnostics;
  make_taxonomy(std::move(concepts), diagnostics);
  return complaints(diagnostics);
}

TEST(MakeTaxonomy, WantsAConceptForEachKindOfPenalty) {
  EXPECT_EQ(said_of(penalties()), "");
  std::vector<Concept> without = penalties();
  without.erase(without.begin() + 1);
  EXPECT_EQ(said_of(without), "f:1:1: error: scheme penalty: expected a concept \"life\"");
}

TEST(MakeTaxonomy, RefusesPenaltiesThatTheModelDoesNotKnow) {
  std::vector<Concept> more = penalties();
  more.push_back(of("penalty", "exile"));
  EXPECT_EQ(
      said_of(more),
      "f:19:1: error: id: expected a kind of penalty, one of imprisonment, life, death, fine, "
      "flogging, forfeiture, disqualification, closure, dissolution, loss-of-services, "
      "restitution, judicial-intervention, same-as-principal, unseen; found \"exile\"");
  more.back() = of("penalty", "pieces-of-eight");
  more.back().broader = "fine";
  EXPECT_EQ(said_of(more),
            "f:19:1: error: id: expected a unit of fines such as day-fine, found "
            "\"pieces-of-eight\"");
  more.back() = of("penalty", "lashes");
  more.back().broader = "fine";
  EXPECT_EQ(said_of(more),
            "f:19:1: error: id: expected a unit of fines such as day-fine, found \"lashes\"");
  more.back() = of("penalty", "detention");
  more.back().broader = "imprisonment";
  EXPECT_EQ(said_of(more),
            "f:19:1: error: broader: expected fine, or nothing for a kind of penalty; found "
            "\"imprisonment\"");
}

}  // namespace
}  // namespace cyberlex
