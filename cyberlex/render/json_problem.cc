#include <rapidjson/document.h>

#include "cyberlex/render/json.h"
#include "cyberlex/render/json_out.h"

namespace cyberlex {
namespace {

// A member that is a string, or empty. (Iterators of RapidJSON 1.1 compare ambiguously in C++20.)
std::string text_in(rapidjson::Value const& object, char const* name) {
  if (!object.HasMember(name) || !object[name].IsString()) {
    return {};
  }
  return {object[name].GetString(), object[name].GetStringLength()};
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
  if (document.HasMember("status") && document["status"].IsInt()) {
    out.status = document["status"].GetInt();
  }
  if (document.HasMember("position") && document["position"].IsUint64()) {
    out.position = document["position"].GetUint64();
  }
  return out;
}

}  // namespace cyberlex
