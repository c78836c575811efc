// Questions whose answer is a grid or a list of its own: matrix, safeguards, coverage, thesaurus.
#pragma once

#include "searchd/parameter_reader.h"
#include "searchd/questions.h"

namespace cyberlex::searchd {

// True for kMatrix, kSafeguards, kCoverage and kThesaurus.
bool is_grid(Endpoint endpoint);

// REQUIRES: is_grid(endpoint); `reader` was opened for it.
Asked ask_grid(Endpoint endpoint, ParameterReader const& reader,
               std::shared_ptr<ServedGeneration> served, Date today);

}  // namespace cyberlex::searchd
