#include "cyberlex/index/store.h"

#include <gtest/gtest.h>

#include "tests/cyberlex/index/random_documents.h"

namespace cyberlex {
namespace {

std::string make_shard(std::string const& folder, std::vector<std::string> const& data,
                       std::string const& key, std::string const& value) {
  Result<ShardWriter> writer = ShardWriter::create(folder);
  EXPECT_TRUE(writer.ok());
  for (std::string const& one : data) {
    DocumentTerms terms;
    terms.terms = {{"Wen" + one, 1, {1}}};
    EXPECT_TRUE(writer->add(one, terms).ok());
  }
  EXPECT_TRUE(writer->put(key, value).ok());
  EXPECT_TRUE(writer->finish().ok());
  return folder;
}

TEST(Store, MergingNumbersDocumentsThroughInTheOrderOfShards) {
  TemporaryFolder const folder("store");
  std::vector<std::string> const shards = {
      make_shard(folder.path() + "/z", {"a", "b"}, "one", "1"),
      make_shard(folder.path() + "/a", {}, "two", "2"),
      make_shard(folder.path() + "/m", {"c"}, "three", "3"),
  };
  ASSERT_TRUE(merge_shards(shards, folder.path() + "/all").ok());
  Result<StoreReader> const store = StoreReader::open(folder.path() + "/all");
  ASSERT_TRUE(store.ok());
  ASSERT_EQ(store->documents(), 3U);
  EXPECT_EQ(store->data(0).value(), "a");
  EXPECT_EQ(store->data(1).value(), "b");
  EXPECT_EQ(store->data(2).value(), "c");
  EXPECT_EQ(store->get("one").value() + store->get("two").value() + store->get("three").value(),
            "123");
  EXPECT_TRUE(check_store(folder.path() + "/all").ok());
}

TEST(Store, ValuesMayBeLargerThanAPiece) {
  TemporaryFolder const folder("store");
  for (size_t size : {(size_t{16} << 20) - 1, size_t{16} << 20, (size_t{33} << 20) + 5}) {
    std::string value(size, 'x');
    value.back() = 'y';
    std::string const shard =
        make_shard(folder.path() + "/" + std::to_string(size), {}, "k", value);
    EXPECT_TRUE(StoreReader::open(shard)->get("k").value() == value) << size;
  }
}

TEST(Store, NothingIsFoundAsDamage) {
  TemporaryFolder const folder("store");
  EXPECT_EQ(StoreReader::open(folder.path()).error().code, ErrorCode::kDamaged);
  std::string const shard = make_shard(folder.path() + "/s", {"a"}, "k", "v");
  EXPECT_EQ(StoreReader::open(shard)->get("other").error().code, ErrorCode::kDamaged);
}

TEST(Store, KeysOfTextsAreInTheOrderOfDocuments) {
  EXPECT_EQ(texts_key(0x01020304), "x\x01\x02\x03\x04");
  EXPECT_LT(texts_key(255), texts_key(256));
}

}  // namespace
}  // namespace cyberlex
