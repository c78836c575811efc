#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <array>
#include <set>

#include "cyberlex/render/saved_answer.h"

namespace cyberlex {
namespace {

using Value = rapidjson::Value;

constexpr size_t kDeepest = 32;  // our own answers are half as deep

// What tells the members of a list apart, the surest first.
constexpr auto kNames = std::to_array<char const*>(
    {"handle", "eid", "limb", "jurisdiction", "code", "id", "value", "concept", "key", "article",
     "provision", "act", "treaty", "language", "lang", "name"});

constexpr char const* kWhole = "answer";  // the table of what stands in no list

// Where the answer comes from, and where its next page begins: no part of what it says.
constexpr auto kOfOrigin = std::to_array<std::string_view>({"request", "corpus", "next"});

Error bad(std::string message) {
  return Error{ErrorCode::kBadInput, std::move(message), "saved answer"};
}

std::string text_of(Value const& value) {
  if (value.IsString()) {
    return {value.GetString(), value.GetStringLength()};
  }
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  value.Accept(writer);
  return {buffer.GetString(), buffer.GetSize()};
}

// Of an object; empty when it has none, or one that is no text.
std::string text_in(Value const& object, char const* name) {
  auto const found = object.FindMember(name);
  bool const text = found != object.MemberEnd() && found->value.IsString();
  return text ? text_of(found->value) : "";
}

bool has_parts(Value const& value) {
  return value.IsArray() && std::any_of(value.Begin(), value.End(), [](Value const& each) {
           return each.IsObject() || each.IsArray();
         });
}

// The member by which every object of the list is known, no two alike; null when there is none.
char const* name_in(Value const& list) {
  auto const tells_apart = [&list](char const* name) {
    std::set<std::string> seen;
    return std::all_of(list.Begin(), list.End(), [&](Value const& each) {
      std::string const text = each.IsObject() ? text_in(each, name) : "";
      return !text.empty() && seen.insert(text).second;
    });
  };
  auto const* const found = std::find_if(kNames.begin(), kNames.end(), tells_apart);
  return found == kNames.end() ? nullptr : *found;
}

std::string below(std::string const& path, std::string_view name, char separator) {
  return path.empty() ? std::string(name) : path + separator + std::string(name);
}

// Where a row stands: "rows/cells", "unc/7 ng".
struct Place {
  std::string table;
  std::string key;
};

// Lists of objects and of lists become tables, their members rows; all else are fields of the row
// that holds it.
class Flattener {
 public:
  explicit Flattener(SavedAnswer& out) : out_(out) {}

  // False: it is too deep.
  bool add(Value const& value, Place const& place, std::string const& field, size_t depth) {
    if (depth == kDeepest) {
      return false;
    }
    if (value.IsObject()) {
      return add_members(value, place, field, depth);
    }
    if (has_parts(value)) {
      return add_list(value, {below(table_in(place), field, '/'), place.key}, depth);
    }
    row_of(place)[field] = text_of(value);
    return true;
  }

 private:
  static std::string table_in(Place const& place) {
    return place.table == kWhole ? "" : place.table;
  }

  SavedRow& row_of(Place const& place) { return out_.tables[place.table][place.key]; }

  bool add_members(Value const& object, Place const& place, std::string const& field,
                   size_t depth) {
    SavedRow& row = row_of(place);  // an object without members is a row too
    if (object.ObjectEmpty() && !field.empty()) {
      row[field] = "{}";
    }
    return std::all_of(object.MemberBegin(), object.MemberEnd(), [&](auto const& each) {
      std::string const name = text_of(each.name);
      bool const outside =
          depth == 0 && std::find(kOfOrigin.begin(), kOfOrigin.end(), name) != kOfOrigin.end();
      return outside || add(each.value, place, below(field, name, '.'), depth + 1);
    });
  }

  bool add_list(Value const& list, Place const& place, size_t depth) {
    char const* const name = name_in(list);
    for (rapidjson::SizeType i = 0; i < list.Size(); ++i) {
      std::string const number = std::to_string(i + 1);
      std::string const own = name == nullptr ? number : text_in(list[i], name);
      Place const row{place.table, below(place.key, own, ' ')};
      row_of(row)["rank"] = number;
      if (!add_part(list[i], row, depth)) {
        return false;
      }
    }
    return true;
  }

  // A list within a list has its members by number.
  bool add_part(Value const& part, Place const& row, size_t depth) {
    if (!part.IsArray()) {
      return add(part, row, "", depth + 1);
    }
    for (rapidjson::SizeType i = 0; i < part.Size(); ++i) {
      if (!add(part[i], row, std::to_string(i + 1), depth + 1)) {
        return false;
      }
    }
    return true;
  }

  SavedAnswer& out_;
};

}  // namespace

Result<SavedAnswer> read_saved_json(std::string_view json) {
  rapidjson::Document parsed;
  parsed.Parse<rapidjson::kParseIterativeFlag>(json.data(), json.size());
  if (parsed.HasParseError() || !parsed.IsObject()) {
    return bad("no JSON object");
  }
  Value const& document = parsed;  // the library's other iterators are ambiguous to clang
  auto const corpus = document.FindMember("corpus");
  bool const has_corpus = corpus != document.MemberEnd() && corpus->value.IsObject();
  SavedAnswer out;
  out.origin.request = text_in(document, "request");
  out.origin.digest = has_corpus ? text_in(corpus->value, "digest") : "";
  if (out.origin.request.empty() || out.origin.digest.empty()) {
    return bad("does not say which question it answers; see docs/export.md");
  }
  if (!Flattener(out).add(document, {kWhole, ""}, "", 0)) {
    return bad("is nested more deeply than any answer");
  }
  SavedTable& whole = out.tables[kWhole];
  auto itself = whole.extract("");
  itself.key() = "as a whole";
  whole.insert(std::move(itself));
  return out;
}

}  // namespace cyberlex
