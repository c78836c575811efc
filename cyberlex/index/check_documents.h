// What IndexWriter demands of its input.
#pragma once

#include <vector>

#include "cyberlex/base/result.h"
#include "cyberlex/index/document.h"

namespace cyberlex {

// kBadInput when acts are not in order of jurisdiction and handle, or documents not in the order of
// DocNum (an act's documents together; a unit's states together, ascending, not overlapping), or
// when texts and summaries of a document disagree, or a language is no two lower-case letters.
Status check_documents(std::vector<ActRecord> const& acts,
                       std::vector<IndexDocument> const& documents);

}  // namespace cyberlex
