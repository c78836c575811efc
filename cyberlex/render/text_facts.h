// Facts of provisions as lines for people: what is shown of a limb, a source, a status.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "cyberlex/answer/answers.h"
#include "cyberlex/answer/standing.h"
#include "cyberlex/render/text_layout.h"

namespace cyberlex {

// "verified: Gazette No. 5; press review" — the confidence and the titles of the sources.
std::string provenance_text(Work const& work, Confidence confidence,
                            std::vector<std::string> const& sources);

// "2015-05-15 to 2024-02-28", "from 2024-02-28", "always".
std::string interval_text(Interval const& interval);

// "party since 2022-11-01 [verified]"; "none before 2022-11-01, then party [verified]".
std::string standing_text(TreatyStanding const& standing);

// "illegal access; system interference"
std::string concepts_text(Taxonomy const& taxonomy, std::string_view scheme,
                          std::vector<std::string> const& ids);

// "substitution by Amendment Act 2024; replaced by ir/criminal-procedure-code/art_667"
std::string change_text(ActChange const& change);

// What was found of a concept, and on what it rests: "absent; read: whole-act [verified]".
std::string assessment_text(Assessment const& assessment);

// The readings that assessments name, each once: "whole-act: sections 1 to 59 (Cyberlex,
// 2026-11-22)".
std::string readings_text(Work const& work, std::set<std::string> const& keys);

// "serious: yes (maximum)"; empty without a penalty.
std::string grade_text(LimbRecord const& limb);

// A limb as a paragraph: offences, elements, penalties, powers, mappings, each with what it rests
// on.
std::string limb_text(Generation const& generation, Work const& work, LimbRecord const& limb);

// "Section 24", or the label as it is printed.
std::string unit_name(ProvisionRecord const& record);

}  // namespace cyberlex
