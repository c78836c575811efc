#include "indexer/suggest.h"

#include <gmock/gmock.h>

namespace cyberlex {
namespace {

using ::testing::SizeIs;

Taxonomy taxonomy() {
  Concept group;
  group.id = "group";
  group.scheme = "offence";
  group.pref["en"] = "old crime";
  Concept fraud = group;
  fraud.id = "computer-fraud";
  fraud.broader = "group";
  fraud.pref["en"] = "computer fraud";
  Taxonomy out;
  out.concepts = {fraud, group};
  return out;
}

StateText text(std::string const& words) {
  StateText out;
  out.language = "en";
  out.blocks.push_back({EId::parse("sec_1").value(), 0, "", words});
  return out;
}

IndexDocument document(std::string const& heading, std::string const& words) {
  IndexDocument out;
  out.record.eid = EId::parse("sec_1").value();
  out.record.texts.emplace_back();
  out.record.texts.back().heading = heading;
  out.texts.push_back(text(words));
  return out;
}

TEST(Suggester, TakesAHeadingThatNamesAnOffenceAndTheClauseBelowIt) {
  Taxonomy const concepts = taxonomy();
  Suggested const found = Suggester(concepts).suggest(
      document("Computer frauds", "The miller is liable to imprisonment for two years."));
  ASSERT_THAT(found.concepts, SizeIs(1));
  EXPECT_EQ(found.concepts[0].concept_id, "computer-fraud");
  EXPECT_EQ(found.concepts[0].evidence, "Computer frauds");
  ASSERT_THAT(found.clauses, SizeIs(1));
  EXPECT_EQ(found.clauses[0].arms[0].max_term->to_string(), "P2Y");
}

TEST(Suggester, TakesNoLabelWhereNothingIsPunishedAndNoGroup) {
  Taxonomy const concepts = taxonomy();
  Suggester suggester(concepts);
  EXPECT_TRUE(suggester.suggest(document("Computer fraud", "A council meets.")).empty());
  EXPECT_THAT(suggester.suggest(document("Old crime", "Old crime is an offence.")).concepts,
              SizeIs(0));
}

TEST(Suggester, LeavesAnAssessedProvisionAlone) {
  Taxonomy const concepts = taxonomy();
  IndexDocument known = document("Computer fraud", "Liable to imprisonment for two years.");
  known.record.klass = ProvisionClass::kOffence;
  EXPECT_TRUE(Suggester(concepts).suggest(known).empty());
}

// A suggester reads one document after another; what it read before leaves no trace.
TEST(Suggester, GivesTheSameWhateverItReadBefore) {
  Taxonomy const concepts = taxonomy();
  IndexDocument const first = document("Computer fraud", "A fine of 20 euros is the penalty.");
  IndexDocument const second = document("Purpose", "Liable to imprisonment for two years.");
  Suggester used(concepts);
  Suggested const before = used.suggest(first);
  EXPECT_FALSE(before.empty());
  EXPECT_EQ(used.suggest(second), Suggester(concepts).suggest(second));
  EXPECT_EQ(used.suggest(first), before);
}

}  // namespace
}  // namespace cyberlex
