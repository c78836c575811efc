// One answer in its three forms: JSON, text, HTML.

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "cyberlex/render/json.h"
#include "cyberlex/render/text.h"
#include "cyberlex/render/text_layout.h"
#include "tests/support/mini_index.h"

namespace cyberlex::testing {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

// A section in English and Persian that is amended in 2015.
ActBuilder act() {
  ActChange substituted;
  substituted.provisions.push_back(eid("sec_1"));
  substituted.how = "substitution";
  ActBuilder out("ir/crimes-act", 2010);
  out.event("2015-01-01", "amended", {substituted});
  out.add(StateBuilder("sec_1")
              .from("2010-01-01")
              .to("2015-01-01")
              .text("en", "three <b>years</b> & more", "Access", TextKind::kRestatement)
              .text("fa", "سه سال حبس", "دسترسی")
              .limb(LimbBuilder("sec_1").offence("access").clause(prison("P3Y"))));
  out.add(StateBuilder("sec_1")
              .from("2015-01-01")
              .text("en", "five <b>years</b> & more", "Access", TextKind::kRestatement)
              .text("fa", "پنج سال حبس", "دسترسی")
              .limb(LimbBuilder("sec_1").offence("access").clause(prison("P5Y"))));
  return out;
}

class DiffForms : public ::testing::Test {
 protected:
  static MiniIndex const& index() {
    static MiniIndex const held({act()});
    return held;
  }
  static DiffAnswer diff(char const* from, char const* to) {
    IndexReader const reader = index().reader();
    return must(
        answer_diff(reader, {must(parse_handle("ir/crimes-act/sec_1")), day(from), day(to), {}}));
  }
  static std::string text(DiffAnswer const& answer, bool ansi = false) {
    return lay_out(to_text(answer), {kLineWidth, ansi});
  }
};

TEST_F(DiffForms, JsonHasRunsFactsAndEvents) {
  json const body = json::parse(to_json(diff("2014-01-01", "2016-01-01")));
  EXPECT_EQ(body["handle"], "ir/crimes-act/sec_1");
  EXPECT_EQ(body["same"], false);
  EXPECT_EQ(body["from"]["valid"]["to"], "2015-01-01");
  json const& english = body["texts"].at(0);
  EXPECT_EQ(english["words_inserted"], 1);
  EXPECT_EQ(english["blocks"].at(0)["runs"],
            json::parse(R"([{"op": "delete", "text": "three"}, {"op": "insert", "text": "five"},
                            {"op": "equal", "text": " <b>years</b> & more"}])"));
  EXPECT_THAT(english["note"].get<std::string>(), HasSubstr("restatements"));
  EXPECT_FALSE(body["texts"].at(1).contains("note"));
  json const& limb = body["limbs"].at(0);
  EXPECT_EQ(limb["removed"]["penalties"].at(0)["max"], "P3Y");
  EXPECT_EQ(limb["added"]["penalties"].at(0)["max"], "P5Y");
  EXPECT_EQ(body["events"].at(0)["how"], "substitution");
}

TEST_F(DiffForms, JsonOfADayBeforeItStoodSaysSo) {
  json const body = json::parse(to_json(diff("2009-01-01", "2011-01-01")));
  EXPECT_EQ(body["from"]["stands"], false);
  EXPECT_THAT(body["from"]["absent"].get<std::string>(), HasSubstr("stands only from"));
  EXPECT_TRUE(body["texts"].at(0)["before"].is_null());
  EXPECT_EQ(body["facts"].at(0)["op"], "added");
}

TEST_F(DiffForms, TextMarksWhatIsGoneAndWhatIsNew) {
  std::string const plain = text(diff("2014-01-01", "2016-01-01"));
  EXPECT_THAT(plain, HasSubstr("[-three-]{+five+} <b>years</b> & more"));
  EXPECT_THAT(plain, HasSubstr("- penalty: prison up to 3 years"));
  EXPECT_THAT(plain, HasSubstr("+ penalty: prison up to 5 years"));
  EXPECT_THAT(plain, Not(HasSubstr("\x1b[")));
  EXPECT_THAT(text(diff("2014-01-01", "2016-01-01"), true), HasSubstr("\x1b[1m[-three-]\x1b[0m"));
}

TEST_F(DiffForms, TextIsolatesRunsOfALanguageFromTheRight) {
  std::string const plain = text(diff("2014-01-01", "2016-01-01"));
  EXPECT_THAT(plain, HasSubstr("[-\u2068سه\u2069-]{+\u2068پنج\u2069+} سال حبس"));
  EXPECT_THAT(plain, Not(HasSubstr("[-\u2068three")));
}

TEST_F(DiffForms, TextSaysWhenNothingDiffers) {
  EXPECT_THAT(text(diff("2016-01-01", "2017-01-01")), HasSubstr("no text, status or fact differs"));
  EXPECT_THAT(text(diff("2014-01-01", "2016-01-01")), Not(HasSubstr("no text, status")));
}

TEST_F(DiffForms, TheTimelineNamesEachStateAndItsEvent) {
  IndexReader const reader = index().reader();
  TimelineAnswer const answer =
      must(answer_timeline(reader, must(parse_handle("ir/crimes-act/sec_1")), {}));
  json const body = json::parse(to_json(answer));
  ASSERT_EQ(body["states"].size(), 2U);
  EXPECT_EQ(body["states"].at(1)["from"], "2015-01-01");
  EXPECT_EQ(body["states"].at(1)["texts"].at(0)["words_deleted"], 1);
  EXPECT_EQ(body["states"].at(1)["events"].at(0)["type"], "amended");
  std::string const plain = lay_out(to_text(answer), {});
  EXPECT_THAT(plain, HasSubstr("from 2015-01-01: in force"));
  EXPECT_THAT(plain, HasSubstr("English, restatement: 1 word inserted, 1 word deleted"));
}

}  // namespace
}  // namespace cyberlex::testing
