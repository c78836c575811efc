#include "cyberlex/search/limb_values.h"

#include <algorithm>
#include <span>

#include "cyberlex/model/penalty.h"
#include "cyberlex/model/vocabulary.h"

namespace cyberlex {

LimbValues::LimbValues(Columns const& columns, MultiCodeColumn const& concepts)
    : columns_(columns), concepts_(concepts) {
  none_serious_ = columns.limb.serious.names.find("none");
  none_one_year_ = columns.limb.one_year.names.find("none");
  not_assessed_ = columns.limb.confidence.names.find("not-assessed");
  outside_ = columns.mapping.relation.names.find(name_of(Relation::kOutside));
  for (PenaltyKind const kind :
       {PenaltyKind::kImprisonment, PenaltyKind::kLife, PenaltyKind::kDeath,
        PenaltyKind::kSameAsPrincipal, PenaltyKind::kUnseen}) {
    prison_.push_back(columns.clause.penalty.names.find(name_of(kind)));
  }
  fine_ = columns.clause.penalty.names.find(name_of(PenaltyKind::kFine));
}

bool LimbValues::has(Param param, size_t limb) const {
  switch (param) {
    case Param::kOffence:
      return !columns_.limb.offence.row(limb).empty();
    case Param::kPower:
      return !columns_.limb.power.row(limb).empty();
    case Param::kAuthorisation:
      return !columns_.limb.authorisation.row(limb).empty();
    case Param::kConcern:
      return !columns_.limb.concern.row(limb).empty();
    case Param::kConcept:
      return !concepts_.row(limb).empty();
    case Param::kSafeguard:
      return !columns_.limb.safeguard.row(limb).empty();
    case Param::kDefence:
      return !columns_.limb.defence.row(limb).empty();
    case Param::kSerious:
      return columns_.limb.serious.codes[limb] != none_serious_;
    case Param::kOneYear:
      return columns_.limb.one_year.codes[limb] != none_one_year_;
    case Param::kConfidence:
      return columns_.limb.confidence.codes[limb] != not_assessed_ || has_clause(limb);
    default:
      return has_child(param, limb);
  }
}

bool LimbValues::has_clause(size_t limb) const {
  return columns_.limb.clause_begin[limb] < columns_.limb.clause_begin[limb + 1];
}

bool LimbValues::has_child(Param param, size_t limb) const {
  LimbColumns const& limbs = columns_.limb;
  if (info_of(param).level == Level::kMapping) {
    bool const outside_counts = param != Param::kConvention;
    for (uint32_t m = limbs.mapping_begin[limb]; m < limbs.mapping_begin[limb + 1]; ++m) {
      if (outside_counts || columns_.mapping.relation.codes[m] != outside_) {
        return true;
      }
    }
    return false;
  }
  for (uint32_t c = limbs.clause_begin[limb]; c < limbs.clause_begin[limb + 1]; ++c) {
    if (clause_has(param, c)) {
      return true;
    }
  }
  return false;
}

bool LimbValues::clause_has(Param param, size_t clause) const {
  std::span<Code const> const kinds = columns_.clause.penalty.row(clause);
  if (param == Param::kPenalty) {
    return true;
  }
  if (param == Param::kFine) {
    return std::ranges::find(kinds, fine_) != kinds.end();
  }
  return std::ranges::any_of(
      kinds, [this](Code kind) { return std::ranges::find(prison_, kind) != prison_.end(); });
}

}  // namespace cyberlex
