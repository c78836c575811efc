#include "cyberlex/search/ranges.h"

#include <algorithm>
#include <utility>

#include "cyberlex/base/duration.h"
#include "cyberlex/model/penalty.h"
#include "cyberlex/text/nearest.h"

namespace cyberlex {
namespace {

// One end: its place on the scale and how it is spelt.
struct Bound {
  int64_t value = 0;
  std::string text;
  std::string unit;
};

using ReadBound = Result<Bound> (*)(std::string_view);

// The ends as written.
struct Shape {
  bool exact = false;
  std::string_view low;
  std::string_view high;
  bool low_open = false;   // ">"
  bool high_open = false;  // "<"
};

Error bad(std::string message) {
  return {ErrorCode::kBadQuery, std::move(message)};
}

bool take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) {
    return false;
  }
  text.remove_prefix(prefix.size());
  return true;
}

Shape shape_of(std::string_view text) {
  Shape shape;
  if (take(text, ">=")) {
    shape.low = text;
  } else if (take(text, "<=")) {
    shape.high = text;
  } else if (take(text, ">")) {
    shape.low = text;
    shape.low_open = true;
  } else if (take(text, "<")) {
    shape.high = text;
    shape.high_open = true;
  } else if (size_t const dots = text.find(".."); dots != std::string_view::npos) {
    shape.low = text.substr(0, dots);
    shape.high = text.substr(dots + 2);
    shape.high_open = take(shape.high, "<");
    // "4y..<": an end was announced.
    shape.exact = shape.high_open && shape.high.empty();
  } else {
    shape.low = text;
    shape.exact = true;
  }
  return shape;
}

std::string spelled(ValueRange const& range, Bound const& low, Bound const& high, bool low_open) {
  if (low_open) {
    return ">" + low.text;
  }
  if (range.low == range.high && !range.high_open && range.low) {
    return low.text;
  }
  return low.text + ".." + (range.high_open ? "<" : "") + high.text;
}

Result<FilterValue> join(Shape const& shape, Bound const& low, Bound const& high) {
  FilterValue out;
  ValueRange range;
  if (!shape.low.empty()) {
    range.low = low.value + (shape.low_open ? 1 : 0);
    range.unit = low.unit;
  }
  if (!shape.high.empty()) {
    range.high = high.value;
    range.high_open = shape.high_open;
    range.unit = high.unit;
  }
  if (range.low && range.high) {
    if (low.unit != high.unit) {
      return bad("both ends of a range need one unit, found " + low.unit + " and " + high.unit);
    }
    if (*range.low > *range.high || (range.high_open && *range.low == *range.high)) {
      return bad("nothing lies in this range: its lower end is not below its upper end");
    }
  }
  out.text = spelled(range, low, high, shape.low_open);
  out.range = std::move(range);
  return out;
}

Result<FilterValue> parse_range(std::string_view text, ReadBound read, std::string_view expected) {
  std::string const digits = ascii_digits(text);
  Shape const shape = shape_of(digits);
  bool const announced = shape.exact && shape.high_open;
  if (announced || (shape.low.empty() && shape.high.empty())) {
    return bad("expected " + std::string(expected) + ", found " + in_quotes(text));
  }
  Bound low;
  Bound high;
  for (auto const& [from, to] : {std::pair(shape.low, &low), std::pair(shape.high, &high)}) {
    if (from.empty()) {
      continue;
    }
    Result<Bound> bound = read(from);
    if (!bound) {
      return bad("expected " + std::string(expected) + ", found " + in_quotes(text));
    }
    *to = std::move(bound).value();
  }
  if (shape.exact) {
    Shape both = shape;
    both.high = shape.low;
    return join(both, low, low);
  }
  return join(shape, low, high);
}

// One part in the short form, more in ISO 8601.
std::string spelled(Duration const& term) {
  int const parts = (term.years != 0) + (term.months != 0) + (term.days != 0) + (term.hours != 0);
  if (parts == 1 && term.years != 0) {
    return std::to_string(term.years) + "y";
  }
  if (parts == 1 && term.months != 0) {
    return std::to_string(term.months) + "m";
  }
  if (parts == 0 || (parts == 1 && term.days != 0)) {
    return std::to_string(term.days) + "d";
  }
  return term.to_string();
}

Result<Bound> read_term(std::string_view text) {
  if (text == "life") {
    return Bound{kLifeScale, "life", {}};
  }
  if (text == "death") {
    return Bound{kDeathScale, "death", {}};
  }
  Result<Duration> const term = Duration::parse(text, true);
  if (!term) {
    return term.error();
  }
  return Bound{term->scale(), spelled(*term), {}};
}

Result<Bound> read_year(std::string_view text) {
  int64_t year = 0;
  for (char const c : text) {
    if (c < '0' || c > '9' || text.size() > 4) {
      return bad("no year");
    }
    year = year * 10 + (c - '0');
  }
  if (year == 0) {
    return bad("no year");
  }
  return Bound{year, std::to_string(year), {}};
}

Result<Bound> read_fine(std::string_view text) {
  size_t const split = std::min(text.find_first_not_of("0123456789."), text.size());
  Result<Hundredths> const amount = parse_decimal(text.substr(0, split));
  if (!amount) {
    return amount.error();
  }
  std::string unit(text.substr(split));
  if (unit.size() == 3) {
    std::transform(unit.begin(), unit.end(), unit.begin(), [](char c) {
      return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
  }
  if (!is_fine_unit(unit)) {
    return bad("no unit");
  }
  return Bound{*amount, decimal_string(*amount) + unit, unit};
}

// Whole years have a next one, so that an open end can be spelt as a closed one.
void close_years(ValueRange& range) {
  if (range.high && range.high_open) {
    *range.high -= 1;
    range.high_open = false;
  }
}

std::string spelled_years(ValueRange const& range) {
  std::string const low = range.low ? std::to_string(*range.low) : "";
  if (range.low == range.high) {
    return low;
  }
  return low + ".." + (range.high ? std::to_string(*range.high) : "");
}

}  // namespace

Result<FilterValue> parse_term_range(std::string_view text) {
  return parse_range(text, read_term,
                     "a term or a range of terms such as 4y.., ..1y, 91d..2y, 36m, >=P3Y, life");
}

Result<FilterValue> parse_year_range(std::string_view text) {
  constexpr std::string_view kExpected =
      "a year or a range of years such as 2015, 2000..2015, ..1999";
  Result<FilterValue> out = parse_range(text, read_year, kExpected);
  if (out) {
    close_years(*out->range);
    if (out->range->low.value_or(1) > 9999 || out->range->high.value_or(1) < 1) {
      return bad("expected " + std::string(kExpected) + ", found " + in_quotes(text));
    }
    out->text = spelled_years(*out->range);
  }
  return out;
}

Result<FilterValue> parse_fine_range(std::string_view text) {
  return parse_range(text, read_fine,
                     "an amount with its unit, or a range, such as 5000000NGN.., ..100day-fine, "
                     "10USD..50USD");
}

std::string ascii_digits(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size(); ++at) {
    auto const lead = static_cast<unsigned char>(text[at]);
    auto const last = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0U;
    bool const arabic = lead == 0xD9 && last >= 0xA0 && last <= 0xA9;
    bool const persian = lead == 0xDB && last >= 0xB0 && last <= 0xB9;
    if (arabic || persian) {
      out += static_cast<char>('0' + (last & 0x0F));
      ++at;
    } else {
      out += text[at];
    }
  }
  return out;
}

}  // namespace cyberlex
