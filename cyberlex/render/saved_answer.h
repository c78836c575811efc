// An answer or an exported result read back, and what sets it apart from another of the same
// question.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "cyberlex/base/result.h"
#include "cyberlex/render/export.h"

namespace cyberlex {

// A row by the names of its fields; of JSON their text. Rows of a table by their key: a handle, or
// the cells of the key's columns, or the names of the members it lies in, with blanks between.
using SavedRow = std::map<std::string, std::string>;
using SavedTable = std::map<std::string, SavedRow>;

struct SavedAnswer {
  ExportOrigin origin;
  // "hits" of JSON Lines; the tables of a data package; the lists of an answer ("rows/cells").
  std::map<std::string, SavedTable> tables;
};

// Reads an answer in JSON, or what an export gave as jsonl or datapackage. kBadInput when it is
// neither, does not say its question, or is not whole: other hits than it says, a table whose
// digest is another.
Result<SavedAnswer> read_saved(std::string_view bytes);
// The same of an answer in JSON, laid out anyhow. A list of objects or lists is a table; its
// members are known by a name that tells all of them apart (a handle, a state, …), else by their
// number.
Result<SavedAnswer> read_saved_json(std::string_view json);

struct SavedDifference {
  bool same_rows = true;  // the same rows with the same cells
  std::string report;     // lines for a person: what changed, and why it may have
};
SavedDifference compare_saved(SavedAnswer const& before, SavedAnswer const& after);

}  // namespace cyberlex
