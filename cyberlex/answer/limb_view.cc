#include "cyberlex/answer/limb_view.h"

#include <algorithm>

#include "cyberlex/model/identifiers.h"

namespace cyberlex {
namespace {

PenaltyRow row_of(PenaltyArm const& arm) {
  PenaltyRow row;
  row.kind = arm.kind;
  row.unit = arm.unit;
  if (arm.min_term) {
    row.min = arm.min_term->to_string();
  } else if (arm.min_amount) {
    row.min = decimal_string(*arm.min_amount);
  }
  if (arm.max_term) {
    row.max = arm.max_term->to_string();
  } else if (arm.max_amount) {
    row.max = decimal_string(*arm.max_amount);
  }
  return row;
}

int64_t longest_on_scale(LimbRecord const& limb) {
  return term_range(std::span<PenaltyClause const>(limb.penalties)).longest.value_or(-1);
}

int rank_of(Ternary value) {
  if (value == Ternary::kTrue) {
    return 2;
  }
  return value == Ternary::kUnknown ? 1 : 0;
}

bool graver(LimbDerived const& a, LimbDerived const& b) {
  int const left = rank_of(a.derived.value);
  int const right = rank_of(b.derived.value);
  return left != right ? left > right : longest_on_scale(*a.limb) > longest_on_scale(*b.limb);
}

void add_distinct(std::string const& value, std::vector<std::string>& out) {
  if (std::find(out.begin(), out.end(), value) == out.end()) {
    out.push_back(value);
  }
}

}  // namespace

std::vector<PenaltyRow> penalty_rows(LimbRecord const& limb) {
  std::vector<PenaltyRow> rows;
  uint32_t number = 0;
  for (PenaltyClause const& clause : limb.penalties) {
    ++number;
    size_t const first = rows.size();
    for (PenaltyArm const& arm : clause.arms) {
      rows.push_back(row_of(arm));
    }
    if (clause.arms.empty()) {
      rows.emplace_back();
      rows.back().kind = clause.relation == PenaltyRelation::kUnseen
                             ? PenaltyKind::kUnseen
                             : PenaltyKind::kSameAsPrincipal;
    }
    for (size_t i = first; i < rows.size(); ++i) {
      rows[i].limb = &limb.eid;
      rows[i].clause = &clause;
      rows[i].number = number;
    }
  }
  return rows;
}

std::optional<Derived> serious_of(LimbRecord const& limb) {
  return maximum_reaches(limb.penalties, kSeriousYears);
}

std::optional<Derived> one_year_of(LimbRecord const& limb) {
  return maximum_reaches(limb.penalties, kExtraditableYears);
}

std::string longest_term(LimbRecord const& limb) {
  int64_t const longest = longest_on_scale(limb);
  if (longest >= kLifeScale) {
    return std::string(name_of(longest == kDeathScale ? PenaltyKind::kDeath : PenaltyKind::kLife));
  }
  for (PenaltyClause const& clause : limb.penalties) {
    for (PenaltyArm const& arm : clause.arms) {
      if (arm.kind == PenaltyKind::kImprisonment && arm.max_term &&
          arm.max_term->scale() == longest) {
        return arm.max_term->to_string();
      }
    }
  }
  return {};
}

std::optional<LimbDerived> gravest(ProvisionRecord const& record) {
  std::optional<LimbDerived> best;
  for (LimbRecord const& limb : record.limbs) {
    std::optional<Derived> derived = serious_of(limb);
    if (!derived) {
      continue;
    }
    LimbDerived candidate{&limb, std::move(*derived)};
    if (!best || graver(candidate, *best)) {
      best = std::move(candidate);
    }
  }
  return best;
}

std::vector<std::string> offences_of(ProvisionRecord const& record) {
  std::vector<std::string> out;
  for (LimbRecord const& limb : record.limbs) {
    for (std::string const& offence : limb.offences) {
      add_distinct(offence, out);
    }
  }
  return out;
}

std::vector<std::string> powers_of(ProvisionRecord const& record) {
  std::vector<std::string> out;
  for (LimbRecord const& limb : record.limbs) {
    for (Power const& power : limb.powers) {
      add_distinct(power.power, out);
    }
  }
  return out;
}

std::vector<MappingRecord const*> mappings_of(ProvisionRecord const& record) {
  std::vector<MappingRecord const*> out;
  for (LimbRecord const& limb : record.limbs) {
    for (MappingRecord const& mapping : limb.mappings) {
      bool const known = std::any_of(out.begin(), out.end(),
                                     [&](MappingRecord const* other) { return *other == mapping; });
      if (!known) {
        out.push_back(&mapping);
      }
    }
  }
  return out;
}

std::string article_handle(MappingRecord const& mapping) {
  return mapping.relation == Relation::kOutside
             ? mapping.treaty + "/none"
             : to_string(Handle{mapping.treaty, mapping.article});
}

}  // namespace cyberlex
