#include "cyberlex/render/akoma_ntoso.h"

#include <gmock/gmock.h>

#include <map>
#include <random>

#include "cyberlex/render/annotations.h"
#include "cyberlex/render/legislation.h"
#include "indexer/read_act.h"
#include "tests/support/fixture_index.h"
#include "tests/support/mini_index.h"

namespace cyberlex {
namespace {

using testing::ActBuilder;
using testing::day;
using ::testing::HasSubstr;
using testing::LimbBuilder;
using testing::MiniIndex;
using testing::must;
using ::testing::Not;
using testing::StateBuilder;

// White space in one form: what a reader of XML keeps of it.
std::string collapsed(std::string const& text) {
  std::string out;
  bool blank = false;
  for (char const c : text) {
    if (c == ' ' || (c >= '\t' && c <= '\r')) {
      blank = !out.empty();
      continue;
    }
    out += blank ? " " : "";
    out += c;
    blank = false;
  }
  return out;
}

// What an eId holds: its number as printed, its heading, and its own text.
struct Held {
  std::string num;
  std::string heading;
  std::string text;
  bool operator==(Held const&) const = default;
};
std::ostream& operator<<(std::ostream& out, Held const& held) {
  return out << held.num << " | " << held.heading << " | " << held.text;
}
using ByEid = std::map<std::string, Held>;

void add(ByEid& out, std::string const& eid, std::string const& text) {
  std::string& held = out[eid].text;
  held += (held.empty() ? "" : " ") + collapsed(text);
}

ByEid as_answered(std::vector<ProvisionText> const& provisions) {
  ByEid out;
  for (ProvisionText const& each : provisions) {
    ProvisionRecord const& record = each.record;
    if (record.texts.empty()) {
      continue;
    }
    for (PathStep const& step : record.path) {
      out[step.eid.text()] = {collapsed(step.label), collapsed(step.heading), ""};
    }
    Held& unit = out[record.eid.text()];
    unit.num = collapsed(record.label.empty() ? record.num : record.label);
    unit.heading = collapsed(record.texts.front().heading);
    for (TextBlock const& block : each.text.blocks) {
      add(out, block.eid.text(), block.text);
      if (!block.label.empty()) {
        out[block.eid.text()].num = collapsed(block.label);
      }
    }
  }
  return out;
}

ByEid as_read(std::string const& xml) {
  Diagnostics diagnostics;
  ReadAct const read = read_akoma_ntoso(xml, "written.xml", diagnostics);
  ByEid out;
  if (!read.act) {
    ADD_FAILURE() << xml.substr(0, 400);
    return out;
  }
  EXPECT_EQ(read.characters.found, read.characters.kept + read.characters.reported);
  EXPECT_EQ(read.characters.reported, 0U);
  walk(read.act->expressions.front().body,
       [&](Provision const& node, std::vector<Provision const*> const&) {
         Held& held = out[node.eid.text()];
         held.num = node.label.empty() ? node.num : node.label;
         held.heading = node.heading;
         add(out, node.eid.text(), node.text + ' ' + node.closing);
       });
  for (auto& [eid, held] : out) {
    held.text = collapsed(held.text);
  }
  return out;
}

// Our own reader is the twin: what it reads is what was answered.
void expect_round_trip(IndexReader const& reader, std::string const& act, Date as_of) {
  auto const answer = answer_act_text(reader, act, as_of, {}, std::nullopt);
  if (!answer) {
    EXPECT_EQ(answer.error().code, ErrorCode::kNotFound) << act;
    return;
  }
  EXPECT_EQ(as_read(to_akoma_ntoso(*answer)), as_answered(answer->provisions)) << act;
}

TEST(AkomaNtoso, IsReadBackWithTheSameUnitsAndTexts) {
  IndexReader const reader = FixtureIndex::reader();
  for (ActRecord const& act : reader.generation().acts()) {
    expect_round_trip(reader, act.work.handle, day("2026-01-01"));
    expect_round_trip(reader, act.work.handle, day("2016-01-01"));
  }
}

// An act of nested items, notes, closing texts and containers that are left and entered again.
ActBuilder random_act(std::mt19937& random) {
  auto const below = [&random](int n) { return static_cast<int>(random() % unsigned(n)); };
  auto const words = [&] {
    static char const* const kWords[] = {
        "<b>&amp;</b>", "ماده",           "ley", "\"quoted\"", "]]>", "two\nlines",
        "and",          "next.\n\nAfter", "'",   "x"};
    std::string out = "w";
    for (int i = below(6); i >= 0; --i) {
      out += std::string(" ") + kWords[below(10)];
    }
    return out;
  };
  ActBuilder act("zz/act-2015");
  for (int i = 1; i <= 6; ++i) {
    std::string const unit = "sec_" + std::to_string(i);
    StateBuilder state(unit);
    std::string const part = "part_" + std::to_string(below(2) + 1);
    int const containers = below(3);
    if (containers > 0) {
      state.inside(part, "Label", "<" + part);
    }
    if (containers > 1) {
      std::string const chapter = part + "__chp_" + std::to_string(below(2) + 1);
      state.inside(chapter, "", chapter + ">");
    }
    state.text("en", words(), words());
    for (int item = below(4); item > 0; --item) {
      std::string const eid = unit + (below(2) == 0 ? "__para_" : "__note_") + std::to_string(item);
      state.block(eid, words());
      if (below(3) == 0) {
        state.block(eid + "__point_a", words(), 2);
        state.block(eid, words(), 1);
      }
    }
    if (below(2) == 0) {
      state.block(unit, words(), 0);
    }
    act.add(state);
  }
  return act;
}

TEST(AkomaNtoso, OfRandomActsIsReadBackToo) {
  constexpr unsigned kSeed = 20260101;
  std::mt19937 random(kSeed);
  for (int round = 0; round < 12; ++round) {
    SCOPED_TRACE("seed " + std::to_string(kSeed) + ", round " + std::to_string(round));
    MiniIndex const index({random_act(random)});
    expect_round_trip(index.reader(), "zz/act-2015", day("2020-01-01"));
  }
}

ActBuilder hostile_act() {
  std::string const evil = std::string("a") + '\0' + "\x01\x1F\x7F\xEF\xBF\xBE\xEF\xBF\xBF" +
                           "\xED\xA0\x80\xFF<script>&\"']]>\r" + "z";
  ActBuilder act("zz/act-2015");
  act.add(StateBuilder("sec_1")
              .inside("chp_1", evil, evil)
              .text("en", evil, evil, TextKind::kRestatement)
              .block("sec_1__note_1", evil)
              .limb(LimbBuilder("sec_1").offence("access").mapped("trt", "art_1",
                                                                  Relation::kNarrower)));
  return act.event("2015-01-01", "enacted");
}

TEST(AkomaNtoso, HoldsNoByteThatXmlCannotHold) {
  MiniIndex const index({hostile_act()});
  std::string const xml = to_akoma_ntoso(
      must(answer_act_text(index.reader(), "zz/act-2015", day("2020-01-01"), {}, std::nullopt)));
  for (char const c : xml) {
    EXPECT_TRUE(static_cast<unsigned char>(c) >= 0x20 || c == '\n');
  }
  for (char const* const gone : {"<script", "\xEF\xBF\xBE", "\xEF\xBF\xBF", "\xED\xA0", "\xFF"}) {
    EXPECT_THAT(xml, Not(HasSubstr(gone)));
  }
  EXPECT_THAT(xml, HasSubstr("\xEF\xBF\xBD"));
  EXPECT_EQ(as_read(xml).count("sec_1__note_1"), 1U);
}

TEST(AkomaNtoso, SaysOfARestatementThatItIsOurs) {
  MiniIndex const index({hostile_act()});
  Handle const handle{"zz/act-2015", testing::eid("sec_1")};
  ProvisionAnswer const answer =
      must(answer_provision(index.reader(), handle, day("2020-01-01"), {}));
  std::string const xml = to_akoma_ntoso(answer);
  EXPECT_THAT(xml, HasSubstr(R"(<FRBRauthor href="#cyberlex" as="#restater"/>)"));
  EXPECT_THAT(xml, HasSubstr(R"(<FRBRauthoritative value="false"/>)"));
  EXPECT_THAT(xml, HasSubstr(R"(<FRBRdate date="2015-01-01" name="enacted"/>)"));
  EXPECT_THAT(xml, HasSubstr(R"(article="trt/1")"));
  EXPECT_THAT(to_legislation(answer), HasSubstr("creativecommons.org"));
  EXPECT_THAT(to_annotations(answer, "/here"), HasSubstr("urn:x-cyberlex:subject:trt/1"));
}

TEST(AkomaNtoso, TellsNothingThatIsNotHeld) {
  ActBuilder act("zz/act-2015");
  act.add(StateBuilder("sec_1").text("en", "Text.").status(LegalStatus::kUnknown));
  MiniIndex const index({act});
  Handle const handle{"zz/act-2015", testing::eid("sec_1")};
  ProvisionAnswer const answer =
      must(answer_provision(index.reader(), handle, day("2020-01-01"), {}));
  std::string const xml = to_akoma_ntoso(answer);
  EXPECT_THAT(xml, Not(HasSubstr("lifecycle")));
  EXPECT_THAT(xml, Not(HasSubstr("FRBRauthoritative")));
  EXPECT_THAT(xml, HasSubstr("earliest-version-held"));
  std::string const legislation = to_legislation(answer);
  for (char const* const absent :
       {"legislationLegalForce", "legislationDate\"", "license", "isBasedOn", "translationOf"}) {
    EXPECT_THAT(legislation, Not(HasSubstr(absent)));
  }
}

TEST(ActText, IsInTheLanguageAskedForOrTheOriginalOne) {
  ActBuilder act("zz/act-2015");
  act.add(StateBuilder("sec_1").text("en", "One.").text("fa", "یک"));
  act.add(StateBuilder("sec_2").text("en", "Two.").text("es", "Dos."));
  MiniIndex const index({act});
  auto const in = [&](std::vector<std::string> const& languages) {
    return answer_act_text(index.reader(), "zz/act-2015", day("2020-01-01"), languages,
                           std::nullopt);
  };
  EXPECT_EQ(must(in({})).expression.language, "en");
  EXPECT_EQ(must(in({"de", "fa"})).expression.language, "fa");
  EXPECT_TRUE(must(in({"fa"})).provisions.at(1).record.texts.empty());
  EXPECT_THAT(to_akoma_ntoso(must(in({"fa"}))), HasSubstr("none held in this language and kind"));
  EXPECT_EQ(in({"de"}).error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace cyberlex
