// ZIP archives: written member by member into a file, and one member read back. libarchive ends
// behind it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "cyberlex/base/date.h"
#include "cyberlex/base/result.h"

namespace cyberlex {

// Every member bears midnight UTC of one day, so that the same members give the same bytes.
// Thread rule: one object, one thread.
class ZipWriter {
 public:
  // Writes over the file. kUnavailable, here and below, when the system says no.
  static Result<ZipWriter> open(std::string const& path, Date day);
  ZipWriter(ZipWriter&&) noexcept;
  ZipWriter& operator=(ZipWriter&&) noexcept;
  ~ZipWriter();

  Status add(std::string const& name, std::string_view bytes);
  Status add_file(std::string const& name, std::string const& path);
  // REQUIRES: nothing is added afterwards.
  Status finish();

 private:
  struct State;
  explicit ZipWriter(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// One member of an archive that stands in memory. kNotFound when it has none of that name;
// kBadInput when it is no archive, is damaged, or the member is longer than `most` bytes.
Result<std::string> read_zip_member(std::string_view archive, std::string_view name, uint64_t most);

}  // namespace cyberlex
