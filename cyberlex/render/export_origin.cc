#include "cyberlex/render/export_origin.h"

#include <rapidjson/document.h>

#include "cyberlex/render/json_parts.h"

namespace cyberlex {
namespace {

using Value = rapidjson::Value;

std::string text_of(Value const& object, char const* name) {
  auto const found = object.FindMember(name);
  bool const text = found != object.MemberEnd() && found->value.IsString();
  return text ? std::string(found->value.GetString(), found->value.GetStringLength()) : "";
}

std::string text_below(Value const& object, char const* outer, char const* name) {
  auto const found = object.FindMember(outer);
  bool const below = found != object.MemberEnd() && found->value.IsObject();
  return below ? text_of(found->value, name) : "";
}

Error no_origin(char const* why) {
  return Error{ErrorCode::kBadInput, why, "saved answer"};
}

}  // namespace

void write_origin(JsonOut& out, SearchResponse const& head, ExportFormat format) {
  ExportOrigin const origin = origin_of(head, format);
  out.text("request", origin.request);
  out.text("as_of", head.request.as_of.to_string());
  out.number("total", origin.total);
  write_corpus(out, *head.generation);
  out.object("taxonomy", [&] { out.text("digest", origin.taxonomy); });
  out.object("engine", [&] { out.text("version", origin.engine); });
}

Result<ExportOrigin> read_origin(std::string_view json) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseIterativeFlag>(json.data(), json.size());
  if (document.HasParseError() || !document.IsObject()) {
    return no_origin("no JSON object");
  }
  // Const, because clang finds the library's other iterators ambiguous to compare.
  Value const* object = &document;
  if (auto const inner = object->FindMember("export");
      inner != object->MemberEnd() && inner->value.IsObject()) {
    object = &inner->value;
  }
  ExportOrigin out{.request = text_of(*object, "request"),
                   .digest = text_below(*object, "corpus", "digest"),
                   .taxonomy = text_below(*object, "taxonomy", "digest"),
                   .engine = text_below(*object, "engine", "version")};
  auto const total = object->FindMember("total");
  if (out.request.empty() || out.digest.empty() || total == object->MemberEnd() ||
      !total->value.IsUint64()) {
    return no_origin("does not say which question it answers; see docs/export.md");
  }
  out.total = total->value.GetUint64();
  return out;
}

std::string with_request(std::string_view json, std::string_view request) {
  constexpr size_t kEnd = 2;  // "}" and the line end
  JsonOut first;
  first.object([&] { first.text("request", request); });
  std::string out = first.finish();
  out.reserve(out.size() + json.size());
  out.replace(out.size() - kEnd, kEnd, ",");
  return out.append(json.substr(1));
}

}  // namespace cyberlex
