// What changed between the facts of two states of one provision, limb by limb.
#pragma once

#include <string>
#include <vector>

#include "cyberlex/answer/text_diff.h"

namespace cyberlex {

// One fact that can be said in a word or a sentence. Empty before: added; empty after: removed.
struct FactChange {
  std::string
      fact;  // "status", "class", "offence", "element", "power", "threshold", "safeguard", …
  std::string of;  // what it is said of: a concept, an element, "power/safeguard"; may be empty
  std::string before;
  std::string after;
  bool operator==(FactChange const&) const = default;
};

// What changed in one limb. A clause or mapping that changed is removed and added.
struct LimbDiff {
  EId limb;
  std::vector<FactChange> facts;  // by fact, then by what it is said of
  std::vector<PenaltyClause> penalties_removed;
  std::vector<PenaltyClause> penalties_added;
  std::vector<MappingRecord> mappings_removed;
  std::vector<MappingRecord> mappings_added;

  size_t size() const;
};

struct FactDiff {
  std::vector<FactChange> facts;  // of the provision: "status", "class"
  std::vector<LimbDiff> limbs;    // those that differ
  size_t size() const;            // facts, clauses and mappings that differ
};

// Sources, confidence, notes and rationales may differ without a change of a fact. Of a portion
// only the limbs in it.
FactDiff diff_facts(DiffState const& before, DiffState const& after, EId const& portion);

}  // namespace cyberlex
