// What a heading of a Legalize file says: "Artículo 39-BIS", "§ 8a Verfahren", "Zweiter Abschnitt -
// Dienst".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "cyberlex/model/eid.h"
#include "cyberlex/model/vocabulary.h"

namespace cyberlex {

// Where a heading puts what follows. kOther: it has no word that would tell; its place among the
// headings decides.
enum class HeadingRole : uint8_t { kContainer, kUnit, kOther };

struct Heading {
  HeadingRole role = HeadingRole::kOther;
  ProvisionKind kind = ProvisionKind::kDivision;
  std::string
      num;  // "39-BIS", "8a", "2" for "Zweiter", "3-6" for a range; empty when there is none
  std::string label;      // as printed: "Artículo 39-BIS", "§§ 3 bis 6"
  std::string heading;    // the rest
  std::string run_in;     // the rest, when it is the first sentence of the text and no heading
  uint64_t left_out = 0;  // visible characters of the text that stand in none of these
  LegalStatus status = LegalStatus::kUnknown;  // kRepealed, kNotCommenced when the heading says so
};

// Classifies the text of a heading (without its "#"). `language` (ISO 639-1) decides words that are
// a unit in one language and a container in another ("Section"). The dash, colon or full stop
// between label and heading is in neither of them. Never fails. Cost: linear.
Heading classify_heading(std::string_view text, std::string_view language);

// The number in a printed label: "24A" of "24A.", "a" of "(a)", "1" of "Artículo 1º", "5-bis" of
// "Art. 5 bis".
std::string number_of_label(std::string_view label);

// True when `text` says nothing but that the provision is gone: "(weggefallen)", "Derogado.".
bool says_repealed(std::string_view text);

}  // namespace cyberlex
