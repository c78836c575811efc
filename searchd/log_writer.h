// Log lines as text for people or as JSON for collectors.
#pragma once

#include <string>

#include "cyberlex/api/log.h"

namespace cyberlex::searchd {

enum class LogForm : unsigned char { kText, kJson };

// One line with its end: "cyberlex-searchd: generation … opened: 12 documents", or an object with
// time (UTC, RFC 3339), level, event, message and the facts by their names. `time` counts for JSON
// alone: whoever keeps text lines stamps them.
std::string written(api::LogLine const& line, LogForm form, std::string const& time);

// Writes each line to standard error in one piece, so that those of several threads do not mix.
api::LogFn log_to_stderr(LogForm form);

}  // namespace cyberlex::searchd
