// Citations typed as a query: "s 24 Cybercrimes Act", "art. 30 Ley 1042", "UNC 8", handles and
// IRIs.
#pragma once

#include <cstddef>
#include <cstdint>
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

// Why a text leads nowhere.
enum class CitationFault : uint8_t {
  kNone,
  kNotACitation,  // no unit and no act can be made out
  kUnknownAct,    // it cites a unit, of an act that is not held under this name
  kNoSuchUnit,    // the act is held and has no such unit
};

struct CitationLookup {
  CitationFault fault = CitationFault::kNotACitation;
  Citation found;  // of kNone; a target without eId is an act as a whole
  Citation acts;   // of kNoSuchUnit: the acts that lack it
};

// The same for a text that is known to be a citation and no query: an act alone is found too, and
// what is not found says why.
CitationLookup look_up_citation(std::string_view text, VocabularyView const& vocabulary);

// Citations of units that exist and that `text` may be the beginning of, because the name of their
// act begins as it does: "s 24 cyberc". At most `most`, in the order of handles.
std::vector<Citation> complete_citation(std::string_view text, VocabularyView const& vocabulary,
                                        size_t most);

}  // namespace cyberlex
