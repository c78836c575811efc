// What changed between the texts of two states of one provision, block by block.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cyberlex/index/document.h"
#include "cyberlex/text/word_diff.h"

namespace cyberlex {

// A state as it was read; a provision that did not stand has no texts, no limbs and no document.
struct DiffState {
  std::optional<DocNum> doc;
  ProvisionRecord record;
  std::vector<StateText> texts;  // texts[i] belongs to record.texts[i]
};

// One block. A block that one state lacks is inserted or deleted whole.
struct BlockDiff {
  EId eid;
  uint8_t depth = 0;
  std::string label;         // as printed after, or before when the block is gone
  std::string label_before;  // when another one was printed before; else empty
  WordDiff words;
};

// One side of a text: what it is.
struct DiffedText {
  TextKind kind = TextKind::kOfficial;
  Date version_date;
};

// Two texts of one language; a text that one state lacks is inserted or deleted whole.
struct TextDiff {
  std::string language;
  std::optional<DiffedText> before;
  std::optional<DiffedText> after;
  WordDiff heading;
  std::vector<BlockDiff>
      blocks;             // in the order of the text after; what is gone stands in its place
  uint64_t inserted = 0;  // words, the heading's among them
  uint64_t deleted = 0;

  bool changed() const;
};

// Texts of one language and kind belong together, then those of one language; blocks of one eId
// (the first with the first). Only of these languages (empty: all), and of a portion only the
// blocks in it, without the heading.
std::vector<TextDiff> diff_texts(DiffState const& before, DiffState const& after,
                                 std::vector<std::string> const& languages, EId const& portion);

}  // namespace cyberlex
