// What a provision's own page and the page of a treaty article show alike.
#pragma once

#include "cyberlex/answer/answers.h"
#include "cyberlex/pages/source_notes.h"

namespace cyberlex::pages {

// Fills the templates "provision_head", "provision_text" and "provision_rest": all but the
// neighbours and the facts.
void put_provision(View& view, PageContext const& context, SourceNotes& notes,
                   ProvisionAnswer const& answer);

// For the template "decision".
View decision_view(SourceNotes& notes, Work const& work, Decision const& decision);

}  // namespace cyberlex::pages
