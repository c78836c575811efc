#include "cyberlex/search/vocabulary_view.h"

#include <algorithm>

#include "cyberlex/index/generation.h"
#include "cyberlex/search/query.h"
#include "cyberlex/search/request.h"

namespace cyberlex {

GenerationVocabulary::GenerationVocabulary(Generation const& generation)
    : generation_(generation), acts_(generation.columns().state.act.names.values) {
  std::sort(acts_.begin(), acts_.end());
}

std::vector<std::string> const& GenerationVocabulary::held(Param param) const {
  static std::vector<std::string> const kNone;
  Columns const& columns = generation_.columns();
  switch (param) {
    case Param::kJurisdiction:
      return columns.state.jurisdiction.names.values;
    case Param::kAct:
      return acts_;
    case Param::kRank:
      return columns.state.rank.names.values;
    case Param::kLang:
      return columns.state.language.names.values;
    case Param::kOffence:
      return columns.limb.offence.names.values;
    case Param::kPower:
      return columns.limb.power.names.values;
    case Param::kAuthorisation:
      return columns.limb.authorisation.names.values;
    case Param::kConcern:
      return columns.limb.concern.names.values;
    case Param::kSafeguard:
      return columns.limb.safeguard.names.values;
    case Param::kDefence:
      return columns.limb.defence.names.values;
    default:
      return kNone;  // ranges, closed lists, and articles, which has_unit() knows
  }
}

Taxonomy const& GenerationVocabulary::taxonomy() const {
  return generation_.taxonomy();
}

bool GenerationVocabulary::has_unit(std::string_view act, std::string_view eid) const {
  ActNum const number = generation_.act_number(act);
  if (number == generation_.acts().size()) {
    return false;
  }
  auto const [first, last] = generation_.states_of(number, eid);
  return first != last;
}

ActNames const& GenerationVocabulary::act_names() const {
  std::call_once(named_, [this] { names_ = ActNames(generation_.acts()); });
  return names_;
}

ValueTree const& GenerationVocabulary::articles() const {
  std::call_once(grown_, [this] { articles_ = ValueTree::of_articles(generation_); });
  return articles_;
}

Result<FilterValue> parse_filter_value(Param param, std::string_view text,
                                       Generation const& generation) {
  return parse_filter_value(param, text, GenerationVocabulary(generation));
}

Result<SearchRequest> parse_request(ParameterList const& list, Generation const& generation,
                                    Date today) {
  return parse_request(list, GenerationVocabulary(generation), today);
}

Result<ParsedQuery> parse_query(std::string_view text, Generation const& generation) {
  return parse_query(text, GenerationVocabulary(generation));
}

}  // namespace cyberlex
