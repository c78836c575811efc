#include <algorithm>
#include <array>

#include "cyberlex/answer/answers.h"
#include "cyberlex/answer/suggestions.h"
#include "cyberlex/api/openapi_parts.h"
#include "cyberlex/render/export.h"
#include "cyberlex/search/parameters.h"
#include "cyberlex/search/request.h"

namespace cyberlex::api {
namespace {

using Words = std::vector<std::string_view>;

Json words(Words const& values) {
  std::vector<Json> out;
  for (std::string_view const value : values) {
    out.push_back(Json::text(value));
  }
  return Json::array(out);
}

Json string_schema() {
  return Json::object({{"type", Json::text("string")}});
}

Json strings_schema(Json const& items) {
  return Json::object({{"type", Json::text("array")}, {"items", items}});
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

// A value of each filter that the shipped corpus knows, in the order of the parameters.
constexpr auto kFilterExamples = std::to_array<std::string_view>({
    "ng",
    "ng/cybercrimes-act-2015",
    "act",
    "2000..2015",
    "en",
    "in-force",
    "restatement",
    "offence",
    "budapest",
    "none",
    "none",
    "none",
    "illegal-access",
    "content-interception",
    "court-order",
    "speech-criminalised",
    "illegal-access",
    "notification:absent",
    "good-faith-research:absent",
    "true",
    "true",
    "imprisonment",
    "4y..",
    "..9y",
    "5000000NGN..",
    "verified",
    "unc/7",
    "unc",
    "narrower",
});
static_assert(kFilterExamples.size() == kParamCount);

Json list_parameter(std::string_view name, std::string const& description, Json const& example) {
  return Json::object({{"name", Json::text(name)},
                       {"in", Json::text("query")},
                       {"description", Json::text(description)},
                       {"style", Json::text("form")},
                       {"explode", Json::boolean(false)},
                       {"schema", strings_schema(string_schema())},
                       {"example", example}});
}

Json filter(ParamInfo const& info) {
  std::string description(info.description);
  description += form_hint(info.form);
  description += "; several values are OR, a leading \"-\" excludes";
  return list_parameter(info.name, description,
                        words({kFilterExamples.at(static_cast<size_t>(info.param))}));
}

// What a control takes, where that is a closed list.
Words allowed(Endpoint endpoint, std::string_view name) {
  if (name == "sort") {
    return {"relevance", "citation", "newest", "oldest", "severity"};
  }
  if (name == "expand") {
    return {"on", "off"};
  }
  if (name == "level") {
    return {"article", "chapter"};
  }
  if (name == "kind") {
    return {"citation", "concept", "act", "heading"};
  }
  if (name != "format") {
    return {};
  }
  if (endpoint == Endpoint::kSuggest) {
    return {"json", "opensearch"};
  }
  if (endpoint == Endpoint::kThesaurus) {
    return {"json", "turtle", "jsonld"};
  }
  if (endpoint != Endpoint::kExport) {
    return {"json", "csv"};
  }
  Words out;
  for (ExportFormatInfo const& format : export_formats()) {
    out.push_back(format.name);
  }
  return out;
}

// "a,b" as ["a", "b"].
Json pieces(std::string_view text) {
  Words out;
  while (!text.empty()) {
    size_t const end = std::min(text.find(','), text.size());
    out.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words(out);
}

// True for a parameter that is given once a value: a citation may hold commas.
bool is_repeated(EndpointInfo const& endpoint, ControlInfo const& info) {
  return endpoint.posted == Posted::kLines && info.name == "q";
}

Json example_of(EndpointInfo const& endpoint, ControlInfo const& info) {
  if (is_repeated(endpoint, info)) {
    return words({"s 24(1) Cybercrimes Act", "art. 30 Ley 1042"});
  }
  if (info.type == "integer") {
    return Json::number(std::stoull(std::string(info.example)));
  }
  return info.type == "array" ? pieces(info.example) : Json::text(info.example);
}

// How long a page may be, and is when nobody says.
struct PageLength {
  uint64_t most = kLargestLimit;
  uint64_t usual = 10;
};
PageLength page_length(Endpoint endpoint) {
  switch (endpoint) {
    case Endpoint::kActs:
    case Endpoint::kConventions:
      return {.most = kActsPerPage, .usual = kActsPerPage};
    case Endpoint::kSuggest:
      return {.most = kMostSuggestions, .usual = kUsualSuggestions};
    default:
      return {};
  }
}

void add_bounds(EndpointInfo const& endpoint, std::string_view name, JsonMembers& out) {
  bool const page = name == "limit";
  out.emplace_back("minimum", Json::number(page ? 1 : 0));
  if (page) {
    PageLength const length = page_length(endpoint.endpoint);
    out.emplace_back("maximum", Json::number(length.most));
    out.emplace_back("default", Json::number(length.usual));
  }
}

// Of one value.
Json value_schema(EndpointInfo const& endpoint, ControlInfo const& info) {
  bool const integer = info.type == "integer";
  JsonMembers out = {{"type", Json::text(integer ? "integer" : "string")}};
  if (integer) {
    add_bounds(endpoint, info.name, out);
  }
  if (!info.format.empty()) {
    out.emplace_back("format", Json::text(info.format));
  }
  Words const choices = allowed(endpoint.endpoint, info.name);
  if (!choices.empty()) {
    out.emplace_back("enum", words(choices));
    if (info.type != "array") {
      out.emplace_back("default", Json::text(choices.front()));
    }
  }
  return Json::object(out);
}

Json schema_of(EndpointInfo const& endpoint, ControlInfo const& info) {
  Json const value = value_schema(endpoint, info);
  return info.type == "array" || is_repeated(endpoint, info) ? strings_schema(value) : value;
}

bool is_among(std::string_view list, std::string_view name) {
  while (!list.empty()) {
    size_t const end = std::min(list.find(' '), list.size());
    if (list.substr(0, end) == name) {
      return true;
    }
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

Json control(EndpointInfo const& endpoint, ControlInfo const& info, bool required) {
  JsonMembers out = {{"name", Json::text(info.name)},
                     {"in", Json::text("query")},
                     {"description", Json::text(info.description)}};
  if (required) {
    out.emplace_back("required", Json::boolean(true));
  }
  if (info.type == "array" || is_repeated(endpoint, info)) {
    out.emplace_back("style", Json::text("form"));
    out.emplace_back("explode", Json::boolean(info.type != "array"));
  }
  out.emplace_back("schema", schema_of(endpoint, info));
  Words const choices = allowed(endpoint.endpoint, info.name);
  if (!info.example.empty()) {
    out.emplace_back("example", example_of(endpoint, info));
  } else if (!choices.empty()) {
    out.emplace_back("example", Json::text(choices.back()));
  }
  return Json::object(out);
}

Json path_part(PathPart const& part) {
  return Json::object({{"name", Json::text(part.name)},
                       {"in", Json::text("path")},
                       {"required", Json::boolean(true)},
                       {"description", Json::text(part.description)},
                       {"schema", string_schema()},
                       {"example", Json::text(part.example)}});
}

// RFC 7089: a day that stands in no address.
Json datetime() {
  return Json::object(
      {{"name", Json::text("Accept-Datetime")},
       {"in", Json::text("header")},
       {"description", Json::text("the moment whose law is asked for, where neither "
                                  "the address nor as_of says a day")},
       {"schema", string_schema()},
       {"example", Json::text("Wed, 01 Jan 2020 00:00:00 GMT")}});
}

}  // namespace

std::vector<Json> parameters_of(EndpointInfo const& endpoint, bool post) {
  std::string_view const required = post ? "" : operation_of(endpoint.endpoint).required;
  std::vector<Json> out;
  for (PathPart const& part : endpoint.path_parts) {
    out.push_back(path_part(part));
  }
  for (std::string_view const name : endpoint.controls) {
    out.push_back(control(endpoint, control_info(name), is_among(required, name)));
  }
  if (endpoint.endpoint == Endpoint::kProvision || endpoint.endpoint == Endpoint::kIri) {
    out.push_back(datetime());
  }
  if (endpoint.filters) {
    for (ParamInfo const& info : parameters()) {
      out.push_back(component("parameters/" + std::string(info.name)));
    }
  }
  return out;
}

Json form_schema(EndpointInfo const& endpoint) {
  JsonMembers properties;
  for (std::string_view const name : endpoint.controls) {
    ControlInfo const& info = control_info(name);
    properties.emplace_back(name, schema_of(endpoint, info));
  }
  return Json::object({{"type", Json::text("object")}, {"properties", Json::object(properties)}});
}

JsonMembers parameter_components() {
  JsonMembers out;
  for (ParamInfo const& info : parameters()) {
    out.emplace_back(info.name, filter(info));
  }
  return out;
}

}  // namespace cyberlex::api
