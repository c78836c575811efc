#include "cyberlex/index/record.h"

#include <gtest/gtest.h>

#include "tests/cyberlex/index/random_documents.h"

namespace cyberlex {
namespace {

constexpr unsigned kSeed = 1042;

TEST(Record, EveryRecordSurvivesItsStoredForm) {
  RandomLaws random(kSeed);
  for (int i = 0; i < 50; ++i) {
    Laws const laws = random.make(2, 4);
    for (IndexDocument const& document : laws.documents) {
      Result<ProvisionRecord> const record = decode_provision(encode(document.record));
      ASSERT_TRUE(record.ok()) << "seed " << kSeed << " round " << i;
      ProvisionRecord expected = document.record;
      expected.act = 0;  // is not stored
      ASSERT_EQ(*record, expected);
      Result<std::vector<StateText>> const texts = decode_texts(encode(document.texts));
      ASSERT_TRUE(texts.ok());
      ASSERT_EQ(*texts, document.texts);
    }
    for (ActRecord const& act : laws.acts) {
      Result<ActRecord> const decoded = decode_act(encode(act));
      ASSERT_TRUE(decoded.ok());
      ASSERT_EQ(*decoded, act);
    }
    Result<Taxonomy> const taxonomy = decode_taxonomy(encode(laws.taxonomy));
    ASSERT_TRUE(taxonomy.ok());
    ASSERT_EQ(taxonomy->concepts, laws.taxonomy.concepts);
  }
}

TEST(Record, KeepsExtremeValues) {
  ProvisionRecord record;
  record.valid = {kBeginningOfTime, kEndOfTime};
  LimbRecord limb;
  PenaltyClause clause;
  clause.arms.push_back({PenaltyKind::kFine, Duration{INT32_MAX, 0, INT32_MIN, 1}, std::nullopt,
                         INT64_MIN, INT64_MAX, std::string("\0\xFF", 2)});
  limb.penalties.push_back(clause);
  record.limbs.push_back(limb);
  Result<ProvisionRecord> const decoded = decode_provision(encode(record));
  ASSERT_TRUE(decoded.ok());
  EXPECT_EQ(*decoded, record);
}

TEST(Record, PlacesAreNotStored) {
  Taxonomy taxonomy;
  taxonomy.concepts.emplace_back();
  taxonomy.concepts[0].id = "x";
  std::string const bytes = encode(taxonomy);
  taxonomy.concepts[0].place = {"concepts.yaml", 3, 4};
  EXPECT_EQ(encode(taxonomy), bytes);
}

TEST(Record, EveryPrefixAndEverySuffixIsRefused) {
  std::string const bytes = encode(
      RandomLaws(kSeed).document(3, RandomLaws::make_eid("sec_24"), {Date(1), Date(2)}).record);
  for (size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(decode_provision(std::string_view(bytes).substr(0, size)).ok()) << size;
  }
  EXPECT_FALSE(decode_provision(bytes + '\0').ok());
}

TEST(Record, WhateverDecodesEncodesToTheSameBytes) {
  std::mt19937 random(kSeed);
  RandomLaws laws(kSeed);
  int decoded = 0;
  for (int i = 0; i < 5'000; ++i) {
    std::string bytes =
        encode(laws.document(1, RandomLaws::make_eid("sec_2"), {Date(1), Date(2)}).record);
    bytes[random() % bytes.size()] = static_cast<char>(random());
    Result<ProvisionRecord> const record = decode_provision(bytes);
    if (record) {
      ++decoded;
      ASSERT_EQ(encode(*record), bytes) << "seed " << kSeed << " round " << i;
    } else {
      ASSERT_EQ(record.error().code, ErrorCode::kDamaged);
    }
  }
  EXPECT_GT(decoded, 0);
}

TEST(Record, AHugeCountInAFewBytesIsRefusedWithoutAllocating) {
  EXPECT_FALSE(decode_texts("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01").ok());
  EXPECT_FALSE(decode_taxonomy("\xFF\xFF\xFF\xFF\x7F").ok());
}

TEST(Record, OneWayToWriteANumber) {
  EXPECT_TRUE(decode_texts(std::string(1, '\0')).ok());
  EXPECT_FALSE(decode_texts(std::string("\x80\0", 2)).ok());  // overlong zero
}

}  // namespace
}  // namespace cyberlex
