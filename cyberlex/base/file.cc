#include "cyberlex/base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace cyberlex {
namespace {

namespace fs = std::filesystem;

Error system_error(std::string const& step, std::string const& path) {
  return {ErrorCode::kUnavailable, step + ": " + std::strerror(errno), path};
}

// Owns a descriptor; close() reports what the destructor cannot.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() { close(); }
  Descriptor(Descriptor const&) = delete;
  Descriptor& operator=(Descriptor const&) = delete;

  int get() const { return fd_; }
  bool close() {
    int const fd = fd_;
    fd_ = -1;
    return fd < 0 || ::close(fd) == 0;
  }

 private:
  int fd_;
};

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t const n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) {
      continue;
    }
    if (n <= 0) {
      return false;
    }
    bytes.remove_prefix(static_cast<size_t>(n));
  }
  return true;
}

bool hidden(fs::path const& path) {
  return path.filename().string().starts_with('.');
}

}  // namespace

Result<std::string> read_file(std::string const& path, size_t limit) {
  Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) {
    return system_error("cannot open", path);
  }
  struct stat info {};
  if (::fstat(file.get(), &info) != 0) {
    return system_error("cannot stat", path);
  }
  if (!S_ISREG(info.st_mode)) {
    return Error{ErrorCode::kUnavailable, "not a regular file", path};
  }
  if (static_cast<size_t>(info.st_size) > limit) {
    return Error{ErrorCode::kBadInput, "larger than " + std::to_string(limit) + " bytes", path};
  }
  std::string bytes(static_cast<size_t>(info.st_size), '\0');
  size_t got = 0;
  while (got < bytes.size()) {
    ssize_t const n = ::read(file.get(), bytes.data() + got, bytes.size() - got);
    if (n < 0 && errno == EINTR) {
      continue;
    }
    if (n < 0) {
      return system_error("cannot read", path);
    }
    if (n == 0) {
      break;
    }
    got += static_cast<size_t>(n);
  }
  bytes.resize(got);
  return bytes;
}

Status sync_folder(std::string const& path) {
  Descriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder.get() < 0 || ::fsync(folder.get()) != 0) {
    return system_error("cannot sync folder", path);
  }
  return Ok{};
}

Status write_file_atomically(std::string const& path, std::string_view bytes) {
  std::string const beside = path + ".new";
  Descriptor file(::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  if (file.get() < 0) {
    return system_error("cannot create", beside);
  }
  if (!write_all(file.get(), bytes) || ::fsync(file.get()) != 0 || !file.close()) {
    Error error = system_error("cannot write", beside);
    ::unlink(beside.c_str());
    return error;
  }
  if (::rename(beside.c_str(), path.c_str()) != 0) {
    Error error = system_error("cannot rename to", path);
    ::unlink(beside.c_str());
    return error;
  }
  fs::path const parent = fs::path(path).parent_path();
  return sync_folder(parent.empty() ? "." : parent.string());
}

Result<std::vector<std::string>> list_files(std::string const& root) {
  std::error_code failed;
  std::vector<std::string> files;
  if (fs::is_regular_file(root, failed)) {
    return std::vector<std::string>{root};
  }
  fs::recursive_directory_iterator entry(root, failed);
  if (failed) {
    return Error{ErrorCode::kUnavailable, "cannot list: " + failed.message(), root};
  }
  for (; entry != fs::recursive_directory_iterator(); entry.increment(failed)) {
    if (failed) {
      return Error{ErrorCode::kUnavailable, "cannot list: " + failed.message(), root};
    }
    if (hidden(entry->path())) {
      entry.disable_recursion_pending();
      continue;
    }
    if (entry->is_regular_file(failed)) {
      files.push_back(entry->path().string());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace cyberlex
