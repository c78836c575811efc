// What the cells of a comparison say, in the language of the interface.
#pragma once

#include <vector>

#include "cyberlex/answer/compare.h"
#include "cyberlex/pages/source_notes.h"

namespace cyberlex::pages {

// What a row is about.
Worded compare_row_label(Wording const& wording, CompareRow const& row);

// The values of one cell; limbs that say the same stand together. Each has text with its language,
// finding, and what it rests on. REQUIRES: the notes are turned to the act of the column.
std::vector<View> compare_values(Wording const& wording, SourceNotes& notes,
                                 CompareColumn const& column, CompareRow const& row,
                                 CompareCell const& cell);

}  // namespace cyberlex::pages
