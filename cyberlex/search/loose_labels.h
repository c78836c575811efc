// Labels that have most of their words in common with a list of words, in whatever order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cyberlex/search/query_words.h"

namespace cyberlex {

struct ConceptLabel;

// From this share of words in common a label is taken.
inline constexpr double kLeastShare = 0.7;

struct LooseRun {
  uint32_t label = 0;
  double share = 1;   // see LooseLabels::find
  size_t common = 0;  // different stems in common
};

// Thread rule: immutable.
class LooseLabels {
 public:
  LooseLabels() = default;
  // Labels by their place in `labels`, which are read and not kept.
  explicit LooseLabels(std::span<ConceptLabel const> labels);

  // The label with the greatest share, then the first kind, then the first. The share is the
  // weighted Dice coefficient of the stems that are no stop words, in the label's language: twice
  // the weight of those in common over the weights of both; a stem weighs the idf that it has among
  // the labels. Two stems at least are in common, or all of both are; and more than `more_than`.
  // Nothing below kLeastShare. Cost: the labels that have one of the words.
  std::optional<LooseRun> find(std::span<QueryWords const> words, size_t more_than = 0) const;

 private:
  struct Entry {
    uint32_t label = 0;
    uint8_t kind = 0;
    size_t stems = 0;  // different ones, without stop words
    double weight = 0;
  };
  struct Language {
    std::vector<Entry> entries;
    std::map<std::string, std::vector<uint32_t>, std::less<>> holding;  // stem -> entries

    double weight_of(std::string const& stem) const;
  };
  struct Best {
    std::optional<LooseRun> run;
    uint8_t kind = 0;
  };
  static void consider(Language const& language, std::vector<std::string> const& stems,
                       size_t more_than, Best& best);

  std::map<std::string, Language, std::less<>> languages_;
};

}  // namespace cyberlex
