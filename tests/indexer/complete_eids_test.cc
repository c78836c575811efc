#include "indexer/complete_eids.h"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>
#include <vector>

#include "tests/indexer/complaints.h"

namespace cyberlex {
namespace {

Provision node(ProvisionKind kind, std::string num, std::vector<Provision> items = {}) {
  Provision out;
  out.kind = kind;
  out.num = std::move(num);
  out.items = std::move(items);
  return out;
}

Provision with_eid(Provision provision, std::string_view eid) {
  provision.eid = *EId::parse(eid);
  return provision;
}

std::string eids_of(std::vector<Provision> const& body) {
  std::string out;
  walk(body, [&](Provision const& provision, std::vector<Provision const*> const&) {
    out += (out.empty() ? "" : " ") + provision.eid.text();
  });
  return out;
}

std::string complete(std::vector<Provision> body, Diagnostics& diagnostics, bool strict = false) {
  Expression expression;
  expression.body = std::move(body);
  complete_eids(expression, strict, diagnostics);
  return eids_of(expression.body);
}

std::string complete_quietly(std::vector<Provision> body) {
  Diagnostics diagnostics;
  std::string out = complete(std::move(body), diagnostics);
  EXPECT_EQ(complaints(diagnostics), "");
  return out;
}

using Kind = ProvisionKind;

TEST(CompleteEids, UnitsStartAnewAndTheRestExtends) {
  EXPECT_EQ(complete_quietly({node(
                Kind::kPart, "II",
                {node(Kind::kChapter, "1",
                      {node(Kind::kSection, "24A",
                            {node(Kind::kSubsection, "1", {node(Kind::kParagraph, "a")})})})})}),
            "part_ii part_ii__chp_1 sec_24a sec_24a__subsec_1 sec_24a__subsec_1__para_a");
}

TEST(CompleteEids, UnnumberedOnesGetOrdinals) {
  EXPECT_EQ(
      complete_quietly({node(Kind::kPreamble, ""), node(Kind::kPreamble, ""),
                        node(Kind::kArticle, "۱",
                             {node(Kind::kNote, ""), node(Kind::kItem, "الف"),
                              node(Kind::kItem, "ب"), node(Kind::kNote, "")}),
                        node(Kind::kAnnex, ""), node(Kind::kConclusions, "")}),
      "preamble preamble_2 art_1 art_1__note_1 art_1__item_1 art_1__item_2 art_1__note_2 att_1 "
      "conclusions");
}

TEST(CompleteEids, NumbersGoBeforeOrdinals) {
  EXPECT_EQ(complete_quietly({node(Kind::kArticle, ""), node(Kind::kArticle, "2")}), "art_1 art_2");
  Diagnostics diagnostics;
  EXPECT_EQ(complete({node(Kind::kArticle, ""), node(Kind::kArticle, "1")}, diagnostics),
            "art_1-2 art_1");
}

TEST(CompleteEids, TextOutsideSectionsBelongsToItsContainer) {
  EXPECT_EQ(complete_quietly({node(Kind::kChapter, "1",
                                   {node(Kind::kFragment, ""), node(Kind::kSection, "1"),
                                    node(Kind::kFragment, "")}),
                              node(Kind::kFragment, "")}),
            "chp_1 chp_1__fragment sec_1 chp_1__fragment_2 fragment");
}

TEST(CompleteEids, RepeatedNumbersGetTheirContainerThenACounter) {
  Diagnostics diagnostics;
  EXPECT_EQ(
      complete({node(Kind::kSection, "1"),
                node(Kind::kSchedule, "1", {node(Kind::kSection, "1"), node(Kind::kSection, "1")}),
                node(Kind::kSection, "1"), node(Kind::kSection, "1")},
               diagnostics),
      "sec_1 sched_1 sched_1__sec_1 sched_1__sec_1-2 sec_1-2 sec_1-3");
  EXPECT_EQ(diagnostics.warnings(), 4U) << complaints(diagnostics);
}

TEST(CompleteEids, KeepsTheOnesThatCame) {
  EXPECT_EQ(
      complete_quietly({node(Kind::kSection, "5"), with_eid(node(Kind::kSection, "7"), "sec_6"),
                        node(Kind::kSection, "8", {with_eid(node(Kind::kItem, "1"), "x_1")})}),
      "sec_5 sec_6 sec_8 x_1");
}

TEST(CompleteEids, RepeatedExplicitOnesAreErrorsOnlyWhenStrict) {
  std::vector<Provision> const body = {with_eid(node(Kind::kSection, "1"), "sec_1"),
                                       with_eid(node(Kind::kSection, "2"), "sec_1")};
  for (bool const strict : {true, false}) {
    Diagnostics diagnostics;
    EXPECT_EQ(complete(body, diagnostics, strict), "sec_1 sec_2");
    EXPECT_EQ(diagnostics.errors(), strict ? 1U : 0U);
    EXPECT_EQ(diagnostics.warnings(), strict ? 0U : 1U);
  }
}

std::vector<Provision> random_body(std::mt19937& random, int depth) {
  constexpr Kind kKinds[] = {Kind::kPart,     Kind::kChapter,    Kind::kSchedule,
                             Kind::kSection,  Kind::kArticle,    Kind::kPreamble,
                             Kind::kFragment, Kind::kAnnex,      Kind::kItem,
                             Kind::kNote,     Kind::kSubsection, Kind::kConclusions};
  char const* const numbers[] = {"", "1", "2", "1", "bis", "۱", "1-2", "A", "--"};
  char const* const eids[] = {"sec_1", "sec_1-2", "fragment", "part_1__fragment_2", "preamble"};
  std::vector<Provision> out;
  for (auto n = random() % 5; depth > 0 && n > 0; --n) {
    Provision item = node(kKinds[random() % std::size(kKinds)],
                          numbers[random() % std::size(numbers)], random_body(random, depth - 1));
    out.push_back(random() % 8 == 0 ? with_eid(std::move(item), eids[random() % std::size(eids)])
                                    : std::move(item));
  }
  return out;
}

TEST(CompleteEids, RandomTreesGetUniqueEidsThatParseAndStay) {
  unsigned const seed = 20260103;
  SCOPED_TRACE(seed);
  std::mt19937 random(seed);
  for (int i = 0; i < 2000; ++i) {
    Expression expression;
    expression.body = random_body(random, 4);
    Diagnostics first;
    complete_eids(expression, false, first);
    std::set<std::string> seen;
    walk(expression.body, [&](Provision const& provision, std::vector<Provision const*> const&) {
      EXPECT_TRUE(EId::parse(provision.eid.text()).ok()) << provision.eid.text();
      EXPECT_TRUE(seen.insert(provision.eid.text()).second) << provision.eid.text();
    });
    Expression again = expression;
    Diagnostics second;
    complete_eids(again, true, second);
    ASSERT_EQ(again.body, expression.body);
    ASSERT_EQ(complaints(second), "");
  }
}

TEST(CompleteEids, ManyOfOneNumberCostNoMoreThanTheirCount) {
  std::vector<Provision> body(100000, node(Kind::kSection, "1"));
  Diagnostics diagnostics;
  std::string const eids = complete(std::move(body), diagnostics);
  EXPECT_TRUE(eids.ends_with(" sec_1-100000"));
}

}  // namespace
}  // namespace cyberlex
