#include "cyberlex/render/csv.h"

#include <utility>

namespace cyberlex {
namespace {

constexpr std::string_view kFormulaBegins = "=+-@\t\r'";
constexpr std::string_view kNeedsQuotes = ",\"\r\n";

void write_cell(std::string_view cell, std::string& out) {
  if (cell.find_first_of(kNeedsQuotes) == std::string_view::npos) {
    out += cell;
    return;
  }
  out += '"';
  for (char const c : cell) {
    out += c;
    if (c == '"') {
      out += '"';
    }
  }
  out += '"';
}

// Moves `text` behind one cell, without what ends it.
Result<std::string> take_cell(std::string_view& text) {
  std::string out;
  if (!text.starts_with('"')) {
    size_t const end = std::min(text.find_first_of(",\r\n"), text.size());
    out = text.substr(0, end);
    text.remove_prefix(end);
    return out;
  }
  for (size_t at = 1; at < text.size(); ++at) {
    bool const quote = text[at] == '"';
    if (quote && (at + 1 == text.size() || text[at + 1] != '"')) {
      text.remove_prefix(at + 1);
      return out;
    }
    out += text[at];
    at += quote ? 1 : 0;
  }
  return Error{ErrorCode::kBadInput, "a quoted cell does not end", "csv"};
}

// Moves `text` behind the end of a line. False when there is something else.
bool take_line_end(std::string_view& text) {
  for (std::string_view const end : {"\r\n", "\n"}) {
    if (text.starts_with(end)) {
      text.remove_prefix(end.size());
      return true;
    }
  }
  return text.empty();
}

}  // namespace

std::string guarded(std::string_view text) {
  bool const guard = !text.empty() && kFormulaBegins.find(text.front()) != std::string_view::npos;
  return guard ? '\'' + std::string(text) : std::string(text);
}

std::string unguarded(std::string_view cell) {
  return std::string(cell.starts_with('\'') ? cell.substr(1) : cell);
}

void write_csv_names(std::span<Column const> columns, std::string& out) {
  for (size_t i = 0; i < columns.size(); ++i) {
    out += i == 0 ? "" : ",";
    write_cell(columns[i].name, out);
  }
  out += "\r\n";
}

void write_csv_row(std::span<Column const> columns, TableRow const& row, std::string& out) {
  for (size_t i = 0; i < columns.size(); ++i) {
    out += i == 0 ? "" : ",";
    bool const text = columns[i].type == ColumnType::kText || columns[i].type == ColumnType::kList;
    write_cell(text ? guarded(row.at(i)) : row.at(i), out);
  }
  out += "\r\n";
}

Result<std::vector<TableRow>> read_csv(std::string_view text) {
  std::vector<TableRow> out;
  TableRow row;
  while (!text.empty()) {
    Result<std::string> cell = take_cell(text);
    if (!cell) {
      return cell.error();
    }
    row.push_back(std::move(cell).value());
    if (text.starts_with(',')) {
      text.remove_prefix(1);
      if (!text.empty()) {
        continue;
      }
      row.emplace_back();
    }
    if (!take_line_end(text)) {
      return Error{ErrorCode::kBadInput, "a cell goes on behind its quotes", "csv"};
    }
    out.push_back(std::exchange(row, {}));
  }
  return out;
}

}  // namespace cyberlex
