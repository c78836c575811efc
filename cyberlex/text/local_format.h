// Numbers, dates, lengths of time and names as a language writes them (ICU, CLDR).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "cyberlex/base/date.h"
#include "cyberlex/base/duration.h"

namespace cyberlex {

// Which form of a sentence a number takes: "one", "two", "few", "many" or "other" (CLDR).
using PluralCategory = std::string;

// Thread rule: const calls from any thread.
class LocalFormat {
 public:
  // A BCP 47 tag: "en", "es", "fa". Digits are the language's own. REQUIRES: ICU knows the
  // language.
  explicit LocalFormat(std::string_view tag);
  LocalFormat(LocalFormat&&) noexcept;
  LocalFormat& operator=(LocalFormat&&) noexcept;
  ~LocalFormat();

  std::string number(int64_t value) const;            // "12,345", "۱۲٬۳۴۵"
  std::string decimal(std::string_view plain) const;  // of "7000000.5"; as it is when no number
  std::string date(Date day) const;                   // "15 May 2015", Gregorian
  std::string solar_hijri(Date day) const;            // the same day: "25 Ordibehesht 1394"
  std::string duration(Duration const& term) const;   // "1 year, 6 months"
  std::string country(std::string_view code) const;   // ISO 3166-1; the code when unknown
  std::string language(std::string_view code) const;  // ISO 639-1; the code when unknown
  std::string currency(std::string_view code) const;  // ISO 4217; the code when unknown
  PluralCategory plural(int64_t value) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cyberlex
