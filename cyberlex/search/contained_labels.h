// Labels of concepts whose words stand in the sentences of a text, in whatever order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/search/concept_labels.h"

namespace cyberlex {

// A concept that a text speaks of: the label of which one sentence has most.
struct ContainedLabel {
  uint32_t label = 0;  // of ConceptLabels
  double share = 0;    // of the label's weight, see ContainedLabels
};

// Reads the sentences of one text. A label counts by the share of its stems that a sentence has,
// stop words aside, each weighing the idf that it has among the labels; from kLeastShare on, and
// with two stems or all of them. Thread rule: one object, one thread.
class ContainedLabels {
 public:
  // The labels of a language whose concept is of one of these schemes. Lifetime: that of `labels`.
  ContainedLabels(ConceptLabels const& labels, std::string_view language,
                  std::span<std::string_view const> schemes);

  // Cost: the labels that have one of the stems.
  void read(std::set<std::string> const& sentence);

  // One a concept, the greatest share first, then the label that weighs most, then the first.
  std::vector<ContainedLabel> found() const;

 private:
  struct Entry {
    uint32_t label = 0;
    size_t stems = 0;
    double weight = 0;
    double share = 0;  // the greatest so far
  };

  void add(uint32_t label, std::string_view language, LabelForm const& form);
  double weight_of(std::string const& stem) const;

  ConceptLabels const& labels_;
  std::vector<Entry> entries_;
  std::map<std::string, std::vector<size_t>, std::less<>> holding_;  // stem -> entries
};

}  // namespace cyberlex
