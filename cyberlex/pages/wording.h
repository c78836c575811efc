// What codes, days and penalties are called in the language of the interface.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "cyberlex/base/date.h"
#include "cyberlex/index/generation.h"
#include "cyberlex/model/penalty.h"
#include "cyberlex/pages/messages.h"
#include "cyberlex/search/parameters.h"

namespace cyberlex::pages {

// A text and its language (ISO 639-1), which need not be that of the page.
struct Worded {
  std::string text;
  std::string language;
};

// A text in a sentence of another direction, between U+2068 and U+2069, so that neither reorders
// the other.
std::string isolated(std::string_view text);

// Lifetime: not longer than what it was made of.
class Wording {
 public:
  Wording(Messages const& messages, Generation const& generation)
      : messages_(messages), generation_(generation) {}

  Messages const& messages() const { return messages_; }
  Generation const& generation() const { return generation_; }

  // The name of a value of an enumeration: word("status", name_of(status)). The name made readable
  // when there is no text.
  std::string word(std::string_view list, std::string_view name) const;
  // A value of a parameter, as a facet or a chosen filter shows it.
  std::string value(Param param, std::string_view value) const;
  std::string parameter(Param param) const;

  std::string country(std::string_view code) const;  // "int": treaties
  std::string language(std::string_view code) const;
  // In the language of the interface where held, else English, else the original.
  Worded title(Work const& work) const;
  Worded concept_label(std::string_view scheme, std::string_view id) const;
  // "Section 24", or the label as it is printed.
  std::string unit(ProvisionRecord const& record) const;
  // A whole number in the digits of the language; anything else as it is.
  std::string local_digits(std::string_view number) const;
  // "Budapest Convention, article 7", from "budapest/7".
  std::string article(std::string_view handle) const;

  // The day; with the Solar Hijri one beside it for the law of Iran, and for a Persian reader.
  std::string day(Date day, std::string_view jurisdiction = {}) const;
  std::string interval(Interval const& interval, std::string_view jurisdiction = {}) const;

  std::string term(Duration const& term) const;
  // A clause with all its arms, as a statute would say it.
  std::string clause(PenaltyClause const& clause) const;
  std::string arm(PenaltyArm const& arm) const;
  std::string confidence(Confidence confidence) const;

 private:
  std::string range(std::string const& min, std::string const& max) const;
  std::string amount(Hundredths amount, std::string const& unit) const;
  std::string arms(PenaltyClause const& clause) const;
  std::string range_value(std::string_view value) const;
  std::string bound(std::string_view bound) const;
  std::string any_concept(std::string_view id) const;

  Messages const& messages_;
  Generation const& generation_;
};

}  // namespace cyberlex::pages
