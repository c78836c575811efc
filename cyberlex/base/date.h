// Calendar days (proleptic Gregorian) and intervals of days.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "cyberlex/base/result.h"

namespace cyberlex {

// One day, as the number of days since 1970-01-01. Years 0001 to 9999.
class Date {
 public:
  constexpr Date() = default;
  constexpr explicit Date(int32_t days) : days_(days) {}

  // Strictly "YYYY-MM-DD" and a day that exists; kBadInput otherwise.
  static Result<Date> parse(std::string_view text);
  static Date today_utc();

  constexpr int32_t days() const { return days_; }
  int year() const;
  std::string to_string() const;  // "YYYY-MM-DD"

  constexpr auto operator<=>(Date const&) const = default;

 private:
  int32_t days_ = 0;
};

// Before and after every day that can be written.
inline constexpr Date kBeginningOfTime{INT32_MIN};
inline constexpr Date kEndOfTime{INT32_MAX};

// from <= day < to. An open end is kBeginningOfTime or kEndOfTime.
struct Interval {
  Date from = kBeginningOfTime;
  Date to = kEndOfTime;

  constexpr bool contains(Date day) const { return from <= day && day < to; }
  constexpr bool overlaps(Interval const& other) const {
    return from < other.to && other.from < to;
  }
  constexpr bool empty() const { return !(from < to); }
  constexpr bool operator==(Interval const&) const = default;
};

}  // namespace cyberlex
