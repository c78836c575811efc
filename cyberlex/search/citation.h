// Citations typed as a query: "s 24 Cybercrimes Act", "art. 30 Ley 1042", "UNC 8", handles and
// IRIs.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/model/identifiers.h"
#include "cyberlex/search/vocabulary_view.h"

namespace cyberlex {

struct Citation {
  std::vector<Handle> targets;  // units that exist, at least one; several when acts share the name
  std::string label;            // "Cybercrimes Act 2015, s. 24(1)"; several are parted by "; "
};

// Reads the whole of `text` as one citation. Nothing when it is none, when the act is not held or
// has no such unit, and for an act without a unit: then it is words. What lies below the unit
// stands in the label only. In an IRI the language and the version are not read. Cost: linear in
// the text, and some look-ups.
std::optional<Citation> recognise_citation(std::string_view text, VocabularyView const& vocabulary);

}  // namespace cyberlex
