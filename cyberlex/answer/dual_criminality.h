// Dual criminality: is what one state wants to prosecute an offence in the other as well, and what
// do the treaties held make of it. docs/dual-criminality.md.
//
// An aid for whoever reads the law: it says what the corpus shows and on what that rests, and never
// "no". Directional: the requesting state's offence is looked for within the requested state's.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/answer/matrix.h"
#include "cyberlex/answer/standing.h"
#include "cyberlex/index/reader.h"

namespace cyberlex {

// One of `offence`, `provision` and `article` says what is prosecuted.
struct DualRequest {
  std::string requesting;  // states, as codes
  std::string requested;
  std::string offence;    // a concept, with its narrower ones
  std::string provision;  // handle of a provision of the requesting state, or of a limb of one
  std::string article;    // handle of a treaty article: what the requesting state has mapped to it
  Date as_of;             // the day of the request: which treaties bind
  std::optional<Date> requesting_on;  // the day whose law counts on either side; absent: as_of
  std::optional<Date> requested_on;
};

// How far the conduct of one offence lies within the other. kNotShown: nothing recorded says that
// they meet. In ascending order.
enum class Within : uint8_t { kNotShown, kPartly, kWholly };
std::string_view name_of(Within value);  // "not-shown", "partly", "wholly"

enum class DualVerdict : uint8_t { kNotFound, kDoubtful, kPrimaFacie };
std::string_view name_of(DualVerdict value);  // "not-found-in-corpus", "doubtful", "prima-facie"

// How long a sentence an offence allows. `confidence`: the worst of its base clauses.
struct DualLength {
  std::string longest;  // of the base clauses; "life", "death"; empty: none stated
  std::optional<Derived> one_year;
  std::optional<Derived> serious;
  Confidence confidence = Confidence::kVerified;
};

// A limb in force on the day of its side that names an offence.
struct DualOffence {
  DocNum doc = 0;
  ActNum act = 0;
  std::string handle;  // of the limb
  std::string heading;
  LimbRecord limb;
  Confidence confidence = Confidence::kVerified;  // the worse of the leading text and the facts
  DualLength length;
  std::vector<Decision const*> decisions;  // of the generation, dated on or before the day
};

// What joins two offences: an article that both are mapped to, or a concept.
struct DualLink {
  std::string article;  // as the requesting side's row names it; empty: by a concept
  std::optional<MappingRecord> requesting_row;
  std::optional<MappingRecord> requested_row;
  std::string requesting_concept;
  std::string requested_concept;
  std::vector<std::string> demands;  // of the article: met whole on one side and met on the other
  Within within = Within::kNotShown;
  std::string reason;                             // a slug of docs/dual-criminality.md
  Confidence confidence = Confidence::kVerified;  // the worse of the two rows, or limbs' facts
};

// What a side's rows record against the common articles, each once.
struct DualElements {
  std::vector<std::string> missing;  // asked by the article, not found in the offence
  std::vector<std::string> added;    // required or punished beyond the article
};

// Two offences that may meet. `links` from the strongest down; the first gives within and reason.
struct DualPair {
  size_t requesting = 0;  // place in DualAnswer::requesting
  size_t requested = 0;   // place in DualAnswer::requested
  Within within = Within::kNotShown;
  std::string reason;
  Confidence confidence = Confidence::kVerified;  // of the link and of both offences: the worst
  std::vector<DualLink> links;
  DualElements requesting_elements;
  DualElements requested_elements;
};

// An article that the answer points at, which is held. A state is bound on the day of the request
// when the treaty is in force and the state is a party to it.
struct DualArticle {
  std::string handle;
  std::string role;  // "extradition", "assistance", …; empty in a caveat
  Confidence confidence = Confidence::kVerified;  // of the text held
  bool binds_requesting = false;
  bool binds_requested = false;
};

// What the extradition article of a treaty makes of one of the requesting offences.
struct DualReach {
  size_t offence = 0;                  // place in DualAnswer::requesting
  std::vector<std::string> articles;   // of the treaty, by which the article reaches it
  std::string rule;                    // "one-year", "serious", or empty: the treaty has no length
  std::optional<size_t> counterpart;   // the strongest of the requested offences
  Ternary length = Ternary::kUnknown;  // reached on both sides, where there is a rule
};

// A treaty on cooperation that is held, and whether it binds both on the day of the request.
struct DualBasis {
  ActNum treaty = 0;
  StandingChange const* requesting = nullptr;  // of the generation; null: nobody has looked
  StandingChange const* requested = nullptr;
  // Where no row holds yet: what the first later one tells of the time until then.
  StandingBefore requesting_before = StandingBefore::kUnknown;
  StandingBefore requested_before = StandingBefore::kUnknown;
  bool in_force = false;
  // In force, and both are parties; unknown where nobody looked at the standing that decides.
  Ternary binds = Ternary::kUnknown;
  std::optional<Confidence> confidence;  // the worse of the two standings, where both are known
  std::vector<DualArticle> articles;
  std::vector<DualReach> reach;
};

// Something a lawyer has to look at, in our words.
struct DualCaveat {
  std::string id;
  std::string text;
  std::vector<DualArticle> articles;
  std::vector<std::string> limbs;  // handles of the offences it is about; empty: all
};

// One step of the answer: what was looked at, what was found, and what follows.
struct DualStep {
  std::string step;
  std::vector<std::string> looked_at;
  std::vector<std::string> found;
  std::string result;
};

// The verdict on one of the requesting offences, or on all. `within` and `confidence` are those of
// the strongest pair; over all offences that have a pair, the least. Absent without one.
struct DualFinding {
  DualVerdict verdict = DualVerdict::kNotFound;
  std::string reason;
  std::optional<Within> within;
  std::optional<Confidence> confidence;
};

// What is held of a state's law on its day: the ground of a "not found".
struct DualCorpus {
  std::string jurisdiction;
  Date on;
  uint64_t acts = 0;
  uint64_t provisions = 0;       // in force
  uint64_t offences = 0;         // limbs in force that name one
  std::vector<ActNum> assessed;  // acts with such a limb
  std::vector<ActNum> gaps;      // acts of which something is known to be missing
  // Rows that say who looked for the articles in question, and where they may be.
  std::vector<MatrixAssessed> looked;
};

struct DualAnswer {
  std::shared_ptr<Generation const> generation;
  DualRequest request;  // with both days written out
  std::vector<DualOffence> requesting;
  std::vector<DualOffence> requested;  // those that stand in a pair
  std::vector<DualPair> pairs;         // by requesting offence, the strongest first
  std::vector<DualFinding> findings;   // one a requesting offence
  DualFinding verdict;
  std::vector<DualBasis> basis;
  std::vector<DualCaveat> caveats;
  std::vector<DualStep> steps;
  DualCorpus requesting_corpus;
  DualCorpus requested_corpus;
};

// kBadQuery with `where` for a state that is none or asked of itself, for a concept that is no
// offence, a provision of another state, an article of no treaty, and unless exactly one of the
// three is given; kNotFound for a provision or an article that is not held, or not on its day.
Result<DualAnswer> answer_dual_criminality(IndexReader const& reader, DualRequest const& request);

}  // namespace cyberlex
