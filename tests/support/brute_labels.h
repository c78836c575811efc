// The stupid twin of concept expansion: looks at every label of every concept for every run of
// words.
#pragma once

#include <map>
#include <optional>

#include "cyberlex/search/query.h"
#include "tests/support/brute_force.h"

namespace cyberlex::testing {

// Labels without ZWNJ only.
BruteRuns brute_runs(BruteCorpus const& corpus, QueryNode const& root);

// A word that can be part of a label; null for any other node.
WordNode const* brute_plain(QueryNode const& node);

// The best of the labels; nothing when the document has none.
std::optional<double> brute_label(BruteCorpus const& corpus, BruteRun const& run,
                                  BruteDoc const& doc);
// What annotations and the taxonomy's articles add; 0 when there are none.
double brute_evidence(BruteCorpus const& corpus, BruteRun const& run, BruteDoc const& doc);

}  // namespace cyberlex::testing
