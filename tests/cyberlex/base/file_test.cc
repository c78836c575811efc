#include "cyberlex/base/file.h"

#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "cyberlex/base/digest.h"

namespace cyberlex {
namespace {

namespace fs = std::filesystem;

// A folder of its own for each test.
class FileTest : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("cyberlex-file-test-" + std::to_string(::getpid()));
    fs::create_directories(folder_ / "b" / ".hidden");
    put("b/two.txt", "two");
    put("a.txt", "one");
    put("b/.hidden/no.txt", "");
    put(".also-hidden", "");
  }
  void TearDown() override { fs::remove_all(folder_); }
  void put(char const* name, char const* text) { std::ofstream(folder_ / name) << text; }
  std::string path(char const* name) const { return (folder_ / name).string(); }

  fs::path folder_;
};

TEST_F(FileTest, ListsSortedAndWithoutHiddenFiles) {
  EXPECT_EQ(list_files(folder_.string()).value(),
            (std::vector<std::string>{path("a.txt"), path("b/two.txt")}));
  EXPECT_EQ(list_files(path("a.txt")).value(), (std::vector<std::string>{path("a.txt")}));
  EXPECT_EQ(list_files(path("none")).error().code, ErrorCode::kUnavailable);
}

TEST_F(FileTest, WritesWholeOrNotAtAll) {
  ASSERT_TRUE(write_file_atomically(path("a.txt"), "new").ok());
  EXPECT_EQ(read_file(path("a.txt")).value(), "new");
  EXPECT_FALSE(fs::exists(path("a.txt.new")));
  Status const failed = write_file_atomically(path("none/a.txt"), "x");
  EXPECT_EQ(failed.error().code, ErrorCode::kUnavailable);
  EXPECT_NE(failed.error().where.find("none/a.txt"), std::string::npos);
}

TEST_F(FileTest, RefusesFoldersMissingFilesAndTooLargeOnes) {
  EXPECT_FALSE(read_file(path("b")).ok());
  EXPECT_FALSE(read_file(path("none")).ok());
  EXPECT_EQ(read_file(path("a.txt"), 2).error().code, ErrorCode::kBadInput);
}

TEST(Digest, AgreesWithThePublishedTestVector) {
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Digest, TellsFieldsApart) {
  auto const of = [](char const* a, char const* b) {
    Sha256 digest;
    digest.add_field(a);
    digest.add_field(b);
    return digest.finish();
  };
  EXPECT_NE(of("a", "bc"), of("ab", "c"));
}

}  // namespace
}  // namespace cyberlex
