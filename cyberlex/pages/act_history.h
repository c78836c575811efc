// What happened to an act, what courts said of it, who stands where towards it, what is missing.
#pragma once

#include "cyberlex/answer/answers.h"
#include "cyberlex/pages/source_notes.h"

namespace cyberlex::pages {

// Sets statuses, events, decisions, standings, parallel and gaps, for the template "act".
void put_history(View& view, PageContext const& context, SourceNotes& notes,
                 ActAnswer const& answer);

}  // namespace cyberlex::pages
