// Penalties as a statute states them, and what is derived from them: terms on one scale, and the
// three-valued test for a maximum (UNC 2(h) and UNTOC 2(b): four years; Budapest 24: one year).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cyberlex/base/date.h"
#include "cyberlex/base/duration.h"
#include "cyberlex/base/result.h"
#include "cyberlex/model/eid.h"
#include "cyberlex/model/vocabulary.h"

namespace cyberlex {

enum class PenaltyKind : uint8_t {
  kImprisonment,
  kLife,
  kDeath,
  kFine,
  kFlogging,
  kForfeiture,
  kDisqualification,
  kClosure,
  kDissolution,
  kLossOfServices,
  kRestitution,
  kJudicialIntervention,  // a court takes over the running of a legal person
  kSameAsPrincipal,       // no arm of its own: the principal offence's penalty
  kUnseen,                // no arm: there is a penalty, and nobody saw it
};

// How the arms of one clause are joined.
enum class PenaltyRelation : uint8_t {
  kOnly,
  kOr,
  kOrBoth,
  kAnd,
  kAndOr,   // printed "and/or"
  kUnseen,  // other arms may join: only these were seen
  kSameAsPrincipal,
};

enum class PenaltyCondition : uint8_t { kBase, kAggravated, kRepeat, kNegligent, kAttempt };
enum class PenaltyPerson : uint8_t { kNatural, kLegal, kProvider, kOfficial };

std::string_view name_of(PenaltyKind value);
std::string_view name_of(PenaltyRelation value);
std::string_view name_of(PenaltyCondition value);
std::string_view name_of(PenaltyPerson value);

// An amount in hundredths of its unit, so that sums are exact. Units: ISO 4217, or day-fine,
// multiple-of-damage, multiple-of-fine, share-of-turnover (percent), lashes.
using Hundredths = int64_t;

// "7000000", "0.5" -> hundredths; kBadInput when it is no decimal with at most two places.
Result<Hundredths> parse_decimal(std::string_view text);
std::string decimal_string(Hundredths amount);  // no trailing zeros

// True for a unit listed above (any three capital letters count as ISO 4217).
bool is_fine_unit(std::string_view unit);

// One kind of punishment within a clause. A flat value has min == max.
struct PenaltyArm {
  PenaltyKind kind = PenaltyKind::kImprisonment;
  std::optional<Duration> min_term;  // imprisonment, disqualification, closure, loss of services
  std::optional<Duration> max_term;
  std::optional<Hundredths> min_amount;  // fine, flogging
  std::optional<Hundredths> max_amount;
  std::string unit;  // of the amounts

  bool operator==(PenaltyArm const&) const = default;
};

// One clause of the law: arms joined by one relation, for one condition and kind of person.
struct PenaltyClause {
  PenaltyRelation relation = PenaltyRelation::kOnly;
  std::vector<PenaltyArm> arms;  // empty for kSameAsPrincipal, and for kUnseen when none was seen
  PenaltyCondition condition = PenaltyCondition::kBase;
  std::string condition_note;
  PenaltyPerson person = PenaltyPerson::kNatural;
  std::string multiplier;  // "1/3": raised by that share; empty = none
  // The limb whose penalty applies, when it is one. With arms: they are that limb's.
  std::optional<EId> principal;
  std::string derived_by;  // general rule that changed the term
  Interval valid;
  Confidence confidence = Confidence::kRecalled;
  std::vector<std::string> sources;  // keys of the act's sources
  std::string note;

  bool operator==(PenaltyClause const&) const = default;
};

// True for the form that the tests of a maximum look at: base, for natural persons, not raised.
bool is_base(PenaltyClause const& clause);

// Faults that make a clause unusable (maximum below minimum, fine without unit, arms that do not
// suit the relation), each a sentence; empty when it can be ordered.
std::vector<std::string> faults_of(PenaltyClause const& clause);

// The longest and the shortest deprivation of liberty in a clause, on the scale of duration.h.
struct TermRange {
  std::optional<int64_t> shortest;  // absent: no prison arm, or no minimum stated
  std::optional<int64_t> longest;   // absent: no prison arm, or no maximum stated (see open)
  bool prison = false;              // has an arm of imprisonment, life or death
  bool open = false;                // has a minimum and no maximum
  bool operator==(TermRange const&) const = default;
};
TermRange term_range(PenaltyClause const& clause);
// Of all clauses of a limb that are given: longest over all, shortest over all.
TermRange term_range(std::span<PenaltyClause const> clauses);

// A derived answer and the rule that gave it, as a slug: "maximum", "life", "death",
// "minimum-reaches", "open-maximum", "no-imprisonment", "graver-form", "unseen",
// "same-as-principal", "conflict",
// "no-base-clause".
struct Derived {
  Ternary value = Ternary::kUnknown;
  std::string reason;
  bool operator==(Derived const&) const = default;
};

// Does the gravest base clause for natural persons (for officials, where there is none for others)
// allow at least `years`? Rules, DESIGN of the
// derivation in docs/penalties.md: a flat term is its own maximum; a minimum that reaches the mark
// without a maximum is true, a lower one unknown; life and death are true; fines, flogging and loss
// of services never by themselves; variants (aggravated, repeat, multiplier) never count;
// conflicting clauses that disagree are unknown; without a base clause the answer is false where no
// clause imprisons, or where no graver form reaches the mark. Absent when there is no clause at
// all.
std::optional<Derived> maximum_reaches(std::span<PenaltyClause const> clauses, int years);

}  // namespace cyberlex
