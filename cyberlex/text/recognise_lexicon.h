// The words of punishment of a language, and what each says in a clause.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace cyberlex {

enum class PenaltyRole : uint8_t {
  kOther,  // no word of the vocabulary: ends a run
  kFiller,
  kYear,
  kMonth,
  kWeek,
  kDay,
  kHour,
  kPrison,
  kLife,
  kDeath,
  kFine,
  kDayFine,
  kCurrency,  // `unit` says which
  kMin,       // "not less than"
  kMax,       // "not more than"
  kFrom,
  kTo,
  kAnd,
  kOr,
  kBoth,  // "or both"
  kAndOr,
  kCue,        // says that what stands beside it is imposed
  kCueFiller,  // a cue that may stand within a clause: "the penalty of"
  kOffence,    // speaks of an offence, imposes nothing
  kBlock,      // says that it is only spoken of
  kJoint,      // joins words of a number, else a filler
  kNumber,     // made of number words and digits, never in a table
};

// Phrases parted by "|", each of words parted by spaces; the longest that fits a text is taken.
struct PenaltyPhrase {
  PenaltyRole role;
  std::string_view unit;  // of a currency
  std::string_view phrases;
};

// Empty for a language without a vocabulary.
std::span<PenaltyPhrase const> penalty_phrases(std::string_view language);

}  // namespace cyberlex
