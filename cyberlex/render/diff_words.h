// What is said of differences, the same in every form of an answer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/answer/diff.h"

namespace cyberlex {

// Why words that differ need not be a change of law; empty when there is nothing to say.
std::string_view note_of(TextDiff const& text);

// True when a part of it was too long to compare word by word.
bool too_long(TextDiff const& text);

// The later state that stood, by which a compared provision is called.
ProvisionRecord const& shown_record(DiffAnswer const& answer);

// "section 24. Cyberstalking"
std::string title_text(ProvisionRecord const& record);

// "in force, valid from 2024-02-28", or why it did not stand.
std::string side_text(DiffSide const& side);

// "2024-02-28, amended by Amendment Act 2024: substitution; …"
std::string event_text(DiffEvent const& row);

// "restatement of 2015-05-15, restatement of 2024-02-28; 12 words inserted, 3 deleted"
std::string summary_text(TextDiff const& text);

// "12 words inserted, 3 deleted", "no word changed".
std::string counts_text(uint64_t inserted, uint64_t deleted);

// A fact, clause or mapping on both sides; empty on the side that lacks it.
struct FactLine {
  EId limb;  // empty: of the provision
  std::string label;
  std::string before;
  std::string after;
};
// In the order of the answer; penalties and mappings behind the other facts of their limb.
std::vector<FactLine> fact_lines(FactDiff const& facts);

}  // namespace cyberlex
