#include "cyberlex/answer/citations.h"

#include "tests/support/fixture_index.h"

namespace cyberlex {
namespace {

class Citations : public ::testing::Test {
 protected:
  Result<CitationsAnswer> ask(std::vector<std::string> texts, char const* as_of = "2020-01-01") {
    return answer_citations(searcher_, {std::move(texts), day(as_of)});
  }
  CitationEntry one(std::string text, char const* as_of = "2020-01-01") {
    return std::move(ask({std::move(text)}, as_of)).value().citations.at(0);
  }

  Searcher searcher_ = std::move(Searcher::open(FixtureIndex::generation())).value();
};

TEST_F(Citations, GivesTheStateOfTheDay) {
  CitationEntry const early = one("s 3 Computer Act", "2015-01-01");
  ASSERT_EQ(early.status, CitationStatus::kFound);
  EXPECT_EQ(early.label, "Computer Act 2010, s. 3");
  EXPECT_EQ(early.things.at(0).provision->texts.at(0).heading, "Harassing messages");
  CitationEntry const late = one("s 3 Computer Act", "2019-01-01");
  EXPECT_EQ(late.things.at(0).provision->texts.at(0).heading, "Threatening messages");
  EXPECT_TRUE(late.things.at(0).stands);
}

TEST_F(Citations, SaysWhenTheProvisionDidNotStand) {
  CitationEntry const before = one("s 3 Computer Act", "2009-01-01");
  EXPECT_EQ(before.status, CitationStatus::kFound);
  EXPECT_FALSE(before.things.at(0).stands);
  EXPECT_EQ(before.things.at(0).provision->texts.at(0).heading, "Harassing messages");
}

TEST_F(Citations, FindsActsAndSaysWhichActLacksAProvision) {
  CitationEntry const act = one("Computer Act 2010");
  EXPECT_EQ(act.status, CitationStatus::kFound);
  EXPECT_FALSE(act.things.at(0).provision.has_value());
  CitationEntry const lacking = one("s 99 Computer Act 2010");
  EXPECT_EQ(lacking.status, CitationStatus::kNoSuchUnit);
  ASSERT_EQ(lacking.things.size(), 1U);
  EXPECT_EQ(lacking.things.at(0).act, act.things.at(0).act);
  EXPECT_EQ(one("s 3 Other Act").status, CitationStatus::kUnknownAct);
  EXPECT_EQ(one("messages").status, CitationStatus::kNotACitation);
}

TEST_F(Citations, LeadAnotherNumberingToTheProvisionItself) {
  CitationEntry const found = one("art. 11 Zedport Code");
  EXPECT_EQ(found.status, CitationStatus::kFound);
  EXPECT_EQ(found.things.at(0).provision->eid.text(), "art_1");
}

TEST_F(Citations, AreAnsweredInTheirOrderAndBounded) {
  CitationsAnswer const answer = ask({"tz/2", "nothing", "tz/1"}).value();
  ASSERT_EQ(answer.citations.size(), 3U);
  EXPECT_EQ(answer.citations[0].things.at(0).provision->eid.text(), "art_2");
  EXPECT_EQ(answer.citations[1].text, "nothing");
  EXPECT_EQ(answer.citations[2].things.at(0).provision->eid.text(), "art_1");
  EXPECT_EQ(ask({}).error().where, "q");
  EXPECT_TRUE(ask(std::vector<std::string>(kMostCitations, "tz/1")).ok());
  EXPECT_EQ(ask(std::vector<std::string>(kMostCitations + 1, "tz/1")).error().where, "q");
}

}  // namespace
}  // namespace cyberlex
