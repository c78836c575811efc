#include "cyberlex/index/index_folder.h"

#include <gtest/gtest.h>

#include "cyberlex/base/file.h"
#include "cyberlex/index/generation.h"
#include "tests/cyberlex/index/random_documents.h"

namespace cyberlex {
namespace {

namespace fs = std::filesystem;

TEST(IndexFolder, WhatDeadBuildsLeftGoesWhenTheLockIsTaken) {
  TemporaryFolder const folder("index-folder");
  fs::create_directories(folder.path() + "/.building-1/s-1");
  fs::create_directories(folder.path() + "/g-1");
  ASSERT_TRUE(IndexFolder::lock(folder.path()).ok());
  EXPECT_FALSE(fs::exists(folder.path() + "/.building-1"));
  EXPECT_TRUE(fs::exists(folder.path() + "/g-1"));
}

TEST(IndexFolder, OnlyOneBuildHoldsIt) {
  TemporaryFolder const folder("lock");
  {
    Result<IndexFolder> const first = IndexFolder::lock(folder.path());
    ASSERT_TRUE(first.ok());
    Result<IndexFolder> const second = IndexFolder::lock(folder.path());
    ASSERT_FALSE(second.ok());
    EXPECT_EQ(second.error().code, ErrorCode::kUnavailable);
  }
  EXPECT_TRUE(IndexFolder::lock(folder.path()).ok());
}

TEST(IndexFolder, KeepsTheCurrentAndTheOneBefore) {
  TemporaryFolder const folder("publish");
  Result<IndexFolder> index = IndexFolder::lock(folder.path());
  ASSERT_TRUE(index.ok());
  for (char const digit : {'a', 'b', 'c', 'c'}) {
    Result<std::string> const building = index->make_building_folder();
    ASSERT_TRUE(building.ok());
    Result<std::string> const adopted = index->adopt(*building, std::string(64, digit));
    ASSERT_TRUE(adopted.ok());
    ASSERT_TRUE(index->publish(*adopted).ok());
    EXPECT_EQ(current_generation(folder.path()).value(), *adopted);
  }
  std::vector<std::string> names;
  for (auto const& entry : fs::directory_iterator(folder.path())) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  EXPECT_EQ(names, (std::vector<std::string>{".lock", "current", "g-cccccccccccccccc",
                                             "g-cccccccccccccccc-2"}));
}

TEST(IndexFolder, APointerThatNamesNothingIsDamage) {
  TemporaryFolder const folder("pointer");
  EXPECT_EQ(current_generation(folder.path()).error().code, ErrorCode::kNotFound);
  for (char const* const text :
       {"", "g-0123", "g-0123\n", "../../etc\n", "g-../x\n", "\n", "x\n"}) {
    ASSERT_TRUE(write_file_atomically(folder.path() + "/current", text).ok());
    Result<std::string> const current = current_generation(folder.path());
    ASSERT_FALSE(current.ok()) << text;
    EXPECT_EQ(current.error().code, ErrorCode::kDamaged) << text;
  }
}

}  // namespace
}  // namespace cyberlex
