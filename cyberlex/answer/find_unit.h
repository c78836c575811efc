// From a handle to the states of the provision it names.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "cyberlex/index/generation.h"
#include "cyberlex/model/identifiers.h"

namespace cyberlex {

// A provision of the index, and what lies below it.
struct FoundUnit {
  ActNum act = 0;
  EId unit;
  EId portion;                         // what was asked for, when it lies below the unit
  std::pair<DocNum, DocNum> states{};  // [first, last), never empty
};

// A handle of a parallel numbering finds the provision it stands for.
// kNotFound: no such act (the message offers the nearest handle), or no such provision in it.
// REQUIRES: handle.eid is not empty.
Result<FoundUnit> find_unit(Generation const& generation, Handle const& handle);

// The provision that is meant by a handle in a parallel numbering (ir/penal-code-book-5/art_729),
// or by that act's handle alone; nothing when the handle belongs to no such numbering or lies
// outside of it.
std::optional<Handle> resolve_parallel(Generation const& generation, Handle const& handle);

// The act's number; kNotFound with the nearest handle of the same jurisdiction.
Result<ActNum> find_act_number(Generation const& generation, std::string const& handle);

// The state that stood on a day; kNotFound says from or until when there is one.
Result<DocNum> state_on(Generation const& generation, FoundUnit const& found, Date as_of);

// True when a document's interval holds the day.
bool stands_on(Columns const& columns, DocNum doc, Date as_of);

// True when the document's status is in-force, or its source says nothing of it.
bool in_force(Columns const& columns, DocNum doc);

// Where the act as a whole stood.
LegalStatus act_status_on(Work const& work, Date as_of);

}  // namespace cyberlex
