// Joins what is known about a law to its text: Act x Annotations x Concordances -> AnnotatedAct.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cyberlex/base/diagnostics.h"
#include "cyberlex/model/annotation.h"
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
};

// The eIds on which facts and mappings may hang, ascending: units and what lies in them. Containers
// hold no facts, and a unit whose eId had to be told apart by its container has no handle of its
// own.
std::vector<EId> citable_eids(Act const& act);

// Which units and limbs exist, of all acts: to check selectors and articles against.
class KnownProvisions {
 public:
  void add(Act const& act);
  bool has_act(std::string const& handle) const;
  bool has(std::string const& handle, EId const& eid) const;

 private:
  std::map<std::string, std::vector<EId>> by_act_;  // sorted
};

// Replaces inheriting expressions by whole ones (each unit of the later replaces the unit of the
// same eId, new ones go after `insert_after`). Faults (no such version, unit, place) are errors.
void resolve_inheritance(Act& act, Diagnostics& diagnostics);

// Joins. Every selector that matches nothing, concept that does not exist, source that is not
// described, limb that nests, interval that overlaps, mapping row that repeats or contradicts
// another is an error.
AnnotatedAct annotate(Act act, Annotations const* annotations,
                      std::vector<Concordance const*> const& concordances, Taxonomy const& taxonomy,
                      KnownProvisions const& known, Diagnostics& diagnostics);

}  // namespace cyberlex
