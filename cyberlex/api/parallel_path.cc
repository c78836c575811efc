#include "cyberlex/api/parallel_path.h"

#include <algorithm>

#include "cyberlex/answer/find_unit.h"
#include "cyberlex/api/iri.h"
#include "cyberlex/api/target.h"
#include "cyberlex/model/parallel.h"

namespace cyberlex::api {
namespace {

std::optional<std::string> own_handle_path(PathMatch const& match, Generation const& generation) {
  auto const handle = parse_handle(match.parts.front());
  if (!handle || generation.find_act(handle->act) != nullptr) {
    return std::nullopt;
  }
  auto const own = resolve_parallel(generation, *handle);
  if (!own) {
    return std::nullopt;
  }
  std::string const root = own->eid.empty() ? "/api/v1/acts/" : "/api/v1/provisions/";
  return root + to_string(*own);
}

// What stands between the work's IRI and the portion stays: language and day are the same.
std::optional<std::string> own_iri_path(std::string_view path, Work const& work,
                                        ParallelNumbering const& parallel) {
  std::string const suffix(suffix_of(path));
  path.remove_suffix(suffix.size());
  if (!path.starts_with(parallel.iri + "/") && path != parallel.iri) {
    return std::nullopt;
  }
  std::string const rest(path.substr(parallel.iri.size()));
  size_t const portion = rest.rfind('~');
  if (portion == std::string::npos) {
    return work.iri + rest + suffix;
  }
  auto const other = EId::parse(std::string_view(rest).substr(portion + 1));
  auto const own = other ? from_parallel(parallel, *other) : std::nullopt;
  if (!own) {
    return std::nullopt;
  }
  return work.iri + rest.substr(0, portion + 1) + own->text() + suffix;
}

// The work that is held goes before a numbering of the same name, as among handles.
bool holds_iri(Generation const& generation, std::string const& iri) {
  return std::any_of(generation.acts().begin(), generation.acts().end(),
                     [&iri](ActRecord const& act) { return act.work.iri == iri; });
}

std::optional<std::string> own_iri_path(std::string_view path, Generation const& generation) {
  for (ActRecord const& act : generation.acts()) {
    for (ParallelNumbering const& parallel : act.work.parallel) {
      auto found = own_iri_path(path, act.work, parallel);
      if (found && !holds_iri(generation, parallel.iri)) {
        return found;
      }
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> own_path(PathMatch const& match, Request const& request,
                                    Generation const& generation) {
  std::optional<std::string> path;
  if (match.endpoint == Endpoint::kIri) {
    path = own_iri_path(request.path, generation);
  } else if (match.endpoint == Endpoint::kProvision || match.endpoint == Endpoint::kAct) {
    path = own_handle_path(match, generation);
  }
  return path ? std::optional(make_url(*path, request.query)) : std::nullopt;
}

}  // namespace cyberlex::api
