// Joins what is known about a law to its text: Act x Annotations x Concordances -> AnnotatedAct.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cyberlex/base/diagnostics.h"
#include "cyberlex/model/annotation.h"
#include "indexer/known_acts.h"
#include "indexer/read_mappings.h"

namespace cyberlex {

// A mapping row with its concordance's head.
struct AnnotatedMapping {
  Mapping mapping;
  std::vector<Source> sources;  // resolved
  std::string author;
  std::string reviewed;
  Date date;
};

// A row of `assessed` with its concordance's head.
struct AnnotatedAssessment {
  ArticleAssessment assessment;
  std::vector<Source> sources;  // resolved
  std::string author;
  std::string reviewed;
  Date date;
};

// What is known of one unit.
struct AnnotatedUnit {
  ProvisionClass klass = ProvisionClass::kNotAssessed;
  std::vector<LimbFacts> limbs;
  std::vector<AnnotatedMapping> mappings;
};

// An act whose expressions are complete (inheritance resolved), with the facts of its units.
struct AnnotatedAct {
  Act act;
  std::map<EId, AnnotatedUnit> units;
  std::vector<AnnotatedAssessment> assessed;  // treaty articles that were looked for in it
};

// Replaces inheriting expressions by whole ones (each unit of the later replaces the unit of the
// same eId, new ones go after `insert_after`). Faults (no such version, unit, place) are errors.
void resolve_inheritance(Act& act, Diagnostics& diagnostics);

// What the files say about one act. Views: REQUIRES that they outlive the call.
struct ActFacts {
  Annotations const* annotations = nullptr;
  std::vector<Concordance const*> concordances;
};

// Joins. Every selector that matches nothing, limb that lies in another unit, rule between facts
// that is broken (check_annotations.h) and mapping that points at nothing is an error. Every
// safeguard of the taxonomy's checklist then has a row in every power, and every defence one in
// every limb with offences (of a treaty: where it has any), in the order of the checklist; further
// concepts follow by id. What nobody has looked at is kNotAssessed.
AnnotatedAct annotate(Act act, ActFacts const& facts, Taxonomy const& taxonomy,
                      KnownActs const& known, Diagnostics& diagnostics);

}  // namespace cyberlex
