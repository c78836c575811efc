#include "cyberlex/search/compile_query.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/engine.h"

namespace cyberlex::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Compiled : public ::testing::Test {
 protected:
  static MiniIndex make() {
    ActBuilder act("ng/test-act");
    act.add(StateBuilder("sec_1")
                .text("en", "apple banana")
                .limb(LimbBuilder("sec_1").offence("fraud").clause(prison("P3Y"))));
    act.add(StateBuilder("sec_2")
                .text("en", "apple")
                .limb(LimbBuilder("sec_2").offence("forgery").clause(prison("P10Y"))));
    act.add(StateBuilder("sec_3").text("en", "cherry").status(LegalStatus::kRepealed));
    return MiniIndex({act});
  }

  static QueryPtr word(std::string text) {
    auto out = std::make_unique<QueryNode>();
    out->value = WordNode{std::move(text)};
    return out;
  }
  static QueryPtr field(Param param, std::string text) {
    auto out = std::make_unique<QueryNode>();
    out->value = FieldNode{param, {std::move(text), std::nullopt}};
    return out;
  }
  template <typename Node, typename... Operands>
  static QueryPtr join(Operands... operands) {
    Node node;
    (node.operands.push_back(std::move(operands)), ...);
    auto out = std::make_unique<QueryNode>();
    out->value = std::move(node);
    return out;
  }
  static QueryPtr negate(QueryPtr operand) {
    auto out = std::make_unique<QueryNode>();
    out->value = NotNode{std::move(operand)};
    return out;
  }

  CompiledQuery compile(QueryPtr const& root) {
    return must(compile_query(engine_.lexicon(), *root));
  }
  std::vector<DocNum> matches(QueryPtr const& root) {
    return engine_.match_all(*root, on("2020-01-01")).all.to_vector();
  }

  MiniIndex index_ = make();
  Engine engine_{index_};
};

TEST_F(Compiled, FieldsOfTheTopLevelAreLeftToTheFilters) {
  CompiledQuery const query = compile(
      join<AndNode>(word("apple"), field(Param::kOffence, "fraud"),
                    join<OrNode>(field(Param::kPenalty, "fine"), field(Param::kPenalty, "life"),
                                 field(Param::kSerious, "true"))));
  EXPECT_EQ(query.required.size(), 1U);
  EXPECT_FALSE(query.base.has_value());
  ASSERT_EQ(query.fields.size(), 2U);
  ASSERT_EQ(query.fields[1].size(), 2U) << "values of one parameter are one condition";
  EXPECT_EQ(query.fields[1][1].values.size(), 2U);
}

TEST_F(Compiled, ABracketHasALimbOfItsOwn) {
  auto const bracket = [](std::string offence, std::string penalty) {
    return join<AndNode>(field(Param::kOffence, std::move(offence)),
                         field(Param::kPenalty, std::move(penalty)));
  };
  QueryPtr const root = join<AndNode>(word("apple"), bracket("fraud", "imprisonment"));
  CompiledQuery const query = compile(root);
  EXPECT_THAT(query.fields, IsEmpty());
  ASSERT_TRUE(query.base.has_value());
  EXPECT_THAT(query.base->to_vector(), ElementsAre(0));
  EXPECT_THAT(matches(join<OrNode>(bracket("fraud", "imprisonment"), word("cherry"),
                                   bracket("forgery", "imprisonment"))),
              ElementsAre(0, 1));
}

TEST_F(Compiled, NegationExcludesAProvision) {
  EXPECT_THAT(matches(join<AndNode>(word("apple"), negate(word("banana")))), ElementsAre(1));
  EXPECT_THAT(matches(negate(word("banana"))), ElementsAre(1));
  EXPECT_THAT(matches(negate(negate(word("banana")))), ElementsAre(0));
  EXPECT_THAT(matches(join<OrNode>(negate(word("apple")), word("banana"))), ElementsAre(0));
  EXPECT_THAT(matches(join<AndNode>(word("apple"), negate(field(Param::kOffence, "fraud")))),
              ElementsAre(1));
}

TEST_F(Compiled, WordsUnderNegationAreNotMarked) {
  CompiledQuery const query = compile(join<AndNode>(word("apple"), negate(word("banana"))));
  ASSERT_EQ(query.markers.size(), 1U);
  EXPECT_EQ(std::get<WordGroup>(query.markers[0]).node.word, "apple");
  EXPECT_EQ(query.required.size(), 1U);
  EXPECT_EQ(query.excluded.size(), 1U);
}

TEST_F(Compiled, AStatusThatIsGoneIsAskedForOutsideNegationOnly) {
  EXPECT_TRUE(compile(field(Param::kStatus, "repealed")).asks_gone);
  EXPECT_FALSE(compile(field(Param::kStatus, "in-force")).asks_gone);
  EXPECT_FALSE(compile(negate(field(Param::kStatus, "repealed"))).asks_gone);
  EXPECT_TRUE(compile(join<OrNode>(word("apple"),
                                   join<AndNode>(word("banana"), field(Param::kStatus, "lapsed"))))
                  .asks_gone);
}

TEST_F(Compiled, ACitationNamesItsDocuments) {
  auto root = std::make_unique<QueryNode>();
  root->value =
      CitationNode{"s 3", {Handle{"ng/test-act", eid("sec_3")}, Handle{"ng/none", eid("sec_1")}}};
  CompiledQuery const query = compile(root);
  EXPECT_THAT(query.cited.to_vector(), ElementsAre(2));
  ASSERT_TRUE(query.base.has_value());
  EXPECT_THAT(query.base->to_vector(), ElementsAre(2));
}

// The words of a label stand for that label alone, though each of them is a pair of operands: as it
// is written, and in its parts.
TEST_F(Compiled, AWordWithinALabelIsNoLabelOfItsOwn) {
  Concept longer;
  longer.scheme = "offence";
  longer.id = "both";
  longer.pref["en"] = "cyber-apple cyber-banana";
  longer.alt["en"] = {"cherry"};
  Concept shorter;
  shorter.scheme = "offence";
  shorter.id = "one";
  shorter.pref["en"] = "cyberbanana";
  shorter.alt["en"] = {"date"};
  Taxonomy taxonomy;
  taxonomy.concepts = {longer, shorter};
  ActBuilder act("ng/test-act");
  act.add(StateBuilder("sec_1").text("en", "cyber apple cyber banana cyberbanana cherry date"));
  MiniIndex const index({act}, taxonomy);
  Engine engine(index);
  ParsedQuery const parsed =
      must(parse_query("cyber-apple cyber-banana", engine.reader().generation()));
  CompiledQuery const query = must(compile_query(engine.lexicon(), *parsed.root));
  ASSERT_EQ(query.concepts.size(), 1U);
  EXPECT_EQ(query.concepts.front().concept_id, "both");
}

TEST_F(Compiled, ErrorsComeFromAnyDepth) {
  auto prefix = std::make_unique<QueryNode>();
  prefix->value = WordNode{"x", WordForm::kPrefix, false};
  QueryPtr const root = join<AndNode>(
      word("apple"),
      negate(join<OrNode>(word("banana"), join<AndNode>(word("cherry"), std::move(prefix)))));
  Result<CompiledQuery> const query = compile_query(engine_.lexicon(), *root);
  ASSERT_FALSE(query.ok());
  EXPECT_EQ(query.error().code, ErrorCode::kBadQuery);
  EXPECT_THAT(query.error().message, ::testing::HasSubstr("at least 2 characters"));
}

}  // namespace
}  // namespace cyberlex::testing
