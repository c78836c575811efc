#include "cyberlex/render/saved_answer.h"

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <utility>
#include <vector>

#include "cyberlex/base/digest.h"
#include "cyberlex/render/csv.h"
#include "cyberlex/render/export_origin.h"
#include "cyberlex/render/zip.h"

namespace cyberlex {
namespace {

constexpr uint64_t kLongestMember = uint64_t{1} << 31U;
constexpr std::string_view kArchiveBegins = "PK";
constexpr std::string_view kLinesBegin = R"({"export":)";

using Value = rapidjson::Value;

Error bad(std::string message) {
  return Error{ErrorCode::kBadInput, std::move(message), "saved answer"};
}

std::string raw_text(Value const& value) {
  if (value.IsString()) {
    return {value.GetString(), value.GetStringLength()};
  }
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  value.Accept(writer);
  return {buffer.GetString(), buffer.GetSize()};
}

Value const* member(Value const& object, char const* name) {
  if (!object.IsObject()) {
    return nullptr;
  }
  auto const found = object.FindMember(name);
  return found == object.MemberEnd() ? nullptr : &found->value;
}

std::string text_of(Value const& object, char const* name) {
  Value const* const found = member(object, name);
  return found == nullptr ? "" : raw_text(*found);
}

Status add_line(std::string_view line, SavedTable& hits) {
  rapidjson::Document hit;
  hit.Parse<rapidjson::kParseIterativeFlag>(line.data(), line.size());
  if (hit.HasParseError() || !hit.IsObject() || text_of(hit, "handle").empty()) {
    return bad("line " + std::to_string(hits.size() + 2) + " is no hit");
  }
  SavedRow row;
  for (auto const& each : std::as_const(hit).GetObject()) {
    row.emplace(raw_text(each.name), raw_text(each.value));
  }
  if (!hits.emplace(text_of(hit, "handle"), std::move(row)).second) {
    return bad("has " + text_of(hit, "handle") + " twice");
  }
  return Ok{};
}

std::string_view take_line(std::string_view& text) {
  size_t const end = std::min(text.find('\n'), text.size());
  std::string_view const line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

Result<SavedAnswer> read_lines(std::string_view bytes) {
  Result<ExportOrigin> origin = read_origin(take_line(bytes));
  if (!origin) {
    return origin.error();
  }
  SavedAnswer out{std::move(origin).value(), {}};
  SavedTable& hits = out.tables["hits"];
  while (!bytes.empty()) {
    if (Status const added = add_line(take_line(bytes), hits); !added) {
      return added.error();
    }
  }
  if (hits.size() != out.origin.total) {
    return bad("has " + std::to_string(hits.size()) + " hits of " +
               std::to_string(out.origin.total) + ": it was cut");
  }
  return out;
}

// The cells of the key's columns; of all columns when one is not there.
std::string key_of(SavedRow const& row, std::vector<std::string> const& key) {
  std::string out;
  for (std::string const& column : key) {
    auto const cell = row.find(column);
    out += (out.empty() ? "" : " ") + (cell == row.end() ? std::string() : cell->second);
  }
  return out;
}

Result<SavedTable> table_of(std::string_view csv, std::vector<std::string> const& key) {
  Result<std::vector<TableRow>> const rows = read_csv(csv);
  if (!rows || rows->empty()) {
    return rows ? bad("a table without a line of names") : rows.error();
  }
  SavedTable out;
  TableRow const& names = rows->front();
  for (size_t i = 1; i < rows->size(); ++i) {
    SavedRow row;
    for (size_t col = 0; col < names.size() && col < (*rows)[i].size(); ++col) {
      row.emplace(names[col], (*rows)[i][col]);
    }
    std::string const handle = key_of(row, key);
    std::string unique = handle;
    // What the law's data say twice is two rows.
    for (size_t n = 2; out.contains(unique); ++n) {
      unique = handle + " (" + std::to_string(n) + ')';
    }
    out.emplace(std::move(unique), std::move(row));
  }
  return out;
}

std::vector<std::string> texts_of(Value const* list) {
  std::vector<std::string> out;
  if (list != nullptr && list->IsArray()) {
    for (Value const& each : list->GetArray()) {
      out.push_back(raw_text(each));
    }
  }
  return out;
}

Status add_resource(std::string_view archive, Value const& resource, SavedAnswer& out) {
  std::string const path = text_of(resource, "path");
  Result<std::string> const csv = read_zip_member(archive, path, kLongestMember);
  if (!csv) {
    return bad("lacks " + path);
  }
  if ("sha256:" + sha256(*csv) != text_of(resource, "hash")) {
    return bad(path + " is not what its digest says: it was changed");
  }
  Value const* const schema = member(resource, "schema");
  Value const* const key = schema == nullptr ? nullptr : member(*schema, "primaryKey");
  Result<SavedTable> table = table_of(*csv, texts_of(key));
  if (!table) {
    return table.error();
  }
  out.tables.emplace(text_of(resource, "name"), std::move(table).value());
  return Ok{};
}

Result<SavedAnswer> read_package(std::string_view bytes) {
  Result<std::string> const json = read_zip_member(bytes, "datapackage.json", kLongestMember);
  if (!json) {
    return bad("is an archive and no data package; a workbook has no room for the question");
  }
  Result<ExportOrigin> origin = read_origin(*json);
  if (!origin) {
    return origin.error();
  }
  SavedAnswer out{std::move(origin).value(), {}};
  rapidjson::Document document;
  document.Parse<rapidjson::kParseIterativeFlag>(json->data(), json->size());
  Value const* const resources = member(document, "resources");
  if (resources == nullptr || !resources->IsArray()) {
    return bad("names no resources");
  }
  for (Value const& resource : resources->GetArray()) {
    if (Status const added = add_resource(bytes, resource, out); !added) {
      return added.error();
    }
  }
  return out;
}

}  // namespace

Result<SavedAnswer> read_saved(std::string_view bytes) {
  if (bytes.starts_with(kArchiveBegins)) {
    return read_package(bytes);
  }
  if (!bytes.starts_with('{')) {
    return bad("is neither JSON nor a data package; other formats have no room for the question");
  }
  return bytes.starts_with(kLinesBegin) ? read_lines(bytes) : read_saved_json(bytes);
}

}  // namespace cyberlex
