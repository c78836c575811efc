#include "cyberlex/api/openapi.h"

#include <algorithm>
#include <array>

#include "cyberlex/api/openapi_parts.h"
#include "cyberlex/api/schema.h"

namespace cyberlex::api {
namespace {

constexpr std::string_view kSearching = "search";
constexpr std::string_view kLaw = "law";
constexpr std::string_view kComparing = "comparison";
constexpr std::string_view kCorpus = "corpus";
constexpr std::string_view kService = "service";

constexpr auto kOperations = std::to_array<Operation>({
    {Endpoint::kSearch, "search", kSearching, "Search",
     "/api/v1/search?q=cyberstalking&jurisdiction=ng&as_of=2026-01-01&limit=1"},
    {Endpoint::kProvision, "provision", kLaw, "Provision",
     "/api/v1/provisions/ng/cybercrimes-act-2015/sec_24?as_of=2026-01-01"},
    {Endpoint::kActs, "acts", kLaw, "ActList", "/api/v1/acts?as_of=2026-01-01&limit=2"},
    {Endpoint::kAct, "act", kLaw, "Act", "/api/v1/acts/ng/cybercrimes-act-2015?as_of=2026-01-01"},
    {Endpoint::kConventions, "conventions", kLaw, "ActList",
     "/api/v1/conventions?as_of=2026-01-01&limit=2"},
    {Endpoint::kConvention, "convention", kLaw, "Act", "/api/v1/conventions/unc?as_of=2026-01-01"},
    {Endpoint::kArticle, "conventionArticle", kLaw, "Article",
     "/api/v1/conventions/unc/7?as_of=2026-01-01"},
    {Endpoint::kMatrix, "matrix", kComparing, "Matrix",
     "/api/v1/matrix?convention=unc&jurisdiction=ng&as_of=2026-01-01", "convention"},
    {Endpoint::kSafeguards, "safeguards", kComparing, "Safeguards",
     "/api/v1/safeguards?jurisdiction=ng&power=content-interception&as_of=2026-01-01"},
    {Endpoint::kCoverage, "coverage", kCorpus, "CorpusCoverage",
     "/api/v1/coverage?as_of=2026-01-01"},
    {Endpoint::kThesaurus, "thesaurus", kCorpus, "Thesaurus",
     "/api/v1/thesaurus?concept=illegal-access"},
    {Endpoint::kSuggest, "suggest", kSearching, "SuggestionList",
     "/api/v1/suggest?q=hack&as_of=2026-01-01", "q"},
    {Endpoint::kCitation, "citation", kSearching, "CitationList",
     "/api/v1/citation?q=s%2024(1)%20Cybercrimes%20Act&as_of=2026-01-01", "q"},
    {Endpoint::kCrosstab, "crosstab", kSearching, "Crosstab",
     "/api/v1/crosstab?rows=jurisdiction&cols=article&article=unc/7,unc/8&as_of=2026-01-01",
     "rows cols"},
    {Endpoint::kDiff, "diff", kComparing, "Diff|Timeline",
     "/api/v1/diff?provision=ng/cybercrimes-act-2015/sec_24&from=2024-01-01&to=2024-03-01",
     "provision"},
    {Endpoint::kSimilar, "similar", kSearching, "Similar",
     "/api/v1/similar?provision=ng/cybercrimes-act-2015/sec_6&limit=3&as_of=2026-01-01"},
    {Endpoint::kCompare, "compare", kComparing, "Compare",
     "/api/v1/compare?item=ng/cybercrimes-act-2015/sec_24__subsec_1,ni/ley-1042/art_30"
     "&as_of=2026-01-01"},
    {Endpoint::kJurisdictions, "jurisdictions", kLaw, "JurisdictionList",
     "/api/v1/jurisdictions?as_of=2026-01-01"},
    {Endpoint::kJurisdiction, "jurisdiction", kLaw, "Jurisdiction",
     "/api/v1/jurisdictions/ng?as_of=2026-01-01"},
    {Endpoint::kDualCriminality, "dualCriminality", kComparing, "DualCriminality",
     "/api/v1/dual-criminality?requesting=ng&requested=ir"
     "&provision=ng/cybercrimes-act-2015/sec_8&as_of=2026-01-01",
     "requesting requested"},
    {Endpoint::kExport, "export", kSearching, "",
     "/api/v1/export?article=unc/7&as_of=2026-01-01&format=csv"},
    {Endpoint::kFeed, "feed", kSearching, "", "/feed.atom?jurisdiction=ng&as_of=2026-01-01"},
    {Endpoint::kIri, "iri", kLaw, "Act|Provision",
     "/akn/ng/act/2015/cybercrimes-act/eng:2024-03-01/!main~sec_24"},
    {Endpoint::kHealth, "health", kService, "Health", "/healthz"},
    {Endpoint::kReady, "ready", kService, "Ready", "/readyz"},
    {Endpoint::kMetrics, "metrics", kService, "", "/metrics"},
    {Endpoint::kOpenapi, "openapi", kService, "{object|array|string}", "/openapi.json"},
    {Endpoint::kOpenSearch, "opensearch", kService, "", "/opensearch.xml"},
    {Endpoint::kAbout, "about", kService, "", "/about"},
});

struct Tag {
  std::string_view name;
  std::string_view what;
};
constexpr auto kTags = std::to_array<Tag>({
    {kSearching, "Find provisions, count them, look up what was typed"},
    {kLaw, "One act, treaty, provision or state"},
    {kComparing, "Laws side by side, and one law on two days"},
    {kCorpus, "What is held, and the words that it is described with"},
    {kService, "The daemon itself"},
});

constexpr std::string_view kDescription =
    "What the law says about cybercrime, powers and safeguards. GET, HEAD and, where marked, "
    "POST. No key, unless the operator asks for one or gives one to those who ask often. Every "
    "answer may be read by a script of any page "
    "(Access-Control-Allow-Origin: *), names in Vary what decides its form, and says in "
    "Server-Timing what it cost; those of 1 kB and more are compressed for who takes gzip. "
    "A problem is a page for who prefers text/html. Members may be added to any object: ignore "
    "those you do not know. {handle} and {iri} hold slashes, which stay as they are.";

Json tags() {
  std::vector<Json> out;
  for (Tag const& tag : kTags) {
    out.push_back(
        Json::object({{"name", Json::text(tag.name)}, {"description", Json::text(tag.what)}}));
  }
  return Json::array(out);
}

Json request_body(EndpointInfo const& endpoint) {
  bool const lines = endpoint.posted == Posted::kLines;
  Json const text = Json::object({{"type", Json::text("string")}});
  std::string_view const example =
      lines ? "s 24(1) Cybercrimes Act\nart. 30 Ley 1042\n" : "Quien intercepte comunicaciones …";
  Json const plain = Json::object({{"schema", text}, {"example", Json::text(example)}});
  Json const form = Json::object({{"schema", form_schema(endpoint)}});
  return Json::object(
      {{"description", Json::text(lines ? "a citation a line, or a form; at most 1 MiB"
                                        : "the text, at most 100,000 bytes, or a form")},
       {"required", Json::boolean(true)},
       {"content",
        Json::object({{"text/plain", plain}, {"application/x-www-form-urlencoded", form}})}});
}

Json operation(EndpointInfo const& endpoint, bool post) {
  Operation const& about = operation_of(endpoint.endpoint);
  JsonMembers out = {{"operationId", Json::text(std::string(about.id) + (post ? "Posted" : ""))},
                     {"tags", Json::array({Json::text(about.tag)})},
                     {"summary", Json::text(endpoint.summary)},
                     {"parameters", Json::array(parameters_of(endpoint, post))}};
  if (post) {
    out.emplace_back("requestBody", request_body(endpoint));
  }
  out.emplace_back("responses", responses_of(endpoint, post));
  return Json::object(out);
}

Json path_item(EndpointInfo const& endpoint) {
  JsonMembers out = {{"get", operation(endpoint, false)}};
  if (endpoint.posted != Posted::kNothing) {
    out.emplace_back("post", operation(endpoint, true));
  }
  return Json::object(out);
}

// Both are taken everywhere and needed only where an operator says so.
Json security_schemes() {
  Json const bearer =
      Json::object({{"type", Json::text("http")}, {"scheme", Json::text("bearer")}});
  Json const header = Json::object({{"type", Json::text("apiKey")},
                                    {"in", Json::text("header")},
                                    {"name", Json::text("X-Api-Key")}});
  return Json::object({{"bearer", bearer}, {"apiKey", header}});
}

Json security() {
  Json const no_scopes = Json::array({});
  return Json::array({Json::object({}), Json::object({{"bearer", no_scopes}}),
                      Json::object({{"apiKey", no_scopes}})});
}

Json components() {
  return Json::object({{"schemas", Json::object(schemas())},
                       {"parameters", Json::object(parameter_components())},
                       {"headers", Json::object(header_components())},
                       {"responses", Json::object(response_components())},
                       {"securitySchemes", security_schemes()}});
}

Json info() {
  Json const license = Json::object(
      {{"name", Json::text("CC BY 4.0 (the data of the project; laws of others by their sources)")},
       {"identifier", Json::text("CC-BY-4.0")}});
  return Json::object({{"title", Json::text("Cyberlex")},
                       {"version", Json::text(CYBERLEX_VERSION)},
                       {"description", Json::text(kDescription)},
                       {"license", license}});
}

std::string make_document() {
  JsonMembers paths;
  for (EndpointInfo const& endpoint : endpoints()) {
    if (find_operation(endpoint.endpoint) != nullptr) {
      paths.emplace_back(endpoint.pattern, path_item(endpoint));
    }
  }
  Json const here = Json::object({{"url", Json::text("/")}});
  return Json::object({{"openapi", Json::text("3.1.0")},
                       {"info", info()},
                       {"servers", Json::array({here})},
                       {"security", security()},
                       {"tags", tags()},
                       {"paths", Json::object(paths)},
                       {"components", components()}})
             .str() +
         "\n";
}

}  // namespace

Operation const* find_operation(Endpoint endpoint) {
  auto const* const found =
      std::find_if(kOperations.begin(), kOperations.end(),
                   [endpoint](Operation const& row) { return row.endpoint == endpoint; });
  return found == kOperations.end() ? nullptr : found;
}

Operation const& operation_of(Endpoint endpoint) {
  return *find_operation(endpoint);
}

Json component(std::string_view name) {
  return Json::object({{"$ref", Json::text("#/components/" + std::string(name))}});
}

std::string const& openapi_document() {
  static std::string const document = make_document();  // the same as long as the program runs
  return document;
}

}  // namespace cyberlex::api
