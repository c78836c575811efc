// Where the operands of one AND are a label of a concept.
#pragma once

#include <span>
#include <vector>

#include "cyberlex/search/concept_labels.h"
#include "cyberlex/search/query.h"
#include "cyberlex/search/query_words.h"

namespace cyberlex {

// Operands side by side that are a label together, or nearly one; or one operand.
struct OperandPiece {
  std::vector<QueryNode const*> nodes;  // not empty
  std::vector<QueryWords> words;        // of plain words: as many as nodes; else empty
  ConceptLabel const* label = nullptr;
  double share = 1;       // what words and label have in common: LooseRun::share
  bool left_out = false;  // a stop word beside a label: not asked for
};

// The operands in their order. Plain words can be a label: stemmed ones of no field, and the pairs
// that words joined by ZWNJ are read as. Words side by side that are not, but for stop words, made
// up of labels are taken together as the label most alike, when it has more of them. Without
// `labels` none is. Lifetime: that of both.
std::vector<OperandPiece> pieces_of(std::span<QueryPtr const> operands,
                                    ConceptLabels const* labels);

// The same of a node that stands alone.
OperandPiece piece_of(QueryNode const& node, ConceptLabels const* labels);

}  // namespace cyberlex
