// What the verbs share: the open index, the day, and how an error is told.
#pragma once

#include <string>

#include "cyberlex/base/date.h"
#include "cyberlex/search/searcher.h"
#include "tools/terminal.h"

namespace cyberlex::tools {

// The current generation of an index folder. Any error means that the index is missing or damaged.
Result<Searcher> open_index(std::string const& index_dir);

// kBadQuery when it is no day; today in UTC when empty.
Result<Date> read_day(std::string const& text);

// Writes "cyberlex: message" to terminal.err and, for an error with a position, the query with a
// caret under it. Returns the exit code that goes with the error.
int complain(Terminal& terminal, Error const& error, std::string const& query = {});
// The same for an index that could not be opened: whatever the error, the index is at fault.
int complain_of_index(Terminal& terminal, Error const& error);

}  // namespace cyberlex::tools
