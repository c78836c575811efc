// A folder of small files that a test writes and that goes away with it.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace cyberlex {

class FolderOfFiles {
 public:
  FolderOfFiles() {
    auto const* const test = ::testing::UnitTest::GetInstance()->current_test_info();
    root_ = std::filesystem::path(::testing::TempDir()) /
            (std::string("cyberlex_") + test->test_suite_name() + '_' + test->name());
    std::filesystem::remove_all(root_);
    std::filesystem::create_directories(root_);
  }
  ~FolderOfFiles() {
    std::error_code ignored;
    std::filesystem::remove_all(root_, ignored);
  }
  FolderOfFiles(FolderOfFiles const&) = delete;
  FolderOfFiles& operator=(FolderOfFiles const&) = delete;

  std::string path(std::string_view name) const { return (root_ / name).string(); }
  void write(std::string_view name, std::string_view bytes) const {
    std::filesystem::create_directories((root_ / name).parent_path());
    std::ofstream(root_ / name, std::ios::binary) << bytes;
  }
  // `text` without the folder's own path, so that messages can be compared.
  std::string relative(std::string text) const {
    std::string const prefix = root_.string() + '/';
    for (size_t at = text.find(prefix); at != std::string::npos; at = text.find(prefix)) {
      text.erase(at, prefix.size());
    }
    return text;
  }

 private:
  std::filesystem::path root_;
};

}  // namespace cyberlex
