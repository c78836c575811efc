// What is shown of limbs: penalties a row an arm, derived answers, and lists gathered over a
// provision.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cyberlex/index/document.h"

namespace cyberlex {

// UNC 2(h) and UNTOC 2(b): a serious crime has a maximum of four years or more. Budapest 24: one
// year.
inline constexpr int kSeriousYears = 4;
inline constexpr int kExtraditableYears = 1;

// One arm of one clause, its bounds as they are written: ISO 8601 durations or decimal amounts with
// a unit. A clause without arms (same-as-principal) is one row. Lifetime: not longer than the limb
// it came from.
struct PenaltyRow {
  EId const* limb = nullptr;
  PenaltyClause const* clause = nullptr;
  uint32_t number = 0;  // of the clause in its limb, from 1
  PenaltyKind kind = PenaltyKind::kImprisonment;
  std::string min;  // empty: none stated
  std::string max;
  std::string unit;  // of an amount
};
std::vector<PenaltyRow> penalty_rows(LimbRecord const& limb);

// The test for a maximum, as the filters `serious` and `one_year` see it; nothing without a
// penalty.
std::optional<Derived> serious_of(LimbRecord const& limb);
std::optional<Derived> one_year_of(LimbRecord const& limb);

// The longest term of any clause as it is written, "life" or "death"; empty when none is stated.
std::string longest_term(LimbRecord const& limb);

// The gravest answer of a provision's limbs (true, then unknown, then false; among equals the
// longest term, then the first), and the limb that gave it.
struct LimbDerived {
  LimbRecord const* limb = nullptr;
  Derived derived;
};
std::optional<LimbDerived> gravest(ProvisionRecord const& record);

// Distinct concepts over the limbs, in the order of the text.
std::vector<std::string> offences_of(ProvisionRecord const& record);
std::vector<std::string> powers_of(ProvisionRecord const& record);

// Distinct mappings over the limbs: one made for a whole section stands once, not once a limb.
std::vector<MappingRecord const*> mappings_of(ProvisionRecord const& record);

// "unc/7", "unc/art_7__para_1"; "unc/none" for an assessment as outside.
std::string article_handle(MappingRecord const& mapping);

}  // namespace cyberlex
