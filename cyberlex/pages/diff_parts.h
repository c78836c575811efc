// What the pages of differences share: events, facts that changed, words that went and came.
#pragma once

#include <string>
#include <vector>

#include "cyberlex/answer/diff.h"
#include "cyberlex/pages/source_notes.h"

namespace cyberlex::pages {

// What the parts of such a page are made with. Lifetime: not longer than what it was made of.
struct DiffParts {
  PageContext const& context;
  Wording const& wording;
  SourceNotes& notes;
  ActRecord const& act;

  std::string day(Date date) const { return wording.day(date, act.work.jurisdiction); }
};

// For the template "diff_event", with their sources.
std::vector<View> event_rows(DiffParts const& parts, std::vector<DiffEvent> const& events);

// A row for the template "diff_fact": of a limb, on the left what went, on the right what came.
std::vector<View> fact_rows(DiffParts const& parts, FactDiff const& facts);

// For the template "diff_runs". Each run says in words whether it went or came.
std::vector<View> run_rows(DiffParts const& parts, WordDiff const& words);

// "12 words inserted, 3 deleted"
std::string word_counts(Messages const& messages, uint64_t inserted, uint64_t deleted);

// Sets what a page on one provision begins with: number, heading, act, country and their addresses.
void put_diffed(View& view, DiffParts const& parts, ProvisionRecord const& record, Date shown_on);

// Sets what the form for two days asks and carries on. `languages`: as asked.
void put_days_form(View& view, DiffParts const& parts, EId const& asked,
                   std::vector<std::string> const& languages);

}  // namespace cyberlex::pages
