#include "cyberlex/index/tables.h"

#include <gtest/gtest.h>

#include "tests/cyberlex/index/random_documents.h"

namespace cyberlex {
namespace {

TEST(Tables, SurviveTheirStoredForm) {
  std::vector<ActRecord> const acts = RandomLaws(5).make(7, 0).acts;
  EXPECT_EQ(decode_acts(encode_acts(acts)).value(), acts);
  std::vector<std::string> const eids = {"sec_1", "sec_2", ""};
  EXPECT_EQ(decode_eids(encode_eids(eids)).value(), eids);
  std::vector<LanguageTotals> const totals = {{"en", 3, 1'000'000'000'000}, {"fa", 0, 0}};
  EXPECT_EQ(decode_languages(encode_languages(totals)).value(), totals);
}

TEST(Tables, EveryPrefixIsRefused) {
  std::string const bytes = encode_acts(RandomLaws(5).make(3, 0).acts);
  for (size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(decode_acts(bytes.substr(0, size)).ok()) << size;
  }
}

}  // namespace
}  // namespace cyberlex
