#include "cyberlex/model/parallel.h"

#include <gtest/gtest.h>

#include <climits>

#include "tests/support/act_builder.h"

namespace cyberlex::testing {
namespace {

ParallelNumbering numbering(int first, int last, int offset) {
  ParallelNumbering out;
  out.first = eid("art_" + std::to_string(first));
  out.last = eid("art_" + std::to_string(last));
  out.offset = offset;
  return out;
}

std::string text_of(std::optional<EId> const& eid) {
  return eid ? eid->text() : "nothing";
}

struct Row {
  std::string_view own;
  std::string_view other;
};

TEST(Parallel, RenumbersBothWaysAndBelowTheArticle) {
  ParallelNumbering const parallel = numbering(1, 54, 728);
  for (Row const& row :
       {Row{"art_1", "art_729"}, Row{"art_54", "art_782"}, Row{"art_1__note_1", "art_729__note_1"},
        Row{"art_27__para_2__subpara_a", "art_755__para_2__subpara_a"}}) {
    EXPECT_EQ(text_of(to_parallel(parallel, eid(row.own))), row.other);
    EXPECT_EQ(text_of(from_parallel(parallel, eid(row.other))), row.own);
  }
}

TEST(Parallel, KnowsNothingOutsideItsArticles) {
  ParallelNumbering const parallel = numbering(2, 5, 10);
  for (char const* const own : {"art_1", "art_6", "sec_3", "art_3-bis", "art", "att_1__art_3"}) {
    EXPECT_EQ(text_of(to_parallel(parallel, eid(own))), "nothing") << own;
  }
  for (char const* const other : {"art_3", "art_11", "art_16", "sec_12", "art_12a"}) {
    EXPECT_EQ(text_of(from_parallel(parallel, eid(other))), "nothing") << other;
  }
  EXPECT_EQ(text_of(from_parallel(parallel, eid("art_12"))), "art_2");
  EXPECT_EQ(text_of(from_parallel(parallel, eid("art_15"))), "art_5");
}

TEST(Parallel, CountsDownWithANegativeOffset) {
  ParallelNumbering const parallel = numbering(101, 103, -100);
  EXPECT_EQ(text_of(to_parallel(parallel, eid("art_101"))), "art_1");
  EXPECT_EQ(text_of(from_parallel(parallel, eid("art_3__para_1"))), "art_103__para_1");
  EXPECT_EQ(text_of(from_parallel(parallel, eid("art_4"))), "nothing");
}

TEST(Parallel, HasNoArticleBelowTheFirst) {
  ParallelNumbering const parallel = numbering(1, 20, -10);
  EXPECT_EQ(text_of(to_parallel(parallel, eid("art_11"))), "art_1");
  EXPECT_EQ(text_of(to_parallel(parallel, eid("art_10"))), "nothing");
  EXPECT_EQ(text_of(from_parallel(parallel, eid("art_-5"))), "nothing");
}

TEST(Parallel, StandsNumbersAtTheEdgeOfWhatCanBeWritten) {
  for (int const offset : {INT_MIN, -1, 0, 1, INT_MAX}) {
    ParallelNumbering const parallel = numbering(1, INT_MAX, offset);
    for (char const* const text : {"art_1", "art_2147483647", "art_2147483648", "art_0",
                                   "art_-2147483648", "art_99999999999999999999"}) {
      std::optional<EId> const other = to_parallel(parallel, eid(text));
      if (other) {
        EXPECT_EQ(text_of(from_parallel(parallel, *other)), text) << offset;
      }
      EXPECT_EQ(text_of(from_parallel(parallel, eid("art_9223372036854775807"))), "nothing");
    }
  }
}

}  // namespace
}  // namespace cyberlex::testing
