// The digests of a generation's files: what finds a flipped bit that every structure survives.
#pragma once

#include <cstddef>
#include <string>

#include "cyberlex/base/result.h"

namespace cyberlex {

// Writes files.sha256 ("<64 hex digits>  <name>" a line, as sha256sum does) over all files of
// `folder` and syncs them and the folder to disk. kUnavailable when it cannot.
Status seal_folder(std::string const& folder);

// Checks every file against files.sha256, and that none is missing or beside it; returns their
// number. kDamaged names the file.
Result<size_t> check_seal(std::string const& folder);

}  // namespace cyberlex
