// What the index is told about a provision, and what it gives back. Plain values.
//
// One document is one provision state: the longest interval in which the texts and the facts of a
// provision are constant, with all its languages.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "cyberlex/base/date.h"
#include "cyberlex/model/annotation.h"

namespace cyberlex {

// Place of a provision state in the index, dense from 0, in citation order: jurisdiction, act
// handle, document order, first day. (Xapian's docid is one more.)
using DocNum = uint32_t;
using ActNum = uint32_t;

// One addressable piece of a provision's text.
struct TextBlock {
  EId eid;
  uint8_t depth = 0;  // below the unit: 0 = the unit itself
  std::string label;  // printed number, "(1)", "a"; empty for the unit's own text
  std::string text;
  bool operator==(TextBlock const&) const = default;
};

// The text of one expression of a provision state. Kept apart from what a hit shows.
struct StateText {
  std::string language;
  TextKind kind = TextKind::kOfficial;
  std::vector<TextBlock> blocks;
  bool operator==(StateText const&) const = default;
};

// What a hit shows of one expression.
struct TextSummary {
  std::string language;
  TextKind kind = TextKind::kOfficial;
  Date version_date;  // of the expression that last gave this text
  std::string heading;
  Provenance provenance;
  Confidence heading_confidence = Confidence::kRecalled;
  bool operator==(TextSummary const&) const = default;
};

// A mapping of a limb, with what its concordance says of all rows.
struct MappingRecord {
  EId limb;  // as the concordance names it; may lie above or below the limb it is listed under
  std::string treaty;
  EId article;  // empty: outside
  Relation relation = Relation::kOverlaps;
  std::string rationale;
  std::vector<std::string> covers;
  std::vector<std::string> partly;
  std::vector<std::string> missing;
  std::vector<std::string> added;
  Confidence confidence = Confidence::kRecalled;
  std::vector<Source> sources;  // resolved, because a concordance has sources of its own
  std::string author;
  std::string reviewed;
  Date date;
  bool operator==(MappingRecord const&) const = default;
};

// A limb of a state. Its penalties are those valid throughout the state.
struct LimbRecord {
  EId eid;
  std::vector<std::string> offences;
  std::map<std::string, std::string> elements;
  std::vector<PenaltyClause> penalties;
  std::vector<Power> powers;
  std::vector<Concern> concerns;
  std::vector<Assessment> defences;
  std::vector<Demand> asks;
  Provenance provenance;
  bool annotated = false;  // false: known from a mapping only
  std::string note;
  std::vector<MappingRecord> mappings;
  bool operator==(LimbRecord const&) const = default;
};

// A container above the provision.
struct PathStep {
  ProvisionKind kind = ProvisionKind::kPart;
  EId eid;
  std::string label;
  std::string heading;  // in the act's original language when held
  bool operator==(PathStep const&) const = default;
};

// A concept that a machine read into a provision, and the label that made it think so. Never
// reviewed.
struct SuggestedConcept {
  std::string scheme;
  std::string concept_id;
  EId eid;               // the block in which the label stands; the unit for its heading
  std::string language;  // of the text read
  std::string evidence;  // the words as they stand there
  bool operator==(SuggestedConcept const&) const = default;
};

// A clause of penalties that a machine recognised. Never reviewed. kUnseen: the wording does not
// say how the arms are joined, or there is one arm and others may stand elsewhere.
struct SuggestedClause {
  EId eid;  // the block
  PenaltyRelation relation = PenaltyRelation::kUnseen;
  std::vector<PenaltyArm> arms;
  bool operator==(SuggestedClause const&) const = default;
};

// Kept apart from every fact about the provision; only provisions that nobody assessed have any.
struct Suggested {
  std::vector<SuggestedConcept> concepts;  // by scheme, then concept; each once
  std::vector<SuggestedClause> clauses;    // in the order of the text
  bool empty() const { return concepts.empty() && clauses.empty(); }
  bool operator==(Suggested const&) const = default;
};

// Everything about a provision state but its texts and its act.
struct ProvisionRecord {
  ActNum act = 0;
  EId eid;
  ProvisionKind kind = ProvisionKind::kSection;
  std::string num;
  std::string label;
  std::vector<PathStep> path;
  Interval valid;
  LegalStatus status = LegalStatus::kInForce;
  ProvisionClass klass = ProvisionClass::kNotAssessed;
  std::vector<TextSummary> texts;  // originals first, then by preference of kind, then by language
  std::vector<LimbRecord> limbs;
  Suggested suggested;
  bool operator==(ProvisionRecord const&) const = default;
};

// What IndexWriter takes: texts[i] belongs to record.texts[i].
struct IndexDocument {
  ProvisionRecord record;
  std::vector<StateText> texts;
  bool operator==(IndexDocument const&) const = default;
};

// What is held of an act beside its provisions.
struct ExpressionSummary {
  std::string language;
  Date date;
  TextKind kind = TextKind::kOfficial;
  bool operator==(ExpressionSummary const&) const = default;
};
// A treaty article that was looked for in the act, with what its concordance says of all rows.
struct AssessedRecord {
  std::string treaty;
  EId article;
  std::string read;       // key of the work's readings
  std::string elsewhere;  // or the name of an act that is not held
  std::string rationale;
  Interval valid;
  Confidence confidence = Confidence::kRecalled;
  std::vector<Source> sources;
  std::string author;
  std::string reviewed;
  Date date;
  bool operator==(AssessedRecord const&) const = default;
};
struct ActRecord {
  Work work;
  std::vector<ExpressionSummary> expressions;
  std::vector<AssessedRecord> assessed;
  bool operator==(ActRecord const&) const = default;
};

}  // namespace cyberlex
