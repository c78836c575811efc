#include "cyberlex/model/penalty.h"

#include <algorithm>
#include <array>

namespace cyberlex {
namespace {

constexpr auto kNamedUnits = std::to_array<std::string_view>(
    {"day-fine", "multiple-of-damage", "multiple-of-fine", "share-of-turnover", "lashes"});

bool is_deprivation(PenaltyKind kind) {
  return kind == PenaltyKind::kImprisonment || kind == PenaltyKind::kLife ||
         kind == PenaltyKind::kDeath;
}

std::optional<int64_t> longest_of(PenaltyArm const& arm) {
  if (arm.kind == PenaltyKind::kDeath) {
    return kDeathScale;
  }
  if (arm.kind == PenaltyKind::kLife) {
    return kLifeScale;
  }
  return arm.max_term ? std::optional(arm.max_term->scale()) : std::nullopt;
}

std::optional<int64_t> shortest_of(PenaltyArm const& arm) {
  if (arm.kind == PenaltyKind::kLife || arm.kind == PenaltyKind::kDeath) {
    return longest_of(arm);
  }
  return arm.min_term ? std::optional(arm.min_term->scale()) : std::nullopt;
}

void faults_of_arm(PenaltyArm const& arm, std::vector<std::string>& faults) {
  std::string const name(name_of(arm.kind));
  if (arm.min_term && arm.max_term && arm.max_term->scale() < arm.min_term->scale()) {
    faults.push_back(name + ": the maximum " + arm.max_term->to_string() +
                     " is below the minimum " + arm.min_term->to_string());
  }
  if (arm.min_amount && arm.max_amount && *arm.max_amount < *arm.min_amount) {
    faults.push_back(name + ": the maximum " + decimal_string(*arm.max_amount) +
                     " is below the minimum " + decimal_string(*arm.min_amount));
  }
  if (arm.kind == PenaltyKind::kImprisonment && !arm.min_term && !arm.max_term) {
    faults.push_back("imprisonment: expected min, max or flat");
  }
  if (arm.kind == PenaltyKind::kFine && !is_fine_unit(arm.unit)) {
    faults.push_back(
        "fine: expected a unit (a currency such as NGN, day-fine, multiple-of-damage, "
        "multiple-of-fine or share-of-turnover), found \"" +
        arm.unit + "\"");
  }
  if (arm.kind == PenaltyKind::kFine && !arm.min_amount && !arm.max_amount) {
    faults.push_back("fine: expected min, max or flat");
  }
}

}  // namespace

Result<Hundredths> parse_decimal(std::string_view text) {
  Error const bad{ErrorCode::kBadInput,
                  "expected an amount such as 7000000 or 0.5, found \"" + std::string(text) + "\""};
  size_t const point = std::min(text.find('.'), text.size());
  std::string_view const whole = text.substr(0, point);
  std::string_view const part = point < text.size() ? text.substr(point + 1) : std::string_view();
  bool const digits = std::all_of(text.begin(), text.end(),
                                  [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
  if (!digits || whole.empty() || whole.size() > 15 || part.size() > 2 ||
      part.find('.') != part.npos || (point < text.size() && part.empty())) {
    return bad;
  }
  Hundredths value = 0;
  for (char const c : whole) {
    value = value * 10 + (c - '0');
  }
  value *= 100;
  if (!part.empty()) {
    value += (part[0] - '0') * 10 + (part.size() > 1 ? part[1] - '0' : 0);
  }
  return value;
}

std::string decimal_string(Hundredths amount) {
  std::string out = std::to_string(amount / 100);
  int64_t const part = amount % 100;
  if (part != 0) {
    out += '.';
    out += static_cast<char>('0' + part / 10);
    if (part % 10 != 0) {
      out += static_cast<char>('0' + part % 10);
    }
  }
  return out;
}

bool is_fine_unit(std::string_view unit) {
  bool const currency = unit.size() == 3 && std::all_of(unit.begin(), unit.end(), [](char c) {
                          return c >= 'A' && c <= 'Z';
                        });
  return currency || std::find(kNamedUnits.begin(), kNamedUnits.end(), unit) != kNamedUnits.end();
}

std::vector<std::string> faults_of(PenaltyClause const& clause) {
  std::vector<std::string> faults;
  for (PenaltyArm const& arm : clause.arms) {
    faults_of_arm(arm, faults);
  }
  bool const same = clause.relation == PenaltyRelation::kSameAsPrincipal;
  if (same && !clause.arms.empty()) {
    faults.emplace_back("relation same-as-principal: expected no arms");
  }
  bool const unseen = clause.relation == PenaltyRelation::kUnseen;
  if (!same && !unseen && clause.arms.empty()) {
    faults.emplace_back("expected at least one arm (imprisonment, life, death, fine, …)");
  }
  if (clause.relation == PenaltyRelation::kOnly && clause.arms.size() > 1) {
    faults.emplace_back("relation only: expected one arm, found " +
                        std::to_string(clause.arms.size()));
  }
  bool const joins = !same && !unseen && clause.relation != PenaltyRelation::kOnly;
  if (joins && clause.arms.size() == 1) {
    faults.emplace_back("relation " + std::string(name_of(clause.relation)) +
                        ": expected two arms or more, or relation only");
  }
  if (clause.valid.empty()) {
    faults.emplace_back("the interval is empty: `to` must be after `from`");
  }
  return faults;
}

TermRange term_range(PenaltyClause const& clause) {
  return term_range(std::span(&clause, 1));
}

TermRange term_range(std::span<PenaltyClause const> clauses) {
  TermRange range;
  for (PenaltyClause const& clause : clauses) {
    for (PenaltyArm const& arm : clause.arms) {
      if (!is_deprivation(arm.kind)) {
        continue;
      }
      range.prison = true;
      std::optional<int64_t> const longest = longest_of(arm);
      std::optional<int64_t> const shortest = shortest_of(arm);
      range.open = range.open || !longest;
      range.longest =
          longest ? std::max(range.longest.value_or(*longest), *longest) : range.longest;
      range.shortest =
          shortest ? std::min(range.shortest.value_or(*shortest), *shortest) : range.shortest;
    }
  }
  return range;
}

}  // namespace cyberlex
