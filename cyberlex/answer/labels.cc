#include "cyberlex/answer/labels.h"

#include <algorithm>
#include <array>

#include "cyberlex/model/identifiers.h"

namespace cyberlex {
namespace {

using Name = std::pair<std::string_view, std::string_view>;

constexpr auto kCountries = std::to_array<Name>({
    {"ae", "United Arab Emirates"},
    {"ar", "Argentina"},
    {"at", "Austria"},
    {"be", "Belgium"},
    {"br", "Brazil"},
    {"ch", "Switzerland"},
    {"cl", "Chile"},
    {"co", "Colombia"},
    {"cr", "Costa Rica"},
    {"de", "Germany"},
    {"dk", "Denmark"},
    {"eg", "Egypt"},
    {"es", "Spain"},
    {"fr", "France"},
    {"gb", "United Kingdom"},
    {"gh", "Ghana"},
    {"int", "treaties"},
    {"ir", "Iran"},
    {"it", "Italy"},
    {"ke", "Kenya"},
    {"mx", "Mexico"},
    {"ng", "Nigeria"},
    {"ni", "Nicaragua"},
    {"nl", "Netherlands"},
    {"pe", "Peru"},
    {"ph", "Philippines"},
    {"pl", "Poland"},
    {"pt", "Portugal"},
    {"ru", "Russia"},
    {"sa", "Saudi Arabia"},
    {"se", "Sweden"},
    {"us", "United States"},
    {"uy", "Uruguay"},
    {"za", "South Africa"},
});

constexpr auto kLanguages = std::to_array<Name>({
    {"ar", "Arabic"},
    {"de", "German"},
    {"en", "English"},
    {"es", "Spanish"},
    {"fa", "Persian"},
    {"fr", "French"},
    {"it", "Italian"},
    {"nl", "Dutch"},
    {"pl", "Polish"},
    {"pt", "Portuguese"},
    {"ru", "Russian"},
    {"zh", "Chinese"},
});

template <typename Table>
std::string name_in(Table const& table, std::string_view code) {
  auto const* const found = std::find_if(table.begin(), table.end(),
                                         [code](Name const& row) { return row.first == code; });
  return std::string(found == table.end() ? code : found->second);
}

std::string act_label(std::string_view handle, Generation const& generation) {
  ActRecord const* act = generation.find_act(handle);
  return act == nullptr ? std::string(handle) : display_title(act->work);
}

// "unc/7", "unc/none", "none".
std::string article_label(std::string_view value, Generation const& generation) {
  if (value == "none") {
    return "outside every treaty";
  }
  if (value == "not-assessed") {
    return readable(value);
  }
  size_t const slash = value.find('/');
  std::string const treaty = act_label(value.substr(0, slash), generation);
  if (slash == std::string_view::npos) {
    return treaty;
  }
  std::string_view const article = value.substr(slash + 1);
  return article == "none" ? "outside: " + treaty : treaty + ", article " + std::string(article);
}

// "unc:signed", "unc" for a party.
std::string standing_label(std::string_view value, Generation const& generation) {
  size_t const colon = value.find(':');
  bool const party = colon == std::string_view::npos;
  return act_label(value.substr(0, colon), generation) + ": " +
         (party ? std::string("party") : readable(value.substr(colon + 1)));
}

// A concept of whichever scheme has it first.
std::string any_concept_label(std::string_view value, Generation const& generation) {
  std::vector<Concept> const& concepts = generation.taxonomy().concepts;
  auto const found = std::ranges::find(concepts, value, &Concept::id);
  return found == concepts.end() ? readable(value)
                                 : concept_label(generation.taxonomy(), found->scheme, value);
}

// "4y" -> "4 years"; anything else as it is.
std::string bound_label(std::string_view bound) {
  Result<Duration> const read = Duration::parse(bound, true);
  if (!read || bound.size() < 2) {
    return std::string(bound);
  }
  std::string const number(bound.substr(0, bound.size() - 1));
  switch (bound.back()) {
    case 'y':
      return number + (number == "1" ? " year" : " years");
    case 'm':
      return number + (number == "1" ? " month" : " months");
    case 'd':
      return number + (number == "1" ? " day" : " days");
    default:
      return std::string(bound);
  }
}

std::string range_label(std::string_view value) {
  size_t const dots = value.find("..");
  if (dots == std::string_view::npos) {
    return readable(value);
  }
  std::string_view high = value.substr(dots + 2);
  bool const open = high.starts_with('<');
  high.remove_prefix(open ? 1 : 0);
  std::string const low = bound_label(value.substr(0, dots));
  if (high.empty()) {
    return low + " or more";
  }
  std::string const top = (open ? "under " : "up to ") + bound_label(high);
  return low.empty() ? top : low + " to " + (open ? top : bound_label(high));
}

// "0NGN.." is any amount.
std::string fine_label(std::string_view value) {
  bool const any = value.size() > 3 && value.front() == '0' && value.ends_with("..");
  return any ? std::string(value.substr(1, value.size() - 3)) + ", any amount" : range_label(value);
}

std::string answer_label(std::string_view value) {
  if (value == "true" || value == "false") {
    return value == "true" ? "yes" : "no";
  }
  return value == "none" ? "no penalty" : readable(value);
}

std::string concept_or_reason(std::string_view value, Param param, Generation const& generation) {
  if (value == "none" || value == "not-assessed" || value == "unknown") {
    return readable(value);
  }
  return concept_label(generation.taxonomy(), info_of(param).name, value);
}

// "notification:absent" as "notification of the person concerned: absent".
std::string assessed_label(std::string_view value, Param param, Generation const& generation) {
  size_t const colon = value.find(':');
  if (colon == std::string_view::npos) {
    return concept_or_reason(value, param, generation);
  }
  return concept_label(generation.taxonomy(), info_of(param).name, value.substr(0, colon)) + ": " +
         readable(value.substr(colon + 1));
}

}  // namespace

std::string label_of(Param param, std::string_view value, Generation const& generation) {
  switch (param) {
    case Param::kJurisdiction:
      return country_name(value);
    case Param::kAct:
      return act_label(value, generation);
    case Param::kLang:
      return language_name(value);
    case Param::kOffence:
    case Param::kPower:
    case Param::kAuthorisation:
    case Param::kConcern:
      return concept_or_reason(value, param, generation);
    case Param::kSuggested:
      return value == "none" ? readable(value)
                             : concept_label(generation.taxonomy(), "offence", value);
    case Param::kSafeguard:
    case Param::kDefence:
      return assessed_label(value, param, generation);
    case Param::kSerious:
    case Param::kOneYear:
      return answer_label(value);
    case Param::kArticle:
    case Param::kConvention:
      return article_label(value, generation);
    case Param::kYear:
      return std::string(value);
    case Param::kPrison:
    case Param::kPrisonMin:
    case Param::kFine:
      return label_of_range(param, value);
    case Param::kParty:
      return standing_label(value, generation);
    case Param::kConcept:
      return any_concept_label(value, generation);
    default:
      return readable(value);
  }
}

std::string label_of_range(Param param, std::string_view value) {
  return param == Param::kFine ? fine_label(value) : range_label(value);
}

std::string concept_label(Taxonomy const& taxonomy, std::string_view scheme, std::string_view id) {
  Concept const* found = taxonomy.find(scheme, id);
  auto const english = found == nullptr ? LocalizedText::const_iterator() : found->pref.find("en");
  return found == nullptr || english == found->pref.end() ? readable(id) : english->second;
}

std::string display_text(LocalizedText const& text, std::string_view original_language) {
  if (text.empty()) {
    return {};
  }
  auto found = text.find("en");
  found = found == text.end() ? text.find(std::string(original_language)) : found;
  return found == text.end() ? text.begin()->second : found->second;
}

std::string display_title(Work const& work) {
  std::string title = display_text(work.short_title, work.original_language);
  title = title.empty() ? display_text(work.title, work.original_language) : std::move(title);
  return title.empty() ? work.handle : title;
}

std::string country_name(std::string_view code) {
  return name_in(kCountries, code);
}

std::string language_name(std::string_view code) {
  return name_in(kLanguages, code);
}

std::string readable(std::string_view slug) {
  std::string out(slug);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
  return out;
}

}  // namespace cyberlex
