#include "cyberlex/index/file_digests.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

#include "cyberlex/base/digest.h"
#include "cyberlex/base/file.h"
#include "cyberlex/index/schema.h"

namespace cyberlex {
namespace {

namespace fs = std::filesystem;

constexpr size_t kBuffer = size_t{1} << 20;

Result<std::string> digest_of(fs::path const& file) {
  std::ifstream in(file, std::ios::binary);
  std::vector<char> buffer(kBuffer);
  Sha256 digest;
  while (in) {
    in.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    digest.add({buffer.data(), static_cast<size_t>(in.gcount())});
  }
  if (!in.eof()) {
    return Error{ErrorCode::kUnavailable, "cannot read", file.string()};
  }
  return digest.finish();
}

Status sync_file(fs::path const& file) {
  int const fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  bool const synced = fd >= 0 && ::fsync(fd) == 0;
  Error const error{ErrorCode::kUnavailable, std::string("cannot sync: ") + std::strerror(errno),
                    file.string()};
  if (fd >= 0) {
    ::close(fd);
  }
  return synced ? Status(Ok{}) : Status(error);
}

// All files but the digests and what lies in folders, by name.
Result<std::vector<std::string>> files_in(std::string const& folder) {
  std::error_code fault;
  std::vector<std::string> names;
  for (fs::directory_iterator entry(folder, fault); !fault && entry != fs::directory_iterator();
       entry.increment(fault)) {
    std::string name = entry->path().filename().string();
    std::error_code unknown;
    if (name != schema::kDigestsFile && !entry->is_directory(unknown)) {
      names.push_back(std::move(name));
    }
  }
  if (fault) {
    return Error{ErrorCode::kUnavailable, "cannot list: " + fault.message(), folder};
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

Status seal_folder(std::string const& folder) {
  Result<std::vector<std::string>> const names = files_in(folder);
  if (!names) {
    return names.error();
  }
  std::string lines;
  for (std::string const& name : *names) {
    fs::path const file = fs::path(folder) / name;
    Result<std::string> const digest = digest_of(file);
    if (!digest) {
      return digest.error();
    }
    if (Status synced = sync_file(file); !synced) {
      return synced;
    }
    lines += *digest + "  " + name + "\n";
  }
  return write_file_atomically((fs::path(folder) / schema::kDigestsFile).string(), lines);
}

Status link_folder(std::string const& from, std::string const& to) {
  Result<std::vector<std::string>> names = files_in(from);
  if (!names) {
    return names.error();
  }
  names->push_back(schema::kDigestsFile);
  std::error_code fault;
  fs::create_directory(to, fault);
  for (std::string const& name : *names) {
    fs::path const file = fs::path(to) / name;
    fs::create_hard_link(fs::path(from) / name, file, fault);
    if (!fault) {
      continue;
    }
    fault.clear();
    fs::copy_file(fs::path(from) / name, file, fault);
    if (fault) {
      return Error{ErrorCode::kUnavailable, "cannot link or copy: " + fault.message(),
                   file.string()};
    }
    if (Status synced = sync_file(file); !synced) {
      return synced;
    }
  }
  return sync_folder(to);
}

Result<std::string> digest_of_seal(std::string const& folder) {
  return digest_of(fs::path(folder) / schema::kDigestsFile);
}

Status check_files_are_there(std::string const& folder) {
  constexpr size_t kBeforeName = 66;  // digits of a digest and two spaces
  std::string const seal = (fs::path(folder) / schema::kDigestsFile).string();
  Result<std::string> const lines = read_file(seal);
  if (!lines) {
    return Error{ErrorCode::kDamaged, "the list of file digests cannot be read", seal};
  }
  std::istringstream in(*lines);
  for (std::string line; std::getline(in, line);) {
    std::string const name = line.size() > kBeforeName ? line.substr(kBeforeName) : "";
    std::error_code fault;
    if (name.empty() || !fs::is_regular_file(fs::path(folder) / name, fault)) {
      return Error{ErrorCode::kDamaged, "names a file that is not there: " + name, seal};
    }
  }
  return Ok{};
}

Result<size_t> check_seal(std::string const& folder) {
  std::string const seal = (fs::path(folder) / schema::kDigestsFile).string();
  Result<std::vector<std::string>> const names = files_in(folder);
  Result<std::string> const lines = read_file(seal);
  if (!names || !lines) {
    return Error{ErrorCode::kDamaged, "the list of file digests cannot be read", seal};
  }
  std::string_view rest = *lines;
  for (std::string const& name : *names) {
    fs::path const file = fs::path(folder) / name;
    Result<std::string> const digest = digest_of(file);
    std::string const line = digest ? *digest + "  " + name + "\n" : "";
    if (!digest || !rest.starts_with(line)) {
      return Error{ErrorCode::kDamaged, "the file's digest is not the one recorded", file.string()};
    }
    rest.remove_prefix(line.size());
  }
  if (!rest.empty()) {
    return Error{ErrorCode::kDamaged, "names a file that is not there", seal};
  }
  return names->size();
}

}  // namespace cyberlex
