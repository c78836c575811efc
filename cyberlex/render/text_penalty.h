// Penalties as a sentence for people.
#pragma once

#include <string>

#include "cyberlex/answer/answers.h"
#include "cyberlex/model/penalty.h"

namespace cyberlex {

// "3 years", "45 days 12 hours".
std::string term_text(Duration const& term);

// "prison up to 3 years or fine up to 7,000,000 NGN, or both"; what narrows the clause stands
// before it: "repeat (after a conviction): …", "legal person: …".
std::string clause_text(PenaltyClause const& clause);

// What a machine read into a provision, under a heading that says so; empty when there is none.
std::string suggested_text(Taxonomy const& taxonomy, Suggested const& suggested,
                           std::string const& indent);

}  // namespace cyberlex
