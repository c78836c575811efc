#include <rapidjson/document.h>

#include "cyberlex/render/json.h"
#include "cyberlex/render/json_out.h"

namespace cyberlex {
namespace {

// A member that is a string, or empty.
std::string text_in(rapidjson::Value const& object, char const* name) {
  auto const found = object.FindMember(name);
  return found == object.MemberEnd() || !found->value.IsString()
             ? std::string()
             : std::string(found->value.GetString(), found->value.GetStringLength());
}

}  // namespace

std::string to_json(Problem const& problem) {
  JsonOut out;
  out.object([&] {
    out.text("type", problem.type);
    out.text("title", problem.title);
    out.number("status", int64_t{problem.status});
    out.text("detail", problem.detail);
    out.text_if("instance", problem.instance);
    out.text_if("parameter", problem.parameter);
    if (problem.position) {
      out.number("position", uint64_t{*problem.position});
    }
  });
  return out.finish();
}

Result<Problem> read_problem(std::string_view json) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseIterativeFlag>(json.data(), json.size());
  if (document.HasParseError() || !document.IsObject()) {
    return Error{ErrorCode::kBadInput, "this is no problem+json"};
  }
  Problem out;
  out.type = text_in(document, "type");
  out.title = text_in(document, "title");
  out.detail = text_in(document, "detail");
  out.instance = text_in(document, "instance");
  out.parameter = text_in(document, "parameter");
  auto const status = document.FindMember("status");
  if (status != document.MemberEnd() && status->value.IsInt()) {
    out.status = status->value.GetInt();
  }
  auto const position = document.FindMember("position");
  if (position != document.MemberEnd() && position->value.IsUint64()) {
    out.position = position->value.GetUint64();
  }
  return out;
}

}  // namespace cyberlex
