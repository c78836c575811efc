#include "cyberlex/index/index_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>
#include <vector>

#include "cyberlex/base/file.h"
#include "cyberlex/index/generation.h"
#include "cyberlex/index/schema.h"

namespace cyberlex {
namespace {

namespace fs = std::filesystem;

constexpr size_t kNameDigits = 16;

Error unavailable(std::string message, std::string const& where) {
  return {ErrorCode::kUnavailable, std::move(message), where};
}

std::string name_of_folder(std::string const& path) {
  return fs::path(path).filename().string();
}

}  // namespace

Result<IndexFolder> IndexFolder::lock(std::string const& path) {
  std::error_code fault;
  fs::create_directories(path, fault);
  if (fault) {
    return unavailable("cannot make the folder: " + fault.message(), path);
  }
  std::string const file = (fs::path(path) / schema::kLockFile).string();
  int const fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (fd < 0) {
    return unavailable(std::string("cannot open the lock: ") + std::strerror(errno), file);
  }
  if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
    bool const held = errno == EWOULDBLOCK;
    std::string const why = held ? "another build is at work here"
                                 : std::string("cannot lock: ") + std::strerror(errno);
    ::close(fd);
    return unavailable(why, file);
  }
  IndexFolder out(path, fd);
  out.remove_where([](std::string_view name) { return name.starts_with(schema::kBuildingPrefix); });
  return out;
}

IndexFolder::IndexFolder(IndexFolder&& other) noexcept
    : path_(std::move(other.path_)), lock_(std::exchange(other.lock_, -1)) {}

IndexFolder::~IndexFolder() {
  if (lock_ >= 0) {
    ::close(lock_);
  }
}

Result<std::string> IndexFolder::make_building_folder() {
  std::string const name = schema::kBuildingPrefix + std::to_string(::getpid());
  std::string const folder = (fs::path(path_) / name).string();
  std::error_code fault;
  fs::create_directory(folder, fault);
  if (fault) {
    return unavailable("cannot make the folder: " + fault.message(), folder);
  }
  return folder;
}

std::string IndexFolder::generation_of(std::string const& digest) const {
  return (fs::path(path_) / (schema::kGenerationPrefix + digest.substr(0, kNameDigits))).string();
}

Result<std::string> IndexFolder::adopt(std::string const& built, std::string const& digest) {
  std::string const plain = generation_of(digest);
  std::string folder = plain;
  std::error_code fault;
  for (int number = 2; fs::exists(folder, fault); ++number) {
    folder = plain + "-" + std::to_string(number);
  }
  fs::rename(built, folder, fault);
  if (fault) {
    return unavailable("cannot rename to " + folder + ": " + fault.message(), built);
  }
  if (Status const synced = sync_folder(path_); !synced) {
    return synced.error();
  }
  return folder;
}

std::vector<std::string> IndexFolder::generations() const {
  std::error_code fault;
  std::vector<std::string> out;
  for (fs::directory_iterator entry(path_, fault); !fault && entry != fs::directory_iterator();
       entry.increment(fault)) {
    std::string name = entry->path().filename().string();
    if (name.starts_with(schema::kGenerationPrefix)) {
      out.push_back(std::move(name));
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

Status IndexFolder::point_to(std::string const& generation) const {
  std::string const pointer = (fs::path(path_) / schema::kPointerFile).string();
  return write_file_atomically(pointer, name_of_folder(generation) + "\n");
}

Status IndexFolder::publish(std::string const& generation) {
  std::string const name = name_of_folder(generation);
  Result<std::string> const before = current_generation(path_);
  std::string const previous = before ? name_of_folder(*before) : "";
  if (previous != name) {
    if (Status pointed = point_to(generation); !pointed) {
      return pointed;
    }
    // Behind a pointer that cannot be read some daemon may serve any of them: nothing is removed.
    if (before || before.error().code == ErrorCode::kNotFound) {
      remove_where([&](std::string_view other) {
        return other.starts_with(schema::kGenerationPrefix) && other != name && other != previous;
      });
    }
  }
  return Ok{};
}

// What cannot be removed now is left to the next build.
void IndexFolder::remove_where(std::function<bool(std::string_view)> const& condition) const {
  std::error_code fault;
  std::vector<fs::path> stale;
  for (fs::directory_iterator entry(path_, fault); !fault && entry != fs::directory_iterator();
       entry.increment(fault)) {
    if (condition(entry->path().filename().string())) {
      stale.push_back(entry->path());
    }
  }
  for (fs::path const& path : stale) {
    fs::remove_all(path, fault);
  }
}

}  // namespace cyberlex
