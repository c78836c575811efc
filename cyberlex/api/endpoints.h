// The one table of paths: what is routed, what openapi.json describes, what a wrong path is
// compared with.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/api/accept.h"

namespace cyberlex::api {

enum class Endpoint {
  kSearch,
  kProvision,
  kActs,
  kAct,
  kConventions,
  kConvention,
  kArticle,
  kMatrix,
  kSafeguards,
  kCoverage,
  kThesaurus,
  kSuggest,
  kCitation,
  kCrosstab,
  kDiff,
  kSimilar,
  kCompare,
  kJurisdictions,
  kJurisdiction,
  kDualCriminality,
  kExport,
  kFeed,
  kIri,
  kHealth,
  kReady,
  kMetrics,
  kOpenapi,
  kOpenSearch,
  kAbout,
};

// A path parameter, "{handle}" in a pattern. A handle may hold slashes.
struct PathPart {
  std::string_view name;
  std::string_view description;
  std::string_view example;
};

// What the body of a POST becomes.
enum class Posted {
  kNothing,  // no POST
  kLines,    // text: a parameter "q" a line
  kText,     // text: one parameter "text"
};

struct EndpointInfo {
  Endpoint endpoint;
  std::string_view pattern;  // "/api/v1/acts/{handle}"
  std::string_view summary;  // one line
  std::span<PathPart const> path_parts;
  std::span<std::string_view const> controls;  // parameters beside the filters, by name
  bool filters;                      // takes every parameter of cyberlex/search/parameters.h
  Posted posted = Posted::kNothing;  // a form gives parameters in either other case
  std::span<Form const> forms = {};  // beside usual_forms(), after them
  bool only_these = false;           // no usual forms
};

std::span<EndpointInfo const> endpoints();
// usual_forms(), unless it has only its own, and its own.
std::vector<Form> forms_of(EndpointInfo const& endpoint);
EndpointInfo const& info_of(Endpoint endpoint);

// A parameter that is no filter.
struct ControlInfo {
  std::string_view name;
  std::string_view description;
  std::string_view type;    // of JSON Schema: string, integer; array: strings parted by commas
  std::string_view format;  // "date", or empty
  std::string_view example;
};
// REQUIRES: a name that an EndpointInfo holds.
ControlInfo const& control_info(std::string_view name);

// What a path asks for: the endpoint, and what stood in place of its parts.
struct PathMatch {
  Endpoint endpoint = Endpoint::kSearch;
  std::vector<std::string> parts;
};
// Nothing when no pattern fits. A trailing slash does not matter.
std::optional<PathMatch> match_path(std::string_view path);

// Patterns up to their first part, for messages.
std::vector<std::string> known_paths();

}  // namespace cyberlex::api
