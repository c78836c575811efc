// A limb in full: offences, elements, penalties, powers with their safeguards, mappings, each with
// what it rests on.
#pragma once

#include "cyberlex/pages/source_notes.h"

namespace cyberlex::pages {

// For the template "limb".
View limb_view(PageContext const& context, SourceNotes& notes, ActRecord const& act,
               LimbRecord const& limb, Date as_of);

// A row of a concordance: for the template "mapping", with the article it names; `part` is the part
// of the article, where it names no whole one.
View mapping_view(PageContext const& context, SourceNotes& notes, MappingRecord const& mapping,
                  Date as_of);

// What was found of one concept of a checklist, and what that rests on: for the template "finding".
View finding_view(PageContext const& context, SourceNotes& notes, ActRecord const& act,
                  std::string_view scheme, Assessment const& found);

}  // namespace cyberlex::pages
