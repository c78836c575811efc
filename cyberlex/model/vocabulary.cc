#include "cyberlex/model/vocabulary.h"

#include "cyberlex/model/eid.h"
#include "cyberlex/model/names.h"
#include "cyberlex/model/penalty.h"

namespace cyberlex {

CYBERLEX_NAMES(Confidence, "verified", "recalled", "conflict")
CYBERLEX_NAMES(TextKind, "official", "official-translation", "unofficial-translation",
               "machine-translation", "restatement")
CYBERLEX_NAMES(LegalStatus, "in-force", "adopted", "not-commenced", "suspended", "repealed",
               "replaced", "lapsed", "struck-down", "unknown")
CYBERLEX_NAMES(Relation, "equivalent", "narrower", "wider", "overlaps", "ancillary", "outside")
CYBERLEX_NAMES(Standing, "none", "invited", "signatory", "party", "withdrawn")
CYBERLEX_NAMES(ProvisionClass, "not-assessed", "general", "definition", "offence", "liability",
               "power", "duty", "safeguard", "procedure", "jurisdiction", "cooperation",
               "institution", "prevention", "final")
CYBERLEX_NAMES(AssessmentValue, "present", "partial", "absent", "unclear", "elsewhere",
               "not-assessed")
CYBERLEX_NAMES(Ternary, "false", "true", "unknown")
CYBERLEX_NAMES(PenaltyKind, "imprisonment", "life", "death", "fine", "flogging", "forfeiture",
               "disqualification", "closure", "dissolution", "loss-of-services", "restitution",
               "judicial-intervention", "same-as-principal", "unseen")
CYBERLEX_NAMES(PenaltyRelation, "only", "or", "or-both", "and", "and-or", "unseen",
               "same-as-principal")
CYBERLEX_NAMES(PenaltyCondition, "base", "aggravated", "repeat", "negligent", "attempt")
CYBERLEX_NAMES(PenaltyPerson, "natural", "legal", "provider", "official")
CYBERLEX_NAMES(ProvisionKind, "book", "part", "title", "chapter", "division", "schedule", "section",
               "article", "preamble", "conclusions", "annex", "fragment", "subsection", "paragraph",
               "subparagraph", "point", "item", "note")

bool is_gone(LegalStatus status) {
  return status == LegalStatus::kRepealed || status == LegalStatus::kReplaced ||
         status == LegalStatus::kLapsed || status == LegalStatus::kStruckDown;
}

}  // namespace cyberlex
