// The taxonomy as it is shown and exported: concepts with labels in every language.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/index/generation.h"

namespace cyberlex {

struct ThesaurusRequest {
  std::vector<std::string> schemes;  // empty: all
  std::string concept_id;            // empty: all
};

struct ThesaurusEntry {
  Concept const* entry = nullptr;  // of the generation
  std::vector<std::string> narrower;
};

struct ThesaurusAnswer {
  std::shared_ptr<Generation const> generation;
  ThesaurusRequest request;
  std::vector<ThesaurusEntry> concepts;  // by scheme and id
};

// kBadQuery with `where` for a scheme or a concept that is none; the message offers the nearest.
Result<ThesaurusAnswer> answer_thesaurus(std::shared_ptr<Generation const> generation,
                                         ThesaurusRequest const& request);

// Schemes of the taxonomy, sorted.
std::vector<std::string> schemes_of(Taxonomy const& taxonomy);

}  // namespace cyberlex
