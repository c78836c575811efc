// Documents in groups that agree in what facets of states mostly count.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "cyberlex/index/columns.h"
#include "cyberlex/search/parameters.h"

namespace cyberlex {

// Two documents are of one group when they have the same jurisdiction, rank, year, status and
// class. There are far fewer groups than documents, so matches are counted once by group, and all
// these facets are sums over groups. Thread rule: immutable.
class StateGroups {
 public:
  explicit StateGroups(StateColumns const& state);

  // True of a parameter that has one value in a group; `party` is one, being said of a
  // jurisdiction.
  static bool covers(Param param);

  size_t size() const { return codes_.front().size(); }
  // REQUIRES: doc < documents.
  uint32_t of(DocNum doc) const { return groups_[doc]; }
  // By group, the code that all its documents have. REQUIRES: covers(param).
  std::span<Code const> codes(Param param) const { return codes_[place_of(param)]; }

 private:
  static constexpr size_t kColumns = 5;

  static size_t place_of(Param param);  // kColumns when there is none

  std::vector<uint32_t> groups_;                   // by document
  std::array<std::vector<Code>, kColumns> codes_;  // by place_of(), then by group
};

}  // namespace cyberlex
