// Questions that look up what a person typed: citations, and what a beginning may become.
#pragma once

#include "searchd/parameter_reader.h"
#include "searchd/questions.h"

namespace cyberlex::searchd {

// True for kCitation and kSuggest.
bool is_lookup(Endpoint endpoint);

// REQUIRES: is_lookup(endpoint); `reader` was opened for it.
Asked ask_lookup(Endpoint endpoint, ParameterReader const& reader,
                 std::shared_ptr<ServedGeneration> served, Date today);

}  // namespace cyberlex::searchd
