// A folder for a test, that goes away with it.
#pragma once

#include <filesystem>
#include <random>
#include <string>

namespace cyberlex {

// A folder of its own below the system's temporary one, removed at the end.
class TemporaryFolder {
 public:
  explicit TemporaryFolder(std::string const& name) {
    std::random_device device;
    path_ = std::filesystem::temp_directory_path() /
            ("cyberlex-" + name + "-" + std::to_string(device()) + std::to_string(device()));
    std::filesystem::create_directories(path_);
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(TemporaryFolder const&) = delete;
  TemporaryFolder& operator=(TemporaryFolder const&) = delete;

  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

}  // namespace cyberlex
