// A file that is written, read once and gone: what cannot be sent before it is whole.
#pragma once

#include <cstdint>
#include <string>

#include "cyberlex/base/result.h"

namespace cyberlex {

// An empty file in the system's folder for such, deleted with the object.
// Thread rule: one object, one thread.
class TemporaryFile {
 public:
  // kUnavailable when none can be made.
  static Result<TemporaryFile> make();
  TemporaryFile(TemporaryFile&& other) noexcept;
  TemporaryFile& operator=(TemporaryFile&& other) noexcept;
  ~TemporaryFile();

  std::string const& path() const { return path_; }

  // Appends the next piece from the front; false at the end. kUnavailable when it cannot be read.
  Result<bool> read(std::string& out);

 private:
  explicit TemporaryFile(std::string path) : path_(std::move(path)) {}
  void remove();

  std::string path_;
  uint64_t at_ = 0;
};

}  // namespace cyberlex
