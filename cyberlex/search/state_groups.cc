#include "cyberlex/search/state_groups.h"

#include <map>

namespace cyberlex {

StateGroups::StateGroups(StateColumns const& state) {
  using Codes = std::array<Code, kColumns>;
  std::map<Codes, uint32_t> numbers;
  Codes last = {};
  groups_.reserve(state.from.size());
  for (DocNum doc = 0; doc < state.from.size(); ++doc) {
    Codes const codes = {state.jurisdiction.codes[doc], state.rank.codes[doc],
                         state.year.codes[doc], state.status.codes[doc], state.klass.codes[doc]};
    if (doc > 0 && codes == last) {  // neighbours mostly are of one act
      groups_.push_back(groups_.back());
      continue;
    }
    last = codes;
    auto const [found, fresh] = numbers.emplace(codes, static_cast<uint32_t>(size()));
    groups_.push_back(found->second);
    for (size_t i = 0; fresh && i < kColumns; ++i) {
      codes_[i].push_back(codes[i]);
    }
  }
}

bool StateGroups::covers(Param param) {
  return place_of(param) < kColumns;
}

size_t StateGroups::place_of(Param param) {
  switch (param) {
    case Param::kJurisdiction:
    case Param::kParty:
      return 0;
    case Param::kRank:
      return 1;
    case Param::kYear:
      return 2;
    case Param::kStatus:
      return 3;
    case Param::kClass:
      return 4;
    default:
      return kColumns;
  }
}

}  // namespace cyberlex
