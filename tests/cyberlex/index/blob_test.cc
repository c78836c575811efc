#include "cyberlex/index/blob.h"

#include <gtest/gtest.h>

#include <random>

namespace cyberlex {
namespace {

TEST(Blob, WhatIsPackedIsUnpacked) {
  BlobCodec codec;
  std::mt19937 random(7);
  for (size_t size : {0U, 1U, 95U, 96U, 5'000U, 300'000U}) {
    for (unsigned letters : {1U, 4U, 256U}) {
      std::string text;
      for (size_t i = 0; i < size; ++i) {
        text += static_cast<char>(random() % letters);
      }
      Result<std::string> const packed = codec.pack(text);
      ASSERT_TRUE(packed.ok());
      EXPECT_LE(packed->size(), text.size() + 1);
      Result<std::string> const unpacked = codec.unpack(*packed);
      ASSERT_TRUE(unpacked.ok());
      EXPECT_EQ(*unpacked, text);
    }
  }
}

TEST(Blob, RefusesWhatItDidNotPack) {
  BlobCodec codec;
  std::string const packed = codec.pack(std::string(1'000, 'a')).value();
  EXPECT_FALSE(codec.unpack("").ok());
  EXPECT_FALSE(codec.unpack("qabc").ok());
  EXPECT_FALSE(codec.unpack("zabc").ok());
  for (size_t size = 1; size < packed.size(); ++size) {
    EXPECT_FALSE(codec.unpack(packed.substr(0, size)).ok()) << size;
  }
}

TEST(Blob, RefusesAHugePromiseInAFewBytes) {
  // A zstd frame header that announces 2^62 bytes.
  std::string const frame("z\x28\xB5\x2F\xFD\xE0\0\0\0\0\0\0\0\x40", 14);
  EXPECT_FALSE(BlobCodec().unpack(frame).ok());
}

}  // namespace
}  // namespace cyberlex
