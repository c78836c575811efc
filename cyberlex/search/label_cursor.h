// Documents that have a label of a concept: its words in their order, near each other.
#pragma once

#include <string>
#include <vector>

#include "cyberlex/search/posting_tree.h"
#include "cyberlex/search/word_group.h"

namespace cyberlex {

// From one word of a label to the next, at most: side by side is 1.
inline constexpr uint32_t kLabelDistance = 3;

// The words of a label as stems of one language.
struct LabelStems {
  std::string language;
  std::vector<std::string> stems;  // not empty
};

// What to mark of a concept: whatever of these a text has.
struct LabelMarker {
  std::vector<LabelStems> labels;
};

// Scored as one term of the given rarity: its frequency is that of a single word's stem, or else
// the number of places. REQUIRES: the index has every stem in that language. Throws ReaderDamaged
// and SearchStopped.
CursorPtr make_label_cursor(Lexicon const& lexicon, LabelStems const& label, double rarity);

}  // namespace cyberlex
