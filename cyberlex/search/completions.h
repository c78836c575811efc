// What a person may be typing: names of concepts and of acts, by the beginning of any of their
// words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/index/generation.h"

namespace cyberlex {

enum class CompletionKind : uint8_t { kConcept, kAct };

struct Completion {
  CompletionKind kind = CompletionKind::kConcept;
  uint32_t at = 0;       // in Taxonomy::concepts, or an ActNum
  std::string text;      // the label or name that begins so; of a hidden label the preferred one
  std::string language;  // empty for a name of which none is known
};

// Thread rule: immutable. Memory: about 8 bytes a word of a name, and the names folded.
class Completions {
 public:
  // REQUIRES: `generation` outlives it. Cost: about 10 µs a name.
  explicit Completions(Generation const& generation);

  // Of names in which `typed`, folded, stands from the beginning of a word on; each concept and
  // act once, by its best name: one that begins so before one that has it further on, preferred
  // before further before hidden, the shorter first. At most `most` of the kind.
  std::vector<Completion> find(CompletionKind kind, std::string_view typed, size_t most) const;

  // Folded words with one space between them: how names and what is typed are compared.
  static std::string normal(std::string_view text);

 private:
  struct Name {
    CompletionKind kind = CompletionKind::kConcept;
    uint32_t at = 0;
    uint8_t rank = 0;  // preferred, alternative, hidden
    std::string language;
    std::string shown;
    std::string folded;
  };
  struct Place {  // of a word in a name
    uint32_t name = 0;
    uint32_t offset = 0;
  };

  void add_concepts(Generation const& generation);
  void add_acts(Generation const& generation);
  void add(Name name, std::string_view spelt);
  std::string_view rest(Place place) const {
    return std::string_view(names_[place.name].folded).substr(place.offset);
  }

  std::vector<Name> names_;
  std::vector<Place> places_;  // sorted by the rest of the name from there on
};

}  // namespace cyberlex
