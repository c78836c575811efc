// Phrases, NEAR and ADJ, same sentence, same paragraph: checks of positions on documents that have
// the words.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cyberlex/search/position_reader.h"
#include "cyberlex/search/posting_tree.h"
#include "cyberlex/search/query.h"
#include "cyberlex/search/word_group.h"

namespace cyberlex {

// The places of the last operand up to which one place can be chosen of every operand so that
// neighbours in the list stand within `distance` words: 1 = side by side, counted between their
// nearest ends. Places that overlap do not count; `ordered` asks that the left one comes first.
// REQUIRES: not empty.
Places chain(std::span<Places const> operands, uint32_t distance, bool ordered);
// True when there is one.
bool chained(std::span<Places const> operands, uint32_t distance, bool ordered);

// True when one unit holds a place of every operand. A unit ends with each of the positions `ends`
// (ascending); what follows the last one is a unit too.
bool share_unit(std::span<Places const> operands, std::span<uint32_t const> ends);

// How operands must stand to each other.
struct Arrangement {
  enum class Kind : uint8_t { kNear, kSentence, kParagraph };
  Kind kind = Kind::kNear;
  uint32_t distance = 0;
  bool ordered = false;
};

// One operand: a word group, or a phrase.
struct Operand {
  std::optional<WordGroup> group;
  PhraseNode phrase;  // when there is no group
};

// Documents in which the words stand in a row, in one language. Scored as one term: its frequency
// is the number of places, its rarity that of its rarest word.
CursorPtr make_phrase_cursor(Lexicon const& lexicon, PhraseNode const& phrase);

// Documents in which the operands stand so, in one language. Scores of the operands add up.
CursorPtr make_proximity_cursor(Lexicon const& lexicon, std::span<Operand const> operands,
                                Arrangement arrangement);

}  // namespace cyberlex
