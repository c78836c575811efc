// The one table of parameters: names, what they hold on, which values they take. HTTP, the command
// line, the fields of the query language and the facets all read it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace cyberlex {

enum class Param : uint8_t {
  kJurisdiction,
  kAct,
  kRank,
  kYear,
  kLang,
  kStatus,
  kText,
  kClass,
  kParty,
  kSuggested,
  kSuggestedPenalty,
  kSuggestedPrison,
  kOffence,
  kPower,
  kAuthorisation,
  kConcern,
  kConcept,
  kSafeguard,
  kDefence,
  kSerious,
  kOneYear,
  kPenalty,
  kPrison,
  kPrisonMin,
  kFine,
  kConfidence,
  kArticle,
  kConvention,
  kRelation,
};

inline constexpr size_t kParamCount = static_cast<size_t>(Param::kRelation) + 1;

// What a filter is tested on. A request's limb, clause and mapping filters hold on one limb; its
// clause filters on one clause of that limb, its mapping filters on one mapping of that limb.
enum class Level : uint8_t { kState, kLimb, kClause, kMapping };

// How a value is written.
enum class ValueForm : uint8_t {
  kCode,       // a value of the column's dictionary, or of a closed list
  kAssessed,   // concept:value, notification:absent
  kYearRange,  // 2015, 2000..2015, ..1999
  kTermRange,  // 4y.., ..1y, 91d..2y, 36m, 1y..<4y; ISO 8601 too; life and death as bounds
  kFineRange,  // 5000000NGN.., 200day-fine..
  kStanding,   // treaty, treaty:standing: budapest, unc:signed
};

// True when values are codes of a column, not ranges.
inline bool has_codes(ValueForm form) {
  return form == ValueForm::kCode || form == ValueForm::kAssessed;
}

struct ParamInfo {
  Param param;
  std::string_view name;
  Level level;
  ValueForm form;
  bool facet;                    // may stand in `facets`
  std::string_view description;  // one line, for help texts and openapi.json
};

std::span<ParamInfo const> parameters();
ParamInfo const& info_of(Param param);
std::optional<Param> find_parameter(std::string_view name);

}  // namespace cyberlex
