// Workbooks (Office Open XML), sheet by sheet into a file. libxlsxwriter ends behind it.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "cyberlex/answer/export_tables.h"
#include "cyberlex/base/result.h"

namespace cyberlex {

inline constexpr uint64_t kMostSheetRows = 1'048'576;  // of the format, with the line of names

// Numbers and dates become cells of their type; every text stays a text, whatever it begins with.
// Thread rule: one object, one thread.
class XlsxWriter {
 public:
  // `day`: what the workbook says of when it was made, so that the same rows give the same bytes.
  static Result<XlsxWriter> open(std::string const& path, Date day);
  XlsxWriter(XlsxWriter&&) noexcept;
  XlsxWriter& operator=(XlsxWriter&&) noexcept;
  ~XlsxWriter();

  // A sheet with a frozen line of names. Returns its number, from 0.
  Result<size_t> add_sheet(std::string const& name, std::span<Column const> columns);
  // Sheets may take turns. A row that the sheet has no room for is counted and not written.
  // kBadQuery for a text that is longer than a cell holds (32,767 characters).
  Status add(size_t sheet, TableRow const& row);

  uint64_t rows(size_t sheet) const;  // with the line of names, and those not written
  Status finish();                    // REQUIRES: nothing is added afterwards

 private:
  struct State;
  explicit XlsxWriter(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace cyberlex
