// The labels of a taxonomy in one language, found in a text all at once.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/model/annotation.h"

namespace cyberlex {

// A label where it stands. `begin`, `end`: bytes of the text.
struct LabelFound {
  Concept const* of = nullptr;
  uint32_t begin = 0;
  uint32_t end = 0;
  uint32_t words = 0;     // of the label, without the small words
  uint32_t sentence = 0;  // of the text, from 0
};

struct LabelReading {
  std::vector<LabelFound> found;  // by place, then by length
  uint32_t words = 0;             // of the text, without the small words
};

// Preferred and alternative labels of the offences that have a broader concept: the
// groups at the top name chapters, not acts. A label fits where its words stand side by side in its
// order within a sentence, compared by their stems; small words ("de la", "of the") and Persian
// endings parted by ZWNJ count on neither side. Cost: one look-up a word, whatever the labels.
// Thread rule: one object, one thread. REQUIRES: the taxonomy outlives it.
class LabelTable {
 public:
  LabelTable(Taxonomy const& taxonomy, std::string_view language);
  ~LabelTable();
  LabelTable(LabelTable&&) noexcept;
  LabelTable& operator=(LabelTable&&) noexcept;

  bool empty() const;  // the taxonomy has no label in the language
  LabelReading read(std::string_view text);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cyberlex
