// The labels of the taxonomy's concepts as sequences of words, and where a query has one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/model/annotation.h"
#include "cyberlex/search/loose_labels.h"
#include "cyberlex/search/query_words.h"

namespace cyberlex {

// In the order in which one goes before another.
enum class LabelKind : uint8_t { kPreferred, kAlternative, kHidden };

// One spelling of a label: words that ZWNJ joins stand whole, or in their parts.
struct LabelForm {
  std::vector<std::string> words;  // folded
  std::vector<std::string> stems;  // of its language; as many
};

struct ConceptLabel {
  uint32_t concept_at = 0;  // in Taxonomy::concepts
  LabelKind kind = LabelKind::kPreferred;
  std::string language;
  std::string text;  // as the taxonomy has it
  std::vector<LabelForm> forms;
};

// A label found in a list of words: words[first, first + count).
struct LabelRun {
  size_t first = 0;
  size_t count = 0;
  uint32_t label = 0;
};

// The spellings of one word of a query, as sequences of folded words: as it stands and, for one
// that ZWNJ joins, in its parts.
std::vector<std::vector<std::string>> spellings_of(QueryWords const& word);

// Thread rule: immutable.
class ConceptLabels {
 public:
  // REQUIRES: `taxonomy` outlives it.
  explicit ConceptLabels(Taxonomy const& taxonomy);

  // Disjoint runs of words that are a label, in their order. Words are compared by the stems of
  // the label's language. A longer run goes before a shorter one, then the one further left. Of
  // several labels of one run: one with the very words, then preferred before alternative before
  // hidden, then the first of the taxonomy. Cost: words times the longest label.
  std::vector<LabelRun> find(std::span<QueryWords const> words) const;

  // The label that has most in common with all of the words together, as LooseLabels says.
  std::optional<LooseRun> find_alike(std::span<QueryWords const> words, size_t more_than) const {
    return loose_.find(words, more_than);
  }

  std::span<ConceptLabel const> all() const { return labels_; }
  std::vector<std::string> languages() const;
  ConceptLabel const& label(uint32_t at) const { return labels_[at]; }
  Concept const& concept_of(ConceptLabel const& label) const;
  // All labels of its concept, by language, then by kind.
  std::span<ConceptLabel const> siblings(ConceptLabel const& label) const;
  // The ids of its concept and of all that are narrower.
  std::vector<std::string> const& narrower(ConceptLabel const& label) const;

 private:
  // A node of the tree of stems of one language; node 0 is the root.
  struct Node {
    std::map<std::string, uint32_t, std::less<>> next;
    std::vector<uint32_t> labels;  // that end here
  };
  using Tree = std::vector<Node>;
  class Finder;

  void add_labels(uint32_t concept_at);
  void add_label(ConceptLabel label);
  void add_narrower(uint32_t concept_at);

  Taxonomy const* taxonomy_;
  std::vector<ConceptLabel> labels_;                // by concept
  std::vector<uint32_t> first_label_;               // by concept, and one more
  std::vector<std::vector<std::string>> narrower_;  // by concept
  std::map<std::string, Tree, std::less<>> trees_;  // by language
  LooseLabels loose_;
};

}  // namespace cyberlex
