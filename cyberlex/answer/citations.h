// Citations looked up: which provisions they name, or why they name none.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/search/citation.h"
#include "cyberlex/search/searcher.h"

namespace cyberlex {

inline constexpr size_t kMostCitations = 250;  // of one request

struct CitationsRequest {
  std::vector<std::string> texts;  // as typed
  Date as_of;
};

// What a citation names.
struct CitedThing {
  ActNum act = 0;
  // Of a provision: its state of the day, else the last before it, else the first; nothing for an
  // act as a whole.
  std::optional<ProvisionRecord> provision;
  bool stands = true;  // on the day
};

enum class CitationStatus : uint8_t {
  kFound,
  kAmbiguous,  // several acts share the name: all are listed
  kNoSuchUnit,
  kUnknownAct,
  kNotACitation,
};
std::string_view name_of(CitationStatus status);  // "found", "no-such-unit"

struct CitationEntry {
  std::string text;
  CitationStatus status = CitationStatus::kNotACitation;
  std::string label;               // of what was found: "Cybercrimes Act 2015, s. 24(1)"
  std::vector<CitedThing> things;  // of kNoSuchUnit: the acts that lack the unit
};

struct CitationsAnswer {
  std::shared_ptr<Generation const> generation;
  CitationsRequest request;
  std::vector<CitationEntry> citations;  // in the order of the request
};

// kBadQuery with `where` = "q": no citation, or more than kMostCitations.
Result<CitationsAnswer> answer_citations(Searcher const& searcher, CitationsRequest const& request);

}  // namespace cyberlex
