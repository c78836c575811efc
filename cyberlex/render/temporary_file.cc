#include "cyberlex/render/temporary_file.h"

#include <stdlib.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <utility>

namespace cyberlex {
namespace {

constexpr size_t kPiece = size_t{64} << 10U;

}  // namespace

Result<TemporaryFile> TemporaryFile::make() {
  std::error_code error;
  std::filesystem::path const folder = std::filesystem::temp_directory_path(error);
  if (error) {
    return Error{ErrorCode::kUnavailable, "no folder for temporary files: " + error.message()};
  }
  std::string name = (folder / ("cyberlex-export-" + std::string(6, 'X'))).string();
  int const file = mkstemp(name.data());
  if (file < 0) {
    return Error{ErrorCode::kUnavailable, std::strerror(errno), name};
  }
  ::close(file);
  return TemporaryFile(std::move(name));
}

TemporaryFile::TemporaryFile(TemporaryFile&& other) noexcept
    : path_(std::exchange(other.path_, {})), at_(other.at_) {}

TemporaryFile& TemporaryFile::operator=(TemporaryFile&& other) noexcept {
  if (this != &other) {
    remove();
    path_ = std::exchange(other.path_, {});
    at_ = other.at_;
  }
  return *this;
}

TemporaryFile::~TemporaryFile() {
  remove();
}

void TemporaryFile::remove() {
  if (!path_.empty()) {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
}

Result<bool> TemporaryFile::read(std::string& out) {
  std::ifstream in(path_, std::ios::binary);
  in.seekg(static_cast<std::streamoff>(at_));
  if (!in) {
    return Error{ErrorCode::kUnavailable, "a temporary file cannot be read", path_};
  }
  size_t const before = out.size();
  out.resize(before + kPiece);
  in.read(out.data() + before, static_cast<std::streamsize>(kPiece));
  out.resize(before + static_cast<size_t>(in.gcount()));
  at_ += static_cast<uint64_t>(in.gcount());
  return out.size() > before;
}

}  // namespace cyberlex
