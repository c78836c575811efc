#include "cyberlex/api/shapes.h"
#include "cyberlex/model/eid.h"
#include "cyberlex/model/penalty.h"
#include "cyberlex/model/vocabulary.h"

namespace cyberlex::api {
namespace {

constexpr std::string_view kCoverage[] = {"covered", "partly", "elsewhere", "not-found",
                                          "not-assessed"};
constexpr std::string_view kExtents[] = {"none", "part", "whole"};
constexpr std::string_view kWithin[] = {"not-shown", "partly", "wholly"};
constexpr std::string_view kFindings[] = {"stated",         "in-conflict", "unknown",
                                          "elsewhere",      "not-stated",  "not-assessed",
                                          "not-applicable", "not-standing"};
constexpr std::string_view kCitations[] = {"found", "ambiguous", "no-such-unit", "unknown-act",
                                           "not-a-citation"};
constexpr std::string_view kSuggestions[] = {"citation", "concept", "act", "heading"};
constexpr std::string_view kSorts[] = {"relevance", "citation", "newest", "oldest", "severity"};

}  // namespace

std::vector<Choice> choices() {
  return {{"Confidence", "how a fact is known", names<Confidence>()},
          {"TextKind", "what a text is", names<TextKind>()},
          {"LegalStatus", "where it stands on the day", names<LegalStatus>()},
          {"Relation", "how a provision stands to an article", names<Relation>()},
          {"Standing", "of a state towards a treaty", names<Standing>()},
          {"ProvisionClass", "what a provision is for", names<ProvisionClass>()},
          {"AssessmentValue", "absent rests on a recorded reading; not-assessed: nobody has looked",
           names<AssessmentValue>()},
          {"Ternary", "an answer that may be unknown", names<Ternary>()},
          {"PenaltyKind", "of punishment", names<PenaltyKind>()},
          {"PenaltyRelation", "between the arms of a clause", names<PenaltyRelation>()},
          {"PenaltyCondition", "under which a clause holds", names<PenaltyCondition>()},
          {"PenaltyPerson", "whom it threatens", names<PenaltyPerson>()},
          {"Unit", "a part of an act", names<ProvisionKind>()},
          {"Coverage", "how far a law answers to an article", kCoverage},
          {"Extent", "how far a demand is met", kExtents},
          {"Within", "how far one offence lies within another", kWithin},
          {"Finding", "what is known of a row", kFindings},
          {"CitationStatus", "what became of a citation", kCitations},
          {"SuggestionKind", "what a suggestion is", kSuggestions},
          {"Sort", "order of the hits", kSorts}};
}

}  // namespace cyberlex::api
