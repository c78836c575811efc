// By which names an act is cited: its titles, short titles, further names and handle, in any
// language.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cyberlex/index/document.h"
#include "cyberlex/model/identifiers.h"

namespace cyberlex {

// What a citation needs to know of an act.
struct NamedAct {
  std::string handle;
  std::string iri;
  std::string label;  // short title in the original language, else in English, else the first
  ProvisionKind unit = ProvisionKind::kSection;
  // For a parallel numbering: whose articles it numbers, and how.
  std::string stands_for;
  std::optional<ParallelNumbering> numbering;
};

// fold(), and a space for the punctuation that ASCII lacks: ، ؛ « » – — “ ” °.
std::string fold_name(std::string_view name);

// A name reduced to what makes two spellings of it the same: folded letters and digits without
// spaces and punctuation, without "no.", "n.º", "núm." before a number. "Ley N.º 1042" and "ley
// 1042" are one.
std::string name_key(std::string_view name);

// The unit that an eId names: of the act, or of the act whose articles it numbers.
Handle named_unit(NamedAct const& act, EId const& unit);

inline constexpr size_t kMostNamesakes = 50;

// Thread rule: immutable.
class ActNames {
 public:
  ActNames() = default;
  // Parallel numberings are found as acts of their own.
  explicit ActNames(std::span<ActRecord const> acts);

  // The acts of a name, in the order of handles; none when more than kMostNamesakes share it, for
  // then it names a kind of act and none of them; with or without the year of the act, what stands
  // in brackets, and a number that is not the whole of the name.
  std::vector<NamedAct const*> find(std::string_view key) const;
  // Acts of which a name begins with `key`, each once, in the order of handles; of the first `most`
  // names. Nothing for an empty key.
  std::vector<NamedAct const*> find_prefix(std::string_view key, size_t most) const;
  // Null when there is none.
  NamedAct const* find_handle(std::string_view handle) const;
  // The act whose IRI begins `iri`: the longest one, up to a "/" or the end.
  NamedAct const* find_iri(std::string_view iri) const;

 private:
  void add(NamedAct act, std::vector<std::string> keys);

  std::vector<NamedAct> acts_;                           // sorted by handle
  std::vector<std::pair<std::string, uint32_t>> names_;  // key, place in acts_; sorted
  std::vector<std::pair<std::string, uint32_t>> iris_;   // sorted
};

}  // namespace cyberlex
