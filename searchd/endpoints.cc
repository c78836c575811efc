#include "searchd/endpoints.h"

#include <algorithm>
#include <array>

namespace cyberlex::searchd {
namespace {

using Names = std::span<std::string_view const>;
using Parts = std::span<PathPart const>;

constexpr auto kSearchControls = std::to_array<std::string_view>(
    {"q", "as_of", "sort", "limit", "cursor", "expand", "facets", "facet_limit"});
constexpr auto kTextControls = std::to_array<std::string_view>({"as_of", "lang"});
constexpr auto kDay = std::to_array<std::string_view>({"as_of"});
constexpr auto kActsControls =
    std::to_array<std::string_view>({"jurisdiction", "as_of", "limit", "offset"});
constexpr auto kPage = std::to_array<std::string_view>({"as_of", "limit", "offset"});

constexpr auto kCoverageControls = std::to_array<std::string_view>({"jurisdiction", "as_of"});
constexpr auto kMatrixControls =
    std::to_array<std::string_view>({"convention", "jurisdiction", "as_of"});
constexpr auto kSafeguardsControls =
    std::to_array<std::string_view>({"jurisdiction", "power", "as_of"});
constexpr auto kThesaurusControls =
    std::to_array<std::string_view>({"scheme", "concept", "format"});

constexpr auto kSuggestControls = std::to_array<std::string_view>({"q", "kind", "as_of", "limit"});
constexpr auto kCitationControls = std::to_array<std::string_view>({"q", "as_of"});

constexpr auto kCrosstabControls =
    std::to_array<std::string_view>({"rows", "cols", "q", "as_of", "expand"});

constexpr PathPart kProvisionHandle{"handle", "handle of a provision or of a limb below it",
                                    "ng/cybercrimes-act-2015/sec_24"};
constexpr PathPart kActHandle{"handle", "handle of an act", "ng/cybercrimes-act-2015"};
constexpr PathPart kTreatyHandle{"handle", "handle of a treaty", "unc"};
constexpr PathPart kArticleNumber{"article", "number of an article, or the eId of a part of one",
                                  "7"};
constexpr PathPart kIriPath{"iri",
                            "FRBR IRI of a work, an expression or a portion, without \"/akn/\"",
                            "ng/act/2015/cybercrimes-act/eng:2024-03-01/!main~sec_24"};

constexpr auto kProvisionParts = std::to_array<PathPart>({kProvisionHandle});
constexpr auto kActParts = std::to_array<PathPart>({kActHandle});
constexpr auto kTreatyParts = std::to_array<PathPart>({kTreatyHandle});
constexpr auto kArticleParts = std::to_array<PathPart>({kTreatyHandle, kArticleNumber});
constexpr auto kIriParts = std::to_array<PathPart>({kIriPath});

constexpr auto kEndpoints = std::to_array<EndpointInfo>({
    {Endpoint::kSearch, "/api/v1/search", "Provisions that answer to a query and filters", Parts(),
     Names(kSearchControls), true},
    {Endpoint::kProvision, "/api/v1/provisions/{handle}", "One provision, with its text and facts",
     Parts(kProvisionParts), Names(kTextControls), false},
    {Endpoint::kActs, "/api/v1/acts", "Acts held", Parts(), Names(kActsControls), false},
    {Endpoint::kAct, "/api/v1/acts/{handle}", "One act: metadata, contents, expressions, sources",
     Parts(kActParts), Names(kDay), false},
    {Endpoint::kConventions, "/api/v1/conventions", "Treaties held", Parts(), Names(kPage), false},
    {Endpoint::kConvention, "/api/v1/conventions/{handle}", "One treaty, with its contents",
     Parts(kTreatyParts), Names(kDay), false},
    {Endpoint::kArticle, "/api/v1/conventions/{handle}/{article}",
     "One treaty article, with every provision mapped to it", Parts(kArticleParts),
     Names(kTextControls), false},
    {Endpoint::kMatrix, "/api/v1/matrix",
     "Treaty by states: how far each law answers to each article", Parts(), Names(kMatrixControls),
     false},
    {Endpoint::kSafeguards, "/api/v1/safeguards",
     "Power by safeguard: what each power has, and what that rests on", Parts(),
     Names(kSafeguardsControls), false},
    {Endpoint::kCoverage, "/api/v1/coverage",
     "What is held, how sure it is, and what is known to be missing", Parts(),
     Names(kCoverageControls), false},
    {Endpoint::kThesaurus, "/api/v1/thesaurus", "Concepts with their labels in every language",
     Parts(), Names(kThesaurusControls), false},
    {Endpoint::kSuggest, "/api/v1/suggest",
     "What a beginning may become: citations, concepts, acts, headings", Parts(),
     Names(kSuggestControls), false},
    {Endpoint::kCitation, "/api/v1/citation", "Which provisions citations name", Parts(),
     Names(kCitationControls), false, true},
    {Endpoint::kCrosstab, "/api/v1/crosstab",
     "Two facets crossed: how many provisions have each pair of values", Parts(),
     Names(kCrosstabControls), true},
    {Endpoint::kIri, "/akn/{iri}", "The act or provision that an IRI names", Parts(kIriParts),
     Names(kTextControls), false},
    {Endpoint::kHealth, "/healthz", "Whether the process is alive", Parts(), Names(), false},
    {Endpoint::kReady, "/readyz", "Whether an index is open, and which", Parts(), Names(), false},
    {Endpoint::kOpenapi, "/openapi.json", "This description", Parts(), Names(), false},
});

constexpr auto kControls = std::to_array<ControlInfo>({
    {"q", "query: words, \"phrases\", AND OR NOT, fields, citations", "string", "",
     "\"computer system\" NEAR/5 damage"},
    {"as_of", "the day on which the law is asked for; default: today in UTC", "string", "date",
     "2024-03-01"},
    {"sort", "relevance, citation, newest, oldest or severity", "string", "", "citation"},
    {"limit", "length of a page, 1 to 100; default 10", "integer", "", "25"},
    {"facet_limit",
     "values listed of a facet, those with the most provisions; 0 for all; default 100", "integer",
     "", "20"},
    {"cursor", "where the next page begins, as the page before gave it", "string", "", ""},
    {"expand", "on or off: whether words that are a label of a concept find its other labels too",
     "string", "", "off"},
    {"facets", "names of facets to count, all or none", "string", "", "jurisdiction,offence"},
    {"lang", "languages of the text (ISO 639-1); default: all that are held", "string", "", "en"},
    {"jurisdiction", "state whose law it is (ISO 3166-1 alpha-2); int for treaties", "string", "",
     "ng"},
    {"convention", "handle of a treaty", "string", "", "unc"},
    {"power", "concepts of the scheme power; default: every power", "string", "",
     "content-interception"},
    {"scheme", "concept schemes; default: all", "string", "", "safeguard"},
    {"concept", "id of one concept; default: all", "string", "", "illegal-access"},
    {"format", "json, turtle or jsonld; default json", "string", "", "turtle"},
    {"kind", "citation, concept, act or heading; default: all", "string", "", "concept"},
    {"rows", "facet whose values are the rows; required", "string", "", "jurisdiction"},
    {"cols", "facet whose values are the columns; required", "string", "", "article"},
    {"offset", "acts to skip", "integer", "", "10"},
});

constexpr std::string_view kIriRoot = "/akn/";

// What stands after `prefix`, not empty, or nothing.
std::optional<std::string> rest_after(std::string_view path, std::string_view prefix) {
  if (!path.starts_with(prefix) || path.size() == prefix.size()) {
    return std::nullopt;
  }
  return std::string(path.substr(prefix.size()));
}

std::optional<PathMatch> match_convention(std::string_view path) {
  auto const rest = rest_after(path, "/api/v1/conventions/");
  if (!rest) {
    return std::nullopt;
  }
  size_t const slash = rest->find('/');
  if (slash == std::string::npos) {
    return PathMatch{.endpoint = Endpoint::kConvention, .parts = {*rest}};
  }
  return PathMatch{.endpoint = Endpoint::kArticle,
                   .parts = {rest->substr(0, slash), rest->substr(slash + 1)}};
}

}  // namespace

std::span<EndpointInfo const> endpoints() {
  return kEndpoints;
}

EndpointInfo const& info_of(Endpoint endpoint) {
  return kEndpoints.at(static_cast<size_t>(endpoint));
}

ControlInfo const& control_info(std::string_view name) {
  return *std::find_if(kControls.begin(), kControls.end(),
                       [name](ControlInfo const& control) { return control.name == name; });
}

std::optional<PathMatch> match_path(std::string_view path) {
  while (path.size() > 1 && path.ends_with('/')) {
    path.remove_suffix(1);
  }
  for (EndpointInfo const& info : kEndpoints) {
    if (info.path_parts.empty() && info.pattern == path) {
      return PathMatch{.endpoint = info.endpoint, .parts = {}};
    }
  }
  if (auto rest = rest_after(path, "/api/v1/provisions/")) {
    return PathMatch{.endpoint = Endpoint::kProvision, .parts = {*std::move(rest)}};
  }
  if (auto rest = rest_after(path, "/api/v1/acts/")) {
    return PathMatch{.endpoint = Endpoint::kAct, .parts = {*std::move(rest)}};
  }
  if (auto rest = rest_after(path, kIriRoot)) {
    return PathMatch{.endpoint = Endpoint::kIri, .parts = {*std::move(rest)}};
  }
  return match_convention(path);
}

std::vector<std::string> known_paths() {
  std::vector<std::string> out;
  for (EndpointInfo const& info : kEndpoints) {
    std::string_view const fixed = info.pattern.substr(0, info.pattern.find('{'));
    std::string path(fixed);
    if (path.size() > 1 && path.back() == '/') {
      path.pop_back();
    }
    if (std::find(out.begin(), out.end(), path) == out.end()) {
      out.push_back(std::move(path));
    }
  }
  return out;
}

}  // namespace cyberlex::searchd
