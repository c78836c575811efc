// What the words of a citation say, before anybody knows whether it exists.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/model/act.h"

namespace cyberlex {

// A unit as cited.
struct CitedUnit {
  std::optional<ProvisionKind> kind;  // when a word for it was typed
  std::string number;                 // folded: "24", "263a", "7-bis"
  std::vector<std::string> below;     // "1", "a", "note 2"; from the outside in
};

// One way of parting a text into a unit and the name of an act.
struct CitationReading {
  CitedUnit unit;
  std::vector<std::string> name;  // folded words, not empty; brackets are words of their own
};

// Every way, the likelier first: the unit stands before the name (with what lies below it before or
// behind), or after it. "Art. 1 Abs. 1 GG", "inciso 2 del artículo 30 de la Ley 1042",
// "تبصره ۲ ماده ۳ …", "UNC 7.1", "artículo 1º". Names are not looked up. Cost: linear in the text.
std::vector<CitationReading> citation_readings(std::string_view text);

// Words that stand between a unit and the name of its act: "of", "the", "de", "la", "از".
bool is_connective(std::string_view word);

}  // namespace cyberlex
