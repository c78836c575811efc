#include "cyberlex/base/duration.h"

#include <array>

namespace cyberlex {
namespace {

constexpr int32_t kLargestPart = 100000;  // years of a sentence; keeps every sum far from overflow

Error bad_duration(std::string_view text, bool short_form) {
  return {ErrorCode::kBadInput, std::string("expected a duration such as P10Y, P91D or P45DT12H") +
                                    (short_form ? ", or 4y, 36m, 91d" : "") + ", found \"" +
                                    std::string(text) + "\""};
}

// Reads digits at `at`; false when there is none or the number is too large.
bool read_number(std::string_view text, size_t& at, int32_t& value) {
  size_t const start = at;
  value = 0;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') {
    value = value * 10 + (text[at++] - '0');
    if (value > kLargestPart) {
      return false;
    }
  }
  return at > start;
}

bool parse_short(std::string_view text, Duration& out) {
  size_t at = 0;
  int32_t value = 0;
  if (!read_number(text, at, value) || at + 1 != text.size()) {
    return false;
  }
  switch (text[at]) {
    case 'y':
      out.years = value;
      return true;
    case 'm':
      out.months = value;
      return true;
    case 'd':
      out.days = value;
      return true;
    default:
      return false;
  }
}

// The designators in their order; T stands before H.
bool parse_iso(std::string_view text, Duration& out) {
  constexpr std::string_view kDesignators = "YMDH";
  std::array<int32_t*, 4> const parts = {&out.years, &out.months, &out.days, &out.hours};
  if (text.size() < 3 || text.front() != 'P') {
    return false;
  }
  size_t at = 1;
  size_t next = 0;
  while (at < text.size()) {
    bool const time = text[at] == 'T';
    at += time ? 1 : 0;
    int32_t value = 0;
    if (!read_number(text, at, value) || at == text.size()) {
      return false;
    }
    size_t const which = kDesignators.find(text[at++]);
    if (which == std::string_view::npos || which < next || time != (which == 3)) {
      return false;
    }
    *parts[which] = value;
    next = which + 1;
  }
  return true;
}

}  // namespace

Result<Duration> Duration::parse(std::string_view text, bool short_form) {
  Duration out;
  if (parse_iso(text, out)) {
    return out;
  }
  out = Duration();
  if (short_form && parse_short(text, out)) {
    return out;
  }
  return bad_duration(text, short_form);
}

Duration Duration::of_scale(int64_t hours) {
  constexpr int64_t kDay = 24;
  constexpr int64_t kMonth = 30 * kDay;
  constexpr int64_t kYear = 360 * kDay;
  Duration out;
  if (hours % kYear != 0 && hours % kMonth == 0) {
    out.months = static_cast<int32_t>(hours / kMonth);
    return out;
  }
  out.years = static_cast<int32_t>(hours / kYear);
  out.days = static_cast<int32_t>(hours % kYear / kDay);
  out.hours = static_cast<int32_t>(hours % kDay);
  return out;
}

std::string Duration::to_string() const {
  std::string out = "P";
  auto const part = [&out](int32_t value, char designator) {
    if (value != 0) {
      out += std::to_string(value) + designator;
    }
  };
  part(years, 'Y');
  part(months, 'M');
  part(days, 'D');
  if (hours != 0) {
    out += 'T';
    part(hours, 'H');
  }
  return out == "P" ? "P0D" : out;
}

}  // namespace cyberlex
