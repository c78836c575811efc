#include "cyberlex/api/openapi.h"

#include "cyberlex/api/endpoints.h"
#include "cyberlex/api/json_text.h"
#include "cyberlex/render/export.h"
#include "cyberlex/search/parameters.h"

namespace cyberlex::api {
namespace {

using Members = std::vector<std::pair<std::string, Json>>;

Json reference(std::string_view name) {
  return Json::object({{"$ref", Json::text("#/components/" + std::string(name))}});
}

Json string_schema() {
  return Json::object({{"type", Json::text("string")}});
}

Json strings_schema() {
  return Json::object({{"type", Json::text("array")}, {"items", string_schema()}});
}

// How a person writes a value of each form.
std::string_view form_hint(ValueForm form) {
  switch (form) {
    case ValueForm::kYearRange:
      return ": 2015, 2000..2015, ..1999";
    case ValueForm::kTermRange:
      return ": 4y.., ..1y, 91d..2y, 36m, P4Y..";
    case ValueForm::kFineRange:
      return ": 5000000NGN.., 200day-fine..";
    case ValueForm::kAssessed:
      return ": notification:absent";
    case ValueForm::kStanding:
      return ": budapest, unc:signed, unc:none";
    case ValueForm::kCode:
      break;
  }
  return "";
}

Json filter(ParamInfo const& info) {
  std::string description(info.description);
  description += form_hint(info.form);
  description += "; several values are OR, a leading \"-\" excludes";
  return Json::object({{"name", Json::text(info.name)},
                       {"in", Json::text("query")},
                       {"description", Json::text(description)},
                       {"style", Json::text("form")},
                       {"explode", Json::boolean(false)},
                       {"schema", strings_schema()}});
}

Json control(ControlInfo const& info) {
  Members schema = {{"type", Json::text(info.type)}};
  if (!info.format.empty()) {
    schema.emplace_back("format", Json::text(info.format));
  }
  Members out = {{"name", Json::text(info.name)},
                 {"in", Json::text("query")},
                 {"description", Json::text(info.description)},
                 {"schema", Json::object(schema)}};
  if (!info.example.empty()) {
    out.emplace_back("example", info.type == "integer"
                                    ? Json::number(std::stoull(std::string(info.example)))
                                    : Json::text(info.example));
  }
  return Json::object(out);
}

Json path_part(PathPart const& part) {
  return Json::object({{"name", Json::text(part.name)},
                       {"in", Json::text("path")},
                       {"required", Json::boolean(true)},
                       {"description", Json::text(part.description)},
                       {"example", Json::text(part.example)},
                       {"schema", string_schema()}});
}

std::vector<Json> parameters_of(EndpointInfo const& endpoint) {
  std::vector<Json> out;
  for (PathPart const& part : endpoint.path_parts) {
    out.push_back(path_part(part));
  }
  for (std::string_view const name : endpoint.controls) {
    out.push_back(control(control_info(name)));
  }
  if (endpoint.filters) {
    for (ParamInfo const& info : parameters()) {
      out.push_back(filter(info));
    }
  }
  return out;
}

Json answer_of(std::string_view description) {
  Json const schema = Json::object({{"type", Json::text("object")}});
  return Json::object(
      {{"description", Json::text(description)},
       {"content", Json::object({{"application/json", Json::object({{"schema", schema}})}})}});
}

// Files, each by its type.
Json file_of(std::string_view description) {
  Members content;
  for (ExportFormatInfo const& format : export_formats()) {
    std::string const type(format.media_type.substr(0, format.media_type.find(';')));
    content.emplace_back(type, Json::object({}));
  }
  return Json::object(
      {{"description", Json::text(description)}, {"content", Json::object(content)}});
}

bool asks_about_law(Endpoint endpoint) {
  return endpoint != Endpoint::kHealth && endpoint != Endpoint::kReady &&
         endpoint != Endpoint::kOpenapi;
}

Json responses_of(EndpointInfo const& endpoint) {
  Json const trouble = reference("responses/Problem");
  bool const file = endpoint.endpoint == Endpoint::kExport;
  Members out = {{"200", file ? file_of(endpoint.summary) : answer_of(endpoint.summary)}};
  if (asks_about_law(endpoint.endpoint)) {
    out.emplace_back("304", Json::object({{"description", Json::text("Not modified")}}));
  }
  out.emplace_back("400", trouble);
  if (!endpoint.path_parts.empty()) {
    out.emplace_back("404", trouble);
  }
  if (endpoint.endpoint == Endpoint::kSearch) {
    out.emplace_back("410", trouble);
  }
  if (endpoint.endpoint != Endpoint::kHealth) {
    out.emplace_back("503", trouble);
  }
  return Json::object(out);
}

Json path_item(EndpointInfo const& endpoint) {
  Json const get = Json::object({{"summary", Json::text(endpoint.summary)},
                                 {"parameters", Json::array(parameters_of(endpoint))},
                                 {"responses", responses_of(endpoint)}});
  return Json::object({{"get", get}});
}

Json problem_schema() {
  Json const integer = Json::object({{"type", Json::text("integer")}});
  return Json::object({{"type", Json::text("object")},
                       {"properties", Json::object({{"type", string_schema()},
                                                    {"title", string_schema()},
                                                    {"status", integer},
                                                    {"detail", string_schema()},
                                                    {"parameter", string_schema()},
                                                    {"position", integer}})}});
}

Json components() {
  Json const content = Json::object(
      {{"application/problem+json", Json::object({{"schema", reference("schemas/Problem")}})}});
  Json const trouble =
      Json::object({{"description", Json::text("What is wrong, as RFC 9457 problem details")},
                    {"content", content}});
  return Json::object({{"schemas", Json::object({{"Problem", problem_schema()}})},
                       {"responses", Json::object({{"Problem", trouble}})}});
}

}  // namespace

std::string openapi_document() {
  Members paths;
  for (EndpointInfo const& endpoint : endpoints()) {
    paths.emplace_back(endpoint.pattern, path_item(endpoint));
  }
  Json const info = Json::object(
      {{"title", Json::text("Cyberlex")},
       {"version", Json::text(CYBERLEX_VERSION)},
       {"description", Json::text("What the law says about cybercrime, powers and safeguards")}});
  return Json::object({{"openapi", Json::text("3.1.0")},
                       {"info", info},
                       {"paths", Json::object(paths)},
                       {"components", components()}})
             .str() +
         "\n";
}

}  // namespace cyberlex::api
