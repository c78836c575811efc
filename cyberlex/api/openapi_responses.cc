#include <array>

#include "cyberlex/api/openapi_parts.h"
#include "cyberlex/api/schema.h"
#include "cyberlex/render/export.h"

namespace cyberlex::api {
namespace {

// ---- headers

struct HeaderInfo {
  std::string_view name;
  std::string_view what;
  std::string_view example;
};
constexpr auto kHeaders = std::to_array<HeaderInfo>({
    {"ETag", "strong validator, for If-None-Match", "\"34b7af055d29cd73bf23d7d36a8874bf\""},
    {"Cache-Control", "no-cache: keep it and ask again; no-store: do not keep it", "no-cache"},
    {"Server-Timing", "how long the answer took, in milliseconds", "total;dur=1.127"},
    {"Cyberlex-Outcome",
     "absent when what was asked for was found; nothing-found, or not-in-force: it is held, and "
     "was not in force that day",
     "nothing-found"},
    {"Cyberlex-Corpus", "digest of the corpus that answered",
     "ebc3b496b39c052ac862bfeb71b1dd5daccfeacb0a0926d1c28ef4e23d3ae95b"},
    {"Cyberlex-Total", "number of hits", "12"},
    {"Content-Disposition", "name of the file",
     "attachment; filename=\"cyberlex-2026-01-01-ebc3b496.csv\""},
    {"Link",
     "addresses around this one (RFC 8288): the next page; other forms and states; of a 410 the "
     "first page",
     "</api/v1/acts?as_of=2026-01-01&limit=2&offset=2>; rel=\"next\""},
    {"Content-Language", "languages of the text", "en"},
    {"Content-Location", "the address of this state",
     "/api/v1/provisions/ng/cybercrimes-act-2015/sec_24?as_of=2024-02-28"},
    {"Memento-Datetime", "when the state came to stand (RFC 7089)",
     "Wed, 28 Feb 2024 00:00:00 GMT"},
    {"Location", "where it is", "/api/v1/provisions/ir/computer-crimes-law/art_1"},
    {"Retry-After", "seconds", "1"},
    {"WWW-Authenticate", "how a key is sent", "Bearer"},
});

using Names = std::vector<std::string_view>;

Json headers(Names const& names) {
  JsonMembers out;
  for (std::string_view const name : names) {
    out.emplace_back(name, component("headers/" + std::string(name)));
  }
  return Json::object(out);
}

bool is_among(Endpoint endpoint, std::initializer_list<Endpoint> list) {
  for (Endpoint const each : list) {
    if (each == endpoint) {
      return true;
    }
  }
  return false;
}

bool asks_about_law(Endpoint endpoint) {
  return !is_among(endpoint, {Endpoint::kHealth, Endpoint::kReady, Endpoint::kOpenapi,
                              Endpoint::kOpenSearch, Endpoint::kAbout, Endpoint::kMetrics});
}

// What watches the daemon is answered whoever asks and however often.
bool is_limited(Endpoint endpoint) {
  return !is_among(endpoint, {Endpoint::kHealth, Endpoint::kReady, Endpoint::kMetrics});
}

// It has a validator: what is sent as it is made has none.
bool is_kept(Endpoint endpoint) {
  return is_limited(endpoint) && endpoint != Endpoint::kExport;
}

Names headers_of(Endpoint endpoint) {
  Names out = {"Cache-Control", "Server-Timing"};
  if (is_kept(endpoint)) {
    out.push_back("ETag");
  }
  if (asks_about_law(endpoint)) {
    out.push_back("Cyberlex-Outcome");
  }
  if (is_among(endpoint,
               {Endpoint::kSearch, Endpoint::kActs, Endpoint::kConventions, Endpoint::kFeed})) {
    out.push_back("Link");
  }
  if (is_among(endpoint,
               {Endpoint::kProvision, Endpoint::kIri, Endpoint::kAct, Endpoint::kConvention})) {
    out.insert(out.end(), {"Link", "Content-Language"});
  }
  if (is_among(endpoint, {Endpoint::kProvision, Endpoint::kIri})) {
    out.insert(out.end(), {"Content-Location", "Memento-Datetime"});
  }
  if (is_among(endpoint, {Endpoint::kExport, Endpoint::kFeed})) {
    out.push_back("Cyberlex-Corpus");
  }
  if (endpoint == Endpoint::kExport) {
    out.push_back("Cyberlex-Total");
    out.push_back("Content-Disposition");
  }
  return out;
}

// ---- what is answered

Json text_schema() {
  return Json::object({{"type", Json::text("string")}});
}

// OpenSearch Suggestions 1.0: the query, what it may become, what each of these is.
Json suggestions_schema() {
  Json const strings = schema_of("string[]");
  return Json::object({{"type", Json::text("array")},
                       {"prefixItems", Json::array({text_schema(), strings, strings})},
                       {"minItems", Json::number(3)},
                       {"maxItems", Json::number(3)}});
}

Json form_schema(Form form, std::string_view body) {
  switch (form) {
    case Form::kJson:
      return schema_of(body);
    case Form::kJsonLd:
    case Form::kAnnotations:
      return Json::object({{"type", Json::text("object")}});
    case Form::kSuggestions:
      return suggestions_schema();
    default:
      return text_schema();
  }
}

// A real answer: what the shipped corpus gives at this address.
Json live_example(std::string_view target) {
  Json const example = Json::object({{"summary", Json::text("answered by the shipped corpus")},
                                     {"externalValue", Json::text(target)}});
  return Json::object({{"shipped", example}});
}

Json content_of(EndpointInfo const& endpoint) {
  Operation const& about = operation_of(endpoint.endpoint);
  JsonMembers out;
  if (endpoint.endpoint == Endpoint::kExport) {
    for (ExportFormatInfo const& format : export_formats()) {
      out.emplace_back(format.media_type.substr(0, format.media_type.find(';')), Json::object({}));
    }
    return Json::object(out);
  }
  std::vector<Form> const forms = forms_of(endpoint);
  for (Form const form : forms) {
    JsonMembers media = {{"schema", form_schema(form, about.body)}};
    if (form == forms.front()) {
      media.emplace_back("examples", live_example(about.example));
    }
    out.emplace_back(media_type_of(form), Json::object(media));
  }
  return Json::object(out);
}

Json found(EndpointInfo const& endpoint) {
  return Json::object({{"description", Json::text(endpoint.summary)},
                       {"headers", headers(headers_of(endpoint.endpoint))},
                       {"content", content_of(endpoint)}});
}

// ---- what goes wrong

struct Trouble {
  std::string_view status;
  std::string_view name;  // of the component
  std::string_view what;
  std::string_view slug;
  std::string_view title;
  std::string_view detail;
};
constexpr std::string_view kUnread = "This is not a request we can read";
constexpr auto kTroubles = std::to_array<Trouble>({
    {"400", "BadRequest", "A parameter, a value or a query cannot be read", "bad-query",
     "The request cannot be understood", "limit: expected a number from 1 to 100, found \"0\""},
    {"401", "Unauthorised", "No key where one is needed, or one that is not known", "unauthorised",
     "A key is needed", "send a key as \"Authorization: Bearer KEY\" or \"X-Api-Key: KEY\""},
    {"404", "NotFound", "There is no such thing, or it did not stand on that day", "not-found",
     "There is no such thing",
     "no provision \"ng/cybercrimes-act-2015/sec_999\" is held of this act"},
    {"406", "NotAcceptable", "Accept names no form that is offered", "not-acceptable",
     "No representation of that type is offered",
     "offered are application/json, text/plain, text/html"},
    {"410", "Gone", "A cursor into a generation that is no longer held", "cursor-gone",
     "The index has changed since this page was made",
     "begin again at /api/v1/search?q=cyberstalking"},
    {"411", "LengthRequired", "A body of no known length", "bad-http", kUnread,
     "the body of a POST needs one Content-Length and no Transfer-Encoding"},
    {"413", "TooLarge", "A body of more than 1 MiB", "bad-http", kUnread,
     "a body holds at most 1048576 bytes"},
    {"414", "TooLong", "A request line of more than 8,000 bytes", "bad-http", kUnread,
     "the request line is longer than 8000 bytes"},
    {"415", "UnsupportedType", "A body of a type that is not read", "unsupported-media-type",
     "A body of this type is not read", "expected text/plain or application/x-www-form-urlencoded"},
    {"429", "TooManyRequests", "This client asks more often than it may; Retry-After says when",
     "too-many-requests", "Too many requests",
     "at most 5 requests a second, 50 at once; try again in 1 second"},
    {"503", "Unavailable", "Too many requests at once, a search that took too long, or no index",
     "busy", "The server is busy", "try again in a second"},
    {"default", "Problem", "Anything else: a method or a request that is not read, damage",
     "bad-http", kUnread, "exactly one Host header is needed"},
});

Json example_of(Trouble const& trouble) {
  JsonMembers out = {{"type", Json::text("/problems/" + std::string(trouble.slug))},
                     {"title", Json::text(trouble.title)}};
  uint64_t const status =
      trouble.status == "default" ? 400 : std::stoull(std::string(trouble.status));
  out.emplace_back("status", Json::number(status));
  out.emplace_back("detail", Json::text(trouble.detail));
  if (trouble.status == "400") {
    out.emplace_back("parameter", Json::text("limit"));
  }
  return Json::object(out);
}

Json problem_response(Trouble const& trouble) {
  Names names = {"Cache-Control", "Server-Timing"};
  if (trouble.status == "404") {
    names.push_back("Cyberlex-Outcome");
  } else if (trouble.status == "410") {
    names.push_back("Link");
  } else if (trouble.status == "503" || trouble.status == "429") {
    names.push_back("Retry-After");
  } else if (trouble.status == "401") {
    names.push_back("WWW-Authenticate");
  }
  Json const media =
      Json::object({{"schema", schema_of("Problem")}, {"example", example_of(trouble)}});
  return Json::object({{"description", Json::text(trouble.what)},
                       {"headers", headers(names)},
                       {"content", Json::object({{"application/problem+json", media}})}});
}

bool may_be_missing(EndpointInfo const& endpoint) {
  return !endpoint.path_parts.empty() ||
         is_among(endpoint.endpoint, {Endpoint::kCompare, Endpoint::kDiff,
                                      Endpoint::kDualCriminality, Endpoint::kSimilar});
}

bool occurs(Trouble const& trouble, EndpointInfo const& endpoint, bool post) {
  Endpoint const which = endpoint.endpoint;
  if (trouble.status == "404") {
    return may_be_missing(endpoint);
  }
  if (trouble.status == "401" || trouble.status == "429") {
    return is_limited(which);
  }
  if (trouble.status == "406") {
    return asks_about_law(which);
  }
  if (trouble.status == "410") {
    return is_among(which, {Endpoint::kSearch, Endpoint::kFeed});
  }
  if (trouble.status == "503") {
    return asks_about_law(which) || which == Endpoint::kReady;
  }
  bool const of_body =
      trouble.status == "411" || trouble.status == "413" || trouble.status == "415";
  return post || !of_body;
}

}  // namespace

Json responses_of(EndpointInfo const& endpoint, bool post) {
  JsonMembers out = {{"200", found(endpoint)}};
  if (is_kept(endpoint.endpoint)) {
    out.emplace_back("304", component("responses/NotModified"));
  }
  if (is_among(endpoint.endpoint, {Endpoint::kProvision, Endpoint::kAct, Endpoint::kIri})) {
    out.emplace_back("308", component("responses/Moved"));
  }
  for (Trouble const& trouble : kTroubles) {
    if (occurs(trouble, endpoint, post)) {
      out.emplace_back(trouble.status, component("responses/" + std::string(trouble.name)));
    }
  }
  return Json::object(out);
}

JsonMembers response_components() {
  JsonMembers out = {
      {"NotModified",
       Json::object({{"description", Json::text("If-None-Match names it: keep what you have")},
                     {"headers", headers({"ETag", "Cache-Control", "Server-Timing"})}})},
      {"Moved",
       Json::object(
           {{"description", Json::text("It bears a number of its own; this is a parallel one")},
            {"headers", headers({"Location", "Cache-Control", "Server-Timing"})}})}};
  for (Trouble const& trouble : kTroubles) {
    out.emplace_back(trouble.name, problem_response(trouble));
  }
  return out;
}

JsonMembers header_components() {
  JsonMembers out;
  for (HeaderInfo const& header : kHeaders) {
    out.emplace_back(header.name, Json::object({{"description", Json::text(header.what)},
                                                {"schema", text_schema()},
                                                {"example", Json::text(header.example)}}));
  }
  return out;
}

}  // namespace cyberlex::api
