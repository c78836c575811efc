#include "cyberlex/text/local_format.h"

#include <unicode/calendar.h>
#include <unicode/locid.h>
#include <unicode/measfmt.h>
#include <unicode/measunit.h>
#include <unicode/measure.h>
#include <unicode/numberformatter.h>
#include <unicode/plurrule.h>
#include <unicode/smpdtfmt.h>
#include <unicode/ucurr.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <mutex>
#include <stdexcept>
#include <vector>

namespace cyberlex {
namespace {

constexpr double kMillisecondsOfDay = 86'400'000.0;

std::string utf8(icu::UnicodeString const& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

void check(UErrorCode status, char const* what) {
  if (U_FAILURE(status) != 0) {
    throw std::runtime_error(std::string("ICU: ") + what + ": " + u_errorName(status));
  }
}

std::string upper_case(std::string_view code) {
  std::string out(code);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return out;
}

// Days as the language writes them, in one calendar. Days of the model have no time of day, so the
// zone is UTC on both sides.
std::unique_ptr<icu::DateFormat> date_format(icu::Locale const& locale) {
  std::unique_ptr<icu::DateFormat> format(
      icu::DateFormat::createDateInstance(icu::DateFormat::kLong, locale));
  if (format == nullptr) {
    throw std::runtime_error("ICU: no date format");
  }
  format->adoptTimeZone(icu::TimeZone::getGMT()->clone());
  return format;
}

icu::Locale with_calendar(icu::Locale locale, char const* calendar) {
  UErrorCode status = U_ZERO_ERROR;
  locale.setKeywordValue("calendar", calendar, status);
  check(status, "calendar");
  return locale;
}

icu::number::LocalizedNumberFormatter unit_format(icu::Locale const& locale,
                                                  icu::MeasureUnit const& unit) {
  return icu::number::NumberFormatter::withLocale(locale).unit(unit).unitWidth(
      UNUM_UNIT_WIDTH_FULL_NAME);
}

constexpr size_t kMostDays = 4096;

// Formats of dates hold a calendar that changes while they work; a copy each time would cost ten
// times what the lock does. A page writes few days many times: they are kept, and forgotten all at
// once when they are many.
struct DayFormat {
  std::mutex mutex;
  std::unique_ptr<icu::DateFormat> format;
  std::map<int64_t, std::string> written;

  std::string text(Date day) {
    std::scoped_lock const lock(mutex);
    auto const found = written.find(day.days());
    if (found != written.end()) {
      return found->second;
    }
    icu::UnicodeString out;
    format->format(kMillisecondsOfDay * day.days(), out);
    if (written.size() >= kMostDays) {
      written.clear();
    }
    return written.emplace(day.days(), utf8(out)).first->second;
  }
};

}  // namespace

struct LocalFormat::State {
  icu::Locale locale;
  icu::number::LocalizedNumberFormatter numbers;
  DayFormat gregorian;
  DayFormat persian;
  std::unique_ptr<icu::PluralRules> plurals;
  std::unique_ptr<icu::MeasureFormat> measures;
  // Of one unit: years, months, days, hours. A MeasureFormat makes such a formatter for each call.
  std::array<icu::number::LocalizedNumberFormatter, 4> units;
};

LocalFormat::LocalFormat(std::string_view tag) : state_(std::make_unique<State>()) {
  UErrorCode status = U_ZERO_ERROR;
  State& state = *state_;
  state.locale = icu::Locale::forLanguageTag(
      icu::StringPiece(tag.data(), static_cast<int32_t>(tag.size())), status);
  check(status, "language tag");
  state.numbers = icu::number::NumberFormatter::withLocale(state.locale);
  state.gregorian.format = date_format(with_calendar(state.locale, "gregorian"));
  state.persian.format = date_format(with_calendar(state.locale, "persian"));
  state.plurals.reset(icu::PluralRules::forLocale(state.locale, status));
  check(status, "plural rules");
  state.measures = std::make_unique<icu::MeasureFormat>(state.locale, UMEASFMT_WIDTH_WIDE, status);
  check(status, "measures");
  state.units = {unit_format(state.locale, icu::MeasureUnit::getYear()),
                 unit_format(state.locale, icu::MeasureUnit::getMonth()),
                 unit_format(state.locale, icu::MeasureUnit::getDay()),
                 unit_format(state.locale, icu::MeasureUnit::getHour())};
}

LocalFormat::LocalFormat(LocalFormat&&) noexcept = default;
LocalFormat& LocalFormat::operator=(LocalFormat&&) noexcept = default;
LocalFormat::~LocalFormat() = default;

std::string LocalFormat::number(int64_t value) const {
  UErrorCode status = U_ZERO_ERROR;
  std::string out = utf8(state_->numbers.formatInt(value, status).toString(status));
  return U_FAILURE(status) != 0 ? std::to_string(value) : out;
}

std::string LocalFormat::decimal(std::string_view plain) const {
  UErrorCode status = U_ZERO_ERROR;
  icu::StringPiece const piece(plain.data(), static_cast<int32_t>(plain.size()));
  std::string out = utf8(state_->numbers.formatDecimal(piece, status).toString(status));
  return U_FAILURE(status) != 0 ? std::string(plain) : out;
}

std::string LocalFormat::date(Date day) const {
  return state_->gregorian.text(day);
}

std::string LocalFormat::solar_hijri(Date day) const {
  return state_->persian.text(day);
}

std::string LocalFormat::duration(Duration const& term) const {
  std::array<int32_t, 4> const counts = {term.years, term.months, term.days, term.hours};
  auto const is_some = [](int32_t count) { return count > 0; };
  if (std::count_if(counts.begin(), counts.end(), is_some) == 1) {
    auto const some = std::find_if(counts.begin(), counts.end(), is_some);
    UErrorCode status = U_ZERO_ERROR;
    auto const& unit = state_->units.at(static_cast<size_t>(some - counts.begin()));
    std::string out = utf8(unit.formatInt(*some, status).toString(status));
    return U_FAILURE(status) != 0 ? term.to_string() : out;
  }
  std::vector<icu::Measure> parts;
  UErrorCode status = U_ZERO_ERROR;
  auto const add = [&](int32_t count, icu::MeasureUnit* unit) {
    std::unique_ptr<icu::MeasureUnit> owned(unit);
    if (count > 0) {
      parts.emplace_back(icu::Formattable(count), owned.release(), status);
    }
  };
  add(term.years, icu::MeasureUnit::createYear(status));
  add(term.months, icu::MeasureUnit::createMonth(status));
  add(term.days, icu::MeasureUnit::createDay(status));
  add(term.hours, icu::MeasureUnit::createHour(status));
  if (parts.empty()) {
    parts.emplace_back(icu::Formattable(int32_t{0}), icu::MeasureUnit::createDay(status), status);
  }
  icu::UnicodeString out;
  icu::FieldPosition position(icu::FieldPosition::DONT_CARE);
  state_->measures->formatMeasures(parts.data(), static_cast<int32_t>(parts.size()), out, position,
                                   status);
  return U_FAILURE(status) != 0 ? term.to_string() : utf8(out);
}

std::string LocalFormat::country(std::string_view code) const {
  icu::UnicodeString out;
  icu::Locale("", upper_case(code).c_str()).getDisplayCountry(state_->locale, out);
  return out.isEmpty() ? std::string(code) : utf8(out);
}

std::string LocalFormat::language(std::string_view code) const {
  icu::UnicodeString out;
  icu::Locale(std::string(code).c_str()).getDisplayLanguage(state_->locale, out);
  return out.isEmpty() ? std::string(code) : utf8(out);
}

std::string LocalFormat::currency(std::string_view code) const {
  icu::UnicodeString const wide = icu::UnicodeString::fromUTF8(
      icu::StringPiece(code.data(), static_cast<int32_t>(code.size())));
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = 0;
  char16_t const* const name =
      ucurr_getName(icu::UnicodeString(wide).getTerminatedBuffer(), state_->locale.getName(),
                    UCURR_LONG_NAME, nullptr, &length, &status);
  return U_FAILURE(status) != 0 || name == nullptr ? std::string(code)
                                                   : utf8(icu::UnicodeString(name, length));
}

PluralCategory LocalFormat::plural(int64_t value) const {
  return utf8(state_->plurals->select(static_cast<double>(value)));
}

}  // namespace cyberlex
