// The digests of a generation's files: what finds a flipped bit that every structure survives.
#pragma once

#include <cstddef>
#include <string>

#include "cyberlex/base/result.h"

namespace cyberlex {

// Writes files.sha256 ("<64 hex digits>  <name>" a line, as sha256sum does) over all files of
// `folder` (none of folders in it) and syncs them and the folder to disk. kUnavailable when it
// cannot.
Status seal_folder(std::string const& folder);

// Makes the folder `to`, with all files of the sealed folder `from` in it, by hard links where the
// file system has them, else by copies. The files are on disk already, and none is ever written
// again. kUnavailable when it cannot.
Status link_folder(std::string const& from, std::string const& to);

// SHA-256 of files.sha256: a digest of the whole folder, as far as it is what its seal says.
Result<std::string> digest_of_seal(std::string const& folder);

// Checks that every file that files.sha256 names is there, and reads none: a folder that is being
// copied has not all of them. kDamaged names the file.
Status check_files_are_there(std::string const& folder);

// Checks every file against files.sha256, and that none is missing or beside it; returns their
// number. kDamaged names the file.
Result<size_t> check_seal(std::string const& folder);

}  // namespace cyberlex
