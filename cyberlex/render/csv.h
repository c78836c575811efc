// CSV (RFC 4180), UTF-8 without a byte order mark, lines ended by CR LF; written and read back.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/answer/export_tables.h"
#include "cyberlex/base/result.h"

namespace cyberlex {

// A text that a spreadsheet would take for a formula, or that begins with an apostrophe, gets an
// apostrophe before it: = + - @ tab CR and '. Taking away one leading apostrophe from every cell
// of type text or list gives back what was meant.
std::string guarded(std::string_view text);
std::string unguarded(std::string_view cell);

// Appends the line of names, or of one row. Text and lists are guarded, nothing else needs it.
// REQUIRES: one cell a column.
void write_csv_names(std::span<Column const> columns, std::string& out);
void write_csv_row(std::span<Column const> columns, TableRow const& row, std::string& out);

// The rows of a table that write_csv_row wrote, the names first; cells stay guarded. kBadInput for
// a quote that is not closed or stands where none may.
Result<std::vector<TableRow>> read_csv(std::string_view text);

}  // namespace cyberlex
