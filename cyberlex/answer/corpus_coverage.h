// What is held, how sure it is, and what is known to be missing.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cyberlex/answer/verdict.h"
#include "cyberlex/index/reader.h"

namespace cyberlex {

// Numbers of one kind of fact, by how it is known.
struct ByConfidence {
  uint64_t verified = 0;
  uint64_t recalled = 0;
  uint64_t conflict = 0;

  void add(Confidence confidence);
  uint64_t total() const { return verified + recalled + conflict; }
};

// What is held of one act on a day.
struct ActCoverage {
  ActNum act = 0;
  uint64_t provisions = 0;                    // that stood on the day, any status
  uint64_t not_assessed = 0;                  // of them, without annotation
  ByConfidence texts;                         // expressions of provisions
  std::map<std::string, uint64_t> languages;  // provisions with a text in each
  std::map<TextKind, uint64_t> kinds;
  ByConfidence limbs;
  ByConfidence penalties;  // clauses
  ByConfidence mappings;   // to articles
  uint64_t outside = 0;    // rows that say: outside this treaty
  uint64_t offences = 0;   // limbs with an offence
  uint64_t powers = 0;
  std::map<AssessmentValue, uint64_t> safeguards;  // of all powers
  std::map<AssessmentValue, uint64_t> defences;    // of all offences
};

// Articles of a treaty by verdict, for one state.
struct TreatyCoverage {
  std::string treaty;
  std::string jurisdiction;
  std::map<Coverage, uint64_t> articles;
};

// Something that is known to be missing.
struct KnownGap {
  std::string act;                      // handle
  std::string what;                     // in the words of those who keep the act
  std::vector<std::string> provisions;  // handles
};

// An act that is not held and that rows of others name as the place of a rule.
struct NamedElsewhere {
  std::string jurisdiction;
  std::string name;
  std::vector<std::string> named_by;  // handles of articles and limbs, each once
};

// The acts of a state of which nothing is annotated, when they are too many to list.
struct UnannotatedActs {
  std::string jurisdiction;
  uint64_t acts = 0;
  uint64_t provisions = 0;                    // that stood on the day, any status
  std::map<std::string, uint64_t> languages;  // provisions with a text in each
};

struct CoverageAnswer {
  std::shared_ptr<Generation const> generation;
  Date as_of;
  std::vector<ActCoverage> acts;  // in the generation's order
  std::vector<UnannotatedActs> unannotated;
  std::vector<TreatyCoverage> treaties;
  std::vector<KnownGap> gaps;
  std::vector<NamedElsewhere> elsewhere;
};

// More acts without annotations than this of one state are counted together.
inline constexpr size_t kMostUnannotated = 100;

// `acts` lists every act but those of a state with more than kMostUnannotated acts of which nothing
// is annotated (no limb that day, no reading, gap or assessment): of it these stand in
// `unannotated`, unless `in_full` names it. kBadQuery for a state in `in_full` of which nothing is
// held; kDamaged when a record cannot be read. Reads the columns, and the records of acts listed.
Result<CoverageAnswer> answer_coverage(IndexReader const& reader, Date as_of,
                                       std::vector<std::string> const& in_full = {});

}  // namespace cyberlex
