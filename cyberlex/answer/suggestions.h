// What a person who is typing may want: citations, concepts, acts, headings of provisions.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/search/searcher.h"

namespace cyberlex {

// In the order in which they are listed.
enum class SuggestionKind : uint8_t { kCitation, kConcept, kAct, kHeading };
inline constexpr auto kSuggestionKinds =
    std::to_array<std::string_view>({"citation", "concept", "act", "heading"});
std::string_view name_of(SuggestionKind kind);

inline constexpr uint64_t kMostSuggestions = 50;
inline constexpr uint64_t kUsualSuggestions = 10;

struct SuggestRequest {
  std::string q;                      // as typed so far
  std::vector<SuggestionKind> kinds;  // empty: all
  uint64_t limit = kUsualSuggestions;
  Date as_of;  // headings are those that stood on it
};

struct Suggestion {
  SuggestionKind kind = SuggestionKind::kConcept;
  std::string text;                // to show
  std::string language;            // of it; empty when unknown
  std::string q;                   // what to ask for it in the query language
  Concept const* entry = nullptr;  // of a concept; of the generation
  std::string handle;              // of an act or a provision
  std::string act;                 // of a provision: its act's title
  std::string jurisdiction;        // of an act or a provision
};

struct SuggestAnswer {
  std::shared_ptr<Generation const> generation;
  SuggestRequest request;
  std::vector<Suggestion> suggestions;  // by kind; each kind has at least its share of the limit
  std::optional<SpellingOffer> did_you_mean;  // when nothing is suggested
};

// Concepts and acts by the beginnings of words of their names, in any language; headings that hold
// all the words, the last of them perhaps begun; citations complete or with the name of the act
// begun. kBadQuery with `where` = "q" when it is empty or longer than kLongestQuery.
Result<SuggestAnswer> answer_suggest(Searcher& searcher, SuggestRequest const& request);

}  // namespace cyberlex
