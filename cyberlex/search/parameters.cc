#include "cyberlex/search/parameters.h"

#include <algorithm>
#include <array>

namespace cyberlex {
namespace {

constexpr auto kParameters = std::to_array<ParamInfo>({
    {Param::kJurisdiction, "jurisdiction", Level::kState, ValueForm::kCode, true,
     "state whose law it is (ISO 3166-1 alpha-2); int for treaties"},
    {Param::kAct, "act", Level::kState, ValueForm::kCode, true, "act, by its handle"},
    {Param::kRank, "rank", Level::kState, ValueForm::kCode, true,
     "kind of act: act, ley, decreto, treaty"},
    {Param::kYear, "year", Level::kState, ValueForm::kYearRange, true,
     "year of enactment or adoption, or a range of years"},
    {Param::kLang, "lang", Level::kState, ValueForm::kCode, true,
     "language in which a text is held (ISO 639-1)"},
    {Param::kStatus, "status", Level::kState, ValueForm::kCode, true,
     "where the provision stands on the day asked"},
    {Param::kText, "text", Level::kState, ValueForm::kCode, true, "provenance of the text held"},
    {Param::kClass, "class", Level::kState, ValueForm::kCode, true, "what the provision is for"},
    {Param::kParty, "party", Level::kState, ValueForm::kStanding, true,
     "standing of its state towards a treaty on the day asked: budapest, unc:signed"},
    {Param::kSuggested, "suggested", Level::kState, ValueForm::kCode, true,
     "concept that a machine read into it, not reviewed"},
    {Param::kSuggestedPenalty, "suggested_penalty", Level::kState, ValueForm::kCode, true,
     "kind of penalty that a machine recognised, not reviewed"},
    {Param::kSuggestedPrison, "suggested_prison", Level::kState, ValueForm::kTermRange, false,
     "range on the longest term that a machine recognised, not reviewed"},
    {Param::kOffence, "offence", Level::kLimb, ValueForm::kCode, true, "offence it establishes"},
    {Param::kPower, "power", Level::kLimb, ValueForm::kCode, true, "power it confers"},
    {Param::kAuthorisation, "authorisation", Level::kLimb, ValueForm::kCode, true,
     "who authorises the power"},
    {Param::kConcern, "concern", Level::kLimb, ValueForm::kCode, true,
     "concern raised about it under human rights"},
    {Param::kConcept, "concept", Level::kLimb, ValueForm::kCode, true,
     "concept of any scheme, or a narrower one"},
    {Param::kSafeguard, "safeguard", Level::kLimb, ValueForm::kAssessed, true,
     "what a power has of a safeguard: notification:absent"},
    {Param::kDefence, "defence", Level::kLimb, ValueForm::kAssessed, true,
     "what an offence has of a defence: good-faith-research:absent"},
    {Param::kSerious, "serious", Level::kLimb, ValueForm::kCode, true,
     "maximum of four years or graver, derived"},
    {Param::kOneYear, "one_year", Level::kLimb, ValueForm::kCode, true,
     "maximum of one year or graver, derived"},
    {Param::kPenalty, "penalty", Level::kClause, ValueForm::kCode, true, "kind of penalty"},
    {Param::kPrison, "prison", Level::kClause, ValueForm::kTermRange, true,
     "range on the longest term of imprisonment"},
    {Param::kPrisonMin, "prison_min", Level::kClause, ValueForm::kTermRange, true,
     "range on the shortest term of imprisonment"},
    {Param::kFine, "fine", Level::kClause, ValueForm::kFineRange, true,
     "range on the fine, within one unit"},
    {Param::kConfidence, "confidence", Level::kClause, ValueForm::kCode, true,
     "how the annotated facts are known"},
    {Param::kArticle, "article", Level::kMapping, ValueForm::kCode, true,
     "treaty article it is mapped to"},
    {Param::kConvention, "convention", Level::kMapping, ValueForm::kCode, true,
     "treaty it is mapped to"},
    {Param::kRelation, "relation", Level::kMapping, ValueForm::kCode, true,
     "how it stands to the article"},
});

}  // namespace

std::span<ParamInfo const> parameters() {
  return kParameters;
}

ParamInfo const& info_of(Param param) {
  return kParameters.at(static_cast<size_t>(param));
}

std::optional<Param> find_parameter(std::string_view name) {
  auto const* const found = std::find_if(kParameters.begin(), kParameters.end(),
                                         [name](ParamInfo const& row) { return row.name == name; });
  if (found == kParameters.end()) {
    return std::nullopt;
  }
  return found->param;
}

}  // namespace cyberlex
