#include <algorithm>
#include <array>

#include "cyberlex/model/identifiers.h"
#include "cyberlex/model/penalty.h"
#include "cyberlex/search/ranges.h"
#include "cyberlex/search/request.h"
#include "cyberlex/text/nearest.h"

namespace cyberlex {
namespace {

using NameSpan = std::span<std::string_view const>;

constexpr auto kAbsent = std::to_array<std::string_view>({"none", "not-assessed"});
constexpr auto kNotAssessed = std::to_array<std::string_view>({"not-assessed"});
constexpr auto kUnknownYear = std::to_array<std::string_view>({"unknown"});
constexpr auto kNone = std::to_array<std::string_view>({"none"});
constexpr auto kNoSuggestedTerm = std::to_array<std::string_view>({"unknown", "none"});
// What is recognised in a text, not what the model knows of.
constexpr auto kRecognised =
    std::to_array<std::string_view>({"imprisonment", "life", "death", "fine", "day-fine"});
constexpr auto kNoTerm = std::to_array<std::string_view>({"unknown", "none", "not-assessed"});

bool contains(NameSpan names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// The values that are valid in every corpus.
NameSpan closed_list(Param param) {
  switch (param) {
    case Param::kStatus:
      return names<LegalStatus>();
    case Param::kText:
      return names<TextKind>();
    case Param::kClass:
      return names<ProvisionClass>();
    case Param::kSerious:
    case Param::kOneYear:
      return names<Ternary>();
    case Param::kPenalty:
      return names<PenaltyKind>();
    case Param::kSuggestedPenalty:
      return kRecognised;
    case Param::kConfidence:
      return names<Confidence>();
    case Param::kRelation:
      return names<Relation>();
    default:
      return {};
  }
}

// The values that stand for the lack of one.
NameSpan pseudo_values(Param param) {
  switch (param) {
    case Param::kOffence:
    case Param::kPower:
    case Param::kAuthorisation:
    case Param::kConcern:
    case Param::kConcept:
    case Param::kSafeguard:
    case Param::kDefence:
    case Param::kPenalty:
    case Param::kSerious:
    case Param::kOneYear:
    case Param::kArticle:
    case Param::kConvention:
      return kAbsent;
    case Param::kConfidence:
    case Param::kRelation:
      return kNotAssessed;
    case Param::kPrison:
    case Param::kPrisonMin:
    case Param::kFine:
      return kNoTerm;
    case Param::kSuggested:
    case Param::kSuggestedPenalty:
      return kNone;
    case Param::kSuggestedPrison:
      return kNoSuggestedTerm;
    case Param::kYear:
      return kUnknownYear;
    default:
      return {};
  }
}

std::string_view scheme_of(Param param) {
  switch (param) {
    case Param::kOffence:
    case Param::kPower:
    case Param::kAuthorisation:
    case Param::kConcern:
    case Param::kSafeguard:
    case Param::kDefence:
      return info_of(param).name;
    default:
      return {};
  }
}

Error bad_value(Param param, std::string message) {
  return {ErrorCode::kBadQuery, std::move(message), std::string(info_of(param).name)};
}

std::vector<std::string_view> treaties(VocabularyView const& vocabulary) {
  std::vector<std::string_view> out;
  for (std::string const& act : vocabulary.held(Param::kAct)) {
    if (act.find('/') == std::string::npos) {
      out.emplace_back(act);
    }
  }
  return out;
}

// What may follow the colon of party=treaty:standing; the bare treaty is "party".
constexpr auto kStandings = std::to_array<std::string_view>(
    {"party", "signed", "invited", "withdrawn", "none", "not-assessed"});

// "allowed: a, b" for what is closed, "held: a, b" for what the corpus decides.
std::string choices(Param param, VocabularyView const& vocabulary) {
  std::vector<std::string_view> names(closed_list(param).begin(), closed_list(param).end());
  bool const closed = !names.empty();
  std::vector<std::string> const& held = vocabulary.held(param);
  if (!closed && scheme_of(param).empty()) {
    names.assign(held.begin(), held.end());
  }
  for (std::string_view const pseudo : pseudo_values(param)) {
    if (!contains(names, pseudo)) {
      names.push_back(pseudo);
    }
  }
  if (!scheme_of(param).empty()) {
    return "; allowed: the concepts of scheme " + std::string(scheme_of(param)) + ", " +
           listed(names);
  }
  if (names.empty()) {
    return "; none is held";
  }
  return (closed ? "; allowed: " : "; held: ") + listed(names);
}

Error unknown_value(Param param, std::string_view text, VocabularyView const& vocabulary) {
  Nearest nearest(text);
  nearest.among(closed_list(param)).among(pseudo_values(param)).among(vocabulary.held(param));
  for (Concept const& entry : vocabulary.taxonomy().concepts) {
    if (entry.scheme == scheme_of(param)) {
      nearest.consider(entry.id);
    }
  }
  return bad_value(param, "unknown " + std::string(info_of(param).name) + " " + in_quotes(text) +
                              nearest.hint() + choices(param, vocabulary));
}

// A concept of any scheme.
Concept const* find_concept(std::string_view id, Taxonomy const& taxonomy) {
  auto const found = std::ranges::find(taxonomy.concepts, id, &Concept::id);
  return found == taxonomy.concepts.end() ? nullptr : &*found;
}

Error unknown_concept(Param param, std::string_view text, Taxonomy const& taxonomy) {
  Nearest nearest(text);
  nearest.among(pseudo_values(param));
  for (Concept const& entry : taxonomy.concepts) {
    nearest.consider(entry.id);
  }
  Concept const* const near = find_concept(nearest.name(), taxonomy);
  return bad_value(param, "unknown concept " + in_quotes(text) + nearest.hint() +
                              (near == nullptr ? "" : " (scheme " + near->scheme + ")") +
                              "; allowed: the concepts of every scheme, " +
                              listed(pseudo_values(param)));
}

bool is_held(Param param, std::string_view text, VocabularyView const& vocabulary) {
  std::vector<std::string> const& held = vocabulary.held(param);
  return std::binary_search(held.begin(), held.end(), text);
}

bool is_known(Param param, std::string_view text, VocabularyView const& vocabulary) {
  std::string_view const scheme = scheme_of(param);
  // A state or a language of which nothing is held is a good question with an empty answer.
  bool const exists = (param == Param::kJurisdiction && is_jurisdiction(text)) ||
                      (param == Param::kLang && language_639_2(text).has_value());
  return exists || contains(closed_list(param), text) || is_held(param, text, vocabulary) ||
         (!scheme.empty() && vocabulary.taxonomy().find(scheme, text) != nullptr);
}

Result<FilterValue> parse_treaty(Param param, std::string_view text,
                                 VocabularyView const& vocabulary) {
  bool const treaty = text.find('/') == std::string_view::npos;
  if (treaty && is_held(Param::kAct, text, vocabulary)) {
    return FilterValue{std::string(text), {}};
  }
  std::vector<std::string_view> const held = treaties(vocabulary);
  std::string const choice = held.empty() ? "; none is held" : "; held: " + listed(held);
  return bad_value(param,
                   "unknown treaty " + in_quotes(text) + Nearest(text).among(held).hint() + choice);
}

Result<FilterValue> parse_article(std::string_view text, VocabularyView const& vocabulary) {
  size_t const slash = text.find('/');
  if (vocabulary.articles().holds(text)) {
    return FilterValue{std::string(text), {}};
  }
  if (slash == std::string_view::npos) {
    Result<FilterValue> treaty = parse_treaty(Param::kArticle, text, vocabulary);
    if (treaty) {
      return treaty;
    }
    return bad_value(Param::kArticle,
                     "expected an article of a treaty such as unc/7, a chapter such as unc/chp_2, "
                     "a treaty, or unc/none, none, not-assessed, found " +
                         in_quotes(text));
  }
  Result<FilterValue> treaty = parse_treaty(Param::kArticle, text.substr(0, slash), vocabulary);
  if (!treaty) {
    return treaty;
  }
  if (text.substr(slash + 1) == "none") {
    return FilterValue{std::string(text), {}};
  }
  Result<Handle> const handle = parse_handle(text);
  if (!handle || handle->eid.empty()) {
    return bad_value(Param::kArticle,
                     "expected an article of a treaty such as unc/7, found " + in_quotes(text));
  }
  Handle const unit{handle->act, handle->eid.unit()};
  if (!vocabulary.has_unit(unit.act, unit.eid.text())) {
    return bad_value(Param::kArticle, "there is no " + to_string(unit));
  }
  if (unit != *handle) {
    return bad_value(Param::kArticle,
                     in_quotes(text) +
                         " lies below an article; filters take whole articles: " + to_string(unit));
  }
  return FilterValue{to_string(unit), {}};
}

std::string lower(std::string_view text) {
  std::string out = ascii_digits(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return out;
}

Result<FilterValue> parse_code(Param param, std::string_view text,
                               VocabularyView const& vocabulary) {
  std::string const code = lower(text);
  if (contains(pseudo_values(param), code)) {
    return FilterValue{code, {}};
  }
  if (param == Param::kArticle) {
    return parse_article(code, vocabulary);
  }
  if (param == Param::kConvention) {
    return parse_treaty(param, code, vocabulary);
  }
  if (param == Param::kConcept || param == Param::kSuggested) {
    return find_concept(code, vocabulary.taxonomy()) == nullptr
               ? Result<FilterValue>(unknown_concept(param, code, vocabulary.taxonomy()))
               : FilterValue{code, {}};
  }
  if (!is_known(param, code, vocabulary)) {
    return unknown_value(param, code, vocabulary);
  }
  return FilterValue{code, {}};
}

// "notification:absent": a concept of the scheme and what was found of it.
Result<FilterValue> parse_assessed(Param param, std::string_view text,
                                   VocabularyView const& vocabulary) {
  std::string const code = lower(text);
  if (contains(pseudo_values(param), code)) {
    return FilterValue{code, {}};
  }
  size_t const colon = code.find(':');
  std::string const concept_id = code.substr(0, colon);
  if (vocabulary.taxonomy().find(scheme_of(param), concept_id) == nullptr) {
    return unknown_value(param, concept_id, vocabulary);
  }
  NameSpan const values = names<AssessmentValue>();
  std::string_view const value =
      colon == std::string::npos ? std::string_view() : std::string_view(code).substr(colon + 1);
  if (!contains(values, value)) {
    return bad_value(param, "expected " + concept_id + ":VALUE, found " + in_quotes(text) +
                                Nearest(value).among(values).hint() +
                                "; values: " + listed(values));
  }
  return FilterValue{code, {}};
}

// "unc:signed"; "budapest" says "budapest:party".
Result<FilterValue> parse_party(std::string_view text, VocabularyView const& vocabulary) {
  std::string const code = lower(text);
  size_t const colon = code.find(':');
  Result<FilterValue> treaty = parse_treaty(Param::kParty, code.substr(0, colon), vocabulary);
  if (!treaty || colon == std::string::npos) {
    return treaty;
  }
  std::string standing = code.substr(colon + 1);
  if (standing == name_of(Standing::kSignatory)) {
    standing = "signed";
  }
  if (!contains(kStandings, standing)) {
    return bad_value(Param::kParty, "unknown standing " + in_quotes(standing) +
                                        Nearest(standing).among(kStandings).hint() +
                                        "; allowed: " + listed(kStandings));
  }
  treaty->text += standing == "party" ? "" : ':' + standing;
  return treaty;
}

Result<FilterValue> parse_range(Param param, std::string_view text) {
  switch (info_of(param).form) {
    case ValueForm::kYearRange:
      return parse_year_range(text);
    case ValueForm::kFineRange:
      return parse_fine_range(text);
    default:
      return parse_term_range(text);
  }
}

}  // namespace

Result<FilterValue> parse_filter_value(Param param, std::string_view text,
                                       VocabularyView const& vocabulary) {
  if (info_of(param).form == ValueForm::kCode) {
    return parse_code(param, text, vocabulary);
  }
  if (info_of(param).form == ValueForm::kAssessed) {
    return parse_assessed(param, text, vocabulary);
  }
  if (info_of(param).form == ValueForm::kStanding) {
    return parse_party(text, vocabulary);
  }
  if (contains(pseudo_values(param), text)) {
    return FilterValue{std::string(text), {}};
  }
  Result<FilterValue> out = parse_range(param, text);
  if (out) {
    return out;
  }
  std::string message = out.error().message;
  if (!pseudo_values(param).empty()) {
    message += "; also allowed: " + listed(pseudo_values(param));
  }
  return bad_value(param, std::move(message));
}

}  // namespace cyberlex
