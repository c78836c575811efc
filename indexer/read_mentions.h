// Fields whose values are noted as mentions: eIds of the act, handles, concepts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/yaml_fields.h"

namespace cyberlex {

// Concepts of `scheme`, each at most once. REQUIRES: `key` and `scheme` are literals.
std::vector<std::string> read_concept_ids(FieldReader& fields, OwnFile& file, std::string_view key,
                                          std::string_view scheme, Need need);
// One concept of `scheme`.
std::string read_concept_id(FieldReader& fields, OwnFile& file, std::string_view key,
                            std::string_view scheme);

// eIds of provisions of `act`. REQUIRES: `key` is a literal.
std::vector<EId> read_own_eids(FieldReader& fields, OwnFile& file, std::string_view key, Need need,
                               std::string const& act);
EId read_own_eid(FieldReader& fields, OwnFile& file, std::string_view key, std::string const& act);

// Provisions as whole handles, each at most once, at most kMostNames; where `act` is not empty an
// eId is one of that act. REQUIRES: `key` is a literal.
struct HandleField {
  std::string_view key;
  std::string act;
  Held held = Held::kAlways;
};
std::vector<std::string> read_handles(FieldReader& fields, OwnFile& file, HandleField const& field);

}  // namespace cyberlex
