// The words of headings in the languages of the trees, and their folded spelling.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cyberlex/model/eid.h"

namespace cyberlex {

// Lower case, Latin letters without their marks, sharp s as "ss": "SECCIÓN" -> "seccion". Other
// characters stay.
std::string fold_latin(std::string_view text);

// A word that opens a heading. REQUIRES for all: `word` is folded.
std::optional<ProvisionKind> unit_word(std::string_view word, std::string_view language);
std::optional<ProvisionKind> container_word(std::string_view word);
// "eingangsformel", "schlussformel", "preambulo": a unit without a number.
std::optional<ProvisionKind> formula_word(std::string_view word);
// "zweiter" -> 2, "primera" -> 1; 0 for any other word.
int ordinal_word(std::string_view word);
// "bis", "ter", "quater", …: what is counted in Latin behind a number.
bool is_latin_suffix(std::string_view word);

}  // namespace cyberlex
