// Power x safeguard: what each power has of the checklist, and what that rests on.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cyberlex/index/reader.h"

namespace cyberlex {

struct SafeguardsRequest {
  std::vector<std::string> jurisdictions;  // empty: every state of which law is held
  std::vector<std::string> powers;         // concepts; empty: every power
  Date as_of;
};

// One power of one limb. assessments[i] answers to the i-th concept of the checklist; further
// concepts follow.
struct SafeguardRow {
  std::string jurisdiction;
  ActNum act = 0;
  std::string handle;  // of the limb
  std::string heading;
  Power power;
  Provenance provenance;  // of the limb's facts
};

// A text that an assessment rests on, as it stood that day.
struct GroundText {
  std::string language;
  TextKind kind = TextKind::kRestatement;
  std::string text;
};

// How many powers of a state have each value of each safeguard. No score is made of it.
struct SafeguardCount {
  std::string jurisdiction;
  std::string safeguard;
  std::map<AssessmentValue, uint64_t> powers;
};

// An article of a treaty that some of the checklist is read against, as the taxonomy says of each
// safeguard. What a treaty itself asks of a power stands among the rows of `int`.
struct YardstickRow {
  std::string handle;
  std::string heading;                  // empty: not held, or it did not stand that day
  std::vector<std::string> safeguards;  // in the order of the checklist
};

struct SafeguardsAnswer {
  std::shared_ptr<Generation const> generation;
  SafeguardsRequest request;              // with every state written out
  std::vector<Concept const*> checklist;  // of the generation
  std::vector<YardstickRow> yardstick;    // what asks for most first, then by handle
  std::vector<SafeguardRow> rows;         // in citation order
  std::vector<SafeguardCount> counts;     // by state, then in the order of the checklist
  // By handle, as `at` of the assessments and the yardstick name it.
  std::map<std::string, GroundText> grounds;
};

// Limbs of provisions in force on the day. `int` asks for the powers of treaties. kBadQuery with
// `where` for a jurisdiction that is none and a power that is no concept.
Result<SafeguardsAnswer> answer_safeguards(IndexReader const& reader,
                                           SafeguardsRequest const& request);

}  // namespace cyberlex
