#include "cyberlex/answer/compare_rows.h"

#include <gmock/gmock.h>

#include <random>
#include <set>

#include "tests/support/mini_index.h"

namespace cyberlex::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using enum AssessmentValue;

constexpr char const* kOn = "2020-06-01";

CompareValue value(Finding finding, std::string text = {}) {
  CompareValue out;
  out.finding = finding;
  out.value = std::move(text);
  return out;
}

CompareCell cell(std::vector<CompareValue> values) {
  return {std::move(values)};
}

std::optional<Ternary> pair(CompareCell const& a, CompareCell const& b) {
  return differs(std::vector{a, b});
}

TEST(CompareDiffers, EqualSetsThatAreKnownWholeAreTheSame) {
  CompareCell const one = cell({value(Finding::kStated, "x"), value(Finding::kStated, "y")});
  CompareCell const other = cell(
      {value(Finding::kStated, "y"), value(Finding::kStated, "x"), value(Finding::kStated, "x")});
  EXPECT_EQ(pair(one, other), Ternary::kFalse);
  EXPECT_EQ(pair(one, cell({value(Finding::kStated, "x")})), Ternary::kTrue);
}

TEST(CompareDiffers, WhatIsNotKnownIsNeverEqualToAbsent) {
  CompareCell const absent = cell({value(Finding::kStated, "absent")});
  for (Finding const open : {Finding::kUnknown, Finding::kElsewhere, Finding::kNotStated,
                             Finding::kNotAssessed, Finding::kInConflict}) {
    EXPECT_EQ(pair(absent, cell({value(open)})), Ternary::kUnknown) << name_of(open);
    EXPECT_EQ(pair(cell({value(open)}), cell({value(open)})), Ternary::kUnknown);
  }
}

TEST(CompareDiffers, AKeyCountsBeforeTheValue) {
  CompareValue months = value(Finding::kStated, "P36M");
  CompareValue years = value(Finding::kStated, "P3Y");
  EXPECT_EQ(pair(cell({months}), cell({years})), Ternary::kTrue);
  months.key = years.key = "1080";
  EXPECT_EQ(pair(cell({months}), cell({years})), Ternary::kFalse);
}

TEST(CompareDiffers, AColumnThatTheRowDoesNotConcernTakesNoPart) {
  CompareCell const stated = cell({value(Finding::kStated, "x")});
  for (Finding const out : {Finding::kNotApplicable, Finding::kNotStanding}) {
    EXPECT_EQ(pair(stated, cell({value(out)})), std::nullopt);
    EXPECT_EQ(differs(std::vector{stated, cell({value(out)}), stated}), Ternary::kFalse);
  }
  EXPECT_EQ(differs({}), std::nullopt);
}

// ---- the stupid twin: what every way of filling in the unknown says

using Keys = std::set<std::string>;

std::vector<Keys> completions(CompareCell const& cell, std::vector<std::string> const& universe) {
  Keys known;
  bool whole = true;
  for (CompareValue const& each : cell.values) {
    if (each.finding == Finding::kStated) {
      known.insert(each.value);
    } else {
      whole = false;
    }
  }
  std::vector<Keys> out;
  for (size_t bits = 0; bits < (size_t{1} << universe.size()); ++bits) {
    Keys filled = known;
    for (size_t i = 0; i < universe.size(); ++i) {
      if ((bits >> i & 1U) != 0) {
        filled.insert(universe[i]);
      }
    }
    out.push_back(std::move(filled));
  }
  return whole ? std::vector<Keys>{known} : out;
}

// Every choice of one completion a cell: are they ever all equal, and ever not?
void fill(std::vector<std::vector<Keys>> const& cells, std::vector<Keys> const& chosen, bool& equal,
          bool& unequal) {
  if (chosen.size() == cells.size()) {
    bool const same =
        std::ranges::all_of(chosen, [&](Keys const& keys) { return keys == chosen.front(); });
    (same ? equal : unequal) = true;
    return;
  }
  for (Keys const& keys : cells[chosen.size()]) {
    std::vector<Keys> next = chosen;
    next.push_back(keys);
    fill(cells, next, equal, unequal);
  }
}

TEST(CompareDiffers, AgreesWithEveryWayOfFillingInWhatIsUnknown) {
  constexpr unsigned kSeed = 20261123;
  SCOPED_TRACE("seed " + std::to_string(kSeed));
  std::mt19937 random(kSeed);
  std::vector<std::string> const universe = {"a", "b", "never"};
  size_t seen[3] = {0, 0, 0};
  for (int round = 0; round < 400; ++round) {
    std::vector<CompareCell> cells(2 + random() % 2);
    std::vector<std::vector<Keys>> filled;
    for (CompareCell& each : cells) {
      for (size_t i = 0; i < 1 + random() % 2; ++i) {
        bool const known = random() % 4 != 0;
        each.values.push_back(known ? value(Finding::kStated, universe[random() % 2])
                                    : value(Finding::kNotAssessed));
      }
      filled.push_back(completions(each, universe));
    }
    bool equal = false;
    bool unequal = false;
    fill(filled, {}, equal, unequal);
    Ternary const expected = !equal     ? Ternary::kTrue
                             : !unequal ? Ternary::kFalse
                                        : Ternary::kUnknown;
    ASSERT_EQ(differs(cells), expected) << "round " << round;
    ++seen[static_cast<size_t>(expected)];
  }
  EXPECT_THAT(seen, Not(Contains(0U)));
}

// ---- rows

Concept entry(std::string scheme, std::string id, int checklist = 0) {
  Concept out;
  out.scheme = std::move(scheme);
  out.id = std::move(id);
  out.checklist = checklist;
  return out;
}

Taxonomy taxonomy() {
  return {{entry("defence", "journalism", 1), entry("offence", "access"),
           entry("power", "interception"), entry("power", "search"),
           entry("safeguard", "appeal", 2), entry("safeguard", "notification", 1)}};
}

ActBuilder treaty() {
  ActBuilder out("unc", 2000);
  out.add(StateBuilder("art_7").limb(LimbBuilder("art_7").asks("access")));
  return out;
}

ActBuilder nigerian() {
  ActBuilder out("ng/crimes-act", 2005);
  out.add(StateBuilder("sec_1")
              .text("en", "Access is an offence.", "Access", TextKind::kRestatement)
              .limb(LimbBuilder("sec_1__subsec_1")
                        .offence("access")
                        .element("conduct", "gains access")
                        .element("object", "a system")
                        .clause(prison("P36M"))
                        .defence("journalism", kAbsent)
                        .mapped("unc", "art_7", Relation::kEquivalent))
              .limb(LimbBuilder("sec_1__subsec_2")
                        .offence("access")
                        .clause(prison("P2Y"), Confidence::kConflict)
                        .clause(prison("P9Y"), Confidence::kConflict)
                        .outside("unc")));
  out.add(StateBuilder("sec_2").limb(LimbBuilder("sec_2")
                                         .power("interception", {"judge"})
                                         .safeguard("notification", kAbsent)
                                         .power("search")
                                         .safeguard("appeal", kUnclear)));
  return out;
}

ActBuilder nicaraguan() {
  ActBuilder out("ni/ley-1", 2020);
  out.add(StateBuilder("art_1")
              .text("es", "El acceso es delito.", "Acceso")
              .text("en", "Access is an offence.", "Access", TextKind::kUnofficialTranslation)
              .limb(LimbBuilder("art_1")
                        .offence("access")
                        .element("conduct", "enters")
                        .clause(prison("P3Y"))
                        .clause(kind_only(PenaltyKind::kFine))
                        .mapped("unc", "art_7", Relation::kNarrower)));
  out.add(StateBuilder("art_2").limb(
      LimbBuilder("art_2").only_mapped().mapped("unc", "art_7", Relation::kAncillary)));
  out.add(StateBuilder("art_3").limb(
      LimbBuilder("art_3").offence("access").clause(kind_only(PenaltyKind::kFine))));
  return out;
}

class CompareRows : public ::testing::Test {
 protected:
  std::vector<CompareRow> ask(std::vector<std::string> items) {
    answer_ = must(answer_compare(reader_, {std::move(items), {}, {}, {}, day(kOn)}));
    return answer_.rows;
  }
  // "finding value" of every limb of a column.
  static std::vector<std::string> said(std::vector<CompareRow> const& rows, std::string_view id,
                                       size_t column) {
    std::vector<std::string> out;
    for (CompareRow const& row : rows) {
      for (size_t i = 0; row.id == id && i < row.cells[column].values.size(); ++i) {
        CompareValue const& each = row.cells[column].values[i];
        out.push_back(std::string(name_of(each.finding)) +
                      (each.value.empty() ? "" : ' ' + each.value));
      }
    }
    return out;
  }
  static std::string differ(std::vector<CompareRow> const& rows, std::string_view id) {
    for (CompareRow const& row : rows) {
      if (row.id == id) {
        return row.differs ? std::string(name_of(*row.differs)) : "none";
      }
    }
    return "no such row";
  }

  MiniIndex index_{{treaty(), nigerian(), nicaraguan()}, taxonomy()};
  IndexReader reader_ = index_.reader();
  CompareAnswer answer_;
};

TEST_F(CompareRows, ShowTheOriginalAndTheTranslationEachWithItsKind) {
  auto const rows = ask({"ng/crimes-act/sec_1", "ni/ley-1/art_1"});
  CompareRow const& text = rows.front();
  EXPECT_EQ(text.id, "text");
  EXPECT_EQ(text.differs, std::nullopt);
  ASSERT_EQ(text.cells[1].values.size(), 2U);
  EXPECT_EQ(text.cells[1].values[0].value, "El acceso es delito.");
  EXPECT_EQ(text.cells[1].values[0].language, "es");
  EXPECT_EQ(text.cells[1].values[1].label, "unofficial-translation");
  EXPECT_EQ(text.cells[0].values[0].label, "restatement");
}

TEST_F(CompareRows, AnElementThatNobodyRecordedIsNotAnElementThatIsMissing) {
  auto const rows = ask({"ng/crimes-act/sec_1__subsec_1", "ni/ley-1/art_1"});
  EXPECT_THAT(said(rows, "element:conduct", 0), ElementsAre("stated gains access"));
  EXPECT_EQ(differ(rows, "element:conduct"), "true");
  EXPECT_THAT(said(rows, "element:object", 1), ElementsAre("not-stated"));
  EXPECT_EQ(differ(rows, "element:object"), "unknown");
}

TEST_F(CompareRows, TermsAreComparedOnOneScaleAndShownAsWritten) {
  auto const rows = ask({"ng/crimes-act/sec_1__subsec_1", "ni/ley-1/art_1"});
  EXPECT_THAT(said(rows, "longest", 0), ElementsAre("stated P36M"));
  EXPECT_THAT(said(rows, "longest", 1), ElementsAre("stated P3Y"));
  EXPECT_EQ(differ(rows, "longest"), "false");
  EXPECT_THAT(said(rows, "penalties", 0), ElementsAre("stated imprisonment ..P36M"));
  EXPECT_THAT(said(rows, "penalties", 1), ElementsAre("stated imprisonment ..P3Y", "stated fine"));
  EXPECT_EQ(differ(rows, "penalties"), "true");
}

TEST_F(CompareRows, ALimbWithoutImprisonmentSaysSo) {
  auto const rows = ask({"ng/crimes-act/sec_1__subsec_1", "ni/ley-1/art_3"});
  EXPECT_THAT(said(rows, "longest", 1), ElementsAre("stated none"));
  EXPECT_EQ(differ(rows, "longest"), "true");
  EXPECT_THAT(said(rows, "serious", 1), ElementsAre("stated false"));
}

TEST_F(CompareRows, ValuesInConflictDecideNothingUnlessAllLeadToTheSame) {
  auto const rows = ask({"ng/crimes-act/sec_1__subsec_2", "ni/ley-1/art_1"});
  EXPECT_THAT(said(rows, "longest", 0), ElementsAre("in-conflict P9Y"));
  EXPECT_EQ(differ(rows, "longest"), "unknown");
  EXPECT_THAT(said(rows, "serious", 0), ElementsAre("unknown unknown"));
  EXPECT_THAT(said(rows, "one_year", 0), ElementsAre("stated true"));
  EXPECT_EQ(differ(rows, "one_year"), "false");
}

TEST_F(CompareRows, LimbsOfAProvisionStandApart) {
  auto const rows = ask({"ng/crimes-act/sec_1", "ni/ley-1/art_1"});
  CompareCell const& cell = rows.at(4).cells[0];
  ASSERT_EQ(rows.at(4).id, "offences");
  ASSERT_EQ(cell.values.size(), 2U);
  EXPECT_EQ(cell.values[0].limb, eid("sec_1__subsec_1"));
  EXPECT_EQ(cell.values[1].limb, eid("sec_1__subsec_2"));
}

TEST_F(CompareRows, AChecklistIsShownWholeWhereALimbHasThePower) {
  auto const rows = ask({"ng/crimes-act/sec_2", "ni/ley-1/art_1"});
  EXPECT_THAT(said(rows, "safeguard:notification", 0),
              ElementsAre("stated absent", "not-assessed"));
  EXPECT_THAT(said(rows, "safeguard:appeal", 0), ElementsAre("not-assessed", "unknown unclear"));
  EXPECT_THAT(said(rows, "safeguard:appeal", 1), ElementsAre("not-applicable"));
  EXPECT_EQ(differ(rows, "safeguard:appeal"), "none");
  for (CompareRow const& row : rows) {
    if (row.id == "safeguard:appeal") {
      EXPECT_EQ(row.cells[0].values[0].power, "interception");
      EXPECT_EQ(row.cells[0].values[1].power, "search");
    }
  }
  EXPECT_EQ(differ(ask({"ng/crimes-act/sec_1", "ni/ley-1/art_1"}), "safeguard:appeal"),
            "no such row");
}

TEST_F(CompareRows, ADefenceThatNobodyAssessedIsNotAbsent) {
  auto const rows = ask({"ng/crimes-act/sec_1__subsec_1", "ni/ley-1/art_1"});
  EXPECT_THAT(said(rows, "defence:journalism", 0), ElementsAre("stated absent"));
  EXPECT_THAT(said(rows, "defence:journalism", 1), ElementsAre("not-assessed"));
  EXPECT_EQ(differ(rows, "defence:journalism"), "unknown");
}

TEST_F(CompareRows, AnArticleIsARowAndBeingOutsideItsTreatyAnswers) {
  auto const rows = ask({"ng/crimes-act/sec_1", "ni/ley-1/art_1", "ni/ley-1/art_3"});
  EXPECT_THAT(said(rows, "article:unc/7", 0), ElementsAre("stated equivalent", "stated outside"));
  EXPECT_THAT(said(rows, "article:unc/7", 1), ElementsAre("stated narrower"));
  EXPECT_THAT(said(rows, "article:unc/7", 2), ElementsAre("not-stated"));
  EXPECT_THAT(said(rows, "article:unc/none", 0), IsEmpty());
  auto const outside = ask({"ng/crimes-act/sec_1__subsec_2", "ni/ley-1/art_3"});
  EXPECT_THAT(said(outside, "article:unc/none", 0), ElementsAre("stated outside"));
}

TEST_F(CompareRows, WhatIsMissingAndAddedStandsApartFromTheRelation) {
  auto const rows = ask({"ng/crimes-act/sec_1", "ni/ley-1/art_1", "ni/ley-1/art_3"});
  EXPECT_THAT(said(rows, "elements:unc/7", 0), ElementsAre("stated none"));
  EXPECT_THAT(said(rows, "elements:unc/7", 1), ElementsAre("not-stated"));
  EXPECT_THAT(said(rows, "elements:unc/7", 2), ElementsAre("not-applicable"));
}

TEST_F(CompareRows, ALimbThatIsOnlyMappedIsNotAssessed) {
  auto const rows = ask({"ni/ley-1/art_1", "ni/ley-1/art_2"});
  EXPECT_THAT(said(rows, "offences", 1), ElementsAre("not-assessed"));
  EXPECT_THAT(said(rows, "article:unc/7", 1), ElementsAre("stated ancillary"));
}

TEST_F(CompareRows, WhatATreatyAsksIsARow) {
  auto const rows = ask({"unc/7", "ni/ley-1/art_1"});
  EXPECT_THAT(said(rows, "asks", 0), ElementsAre("stated do so"));
  EXPECT_THAT(said(rows, "asks", 1), ElementsAre("not-applicable"));
}

}  // namespace
}  // namespace cyberlex::testing
