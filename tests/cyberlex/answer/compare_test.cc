#include "cyberlex/answer/compare.h"

#include <gmock/gmock.h>

#include "tests/support/mini_index.h"

namespace cyberlex::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using enum AssessmentValue;

Concept entry(std::string scheme, std::string id, std::string broader = {}) {
  Concept out;
  out.scheme = std::move(scheme);
  out.id = std::move(id);
  out.broader = std::move(broader);
  return out;
}

Taxonomy taxonomy() {
  return {{entry("offence", "access"), entry("offence", "hacking", "access"),
           entry("offence", "spam"), entry("power", "search"), entry("safeguard", "notification")}};
}

ActBuilder treaty() {
  ActBuilder out("unc", 2000);
  out.add(StateBuilder("art_7")
              .from("2001-01-01")
              .limb(LimbBuilder("art_7__para_1").asks("access"))
              .limb(LimbBuilder("art_7__para_2").asks("attempt")));
  return out;
}

LimbBuilder offence(std::string_view limb, std::string id, Relation relation) {
  return LimbBuilder(limb).offence(std::move(id)).mapped("unc", "art_7__para_1", relation);
}

// Six sections answer to article 7, the first as an ancillary one; sec_7 stands from 2015 only, has
// two limbs and a text in three pieces.
ActBuilder nigerian() {
  ActBuilder out("ng/crimes-act", 2005);
  out.add(StateBuilder("sec_1").limb(offence("sec_1", "hacking", Relation::kAncillary)));
  for (int section = 2; section <= 6; ++section) {
    std::string const name = "sec_" + std::to_string(section);
    out.add(StateBuilder(name).limb(offence(name, "access", Relation::kNarrower)));
  }
  out.add(
      StateBuilder("sec_7")
          .from("2015-01-01")
          .text("en", "Whoever", "Two cases")
          .block("sec_7__subsec_1", "sends spam,")
          .block("sec_7__subsec_2", "searches,")
          .limb(LimbBuilder("sec_7__subsec_1").offence("spam").clause(prison("P1Y")))
          .limb(
              LimbBuilder("sec_7__subsec_2").power("search").safeguard("notification", kPartial)));
  out.add(StateBuilder("sec_8")
              .status(LegalStatus::kRepealed)
              .limb(offence("sec_8", "access", Relation::kWider)));
  return out;
}

ActBuilder nicaraguan() {
  ActBuilder out("ni/ley-1", 2020);
  out.status("2001-01-01", LegalStatus::kInForce);
  for (int article = 1; article <= 4; ++article) {
    std::string const name = "art_" + std::to_string(article);
    out.add(StateBuilder(name).limb(offence(name, "access", Relation::kWider)));
  }
  out.add(StateBuilder("art_5").limb(
      LimbBuilder("art_5").power("search").safeguard("notification", kAbsent)));
  return out;
}

ActBuilder iranian() {
  ActBuilder out("ir/law", 2009);
  out.status("2001-01-01", LegalStatus::kInForce);
  out.add(StateBuilder("art_1").limb(LimbBuilder("art_1").offence("spam")));
  out.not_found("unc", "art_7", "whole-law");
  return out;
}

ActBuilder unread() {
  ActBuilder out("uy/ley-1", 2009);
  out.add(StateBuilder("art_1").text("es", "Texto."));
  return out;
}

class Compare : public ::testing::Test {
 protected:
  static CompareRequest items(std::vector<std::string> handles, char const* when = "2020-06-01") {
    return {std::move(handles), {}, {}, {}, day(when)};
  }
  static CompareRequest article(std::string handle, std::vector<std::string> states = {}) {
    return {{}, std::move(handle), {}, std::move(states), day("2020-06-01")};
  }
  static CompareRequest concept_of(std::string id, std::vector<std::string> states = {}) {
    return {{}, {}, std::move(id), std::move(states), day("2020-06-01")};
  }
  CompareAnswer ask(CompareRequest const& request) {
    return must(answer_compare(reader_, request));
  }
  Error error(CompareRequest const& request) {
    auto const answer = answer_compare(reader_, request);
    return answer.ok() ? Error() : answer.error();
  }
  static std::vector<std::string> names(CompareAnswer const& answer) {
    std::vector<std::string> out;
    for (CompareColumn const& column : answer.columns) {
      out.push_back(column.item);
    }
    return out;
  }
  static std::vector<std::string> limbs(CompareColumn const& column) {
    std::vector<std::string> out;
    for (LimbRecord const& limb : column.provision->record.limbs) {
      out.push_back(limb.eid.text());
    }
    return out;
  }

  MiniIndex index_{{treaty(), nigerian(), nicaraguan(), iranian(), unread()}, taxonomy()};
  IndexReader reader_ = index_.reader();
};

TEST_F(Compare, ItemsKeepTheirOrderAndStandOnce) {
  CompareAnswer const answer =
      ask(items({"ni/ley-1/art_1", "ng/crimes-act/sec_2", "ni/ley-1/art_1"}));
  EXPECT_THAT(names(answer), ElementsAre("ni/ley-1/art_1", "ng/crimes-act/sec_2"));
  EXPECT_THAT(answer.states, IsEmpty());
  EXPECT_EQ(answer.columns[0].jurisdiction, "ni");
}

TEST_F(Compare, AProvisionHasAllItsLimbsAndALimbOnlyItself) {
  CompareAnswer const answer = ask(items({"ng/crimes-act/sec_7", "ng/crimes-act/sec_7__subsec_2"}));
  EXPECT_THAT(limbs(answer.columns[0]), ElementsAre("sec_7__subsec_1", "sec_7__subsec_2"));
  EXPECT_THAT(limbs(answer.columns[1]), ElementsAre("sec_7__subsec_2"));
  ASSERT_EQ(answer.rows.front().id, "text");
  EXPECT_EQ(answer.rows.front().cells[0].values[0].value, "Whoever\nsends spam,\nsearches,");
  // The introduction belongs to the limb.
  EXPECT_EQ(answer.rows.front().cells[1].values[0].value, "Whoever\nsearches,");
}

TEST_F(Compare, AProvisionThatDidNotStandIsAColumnThatSaysSo) {
  CompareAnswer const answer = ask(items({"ng/crimes-act/sec_7", "ni/ley-1/art_1"}, "2010-01-01"));
  EXPECT_FALSE(answer.columns[0].provision);
  EXPECT_THAT(answer.columns[0].not_standing, HasSubstr("stands only from 2015-01-01"));
  EXPECT_EQ(answer.columns[0].versions.size(), 1U);
  for (CompareRow const& row : answer.rows) {
    ASSERT_EQ(row.cells.size(), 2U);
    EXPECT_EQ(row.cells[0].values.front().finding, Finding::kNotStanding) << row.id;
    EXPECT_EQ(row.differs, std::nullopt) << row.id;
  }
  Error const none =
      error(items({"ng/crimes-act/sec_7", "ng/crimes-act/sec_7__subsec_1"}, "2010-01-01"));
  EXPECT_EQ(none.code, ErrorCode::kNotFound);
  EXPECT_THAT(none.message, HasSubstr("stands only from 2015-01-01"));
}

TEST_F(Compare, AnItemThatIsNoneIsNamed) {
  auto const with = [this](std::string item) {
    return error(items({"ni/ley-1/art_1", std::move(item)}));
  };
  for (char const* const bad :
       {"ng/crimes-act", "ng/crimes-act/sec_99", "ng/crimes-acts/sec_1", "ni/ley-1/art_1__para_9",
        "nothing at all", "ng/crimes-act/sec_7__subsec_3"}) {
    Error const found = with(bad);
    EXPECT_EQ(found.code, ErrorCode::kBadQuery) << bad;
    EXPECT_EQ(found.where, "item") << bad;
    EXPECT_THAT(found.message, HasSubstr(bad)) << bad;
  }
  EXPECT_THAT(with("ng/crimes-acts/sec_1").message, HasSubstr("did you mean"));
}

TEST_F(Compare, TwoToEightItemsOrAnArticleOrAConcept) {
  EXPECT_EQ(error(items({"ni/ley-1/art_1"})).where, "item");
  EXPECT_EQ(error(items({"ni/ley-1/art_1", "ni/ley-1/art_1"})).where, "item");
  std::vector<std::string> nine;
  for (int i = 1; i <= 8; ++i) {
    nine.push_back("ng/crimes-act/sec_" + std::to_string(i));
  }
  EXPECT_EQ(ask(items(nine)).columns.size(), kMostColumns);
  nine.emplace_back("ni/ley-1/art_1");
  EXPECT_EQ(error(items(nine)).where, "item");
  EXPECT_EQ(error({}).where, "item");
  CompareRequest both = article("unc/7");
  both.concept_id = "access";
  EXPECT_EQ(error(both).where, "item");
  CompareRequest of_states = items({"ni/ley-1/art_1", "ni/ley-1/art_2"});
  of_states.jurisdictions = {"ni"};
  EXPECT_EQ(error(of_states).where, "jurisdiction");
}

TEST_F(Compare, AnArticleTakesTheStatesInTurnAndAncillaryRowsLast) {
  CompareAnswer const answer = ask(article("unc/7", {"ng", "ni"}));
  // Nine answer: four each in turn, in citation order; the ancillary one has no room.
  EXPECT_THAT(names(answer),
              ElementsAre("ng/crimes-act/sec_2", "ng/crimes-act/sec_3", "ng/crimes-act/sec_4",
                          "ng/crimes-act/sec_5", "ni/ley-1/art_1", "ni/ley-1/art_2",
                          "ni/ley-1/art_3", "ni/ley-1/art_4"));
  EXPECT_THAT(answer.left_out, ElementsAre("ng/crimes-act/sec_1", "ng/crimes-act/sec_6"));
  ASSERT_EQ(answer.states.size(), 2U);
  EXPECT_EQ(answer.states[0].found, 6U);
  EXPECT_EQ(answer.states[0].shown, 4U);
  EXPECT_EQ(answer.states[1].shown, 4U);
}

TEST_F(Compare, AParagraphFindsWhatIsMappedToItAboveItAndBelow) {
  EXPECT_EQ(ask(article("unc/art_7__para_1", {"ni"})).columns.size(), 4U);
  EXPECT_THAT(ask(article("unc/art_7__para_2", {"ni"})).columns, IsEmpty());
}

TEST_F(Compare, NothingFoundAndNothingLookedAtDiffer) {
  CompareAnswer const answer = ask(article("unc/7", {"ir", "uy", "ni"}));
  ASSERT_EQ(answer.states.size(), 3U);
  EXPECT_EQ(answer.states[0].found, 0U);
  EXPECT_EQ(answer.states[0].coverage, Coverage::kNotFound);
  EXPECT_EQ(answer.states[0].assessed, 1U);
  EXPECT_EQ(answer.states[1].coverage, Coverage::kNotAssessed);
  EXPECT_EQ(answer.states[1].assessed, 0U);
  EXPECT_EQ(answer.states[2].coverage, Coverage::kPartly);
}

TEST_F(Compare, AConceptTakesInTheNarrowerOnes) {
  EXPECT_THAT(names(ask(concept_of("hacking"))), ElementsAre("ng/crimes-act/sec_1"));
  CompareAnswer const access = ask(concept_of("access", {"ng"}));
  EXPECT_EQ(access.states[0].found, 6U);
  EXPECT_THAT(names(ask(concept_of("spam"))), ElementsAre("ir/law/art_1", "ng/crimes-act/sec_7"));
  EXPECT_THAT(limbs(ask(concept_of("spam", {"ng"})).columns[0]), ElementsAre("sec_7__subsec_1"));
}

TEST_F(Compare, OfASafeguardThatIsAbsentThereIsNothingToCompare) {
  EXPECT_THAT(names(ask(concept_of("notification"))), ElementsAre("ng/crimes-act/sec_7"));
}

TEST_F(Compare, WhatIsNoArticleConceptOrStateIsNamed) {
  EXPECT_EQ(error(article("unc/99")).where, "article");
  EXPECT_EQ(error(article("unc")).where, "article");
  EXPECT_EQ(error(article("ni/ley-1/art_1")).where, "article");
  EXPECT_EQ(error(concept_of("acces")).where, "concept");
  EXPECT_THAT(error(concept_of("acces")).message, HasSubstr("did you mean \"access\"?"));
  EXPECT_EQ(error(article("unc/7", {"xx"})).where, "jurisdiction");
}

}  // namespace
}  // namespace cyberlex::testing
