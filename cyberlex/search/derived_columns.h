// Columns of limbs that are computed from the stored ones when a generation is opened.
#pragma once

#include <cstdint>
#include <vector>

#include "cyberlex/index/columns.h"
#include "cyberlex/model/annotation.h"

namespace cyberlex {

// One row a limb: the concepts of any scheme that it has, and all broader ones. It has what it is
// annotated with as offence, power, authorisation or concern, the kinds of its penalties, and the
// safeguards and defences that are present or partial.
MultiCodeColumn concept_column(Columns const& columns, Taxonomy const& taxonomy);

// One a limb: 1 when a term of imprisonment of it has no stated maximum and no other is life or
// death, so that its longest term is not known.
std::vector<uint8_t> open_limbs(Columns const& columns);

}  // namespace cyberlex
