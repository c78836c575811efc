// From a run of words of punishment to the arms of one clause: the grammar of
// recognise_penalties.h.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "cyberlex/text/recognise_lexicon.h"
#include "cyberlex/text/recognise_penalties.h"

namespace cyberlex {

// One word or phrase of the vocabulary, or one number.
struct PenaltyAtom {
  PenaltyRole role = PenaltyRole::kOther;
  std::string_view unit;    // of a currency
  int64_t hundredths = 0;   // of a number
  int64_t scale = 1;        // "million" behind it
  int64_t coefficient = 0;  // what stood before the scale
  bool comma = false;       // before it
  bool colon = false;       // before it
  bool bracket = false;     // an opening one before it
  bool slash = false;       // before it
  bool sentence = false;    // a sentence ended before it
  uint32_t begin = 0;       // bytes
  uint32_t end = 0;
};

// The clause that the atoms spell, with the bytes of those that matter; nothing when they spell
// none (no arm; a maximum below its minimum; a term above a hundred years). REQUIRES: one sentence,
// no atom that ends a run.
std::optional<RecognisedPenalty> spell_clause(std::span<PenaltyAtom const> atoms,
                                              std::string_view language);

// True when some arm of the clause has a term or an amount, or is life or death.
bool has_measure(RecognisedPenalty const& clause);

}  // namespace cyberlex
