#include "cyberlex/render/xlsx.h"

#include <xlsxwriter.h>

#include <charconv>
#include <utility>
#include <vector>

namespace cyberlex {
namespace {

constexpr int64_t kSecondsADay = 86400;
constexpr int32_t kSerialOfEpoch = 25569;  // 1970-01-01 as a day of the format
// 1900-03-01: before it the format counts a day that never was.
constexpr int32_t kFirstTrueSerial = 61;
constexpr double kColumnWidth = 18;

struct CloseWorkbook {
  void operator()(lxw_workbook* each) const { lxw_workbook_free(each); }
};

Error failed(lxw_error error, std::string const& path) {
  return Error{ErrorCode::kUnavailable, lxw_strerror(error), path};
}

struct Sheet {
  lxw_worksheet* sheet = nullptr;
  std::vector<ColumnType> types;
  uint64_t rows = 0;
};

// Where the next cell goes.
struct Place {
  lxw_worksheet* sheet;
  lxw_row_t row;
  lxw_col_t col;
};

lxw_error write_text(Place const& place, std::string const& text) {
  return worksheet_write_string(place.sheet, place.row, place.col, text.c_str(), nullptr);
}

lxw_error write_date(Place const& place, std::string const& text, lxw_format* format) {
  auto const day = Date::parse(text);
  int32_t const serial = day ? day->days() + kSerialOfEpoch : 0;
  return serial < kFirstTrueSerial
             ? write_text(place, text)
             : worksheet_write_number(place.sheet, place.row, place.col, serial, format);
}

lxw_error write_number(Place const& place, std::string const& text) {
  double value = 0;
  auto const read = std::from_chars(text.data(), text.data() + text.size(), value);
  bool const whole = read.ec == std::errc() && read.ptr == text.data() + text.size();
  return whole ? worksheet_write_number(place.sheet, place.row, place.col, value, nullptr)
               : write_text(place, text);
}

}  // namespace

struct XlsxWriter::State {
  std::string path;
  std::unique_ptr<lxw_workbook, CloseWorkbook> book;
  lxw_format* date = nullptr;
  lxw_format* bold = nullptr;
  std::vector<Sheet> sheets{};

  lxw_error write(Place const& place, ColumnType type, std::string const& cell) const {
    switch (type) {
      case ColumnType::kDate:
        return write_date(place, cell, date);
      case ColumnType::kInteger:
      case ColumnType::kDecimal:
        return write_number(place, cell);
      default:
        return write_text(place, cell);
    }
  }
};

XlsxWriter::XlsxWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
XlsxWriter::XlsxWriter(XlsxWriter&&) noexcept = default;
XlsxWriter& XlsxWriter::operator=(XlsxWriter&&) noexcept = default;
XlsxWriter::~XlsxWriter() = default;

Result<XlsxWriter> XlsxWriter::open(std::string const& path, Date day) {
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  options.use_zip64 = LXW_FALSE;
  auto state = std::make_unique<State>(State{path, {}});
  state->book.reset(workbook_new_opt(path.c_str(), &options));
  if (state->book == nullptr) {
    return Error{ErrorCode::kUnavailable, "a workbook cannot be made", path};
  }
  lxw_doc_properties properties{};
  properties.created = day.days() * kSecondsADay;
  workbook_set_properties(state->book.get(), &properties);
  state->date = workbook_add_format(state->book.get());
  format_set_num_format(state->date, "yyyy-mm-dd");
  state->bold = workbook_add_format(state->book.get());
  format_set_bold(state->bold);
  return XlsxWriter(std::move(state));
}

Result<size_t> XlsxWriter::add_sheet(std::string const& name, std::span<Column const> columns) {
  lxw_worksheet* const sheet = workbook_add_worksheet(state_->book.get(), name.c_str());
  if (sheet == nullptr) {
    return Error{ErrorCode::kUnavailable, "a sheet cannot be made", name};
  }
  Sheet added{sheet, {}, 1};
  worksheet_set_column(sheet, 0, static_cast<lxw_col_t>(columns.size() - 1), kColumnWidth, nullptr);
  worksheet_freeze_panes(sheet, 1, 0);
  for (Column const& column : columns) {
    auto const col = static_cast<lxw_col_t>(added.types.size());
    worksheet_write_string(sheet, 0, col, column.name.c_str(), state_->bold);
    added.types.push_back(column.type);
  }
  state_->sheets.push_back(std::move(added));
  return state_->sheets.size() - 1;
}

Status XlsxWriter::add(size_t sheet, TableRow const& row) {
  Sheet& to = state_->sheets.at(sheet);
  uint64_t const at = to.rows++;
  if (at >= kMostSheetRows) {
    return Ok{};
  }
  for (size_t i = 0; i < row.size(); ++i) {
    if (row[i].empty()) {
      continue;
    }
    Place const place{to.sheet, static_cast<lxw_row_t>(at), static_cast<lxw_col_t>(i)};
    lxw_error const error = state_->write(place, to.types.at(i), row[i]);
    if (error == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED) {
      return Error{ErrorCode::kBadQuery,
                   "a text is longer than a cell of a workbook holds; take another format",
                   "format"};
    }
    if (error != LXW_NO_ERROR) {
      return failed(error, state_->path);
    }
  }
  return Ok{};
}

uint64_t XlsxWriter::rows(size_t sheet) const {
  return state_->sheets.at(sheet).rows;
}

Status XlsxWriter::finish() {
  // Frees the book, whatever comes of it.
  lxw_error const error = workbook_close(state_->book.release());
  if (error != LXW_NO_ERROR) {
    return failed(error, state_->path);
  }
  return Ok{};
}

}  // namespace cyberlex
