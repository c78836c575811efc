// Penalties in running text: terms of imprisonment, life, death, fines, day-fines.
//
// The method is a grammar over the closed vocabulary of sanctions of a language (en, es, fa, de): a
// run of such words in one sentence that holds a word of punishment is read as one clause, and
// counts when something in the sentence says that it is imposed ("shall be liable", "será
// castigado", "wird bestraft") and nothing that it is only spoken of (limitation periods, sentences
// already passed, suspension, thresholds). docs/suggested.md says what it leaves out.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/base/duration.h"

namespace cyberlex {

enum class RecognisedKind : uint8_t { kImprisonment, kLife, kDeath, kFine, kDayFine };

// How the arms of a clause are joined, when the wording says it. kUnknown also for one arm alone:
// others may stand where the recogniser does not look.
enum class RecognisedRelation : uint8_t { kUnknown, kOr, kOrBoth, kAnd, kAndOr };

// One kind of punishment. A flat value has min == max; what the wording does not say is absent.
struct RecognisedArm {
  RecognisedKind kind = RecognisedKind::kImprisonment;
  std::optional<Duration> min_term;
  std::optional<Duration> max_term;
  std::optional<int64_t> min_amount;  // hundredths
  std::optional<int64_t> max_amount;
  // ISO 4217 where the wording names one currency ("NGN", "EUR"), "day-fine", or the word that
  // stands there ("peso", "UR").
  std::string unit;
  bool operator==(RecognisedArm const&) const = default;
};

struct RecognisedPenalty {
  uint32_t begin = 0;  // bytes in the text: [begin, end)
  uint32_t end = 0;
  RecognisedRelation relation = RecognisedRelation::kUnknown;
  std::vector<RecognisedArm> arms;  // at least one
  bool operator==(RecognisedPenalty const&) const = default;
};

// What one reading of a text gives: the clauses, and the sentences that speak of crime or
// punishment at all (a word of punishment, or "commits an offence").
struct PenaltyReading {
  std::vector<RecognisedPenalty> clauses;  // by place, disjoint
  bool speaks_of_offence = false;
};

std::span<std::string_view const> penalty_languages();

// Thread rule: one object, one thread.
class PenaltyRecogniser {
 public:
  // Of another language nothing is recognised.
  explicit PenaltyRecogniser(std::string_view language);
  ~PenaltyRecogniser();
  PenaltyRecogniser(PenaltyRecogniser&&) noexcept;
  PenaltyRecogniser& operator=(PenaltyRecogniser&&) noexcept;

  // Any bytes. Linear but for a constant window a run.
  PenaltyReading read(std::string_view text);
  // The clauses that the words spell, imposed or not: of the span of a clause, that clause.
  std::vector<RecognisedPenalty> spelled(std::string_view text);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cyberlex
