// A state: what is held of its law, where it stands towards each treaty, what courts said of it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cyberlex/answer/answers.h"
#include "cyberlex/answer/corpus_coverage.h"
#include "cyberlex/answer/standing.h"
#include "cyberlex/index/reader.h"

namespace cyberlex {

// Where it stands towards a treaty that is held.
struct JurisdictionTreaty {
  ActNum treaty = 0;
  TreatyStanding standing;
  std::vector<StandingChange const*> changes;  // of the generation; until the day, ascending
};

struct JurisdictionDecision {
  ActNum act = 0;
  Decision const* decision = nullptr;  // of the generation
};

// Limbs in force with an offence that were assessed as outside every treaty that any row names, and
// the provisions they stand in: what `article=none` of a search finds. `offences`: all such limbs.
struct Overreach {
  uint64_t provisions = 0;
  uint64_t limbs = 0;
  uint64_t offences = 0;
};

struct JurisdictionAnswer {
  std::shared_ptr<Generation const> generation;
  Date as_of;
  std::string code;
  ActListAnswer acts;                           // the first kActsPerPage, and how many there are
  std::vector<JurisdictionTreaty> treaties;     // every treaty held, in its order
  std::vector<JurisdictionDecision> decisions;  // dated at or before the day
  Overreach overreach;
  CoverageAnswer coverage;  // of this state only
};
// A state of which no law is held has its standings. kBadQuery with `where` for a code that is no
// state; kDamaged when a record cannot be read. Cost: that of answer_coverage().
Result<JurisdictionAnswer> answer_jurisdiction(IndexReader const& reader, std::string const& code,
                                               Date as_of);

struct JurisdictionSummary {
  std::string code;
  uint64_t acts = 0;
  uint64_t provisions = 0;  // that stood on the day, any status
  uint64_t limbs = 0;       // of them, with facts
  Overreach overreach;
  std::vector<JurisdictionTreaty> treaties;
};
struct JurisdictionsAnswer {
  std::shared_ptr<Generation const> generation;
  Date as_of;
  std::vector<JurisdictionSummary> jurisdictions;  // of which law is held, by code
};
// Cost: the columns of all documents; reads no record.
JurisdictionsAnswer answer_jurisdictions(std::shared_ptr<Generation const> generation, Date as_of);

}  // namespace cyberlex
