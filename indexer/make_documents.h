// Cuts an annotated act into provision states. Pure.
#pragma once

#include <vector>

#include "cyberlex/index/document.h"
#include "indexer/annotate.h"

namespace cyberlex {

ActRecord make_act_record(AnnotatedAct const& annotated);

// The states of every unit, in document order, then by date: the day is cut wherever an expression,
// a status, a fact or a mapping of the unit begins or ends, and neighbours that came out equal are
// joined again.
std::vector<IndexDocument> make_documents(AnnotatedAct const& annotated, ActNum act);

}  // namespace cyberlex
