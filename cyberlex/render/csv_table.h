// One table as CSV, row by row. For the sources of this folder.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cyberlex/render/csv.h"

namespace cyberlex {

inline Column text_column(std::string_view name) {
  Column out;
  out.name = name;
  return out;
}
inline Column list_column(std::string_view name) {
  Column out = text_column(name);
  out.type = ColumnType::kList;
  return out;
}

inline Column number_column(std::string_view name) {
  Column out = text_column(name);
  out.type = ColumnType::kInteger;
  return out;
}

class CsvTable {
 public:
  explicit CsvTable(std::vector<Column> columns) : columns_(std::move(columns)) {
    write_csv_names(columns_, out_);
  }

  // REQUIRES: one cell a column.
  void add(TableRow const& row) { write_csv_row(columns_, row, out_); }
  std::string finish() { return std::move(out_); }

 private:
  std::vector<Column> columns_;
  std::string out_;
};

}  // namespace cyberlex
