#include "cyberlex/api/endpoints.h"

#include <algorithm>
#include <array>

namespace cyberlex::api {
namespace {

using Names = std::span<std::string_view const>;
using Parts = std::span<PathPart const>;
using Forms = std::span<Form const>;

constexpr auto kHtmlForm = std::to_array<Form>({Form::kHtml});
constexpr auto kGridForms = std::to_array<Form>({Form::kCsv, Form::kHtml});
constexpr auto kSkosForms = std::to_array<Form>({Form::kTurtle, Form::kJsonLd, Form::kHtml});
constexpr auto kActForms = std::to_array<Form>({Form::kAkomaNtoso, Form::kJsonLd, Form::kHtml});
constexpr auto kProvisionForms = std::to_array<Form>(
    {Form::kAkomaNtoso, Form::kJsonLd, Form::kAnnotations, Form::kTimeMap, Form::kHtml});
constexpr auto kCoverageForms = std::to_array<Form>({Form::kMarkdown, Form::kHtml});
constexpr auto kAtomForm = std::to_array<Form>({Form::kAtom});
constexpr auto kJsonForm = std::to_array<Form>({Form::kJson});
constexpr auto kMetricsForm = std::to_array<Form>({Form::kMetrics});
constexpr auto kOpenSearchForm = std::to_array<Form>({Form::kOpenSearch});
constexpr auto kSuggestionsForm = std::to_array<Form>({Form::kSuggestions});

constexpr auto kSearchControls = std::to_array<std::string_view>(
    {"q", "as_of", "sort", "limit", "cursor", "expand", "facets", "facet_limit"});
constexpr auto kTextControls = std::to_array<std::string_view>({"as_of", "lang"});
constexpr auto kDay = std::to_array<std::string_view>({"as_of"});
constexpr auto kActsControls =
    std::to_array<std::string_view>({"jurisdiction", "as_of", "limit", "offset"});
constexpr auto kPage = std::to_array<std::string_view>({"as_of", "limit", "offset"});

constexpr auto kCoverageControls = std::to_array<std::string_view>({"jurisdiction", "as_of"});
constexpr auto kMatrixControls =
    std::to_array<std::string_view>({"convention", "jurisdiction", "level", "as_of", "format"});
constexpr auto kCompareControls = std::to_array<std::string_view>(
    {"item", "article", "concept", "jurisdiction", "as_of", "format"});
constexpr auto kSafeguardsControls =
    std::to_array<std::string_view>({"jurisdiction", "power", "as_of", "format"});
constexpr auto kThesaurusControls =
    std::to_array<std::string_view>({"scheme", "concept", "format"});

constexpr auto kSuggestControls =
    std::to_array<std::string_view>({"q", "kind", "as_of", "limit", "format"});
constexpr auto kCitationControls = std::to_array<std::string_view>({"q", "as_of"});

constexpr auto kCrosstabControls =
    std::to_array<std::string_view>({"rows", "cols", "q", "as_of", "expand", "format"});

constexpr auto kDiffControls = std::to_array<std::string_view>({"provision", "from", "to", "lang"});
constexpr auto kSimilarControls = std::to_array<std::string_view>(
    {"text", "provision", "lang", "jurisdiction", "act", "as_of", "limit"});

constexpr auto kDualControls =
    std::to_array<std::string_view>({"requesting", "requested", "offence", "provision", "article",
                                     "as_of", "requesting_on", "requested_on", "format"});

constexpr auto kExportControls =
    std::to_array<std::string_view>({"format", "q", "as_of", "sort", "expand"});
constexpr auto kFeedControls =
    std::to_array<std::string_view>({"q", "as_of", "limit", "cursor", "expand"});

constexpr PathPart kProvisionHandle{"handle", "handle of a provision or of a limb below it",
                                    "ng/cybercrimes-act-2015/sec_24"};
constexpr PathPart kActHandle{"handle", "handle of an act", "ng/cybercrimes-act-2015"};
constexpr PathPart kTreatyHandle{"handle", "handle of a treaty", "unc"};
constexpr PathPart kArticleNumber{"article", "number of an article, or the eId of a part of one",
                                  "7"};
constexpr PathPart kStateCode{"code", "state (ISO 3166-1 alpha-2)", "ng"};
constexpr PathPart kIriPath{"iri",
                            "FRBR IRI of a work, an expression or a portion, without \"/akn/\"",
                            "ng/act/2015/cybercrimes-act/eng:2024-03-01/!main~sec_24"};

constexpr auto kProvisionParts = std::to_array<PathPart>({kProvisionHandle});
constexpr auto kActParts = std::to_array<PathPart>({kActHandle});
constexpr auto kTreatyParts = std::to_array<PathPart>({kTreatyHandle});
constexpr auto kArticleParts = std::to_array<PathPart>({kTreatyHandle, kArticleNumber});
constexpr auto kStateParts = std::to_array<PathPart>({kStateCode});
constexpr auto kIriParts = std::to_array<PathPart>({kIriPath});

constexpr auto kEndpoints = std::to_array<EndpointInfo>({
    {Endpoint::kSearch, "/api/v1/search", "Provisions that answer to a query and filters", Parts(),
     Names(kSearchControls), true, Posted::kNothing, Forms(kHtmlForm)},
    {Endpoint::kProvision, "/api/v1/provisions/{handle}", "One provision, with its text and facts",
     Parts(kProvisionParts), Names(kTextControls), false, Posted::kNothing, Forms(kProvisionForms)},
    {Endpoint::kActs, "/api/v1/acts", "Acts held", Parts(), Names(kActsControls), false,
     Posted::kNothing, Forms(kHtmlForm)},
    {Endpoint::kAct, "/api/v1/acts/{handle}", "One act: metadata, contents, expressions, sources",
     Parts(kActParts), Names(kTextControls), false, Posted::kNothing, Forms(kActForms)},
    {Endpoint::kConventions, "/api/v1/conventions", "Treaties held", Parts(), Names(kPage), false,
     Posted::kNothing, Forms(kHtmlForm)},
    {Endpoint::kConvention, "/api/v1/conventions/{handle}", "One treaty, with its contents",
     Parts(kTreatyParts), Names(kTextControls), false, Posted::kNothing, Forms(kActForms)},
    {Endpoint::kArticle, "/api/v1/conventions/{handle}/{article}",
     "One treaty article, with every provision mapped to it", Parts(kArticleParts),
     Names(kTextControls), false, Posted::kNothing, Forms(kHtmlForm)},
    {Endpoint::kMatrix, "/api/v1/matrix",
     "Treaty by states: how far each law answers to each article", Parts(), Names(kMatrixControls),
     false, Posted::kNothing, Forms(kGridForms)},
    {Endpoint::kSafeguards, "/api/v1/safeguards",
     "Power by safeguard: what each power has, and what that rests on", Parts(),
     Names(kSafeguardsControls), false, Posted::kNothing, Forms(kGridForms)},
    {Endpoint::kCoverage, "/api/v1/coverage",
     "What is held, how sure it is, and what is known to be missing", Parts(),
     Names(kCoverageControls), false, Posted::kNothing, Forms(kCoverageForms)},
    {Endpoint::kThesaurus, "/api/v1/thesaurus", "Concepts with their labels in every language",
     Parts(), Names(kThesaurusControls), false, Posted::kNothing, Forms(kSkosForms)},
    {Endpoint::kSuggest, "/api/v1/suggest",
     "What a beginning may become: citations, concepts, acts, headings", Parts(),
     Names(kSuggestControls), false, Posted::kNothing, Forms(kSuggestionsForm)},
    {Endpoint::kCitation, "/api/v1/citation", "Which provisions citations name", Parts(),
     Names(kCitationControls), false, Posted::kLines},
    {Endpoint::kCrosstab, "/api/v1/crosstab",
     "Two facets crossed: how many provisions have each pair of values", Parts(),
     Names(kCrosstabControls), true, Posted::kNothing, Forms(kGridForms)},
    {Endpoint::kDiff, "/api/v1/diff",
     "A provision on two days, word by word and fact by fact; without days all its states", Parts(),
     Names(kDiffControls), false, Posted::kNothing, Forms(kHtmlForm)},
    {Endpoint::kSimilar, "/api/v1/similar",
     "Provisions and treaty articles near a text, with the reason", Parts(),
     Names(kSimilarControls), false, Posted::kText},
    {Endpoint::kCompare, "/api/v1/compare",
     "Provisions side by side: what each says, row by row, and where they differ", Parts(),
     Names(kCompareControls), false, Posted::kNothing, Forms(kGridForms)},
    {Endpoint::kJurisdictions, "/api/v1/jurisdictions", "States of which law is held", Parts(),
     Names(kDay), false, Posted::kNothing, Forms(kHtmlForm)},
    {Endpoint::kJurisdiction, "/api/v1/jurisdictions/{code}",
     "One state: acts held, standing towards treaties, decisions, coverage", Parts(kStateParts),
     Names(kDay), false, Posted::kNothing, Forms(kHtmlForm)},
    {Endpoint::kDualCriminality, "/api/v1/dual-criminality",
     "Whether an offence of one state is one in another: how far, on what, with which caveats",
     Parts(), Names(kDualControls), false, Posted::kNothing, Forms(kGridForms)},
    {Endpoint::kExport, "/api/v1/export", "All hits of a search as a file, whatever their number",
     Parts(), Names(kExportControls), true},
    {Endpoint::kFeed, "/feed.atom",
     "A search as an Atom feed, newest first; without words and filters what changed", Parts(),
     Names(kFeedControls), true, Posted::kNothing, Forms(kAtomForm), true},
    {Endpoint::kIri, "/akn/{iri}", "The act or provision that an IRI names", Parts(kIriParts),
     Names(kTextControls), false, Posted::kNothing, Forms(kProvisionForms)},
    {Endpoint::kHealth, "/healthz", "Whether the process is alive", Parts(), Names(), false,
     Posted::kNothing, Forms(kJsonForm), true},
    {Endpoint::kReady, "/readyz", "Whether an index is open, and which", Parts(), Names(), false,
     Posted::kNothing, Forms(kJsonForm), true},
    {Endpoint::kMetrics, "/metrics", "What the daemon counts of itself (Prometheus)", Parts(),
     Names(), false, Posted::kNothing, Forms(kMetricsForm), true},
    {Endpoint::kOpenapi, "/openapi.json", "This description", Parts(), Names(), false,
     Posted::kNothing, Forms(kJsonForm), true},
    {Endpoint::kOpenSearch, "/opensearch.xml",
     "How a browser or a reader searches here (OpenSearch 1.1)", Parts(), Names(), false,
     Posted::kNothing, Forms(kOpenSearchForm), true},
    {Endpoint::kAbout, "/about", "What this is, by which method, within which limits", Parts(),
     Names(), false, Posted::kNothing, Forms(kHtmlForm), true},
});

constexpr auto kControls = std::to_array<ControlInfo>({
    {"q", "query: words, \"phrases\", AND OR NOT, fields, citations", "string", "",
     "\"computer system\" NEAR/5 damage"},
    {"as_of", "the day on which the law is asked for; default: today in UTC", "string", "date",
     "2026-01-01"},
    {"sort", "relevance, citation, newest, oldest or severity", "string", "", "citation"},
    {"limit", "length of a page", "integer", "", "25"},
    {"facet_limit",
     "values listed of a facet, those with the most provisions; 0 for all; default 100", "integer",
     "", "20"},
    {"cursor", "where the next page begins, as the page before gave it", "string", "", ""},
    {"expand", "on or off: whether words that are a label of a concept find its other labels too",
     "string", "", "off"},
    {"facets", "names of facets to count, all or none", "array", "", "jurisdiction,offence"},
    {"lang", "languages of the text (ISO 639-1); default: all that are held", "array", "", "en"},
    {"jurisdiction", "state whose law it is (ISO 3166-1 alpha-2); int for treaties", "array", "",
     "ng"},
    {"convention", "handle of a treaty", "string", "", "unc"},
    {"item", "handles of two to eight provisions or limbs", "array", "",
     "ng/cybercrimes-act-2015/sec_24,ni/ley-1042/art_30"},
    {"article", "treaty article: everything that is mapped to it", "string", "", "unc/7"},
    {"level", "article or chapter: what a row is; default article", "string", "", "chapter"},
    {"power", "concepts of the scheme power; default: every power", "array", "",
     "content-interception"},
    {"scheme", "concept schemes; default: all", "array", "", "offence"},
    {"concept", "id of one concept; default: all", "string", "", "illegal-access"},
    {"format", "form of the answer, whatever Accept says", "string", "", ""},
    {"kind", "citation, concept, act or heading; default: all", "array", "", "concept"},
    {"rows", "facet whose values are the rows; required", "string", "", "jurisdiction"},
    {"cols", "facet whose values are the columns; required", "string", "", "article"},
    {"provision", "handle of a provision or of a limb below it", "string", "",
     "ng/cybercrimes-act-2015/sec_24"},
    {"from", "the earlier of two days", "string", "date", "2020-01-01"},
    {"to", "the later of two days; default: today in UTC", "string", "date", "2024-03-01"},
    {"act", "handles of acts", "array", "", "ng/cybercrimes-act-2015"},
    {"text", "text to compare, at most 100,000 bytes", "string", "",
     "interception of private messages"},
    {"offset", "acts to skip", "integer", "", "10"},
    {"offence", "a concept of the scheme offence, with its narrower ones", "string", "",
     "illegal-access"},
    {"requesting", "state that asks for a person or for help; required", "string", "", "ng"},
    {"requested", "state that is asked; required", "string", "", "ir"},
    {"requesting_on", "the day whose law counts in the requesting state; default: as_of", "string",
     "date", "2024-03-01"},
    {"requested_on", "the day whose law counts in the requested state; default: as_of", "string",
     "date", "2024-03-01"},
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

std::vector<Form> forms_of(EndpointInfo const& endpoint) {
  std::vector<Form> out;
  if (!endpoint.only_these) {
    std::span<Form const> const usual = usual_forms();
    out.assign(usual.begin(), usual.end());
  }
  out.insert(out.end(), endpoint.forms.begin(), endpoint.forms.end());
  return out;
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
  if (auto rest = rest_after(path, "/api/v1/jurisdictions/")) {
    return PathMatch{.endpoint = Endpoint::kJurisdiction, .parts = {*std::move(rest)}};
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

}  // namespace cyberlex::api
