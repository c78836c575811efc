// Where a state stood towards a treaty on a day, and what is known of it when no row holds yet.
#pragma once

#include <cstdint>
#include <string_view>

#include "cyberlex/model/act.h"

namespace cyberlex {

// What the first recorded row says about the time before it.
enum class StandingBefore : uint8_t {
  kUnknown,   // nobody has looked, or a row holds that day
  kNone,      // it begins with an invitation, a signature or an accession: nothing stood before
  kNotParty,  // it begins with being a party by ratification; whether it had signed is not recorded
};
std::string_view name_of(StandingBefore value);  // "unknown", "none", "not-party"

struct TreatyStanding {
  StandingChange const* now = nullptr;   // the row that holds that day
  StandingChange const* next = nullptr;  // the first row after the day, where none holds yet
  StandingBefore before = StandingBefore::kUnknown;
};
// Pointers into `treaty`.
TreatyStanding standing_towards(Work const& treaty, std::string_view state, Date as_of);

}  // namespace cyberlex
