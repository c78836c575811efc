// Whether a limb has a value of a parameter, whichever.
#pragma once

#include <cstddef>
#include <vector>

#include "cyberlex/index/columns.h"
#include "cyberlex/search/parameters.h"

namespace cyberlex {

// Lifetime: not longer than the columns.
class LimbValues {
 public:
  // `concepts`: see derived_columns.h.
  LimbValues(Columns const& columns, MultiCodeColumn const& concepts);

  // REQUIRES: `param` is of a level above states. To be outside a treaty is an article and a
  // relation, and no convention.
  bool has(Param param, size_t limb) const;

 private:
  bool has_clause(size_t limb) const;
  bool has_child(Param param, size_t limb) const;
  bool clause_has(Param param, size_t clause) const;

  Columns const& columns_;
  MultiCodeColumn const& concepts_;
  Code none_serious_ = 0;
  Code none_one_year_ = 0;
  Code not_assessed_ = 0;
  Code outside_ = 0;
  Code fine_ = 0;
  std::vector<Code> prison_;
};

}  // namespace cyberlex
