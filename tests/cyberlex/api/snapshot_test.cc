#include "cyberlex/api/snapshot.h"

#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <fstream>

#include "cyberlex/base/file.h"
#include "tests/cyberlex/api/small_index.h"

namespace cyberlex::api {
namespace {

class SnapshotTest : public ::testing::Test {
 protected:
  void SetUp() override { index_.build(3); }

  std::string digest() const { return snapshots_.current()->generation().manifest().digest; }

  SmallIndex index_;
  std::mutex mutex_;
  std::vector<std::string> log_;
  Snapshots snapshots_{index_.folder(), [this](LogLine const& line) {
                         std::lock_guard<std::mutex> const lock(mutex_);
                         log_.push_back(line.message);
                       }};
};

TEST_F(SnapshotTest, HoldsNothingUntilItLooks) {
  EXPECT_EQ(snapshots_.current(), nullptr);
  ASSERT_TRUE(snapshots_.refresh().ok());
  EXPECT_NE(snapshots_.current(), nullptr);
  auto const same = snapshots_.current();
  ASSERT_TRUE(snapshots_.refresh().ok());
  EXPECT_EQ(snapshots_.current(), same);
  EXPECT_EQ(log_.size(), 1U);
}

TEST_F(SnapshotTest, KeepsTheGenerationBefore) {
  ASSERT_TRUE(snapshots_.refresh().ok());
  std::string const first = digest();
  index_.build(4);
  ASSERT_TRUE(snapshots_.refresh().ok());
  std::string const second = digest();
  EXPECT_NE(first, second);
  EXPECT_NE(snapshots_.find(first), nullptr);
  EXPECT_EQ(snapshots_.find(second), snapshots_.current());
  index_.build(5);
  ASSERT_TRUE(snapshots_.refresh().ok());
  EXPECT_EQ(snapshots_.find(first), nullptr);
  EXPECT_NE(snapshots_.find(second), nullptr);
}

TEST_F(SnapshotTest, RefusesDamageAndServesOn) {
  ASSERT_TRUE(snapshots_.refresh().ok());
  std::string const good = digest();
  index_.damage_current();
  EXPECT_FALSE(snapshots_.refresh().ok());
  EXPECT_FALSE(snapshots_.refresh().ok());
  EXPECT_EQ(digest(), good);
  ASSERT_EQ(log_.size(), 2U);  // said once
  EXPECT_NE(log_.back().find("refused"), std::string::npos);
  index_.build(6);
  EXPECT_TRUE(snapshots_.refresh().ok());
  EXPECT_NE(digest(), good);
}

// Where Xapian keeps no checks of its own a flipped bit shows only in the digests of the files.
TEST_F(SnapshotTest, ServesFromNoFileOfWhichABitIsNotAsItWasWritten) {
  namespace fs = std::filesystem;
  Snapshots careful{index_.folder(), [](LogLine const&) {}, {.check_files = true}};
  ASSERT_TRUE(careful.refresh().ok());
  std::string const good = careful.current()->generation().manifest().digest;
  index_.build(4);
  std::string const folder = current_generation(index_.folder()).value();
  size_t files = 0;
  for (fs::directory_entry const& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.file_size() == 0) {
      continue;
    }
    std::string const path = entry.path().string();
    std::string const whole = read_file(path).value();
    std::string damaged = whole;
    damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 4);
    std::ofstream(path, std::ios::binary) << damaged;
    Snapshots fresh{index_.folder(), [](LogLine const&) {}, {.check_files = true}};
    Status const refused = fresh.refresh();
    ASSERT_FALSE(refused.ok()) << path;
    EXPECT_EQ(refused.error().code, ErrorCode::kDamaged) << path;
    EXPECT_EQ(fresh.current(), nullptr);
    EXPECT_FALSE(careful.refresh().ok());
    EXPECT_EQ(careful.current()->generation().manifest().digest, good);
    std::ofstream(path, std::ios::binary) << whole;
    ++files;
  }
  EXPECT_GE(files, 6U);
  Snapshots fresh{index_.folder(), [](LogLine const&) {}, {.check_files = true}};
  EXPECT_TRUE(fresh.refresh().ok());
}

TEST_F(SnapshotTest, SaysThatItRefusesAsOftenAsItDoes) {
  std::string const pointer = index_.folder() + "/current";
  ASSERT_TRUE(snapshots_.refresh().ok());
  std::string const good = read_file(pointer).value();
  index_.damage_current();
  std::string const bad = read_file(pointer).value();
  ASSERT_NE(good, bad);
  EXPECT_FALSE(snapshots_.refresh().ok());
  EXPECT_TRUE(snapshots_.is_refusing());
  ASSERT_TRUE(write_file_atomically(pointer, good).ok());
  EXPECT_TRUE(snapshots_.refresh().ok());
  EXPECT_FALSE(snapshots_.is_refusing());
  ASSERT_TRUE(write_file_atomically(pointer, bad).ok());
  EXPECT_FALSE(snapshots_.refresh().ok());
  EXPECT_TRUE(snapshots_.is_refusing());
}

TEST_F(SnapshotTest, SaysWhenThereIsNoIndex) {
  Snapshots none(index_.folder() + "/nothing", [](LogLine const&) {});
  Status const looked = none.refresh();
  ASSERT_FALSE(looked.ok());
  EXPECT_EQ(looked.error().code, ErrorCode::kNotFound);
}

TEST_F(SnapshotTest, LeasedSearchersComeBack) {
  ASSERT_TRUE(snapshots_.refresh().ok());
  Searcher const* first = nullptr;
  {
    auto lease = snapshots_.current()->lease();
    ASSERT_TRUE(lease.ok());
    first = &**lease;
    auto other = snapshots_.current()->lease();
    ASSERT_TRUE(other.ok());
    EXPECT_NE(&**other, first);
    other->discard();
  }
  auto again = snapshots_.current()->lease();
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(&**again, first);
}

TEST_F(SnapshotTest, LeasesOutliveTheirGeneration) {
  ASSERT_TRUE(snapshots_.refresh().ok());
  auto lease = snapshots_.current()->lease();
  ASSERT_TRUE(lease.ok());
  for (int sections : {4, 5, 6}) {
    index_.build(sections);
    ASSERT_TRUE(snapshots_.refresh().ok());
  }
  SearchRequest request;
  request.as_of = Date::parse("2016-01-01").value();
  EXPECT_TRUE((*lease)->search(request).ok());
}

TEST_F(SnapshotTest, WatcherSwapsUnderLoadWithoutAFailure) {
  ASSERT_TRUE(snapshots_.refresh().ok());
  Watcher const watcher(snapshots_, std::chrono::milliseconds(5));
  std::atomic<bool> stop{false};
  std::atomic<int> failed{0};
  std::atomic<int> asked{0};
  std::vector<std::thread> clients;
  for (int c = 0; c < 3; ++c) {
    clients.emplace_back([&] {
      SearchRequest request;
      request.as_of = Date::parse("2016-01-01").value();
      while (!stop) {
        auto lease = snapshots_.current()->lease();
        bool const good = lease.ok() && (*lease)->search(request).ok();
        failed += good ? 0 : 1;
        ++asked;
      }
    });
  }
  for (int sections = 4; sections < 12; ++sections) {
    std::string const before = digest();
    index_.build(sections);
    while (digest() == before) {
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
  }
  stop = true;
  for (std::thread& client : clients) {
    client.join();
  }
  EXPECT_EQ(failed.load(), 0);
  EXPECT_GT(asked.load(), 0);
}

}  // namespace
}  // namespace cyberlex::api
