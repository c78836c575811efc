#include "cyberlex/base/date.h"

#include <array>
#include <chrono>
#include <cstdio>

namespace cyberlex {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;
using Days = std::chrono::days;

year_month_day calendar(int32_t count) {
  return year_month_day(sys_days(Days(count)));
}

// The digits of text[at, at + count), or -1.
int digits(std::string_view text, size_t at, size_t count) {
  int value = 0;
  for (size_t i = at; i < at + count; ++i) {
    if (text[i] < '0' || text[i] > '9') {
      return -1;
    }
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

}  // namespace

Result<Date> Date::parse(std::string_view text) {
  Error const bad{ErrorCode::kBadInput,
                  "expected a date such as 2015-05-15, found \"" + std::string(text) + "\""};
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
    return bad;
  }
  int const y = digits(text, 0, 4);
  int const m = digits(text, 5, 2);
  int const d = digits(text, 8, 2);
  if (y < 1 || m < 0 || d < 0) {
    return bad;
  }
  year_month_day const ymd{std::chrono::year(y), std::chrono::month(static_cast<unsigned>(m)),
                           std::chrono::day(static_cast<unsigned>(d))};
  if (!ymd.ok()) {
    return bad;
  }
  return Date(static_cast<int32_t>(sys_days(ymd).time_since_epoch().count()));
}

Date Date::today_utc() {
  auto const now = std::chrono::floor<Days>(std::chrono::system_clock::now());
  return Date(static_cast<int32_t>(now.time_since_epoch().count()));
}

int Date::year() const {
  return static_cast<int>(calendar(days_).year());
}

std::string Date::to_string() const {
  year_month_day const ymd = calendar(days_);
  std::array<char, 32> out{};
  int const n =
      std::snprintf(out.data(), out.size(), "%04d-%02u-%02u", static_cast<int>(ymd.year()),
                    static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
  return {out.data(), static_cast<size_t>(n)};
}

}  // namespace cyberlex
