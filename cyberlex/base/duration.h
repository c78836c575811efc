// Lengths of time as laws write them, and the one scale on which terms of punishment are ordered.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "cyberlex/base/result.h"

namespace cyberlex {

// A term as written: the parts are kept, so that P12M stays twelve months. All parts >= 0.
struct Duration {
  int32_t years = 0;
  int32_t months = 0;
  int32_t days = 0;
  int32_t hours = 0;

  // ISO 8601 (P10Y, P91D, P1Y6M, P45DT12H; weeks and fractions are refused) and, when `short_form`
  // is set, what people type in a query: 4y, 36m, 91d. kBadInput otherwise.
  static Result<Duration> parse(std::string_view text, bool short_form = false);

  // A length of the scale below, in one unit where one says it exactly: years before months before
  // days; else years, days and hours. REQUIRES: 0 <= hours < kLifeScale.
  static Duration of_scale(int64_t hours);

  std::string to_string() const;  // ISO 8601; "P0D" for nothing

  // Hours on a scale of 360 days a year and 30 a month: 12 months are one year exactly and 91 days
  // exceed three months. Ordering only: the number is never shown.
  int64_t scale() const {
    return ((int64_t{years} * 360) + (int64_t{months} * 30) + days) * 24 + hours;
  }

  bool operator==(Duration const&) const = default;  // same spelling, not same length
};

// Above every term: life, and death above it.
inline constexpr int64_t kLifeScale = int64_t{1} << 40;
inline constexpr int64_t kDeathScale = (int64_t{1} << 40) + 1;

}  // namespace cyberlex
