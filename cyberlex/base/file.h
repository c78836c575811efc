// Files: read whole, write atomically, list in a stable order.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/base/result.h"

namespace cyberlex {

// The bytes of a regular file; kUnavailable when it cannot be read, kBadInput above `limit` bytes.
Result<std::string> read_file(std::string const& path, size_t limit = size_t{1} << 30);

// Writes beside, syncs file and folder, renames: afterwards the file holds all of `bytes` or what
// it held before. kUnavailable names the step that failed.
Status write_file_atomically(std::string const& path, std::string_view bytes);

// Flushes a folder's entries to disk, so that a rename in it survives a power cut.
Status sync_folder(std::string const& path);

// Every regular file below `root` (or `root` itself), sorted by path; hidden files and folders
// (leading dot) are left out; links to files are followed, links to folders are not.
Result<std::vector<std::string>> list_files(std::string const& root);

}  // namespace cyberlex
