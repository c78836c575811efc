// What each kind of fact says in the rows of a comparison. For compare_rows() only.
#pragma once

#include "cyberlex/answer/compare_rows.h"

namespace cyberlex {

void add_provision_rows(CompareTable& table);  // text, status, version, class, decisions
void add_offence_rows(CompareTable& table);    // concepts, then an element a row
void add_penalty_rows(CompareTable& table);    // clauses, longest term, the two tests
void add_power_rows(CompareTable& table);      // powers, who orders them, the whole checklist
void add_defence_rows(CompareTable& table);    // the whole checklist
void add_concern_rows(CompareTable& table);    // concerns, and what treaties ask
void add_article_rows(CompareTable& table);    // a treaty article: relation; missing and added

}  // namespace cyberlex
