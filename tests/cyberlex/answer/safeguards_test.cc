#include "cyberlex/answer/safeguards.h"

#include <gmock/gmock.h>

#include "tests/support/mini_index.h"

namespace cyberlex::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using enum AssessmentValue;

Concept entry(std::string scheme, std::string id, int checklist = 0) {
  Concept out;
  out.scheme = std::move(scheme);
  out.id = std::move(id);
  out.checklist = checklist;
  return out;
}

// By scheme and id, as the indexer sorts; the checklist has an order of its own.
Taxonomy taxonomy() {
  return {{entry("power", "interception"), entry("power", "search"),
           entry("safeguard", "appeal", 3), entry("safeguard", "legal-basis", 1),
           entry("safeguard", "notification", 2), entry("safeguard", "transparency")}};
}

LimbBuilder interception(std::string_view limb, AssessmentValue notification) {
  return LimbBuilder(limb)
      .power("interception", {"judge"})
      .safeguard("legal-basis", kPresent)
      .rests_on("ng/powers-act/sec_1")
      .safeguard("notification", notification)
      .safeguard("appeal", kNotAssessed);
}

// sec_1 intercepts (two limbs), sec_2 searches until 2015 and is repealed then, sec_3 has a text
// from 2010 only and no power.
ActBuilder nigerian() {
  ActBuilder out("ng/powers-act", 2005);
  out.add(StateBuilder("sec_1")
              .from("2005-01-01")
              .text("en", "A judge may order it.", "Interception", TextKind::kRestatement)
              .block("sec_1__subsec_1", "In writing.")
              .block("sec_1__subsec_2", "For thirty days.")
              .text("es", "Un juez puede ordenarlo.")
              .limb(interception("sec_1__subsec_1", kAbsent))
              .limb(interception("sec_1__subsec_2", kPartial).rests_on("ng/powers-act/sec_3")));
  LimbBuilder const search = LimbBuilder("sec_2").power("search").safeguard("appeal", kElsewhere);
  out.add(StateBuilder("sec_2").from("2005-01-01").to("2015-01-01").limb(search));
  out.add(StateBuilder("sec_2").from("2015-01-01").status(LegalStatus::kRepealed).limb(search));
  out.add(StateBuilder("sec_3").from("2010-01-01").text("en", "Within ten days."));
  return out;
}

ActBuilder nicaraguan() {
  ActBuilder out("ni/ley-1", 2020);
  out.add(StateBuilder("art_1")
              .from("2005-01-01")
              .limb(LimbBuilder("art_1")
                        .power("search")
                        .safeguard("appeal", kUnclear)
                        .safeguard("transparency", kPresent)
                        .rests_on("ng/powers-act/sec_1__subsec_2")
                        .rests_on("ni/ley-9/art_1")));
  return out;
}

// A treaty's articles ask for powers before they are in force.
ActBuilder treaty() {
  ActBuilder out("unc", 2000);
  out.add(StateBuilder("art_29")
              .from("2000-01-01")
              .status(LegalStatus::kAdopted)
              .limb(LimbBuilder("art_29").power("interception")));
  return out;
}

class Safeguards : public ::testing::Test {
 protected:
  SafeguardsAnswer ask(std::string_view when, std::vector<std::string> states = {},
                       std::vector<std::string> powers = {}) {
    return must(answer_safeguards(reader_, {std::move(states), std::move(powers), day(when)}));
  }

  static std::vector<std::string> rows(SafeguardsAnswer const& answer) {
    std::vector<std::string> out;
    for (SafeguardRow const& row : answer.rows) {
      out.push_back(row.handle + ' ' + row.power.power);
    }
    return out;
  }

  // "ng notification absent 1 partial 1"
  static std::vector<std::string> counts(SafeguardsAnswer const& answer) {
    std::vector<std::string> out;
    for (SafeguardCount const& count : answer.counts) {
      std::string line = count.jurisdiction + ' ' + count.safeguard;
      for (auto const& [value, powers] : count.powers) {
        line += ' ' + std::string(name_of(value)) + ' ' + std::to_string(powers);
      }
      out.push_back(line);
    }
    return out;
  }

  MiniIndex index_{{nigerian(), nicaraguan(), treaty()}, taxonomy()};
  IndexReader reader_ = index_.reader();
};

TEST_F(Safeguards, KeepsTheOrderOfTheChecklist) {
  std::vector<std::string> ids;
  for (Concept const* const each : ask("2012-01-01").checklist) {
    ids.push_back(each->id);
  }
  EXPECT_THAT(ids, ElementsAre("legal-basis", "notification", "appeal"));
}

TEST_F(Safeguards, HasOneRowAPowerOfALimbInForce) {
  SafeguardsAnswer const before = ask("2012-01-01");
  EXPECT_THAT(rows(before), ElementsAre("ng/powers-act/sec_1__subsec_1 interception",
                                        "ng/powers-act/sec_1__subsec_2 interception",
                                        "ng/powers-act/sec_2 search", "ni/ley-1/art_1 search"));
  EXPECT_EQ(before.rows[0].heading, "Interception");
  EXPECT_EQ(before.rows[0].jurisdiction, "ng");
  EXPECT_THAT(rows(ask("2015-01-01", {"ng"})),
              ElementsAre("ng/powers-act/sec_1__subsec_1 interception",
                          "ng/powers-act/sec_1__subsec_2 interception"));
  EXPECT_THAT(rows(ask("2004-12-31")), IsEmpty());
}

TEST_F(Safeguards, CountsPowersByHand) {
  EXPECT_THAT(counts(ask("2012-01-01")),
              ElementsAre("ng legal-basis present 2", "ng notification partial 1 absent 1",
                          "ng appeal elsewhere 1 not-assessed 2", "ni legal-basis",
                          "ni notification", "ni appeal unclear 1"));
  EXPECT_THAT(counts(ask("2015-01-01", {"ng"})),
              ElementsAre("ng legal-basis present 2", "ng notification partial 1 absent 1",
                          "ng appeal not-assessed 2"));
}

TEST_F(Safeguards, AStateAskedTwiceIsCountedOnce) {
  EXPECT_EQ(counts(ask("2012-01-01", {"ng", "ng"})), counts(ask("2012-01-01", {"ng"})));
}

TEST_F(Safeguards, FiltersByPowerInRowsAndCounts) {
  SafeguardsAnswer const answer = ask("2012-01-01", {"ni", "ng"}, {"search"});
  EXPECT_THAT(rows(answer), ElementsAre("ng/powers-act/sec_2 search", "ni/ley-1/art_1 search"));
  EXPECT_THAT(counts(answer),
              ElementsAre("ni legal-basis", "ni notification", "ni appeal unclear 1",
                          "ng legal-basis", "ng notification", "ng appeal elsewhere 1"));
  EXPECT_EQ(rows(ask("2012-01-01", {}, {"search", "interception"})).size(), 4U);
}

TEST_F(Safeguards, AsksTreatiesWhenToldInt) {
  EXPECT_THAT(ask("2012-01-01").request.jurisdictions, ElementsAre("ng", "ni"));
  EXPECT_THAT(rows(ask("2012-01-01", {"int"})), ElementsAre("unc/29 interception"));
}

TEST_F(Safeguards, ShowsTheTextThatAValueRestsOnOnceAndWhole) {
  SafeguardsAnswer const answer = ask("2012-01-01", {"ng"});
  ASSERT_EQ(answer.grounds.size(), 2U);
  GroundText const& whole = answer.grounds.at("ng/powers-act/sec_1");
  EXPECT_EQ(whole.text, "A judge may order it.\n\nIn writing.\n\nFor thirty days.");
  EXPECT_EQ(whole.language, "en");
  EXPECT_EQ(whole.kind, TextKind::kRestatement);
}

TEST_F(Safeguards, ShowsTheLimbAloneWhenThatIsNamed) {
  SafeguardsAnswer const answer = ask("2012-01-01", {"ni"});
  ASSERT_EQ(answer.grounds.size(), 1U);  // ni/ley-9 is not held
  EXPECT_EQ(answer.grounds.at("ng/powers-act/sec_1__subsec_2").text, "For thirty days.");
}

TEST_F(Safeguards, SaysNothingOfAGroundThatDidNotStandThatDay) {
  EXPECT_FALSE(ask("2009-12-31", {"ng"}).grounds.contains("ng/powers-act/sec_3"));
  EXPECT_EQ(ask("2010-01-01", {"ng"}).grounds.at("ng/powers-act/sec_3").text, "Within ten days.");
}

TEST_F(Safeguards, TurnsTheYardstickRoundAndPutsTheLongestFirst) {
  Taxonomy taxonomy = {{entry("safeguard", "appeal", 2), entry("safeguard", "notification", 1),
                        entry("safeguard", "transparency")}};
  taxonomy.concepts[0].yardstick = {"trt/1", "trt/2"};
  taxonomy.concepts[1].yardstick = {"trt/9", "trt/2"};
  taxonomy.concepts[2].yardstick = {"trt/1"};  // not in the checklist
  ActBuilder treaty("trt", 2000);
  treaty.add(StateBuilder("art_1").text("en", "An appeal.", "Remedies"));
  treaty.add(StateBuilder("art_2").text("en", "Both.", "Safeguards", TextKind::kRestatement));
  MiniIndex const index({treaty}, taxonomy);
  SafeguardsAnswer const answer =
      must(answer_safeguards(index.reader(), {{"ng"}, {}, day("2012-01-01")}));
  ASSERT_EQ(answer.yardstick.size(), 3U);
  EXPECT_EQ(answer.yardstick[0].handle, "trt/2");
  EXPECT_EQ(answer.yardstick[0].heading, "Safeguards");
  EXPECT_THAT(answer.yardstick[0].safeguards, ElementsAre("notification", "appeal"));
  EXPECT_EQ(answer.yardstick[1].handle, "trt/1");
  EXPECT_THAT(answer.yardstick[1].safeguards, ElementsAre("appeal"));
  EXPECT_EQ(answer.yardstick[2].heading, "");  // not held
  EXPECT_EQ(answer.grounds.at("trt/2").kind, TextKind::kRestatement);
  EXPECT_EQ(answer.grounds.at("trt/2").text, "Both.");
}

TEST_F(Safeguards, NamesTheParameterThatItCannotRead) {
  auto const error = [this](std::vector<std::string> states, std::vector<std::string> powers) {
    auto const answer =
        answer_safeguards(reader_, {std::move(states), std::move(powers), day("2012-01-01")});
    return answer.ok() ? Error() : answer.error();
  };
  EXPECT_EQ(error({"xx"}, {}).where, "jurisdiction");
  EXPECT_EQ(error({"xx"}, {}).code, ErrorCode::kBadQuery);
  Error const power = error({}, {"search", "interceptoin"});
  EXPECT_EQ(power.code, ErrorCode::kBadQuery);
  EXPECT_EQ(power.where, "power");
  EXPECT_THAT(power.message, HasSubstr("did you mean \"interception\"?"));
  EXPECT_EQ(error({}, {"appeal"}).where, "power");  // a safeguard is no power
}

}  // namespace
}  // namespace cyberlex::testing
