// What a build may keep of the generation before: whole acts, by the key of all that their
// documents follow from.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "cyberlex/base/result.h"
#include "cyberlex/index/generation.h"

namespace cyberlex {

// What is kept for the next build of an act.
struct HeldAct {
  std::string digest;  // ActDigest of its documents
  std::string key;     // names all its record and its documents follow from, but for the
                       // environment; empty: they are never kept
  std::string notes;   // of the maker, given back with the act
  bool operator==(HeldAct const&) const = default;
};

struct HeldActs {
  std::string environment;    // names what the documents of all acts follow from
  std::vector<HeldAct> acts;  // by act number
};
std::string encode_held(HeldActs const& held);
Result<HeldActs> decode_held(std::string_view bytes);
// Of the generation in a folder.
Result<HeldActs> load_held(std::string const& folder);

// The current generation of an index, open for a build. Thread rule: immutable.
class HeldGeneration {
 public:
  // Null when there is none, or nothing of it can be kept: another environment, engine or schema,
  // or a file whose digest is not the one recorded.
  static std::shared_ptr<HeldGeneration const> open(std::string const& index_dir,
                                                    std::string const& environment);

  std::shared_ptr<Generation const> const& generation() const { return generation_; }
  // The act of this key. REQUIRES: key is not empty.
  std::optional<ActNum> find(std::string const& key) const;
  // REQUIRES (here and below): act is one of the generation's.
  HeldAct const& act(ActNum act) const { return held_.acts[act]; }
  uint32_t documents(ActNum act) const;
  uint32_t provisions(ActNum act) const;
  // The segment that has the act's documents; the first for an act that has none.
  uint32_t segment(ActNum act) const;

 private:
  std::shared_ptr<Generation const> generation_;
  HeldActs held_;
  std::unordered_map<std::string, ActNum> by_key_;
};

}  // namespace cyberlex
