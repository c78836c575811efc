#include <optional>

#include "cyberlex/answer/export_tables.h"
#include "cyberlex/render/export.h"
#include "cyberlex/render/temporary_file.h"
#include "cyberlex/render/xlsx.h"

namespace cyberlex {
namespace {

// Texts may be longer than a cell: they are in the formats that have no such bound.
bool in_workbook(TableInfo const& table) {
  return table.id != TableId::kTexts;
}

std::vector<Column> const& about_columns() {
  static std::vector<Column> const columns = {{"name", ColumnType::kText, "what is said"},
                                              {"value", ColumnType::kText, "and what it is"}};
  return columns;
}

std::vector<TableRow> about_rows(SearchResponse const& head) {
  ExportOrigin const origin = origin_of(head, ExportFormat::kXlsx);
  return {{"request", origin.request},
          {"q", head.request.q},
          {"read as", head.read_as},
          {"as of", head.request.as_of.to_string()},
          {"total", std::to_string(origin.total)},
          {"corpus digest", origin.digest},
          {"taxonomy digest", origin.taxonomy},
          {"engine version", origin.engine},
          {"licence",
           "CC-BY-4.0 for annotations, concordances, taxonomy and restatements of the "
           "project; texts taken from elsewhere: that of their source"}};
}

Error too_many(std::string const& table, uint64_t rows) {
  return Error{ErrorCode::kBadQuery,
               "the sheet " + table + " would have " + std::to_string(rows) +
                   " rows; a workbook holds " + std::to_string(kMostSheetRows) +
                   ": narrow the question, or take csv, jsonl or datapackage",
               "format"};
}

class Workbook final : public ExportWriter {
 public:
  Status begin(SearchResponse const& head, std::string& /*out*/) override {
    generation_ = head.generation;
    Result<TemporaryFile> file = TemporaryFile::make();
    if (!file) {
      return file.error();
    }
    file_ = std::move(file).value();
    Result<XlsxWriter> book = XlsxWriter::open(file_->path(), head.request.as_of);
    if (!book) {
      return book.error();
    }
    book_ = std::move(book).value();
    if (Status const made = add_sheets(); !made) {
      return made;
    }
    return add_about(head);
  }

  Status add(WalkedHit const& hit, std::string& /*out*/) override {
    size_t sheet = 0;
    for (TableInfo const& table : export_tables()) {
      if (!in_workbook(table)) {
        continue;
      }
      for (TableRow const& row : rows_of(table.id, *generation_, hit)) {
        if (Status const added = book_->add(sheet, row); !added) {
          return added;
        }
      }
      ++sheet;
    }
    return Ok{};
  }

  Status end(std::string& /*out*/) override {
    size_t sheet = 0;
    for (TableInfo const& table : export_tables()) {
      if (in_workbook(table) && book_->rows(sheet++) > kMostSheetRows) {
        return too_many(table.name, book_->rows(sheet - 1));
      }
    }
    return book_->finish();
  }

  Result<bool> rest(std::string& out) override { return file_->read(out); }

 private:
  Status add_sheets() {
    for (TableInfo const& table : export_tables()) {
      if (!in_workbook(table)) {
        continue;
      }
      if (auto const sheet = book_->add_sheet(table.name, table.columns); !sheet) {
        return sheet.error();
      }
    }
    return Ok{};
  }

  Status add_about(SearchResponse const& head) {
    Result<size_t> const sheet = book_->add_sheet("about", about_columns());
    if (!sheet) {
      return sheet.error();
    }
    for (TableRow const& row : about_rows(head)) {
      if (Status const added = book_->add(*sheet, row); !added) {
        return added;
      }
    }
    return Ok{};
  }

  std::shared_ptr<Generation const> generation_;
  std::optional<TemporaryFile> file_;
  std::optional<XlsxWriter> book_;
};

}  // namespace

std::unique_ptr<ExportWriter> make_xlsx_writer() {
  return std::make_unique<Workbook>();
}

}  // namespace cyberlex
