// The closed lists of words that the model, the formats and the parameters share.
//
// Every enumeration has one table of names, used to read, write, filter and label it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace cyberlex {

// How a fact is known. A conflict keeps every value.
enum class Confidence : uint8_t { kVerified, kRecalled, kConflict };

// What a text is. In the order in which one is preferred on screen.
enum class TextKind : uint8_t {
  kOfficial,
  kOfficialTranslation,
  kUnofficialTranslation,
  kMachineTranslation,
  kRestatement,
};

// Where an act or a provision stands on a day. kUnknown: the source does not say.
enum class LegalStatus : uint8_t {
  kInForce,
  kAdopted,
  kNotCommenced,
  kSuspended,
  kRepealed,
  kReplaced,
  kLapsed,
  kStruckDown,
  kUnknown,
};

// True for a status under which a provision shows only when asked for (repealed, replaced, lapsed,
// struck down).
bool is_gone(LegalStatus status);

// How a provision stands to a treaty article, read from the provision's side. kOutside: assessed,
// and nothing in that treaty answers to it.
enum class Relation : uint8_t { kEquivalent, kNarrower, kWider, kOverlaps, kAncillary, kOutside };

// A state's standing towards a treaty.
enum class Standing : uint8_t { kNone, kInvited, kSignatory, kParty, kWithdrawn };

// What a provision is for. kNotAssessed: nobody has looked.
enum class ProvisionClass : uint8_t {
  kNotAssessed,
  kGeneral,
  kDefinition,
  kOffence,
  kLiability,
  kPower,
  kDuty,
  kSafeguard,
  kProcedure,
  kJurisdiction,
  kCooperation,
  kInstitution,
  kPrevention,
  kFinal,
};

// What a provision has of a safeguard or a defence. kAbsent rests on a recorded reading; kElsewhere
// names an act that is not held; kNotAssessed: nobody has looked.
enum class AssessmentValue : uint8_t {
  kPresent,
  kPartial,
  kAbsent,
  kUnclear,
  kElsewhere,
  kNotAssessed,
};

// An answer that may be missing for a reason.
enum class Ternary : uint8_t { kFalse, kTrue, kUnknown };

// The name as it stands in files, parameters and answers ("official-translation").
std::string_view name_of(Confidence value);
std::string_view name_of(TextKind value);
std::string_view name_of(LegalStatus value);
std::string_view name_of(Relation value);
std::string_view name_of(Standing value);
std::string_view name_of(ProvisionClass value);
std::string_view name_of(AssessmentValue value);
std::string_view name_of(Ternary value);

// The value of a name, or nothing. Instantiated for the enumerations above and those of eid.h and
// penalty.h.
template <typename Enum>
std::optional<Enum> parse_name(std::string_view name);

// All names of an enumeration, in its order: for error messages and parameter lists.
template <typename Enum>
std::span<std::string_view const> names();

}  // namespace cyberlex
