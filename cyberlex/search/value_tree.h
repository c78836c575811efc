// The trees that values of a parameter stand in: articles below chapters and treaties, concepts
// below broader ones.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/model/annotation.h"

namespace cyberlex {

class Generation;

// Thread rule: immutable.
class ValueTree {
 public:
  static constexpr uint32_t kNone = UINT32_MAX;
  struct Node {
    std::string value;         // as the parameter takes it
    uint32_t broader = kNone;  // the node above
    uint32_t depth = 0;
    std::string label;  // of a chapter: its number and heading; else empty
  };

  ValueTree() = default;
  // Treaties, their containers and articles: "unc", "unc/chp_2", "unc/7". The containers are those
  // of an article's first state, read from its record; an article whose record cannot be read, or
  // that is not held, stands right below its treaty.
  static ValueTree of_articles(Generation const& generation);
  // Concepts of a scheme below their broader ones.
  static ValueTree of_concepts(Taxonomy const& taxonomy, std::string_view scheme);

  // As nodes() gave them. REQUIRES: a node stands behind the one above it.
  static ValueTree of_nodes(std::vector<Node> const& nodes);

  std::vector<Node> const& nodes() const { return nodes_; }
  // kNone when there is none.
  uint32_t find(std::string_view value) const;
  bool holds(std::string_view value) const { return find(value) != kNone; }
  // True when they are equal, or `value` lies below `above`; of nodes only.
  bool is_within(std::string_view value, std::string_view above) const;

 private:
  uint32_t add(std::string value, uint32_t broader, std::string label = {});

  std::vector<Node> nodes_;  // a node stands behind the one above it
  std::map<std::string, uint32_t, std::less<>> places_;
};

}  // namespace cyberlex
