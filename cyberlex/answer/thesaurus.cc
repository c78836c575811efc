#include "cyberlex/answer/thesaurus.h"

#include <algorithm>

#include "cyberlex/answer/among.h"
#include "cyberlex/text/nearest.h"

namespace cyberlex {
namespace {

bool is_wanted(ThesaurusRequest const& request, std::string const& scheme) {
  return request.schemes.empty() || is_among(request.schemes, scheme);
}

Status check_schemes(std::vector<std::string> const& wanted, Taxonomy const& taxonomy) {
  std::vector<std::string> const held = schemes_of(taxonomy);
  for (std::string const& scheme : wanted) {
    if (!is_among(held, scheme)) {
      std::vector<std::string_view> const names(held.begin(), held.end());
      return Error{ErrorCode::kBadQuery,
                   "unknown scheme " + in_quotes(scheme) + Nearest(scheme).among(names).hint() +
                       "; held: " + listed(names),
                   "scheme"};
    }
  }
  return Ok{};
}

Error unknown_concept(ThesaurusRequest const& request, Taxonomy const& taxonomy) {
  Nearest nearest(request.concept_id);
  for (Concept const& each : taxonomy.concepts) {
    if (is_wanted(request, each.scheme)) {
      nearest.consider(each.id);
    }
  }
  std::vector<std::string_view> const schemes(request.schemes.begin(), request.schemes.end());
  return {ErrorCode::kBadQuery,
          "unknown concept " + in_quotes(request.concept_id) +
              (schemes.empty() ? "" : " in scheme " + listed(schemes)) + nearest.hint(),
          "concept"};
}

}  // namespace

std::vector<std::string> schemes_of(Taxonomy const& taxonomy) {
  std::vector<std::string> out;
  for (Concept const& each : taxonomy.concepts) {
    if (out.empty() || out.back() != each.scheme) {
      out.push_back(each.scheme);
    }
  }
  return out;
}

Result<ThesaurusAnswer> answer_thesaurus(std::shared_ptr<Generation const> generation,
                                         ThesaurusRequest const& request) {
  Taxonomy const& taxonomy = generation->taxonomy();
  if (Status const checked = check_schemes(request.schemes, taxonomy); !checked) {
    return checked.error();
  }
  std::map<std::pair<std::string, std::string>, std::vector<std::string>> narrower;
  for (Concept const& each : taxonomy.concepts) {
    narrower[{each.scheme, each.broader}].push_back(each.id);
  }
  ThesaurusAnswer out{generation, request, {}};
  for (Concept const& each : taxonomy.concepts) {
    bool const wanted = is_wanted(request, each.scheme) &&
                        (request.concept_id.empty() || request.concept_id == each.id);
    if (wanted) {
      out.concepts.push_back({&each, narrower[{each.scheme, each.id}]});
    }
  }
  if (out.concepts.empty() && !request.concept_id.empty()) {
    return unknown_concept(request, taxonomy);
  }
  return out;
}

}  // namespace cyberlex
