#include <array>
#include <fstream>
#include <optional>

#include "cyberlex/answer/export_tables.h"
#include "cyberlex/base/digest.h"
#include "cyberlex/render/csv.h"
#include "cyberlex/render/export.h"
#include "cyberlex/render/export_origin.h"
#include "cyberlex/render/temporary_file.h"
#include "cyberlex/render/zip.h"

namespace cyberlex {
namespace {

// In the order of ColumnType, as Table Schema names them.
constexpr auto kTypes =
    std::to_array<std::string_view>({"string", "string", "integer", "number", "date", "duration"});

// A table on its way into the archive.
class TableFile {
 public:
  static Result<TableFile> make(TableInfo const& table) {
    Result<TemporaryFile> file = TemporaryFile::make();
    if (!file) {
      return file.error();
    }
    TableFile out(table, std::move(file).value());
    std::string names;
    write_csv_names(table.columns, names);
    Status const written = out.write(names);
    return written ? Result<TableFile>(std::move(out)) : written.error();
  }

  Status add(std::vector<TableRow> const& rows) {
    std::string text;
    for (TableRow const& row : rows) {
      write_csv_row(table_->columns, row, text);
    }
    rows_ += rows.size();
    return text.empty() ? Status(Ok{}) : write(text);
  }

  // REQUIRES: called once, after the last row.
  Status close() {
    stream_.close();
    hash_ = digest_.finish();
    return stream_ ? Status(Ok{}) : failed();
  }

  TableInfo const& table() const { return *table_; }
  std::string name() const { return table_->name + ".csv"; }
  std::string const& path() const { return file_.path(); }
  std::string const& hash() const { return hash_; }
  uint64_t bytes() const { return bytes_; }
  uint64_t rows() const { return rows_; }

 private:
  TableFile(TableInfo const& table, TemporaryFile file)
      : table_(&table), file_(std::move(file)), stream_(file_.path(), std::ios::binary) {}

  Error failed() const {
    return Error{ErrorCode::kUnavailable, "a temporary file cannot be written", file_.path()};
  }

  Status write(std::string const& text) {
    digest_.add(text);
    bytes_ += text.size();
    stream_ << text;
    return stream_ ? Status(Ok{}) : failed();
  }

  TableInfo const* table_;
  TemporaryFile file_;
  std::ofstream stream_;
  Sha256 digest_;
  std::string hash_;
  uint64_t bytes_ = 0;
  uint64_t rows_ = 0;
};

void write_constraints(JsonOut& out, Column const& column) {
  if (!column.required && column.values.empty()) {
    return;
  }
  out.object("constraints", [&] {
    if (column.required) {
      out.flag("required", true);
    }
    if (!column.values.empty()) {
      out.texts("enum", {column.values.begin(), column.values.end()});
    }
  });
}

void write_field(JsonOut& out, Column const& column) {
  out.text("name", column.name);
  out.text("type", kTypes.at(static_cast<size_t>(column.type)));
  out.text("description", column.description);
  out.text_if("unit", column.unit);
  if (column.type == ColumnType::kList) {
    out.text("separator", kListSeparator);
  }
  if (column.type == ColumnType::kText || column.type == ColumnType::kList) {
    out.text("guard", "'");
  }
  write_constraints(out, column);
}

void write_schema(JsonOut& out, TableInfo const& table) {
  out.array("fields", [&] {
    for (Column const& column : table.columns) {
      out.object([&] { write_field(out, column); });
    }
  });
  out.texts("primaryKey", table.key);
  out.texts("missingValues", {""});
}

void write_resource(JsonOut& out, TableFile const& file) {
  out.text("profile", "tabular-data-resource");
  out.text("name", file.table().name);
  out.text("title", file.table().title);
  out.text("path", file.name());
  out.text("format", "csv");
  out.text("mediatype", "text/csv");
  out.text("encoding", "utf-8");
  out.number("bytes", file.bytes());
  out.text("hash", "sha256:" + file.hash());
  out.number("rows", file.rows());
  out.object("dialect", [&] {
    out.text("delimiter", ",");
    out.text("lineTerminator", "\r\n");
    out.text("quoteChar", "\"");
    out.flag("doubleQuote", true);
    out.flag("header", true);
  });
  out.object("schema", [&] { write_schema(out, file.table()); });
}

class DataPackage final : public ExportWriter {
 public:
  Status begin(SearchResponse const& head, std::string& /*out*/) override {
    head_ = head;
    for (TableInfo const& table : export_tables()) {
      Result<TableFile> file = TableFile::make(table);
      if (!file) {
        return file.error();
      }
      files_.push_back(std::move(file).value());
    }
    return Ok{};
  }

  Status add(WalkedHit const& hit, std::string& /*out*/) override {
    for (TableFile& file : files_) {
      Status const added = file.add(rows_of(file.table().id, *head_.generation, hit));
      if (!added) {
        return added;
      }
    }
    return Ok{};
  }

  Status end(std::string& /*out*/) override {
    Result<TemporaryFile> archive = TemporaryFile::make();
    if (!archive) {
      return archive.error();
    }
    archive_ = std::move(archive).value();
    Status const packed = pack();
    files_.clear();
    return packed;
  }

  Result<bool> rest(std::string& out) override { return archive_->read(out); }

 private:
  Status pack() {
    Result<ZipWriter> zip = ZipWriter::open(archive_->path(), head_.request.as_of);
    if (!zip) {
      return zip.error();
    }
    for (TableFile& file : files_) {
      if (Status const closed = file.close(); !closed) {
        return closed;
      }
    }
    Status done = zip->add("datapackage.json", description());
    for (size_t i = 0; done && i < files_.size(); ++i) {
      done = zip->add_file(files_[i].name(), files_[i].path());
    }
    return done ? zip->finish() : done;
  }

  std::string description() const {
    JsonOut out;
    out.object([&] {
      out.text("profile", "tabular-data-package");
      out.text("name", "cyberlex-export");
      out.text("title", "Provisions found by Cyberlex, with what is known of them");
      out.text("description",
               "The licence is that of the annotations, concordances, taxonomy and restatements. "
               "Texts taken from elsewhere keep that of their source; see the table texts.");
      out.array("licenses", [&] {
        out.object([&] {
          out.text("name", "CC-BY-4.0");
          out.text("title", "Creative Commons Attribution 4.0 International");
          out.text("path", "https://creativecommons.org/licenses/by/4.0/");
        });
      });
      write_origin(out, head_, ExportFormat::kDatapackage);
      out.array("resources", [&] {
        for (TableFile const& file : files_) {
          out.object([&] { write_resource(out, file); });
        }
      });
    });
    return out.finish();
  }

  SearchResponse head_;
  std::vector<TableFile> files_;
  std::optional<TemporaryFile> archive_;
};

}  // namespace

std::unique_ptr<ExportWriter> make_datapackage_writer() {
  return std::make_unique<DataPackage>();
}

}  // namespace cyberlex
