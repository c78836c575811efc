#include "cyberlex/index/manifest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cyberlex/index/schema.h"

namespace cyberlex {
namespace {

using testing::HasSubstr;

Manifest example() {
  return {schema::kVersion, "cyberlex 0.1.0", "ab12", 1, 2, 3, 4, 5, 6, 7, 8};
}

TEST(Manifest, SurvivesItsStoredForm) {
  Result<Manifest> const decoded = decode_manifest(encode(example()));
  ASSERT_TRUE(decoded.ok());
  EXPECT_EQ(*decoded, example());
}

TEST(Manifest, AnotherSchemaVersionIsRefusedByName) {
  Manifest other = example();
  other.schema = schema::kVersion + 41;
  Result<Manifest> const decoded = decode_manifest(encode(other) + "a line of the future\n");
  ASSERT_FALSE(decoded.ok());
  EXPECT_EQ(decoded.error().code, ErrorCode::kDamaged);
  EXPECT_THAT(decoded.error().message,
              HasSubstr("schema version " + std::to_string(schema::kVersion + 41)));
}

TEST(Manifest, EveryPrefixIsRefused) {
  std::string const bytes = encode(example());
  for (size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(decode_manifest(bytes.substr(0, size)).ok()) << size;
  }
  EXPECT_FALSE(decode_manifest(bytes + "more 1\n").ok());
}

TEST(Manifest, NumbersHaveOneForm) {
  std::string bytes = encode(example());
  bytes.replace(bytes.find("acts 3"), 6, "acts 03");
  EXPECT_FALSE(decode_manifest(bytes).ok());
}

}  // namespace
}  // namespace cyberlex
