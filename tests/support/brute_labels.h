// The stupid twin of concept expansion: looks at every label of every concept for every run of
// words.
#pragma once

#include <map>
#include <optional>

#include "cyberlex/search/query.h"
#include "tests/support/brute_force.h"

namespace cyberlex::testing {

// By the first node of each run. Labels without ZWNJ only.
std::map<QueryNode const*, BruteRun> brute_runs(BruteCorpus const& corpus, QueryNode const& root);

// The best of the labels; nothing when the document has none.
std::optional<double> brute_label(BruteCorpus const& corpus, BruteRun const& run,
                                  BruteDoc const& doc);
// What being annotated with the concept adds; nothing when the document is not.
std::optional<double> brute_annotation(BruteCorpus const& corpus, BruteRun const& run,
                                       BruteDoc const& doc);

}  // namespace cyberlex::testing
