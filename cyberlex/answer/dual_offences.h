// The offences of one state on one day, for the comparison of dual criminality.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/answer/dual_criminality.h"

namespace cyberlex {

struct StateOffences {
  std::vector<DualOffence> offences;  // in citation order
  DualCorpus corpus;                  // without `looked`
};

// Every limb with an offence of a provision in force, and what is held of the state. Cost: the
// columns of all documents, the records of the state's documents that have limbs.
Result<StateOffences> offences_of_state(IndexReader const& reader, std::string const& state,
                                        Date day);

// True when a concept of scheme offence is `above` or lies below it.
bool lies_under(Taxonomy const& taxonomy, std::string_view concept_id, std::string_view above);

// True for attempt, participation, corporate liability and what else takes its conduct from
// another offence.
bool is_ancillary_form(Taxonomy const& taxonomy, std::string_view concept_id);

// Neither ancillary nor a statement that the limb is outside the treaty.
bool answers_to_article(MappingRecord const& row);

}  // namespace cyberlex
