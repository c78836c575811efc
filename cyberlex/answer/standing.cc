#include "cyberlex/answer/standing.h"

#include <array>

namespace cyberlex {
namespace {

// Of two rows of one day the later in the file counts, so the first of a day is no surprise.
StandingChange const* first_after(Work const& treaty, std::string_view state, Date day) {
  StandingChange const* first = nullptr;
  for (StandingChange const& change : treaty.standing) {
    bool const sooner = first == nullptr || change.from < first->from;
    if (change.state == state && change.from > day && sooner) {
      first = &change;
    }
  }
  return first;
}

StandingBefore before(StandingChange const& first) {
  switch (first.value) {
    case Standing::kInvited:
    case Standing::kSignatory:
      return StandingBefore::kNone;
    case Standing::kParty:
      return first.by == "accession" ? StandingBefore::kNone : StandingBefore::kNotParty;
    default:
      return StandingBefore::kUnknown;
  }
}

}  // namespace

std::string_view name_of(StandingBefore value) {
  static constexpr std::array<std::string_view, 3> kNames = {"unknown", "none", "not-party"};
  return kNames.at(static_cast<size_t>(value));
}

TreatyStanding standing_towards(Work const& treaty, std::string_view state, Date as_of) {
  TreatyStanding out;
  out.now = standing_on(treaty, state, as_of);
  if (out.now == nullptr) {
    out.next = first_after(treaty, state, as_of);
  }
  if (out.next != nullptr) {
    out.before = before(*out.next);
  }
  return out;
}

}  // namespace cyberlex
