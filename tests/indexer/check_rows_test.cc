#include "indexer/check_rows.h"

#include <gtest/gtest.h>

#include "tests/indexer/complaints.h"
#include "tests/indexer/small_act.h"

namespace cyberlex {
namespace {

Mapping row(char const* file, int line, char const* limb, char const* article,
            Interval const& valid = {}) {
  Mapping out;
  out.limb = eid(limb);
  out.treaty = "tt";
  out.article = *article == 0 ? EId() : eid(article);
  out.relation = *article == 0 ? Relation::kOutside : Relation::kNarrower;
  out.valid = valid;
  out.place = {file, line, 5};
  return out;
}

Concordance concordance(std::vector<Mapping> mappings) {
  Concordance out;
  out.mappings = std::move(mappings);
  return out;
}

// What is said of two files of one act.
std::string said(Concordance const& one, Concordance const& other) {
  Diagnostics diagnostics;
  check_rows({&one, &other}, diagnostics);
  return complaints(diagnostics);
}

TEST(CheckRows, SeesARowThatAnotherFileHas) {
  EXPECT_EQ(said(concordance({row("a", 3, "sec_1", "art_1")}),
                 concordance({row("b", 9, "sec_1", "art_1")})),
            "b:9:5: error: sec_1 to tt/1 stands already for the same time, see a, line 3");
}

TEST(CheckRows, SeesOutsideBesideAnArticleOfAnotherFile) {
  EXPECT_EQ(
      said(concordance({row("a", 3, "sec_1", "")}), concordance({row("b", 9, "sec_1", "art_1")})),
      "b:9:5: error: sec_1 cannot be outside tt and have an article of it at the same time, "
      "see a, line 3");
}

TEST(CheckRows, LeavesOtherTimesOtherPlacesAndAFilesOwnRowsAlone) {
  Date const cut = Date::parse("2015-01-01").value();
  EXPECT_EQ(said(concordance({row("a", 3, "sec_1", "", {kBeginningOfTime, cut})}),
                 concordance({row("b", 9, "sec_1", "art_1", {cut, kEndOfTime})})),
            "");
  EXPECT_EQ(said(concordance({row("a", 3, "sec_1", "")}),
                 concordance({row("b", 9, "sec_1__subsec_1", "art_1")})),
            "");
  EXPECT_EQ(said(concordance({row("a", 3, "sec_1", "art_1"), row("a", 4, "sec_1", "art_1")}),
                 concordance({})),
            "")
      << "the reader of that file has said so";
}

TEST(CheckRows, SeesAnArticleThatAnotherFileHasAssessed) {
  Concordance one;
  one.assessed.resize(1);
  one.assessed[0].treaty = "tt";
  one.assessed[0].article = eid("art_2");
  one.assessed[0].place = {"a", 3, 5};
  Concordance other = one;
  other.assessed[0].place = {"b", 7, 5};
  EXPECT_EQ(said(one, other),
            "b:7:5: error: assessed: tt/2 stands already for the same time, see a, line 3");
}

}  // namespace
}  // namespace cyberlex
