#include "indexer/source_files.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "tests/indexer/complaints.h"

namespace cyberlex {
namespace {

namespace fs = std::filesystem;

class SourceFiles : public testing::Test {
 protected:
  void SetUp() override {
    root_ = fs::path(testing::TempDir()) /
            ("source_files_" +
             std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::remove_all(root_);
  }
  void TearDown() override { fs::remove_all(root_); }

  void write(std::string const& name, std::string_view bytes) {
    fs::create_directories((root_ / name).parent_path());
    std::ofstream(root_ / name, std::ios::binary) << bytes;
  }
  std::string names(std::vector<SourceFile> const& files) const {
    std::string out;
    for (SourceFile const& file : files) {
      out += fs::relative(file.path, root_).string() + ' ' +
             std::to_string(static_cast<int>(file.format)) + '\n';
    }
    return out;
  }

  fs::path root_;
  Diagnostics diagnostics_;
};

TEST_F(SourceFiles, AreSortedAndEachStandsOnce) {
  write("b/law.md", "---\nTitle: x\n---\n");
  write("b/crlf.md", "\xEF\xBB\xBF---\r\nTitle: x\r\n---\r\n");
  write("a/act.yaml", "format: cyberlex-act/1\n");
  write("a/eng@2020-01-01.official.yaml", "");
  write("c.xml", "<?xml version=\"1.0\"?><akomaNtoso/>");
  auto const files = find_source_files(
      {root_.string(), (root_ / "b").string() + "/./", (root_ / "c.xml").string()}, diagnostics_);
  ASSERT_TRUE(files);
  EXPECT_EQ(names(*files), "a/act.yaml 0\nb/crlf.md 1\nb/law.md 1\nc.xml 2\n");
  EXPECT_EQ(complaints(diagnostics_), "");
}

TEST_F(SourceFiles, LeaveOutWhatIsNoLaw) {
  write("README.md", "# Laws\n\n---\n\nof a country\n");
  write("LICENSE", "");
  write("schema.xml", "<xs:schema/>");
  write(".git/config.md", "---\nTitle: x\n---\n");
  auto const files = find_source_files({root_.string()}, diagnostics_);
  ASSERT_TRUE(files);
  EXPECT_EQ(names(*files), "");
  EXPECT_EQ(diagnostics_.all().size(), 3U) << complaints(diagnostics_);
  EXPECT_EQ(diagnostics_.warnings() + diagnostics_.errors(), 0U);
}

TEST_F(SourceFiles, AFolderThatIsNotThereIsAnError) {
  auto const files = find_source_files({(root_ / "nowhere").string()}, diagnostics_);
  ASSERT_FALSE(files);
  EXPECT_EQ(files.error().code, ErrorCode::kUnavailable);
}

}  // namespace
}  // namespace cyberlex
