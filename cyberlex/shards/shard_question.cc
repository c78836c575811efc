#include "cyberlex/shards/shard_question.h"

#include <algorithm>

#include "cyberlex/index/schema.h"
#include "cyberlex/model/vocabulary.h"
#include "cyberlex/search/compile_query.h"
#include "cyberlex/search/facets.h"
#include "cyberlex/text/language.h"

namespace cyberlex::shards {
namespace {

Error beyond(std::string const& what, std::string where = "q") {
  return {ErrorCode::kBadQuery, what + " cannot be asked of shards", std::move(where)};
}

Error beyond(Param param) {
  std::string const name(info_of(param).name);
  return beyond("\"" + name + "\"", name);
}

// The values of one filter on limbs.
struct LimbChoice {
  uint32_t axis = 0;
  std::vector<uint32_t> values;
};

std::vector<ShardQuery> terms_of(uint32_t axis, std::vector<uint32_t> const& values) {
  std::vector<ShardQuery> out;
  for (uint32_t const value : values) {
    out.push_back(ShardQuery::term(value_term(axis, value)));
  }
  return out;
}

// Every combination of one value of each, in the order of axes: together at one place.
std::vector<ShardQuery> phrases_of(std::vector<LimbChoice> const& choices) {
  uint32_t const window = choices.back().axis - choices.front().axis + 1;
  std::vector<std::vector<std::string>> rows{{}};
  for (LimbChoice const& choice : choices) {
    std::vector<std::vector<std::string>> longer;
    for (std::vector<std::string> const& row : rows) {
      for (uint32_t const value : choice.values) {
        longer.push_back(row);
        longer.back().push_back(value_term(choice.axis, value));
      }
    }
    rows = std::move(longer);
  }
  std::vector<ShardQuery> out;
  for (std::vector<std::string>& row : rows) {
    out.push_back(ShardQuery::phrase(std::move(row), window));
  }
  return out;
}

}  // namespace

Status ShardQuestion::check() const {
  for (Filter const& filter : request_.filters) {
    if (projection_.find(filter.param) == nullptr) {
      return beyond(filter.param);
    }
  }
  for (Param const facet : request_.facets) {
    if (projection_.find(facet) == nullptr) {
      return beyond(facet);
    }
  }
  if (request_.sort != Sort::kRelevance && request_.sort != Sort::kCitation) {
    return beyond("sort=" + std::string(name_of(request_.sort)), "sort");
  }
  return Ok{};
}

bool ShardQuestion::asks_gone() const {
  Filter const* const status = filter_of(request_.filters, Param::kStatus);
  return status != nullptr && asks_for_gone(status->include);
}

Result<ShardQuery> ShardQuestion::words(QueryNode const& node) const {
  if (std::holds_alternative<AllNode>(node.value)) {
    return ShardQuery::all();
  }
  if (auto const* const each = std::get_if<WordNode>(&node.value)) {
    return word(*each);
  }
  if (auto const* const each = std::get_if<PhraseNode>(&node.value)) {
    return phrase(*each);
  }
  if (auto const* const each = std::get_if<AndNode>(&node.value)) {
    return conjunction(*each);
  }
  if (auto const* const each = std::get_if<OrNode>(&node.value)) {
    Result<std::vector<ShardQuery>> any = all(each->operands);
    return any ? Result<ShardQuery>(ShardQuery::any_of(std::move(any).value())) : any.error();
  }
  if (auto const* const each = std::get_if<NotNode>(&node.value)) {
    Result<ShardQuery> operand = words(*each->operand);
    return operand ? Result<ShardQuery>(
                         ShardQuery::but_not({ShardQuery::all(), std::move(operand).value()}))
                   : operand.error();
  }
  if (auto const* const each = std::get_if<FieldNode>(&node.value)) {
    std::string const name(info_of(each->param).name);
    return Error{ErrorCode::kBadQuery,
                 "fields in the query cannot be asked of shards; give " + name +
                     " as a parameter of its own",
                 "q"};
  }
  return beyond(std::holds_alternative<CitationNode>(node.value) ? "a citation"
                : std::holds_alternative<NearNode>(node.value)   ? "NEAR and ADJ"
                                                                 : "/s and /p");
}

Result<ShardQuery> ShardQuestion::word(WordNode const& node) const {
  if (node.form == WordForm::kPrefix || node.form == WordForm::kFuzzy) {
    return beyond(node.form == WordForm::kPrefix ? "\"" + node.word + "*\""
                                                 : "\"" + node.word + "~\"");
  }
  bool const stemmed = node.form == WordForm::kStemmed;
  char const kind = stemmed ? (node.heading ? schema::kHeadingStem : schema::kStem)
                            : (node.heading ? schema::kHeadingWord : schema::kWord);
  std::vector<ShardQuery> any;
  for (std::string const& language : projection_.languages) {
    std::string const form = stemmed ? std::string(Stemmer(language).stem(node.word)) : node.word;
    any.push_back(ShardQuery::term(schema::term(kind, language, form)));
  }
  return ShardQuery::any_of(std::move(any));
}

Result<ShardQuery> ShardQuestion::phrase(PhraseNode const& node) const {
  char const kind = node.heading ? schema::kHeadingWord : schema::kWord;
  std::vector<ShardQuery> any;
  for (std::string const& language : projection_.languages) {
    std::vector<std::string> words;
    for (std::string const& each : node.words) {
      words.push_back(schema::term(kind, language, each));
    }
    auto const window = static_cast<uint32_t>(words.size());
    any.push_back(ShardQuery::phrase(std::move(words), window));
  }
  return ShardQuery::any_of(std::move(any));
}

Result<ShardQuery> ShardQuestion::conjunction(AndNode const& node) const {
  std::vector<ShardQuery> asked;
  std::vector<ShardQuery> excluded;
  for (QueryPtr const& operand : node.operands) {
    auto const* const negation = std::get_if<NotNode>(&operand->value);
    Result<ShardQuery> part = words(negation == nullptr ? *operand : *negation->operand);
    if (!part) {
      return part;
    }
    (negation == nullptr ? asked : excluded).push_back(std::move(part).value());
  }
  std::vector<ShardQuery> parts{ShardQuery::all_of(std::move(asked))};
  parts.insert(parts.end(), excluded.begin(), excluded.end());
  return ShardQuery::but_not(std::move(parts));
}

Result<std::vector<ShardQuery>> ShardQuestion::all(std::vector<QueryPtr> const& operands) const {
  std::vector<ShardQuery> out;
  for (QueryPtr const& operand : operands) {
    Result<ShardQuery> part = words(*operand);
    if (!part) {
      return part.error();
    }
    out.push_back(std::move(part).value());
  }
  return out;
}

// All filters on limbs, at one place.
Result<ShardQuery> ShardQuestion::on_limbs(std::optional<Param> skip) const {
  std::vector<LimbChoice> choices;
  size_t combinations = 1;
  for (Filter const& filter : request_.filters) {
    Axis const& axis = *projection_.find(filter.param);
    if (filter.param == skip || axis.of_state() || filter.include.empty()) {
      continue;
    }
    std::vector<uint32_t> values = axis.accepted(filter.include);
    combinations *= values.size();
    if (combinations > kMostCombinations) {
      return Error{ErrorCode::kBadQuery,
                   "these filters meet in more than " + std::to_string(kMostCombinations) +
                       " combinations of values, too many for shards; ask for fewer",
                   std::string(info_of(filter.param).name)};
    }
    choices.push_back({projection_.number_of(axis), std::move(values)});
  }
  if (choices.empty()) {
    return ShardQuery::all();
  }
  std::ranges::sort(choices, {}, &LimbChoice::axis);
  return ShardQuery::any_of(choices.size() == 1
                                ? terms_of(choices.front().axis, choices.front().values)
                                : phrases_of(choices));
}

std::vector<ShardQuery> ShardQuestion::excluded(std::optional<Param> skip) const {
  std::vector<ShardQuery> out;
  for (Filter const& filter : request_.filters) {
    if (filter.param == skip || filter.exclude.empty()) {
      continue;
    }
    Axis const& axis = *projection_.find(filter.param);
    std::vector<ShardQuery> const terms =
        terms_of(projection_.number_of(axis), axis.accepted(filter.exclude));
    out.insert(out.end(), terms.begin(), terms.end());
  }
  return out;
}

Result<ShardQuery> ShardQuestion::narrowed(ShardQuery words, std::optional<Param> skip,
                                           bool with_gone) const {
  std::vector<ShardQuery> parts{std::move(words),
                                ShardQuery::at_most(kFromSlot, request_.as_of.days()),
                                ShardQuery::at_least(kToSlot, int64_t{request_.as_of.days()} + 1)};
  for (Filter const& filter : request_.filters) {
    Axis const& axis = *projection_.find(filter.param);
    if (filter.param == skip || !axis.of_state() || filter.include.empty()) {
      continue;
    }
    parts.push_back(
        ShardQuery::any_of(terms_of(projection_.number_of(axis), axis.accepted(filter.include))));
  }
  Result<ShardQuery> limbs = on_limbs(skip);
  if (!limbs) {
    return limbs;
  }
  if (limbs->kind != ShardQuery::Kind::kAll) {
    parts.push_back(std::move(limbs).value());
  }
  std::vector<ShardQuery> without = excluded(skip);
  if (!with_gone && !asks_gone()) {
    std::vector<ShardQuery> const gone = gone_terms();
    without.insert(without.end(), gone.begin(), gone.end());
  }
  without.insert(without.begin(), ShardQuery::filtered(std::move(parts)));
  return ShardQuery::but_not(std::move(without));
}

std::vector<ShardQuery> ShardQuestion::gone_terms() const {
  Axis const& status = *projection_.find(Param::kStatus);
  std::vector<uint32_t> gone;
  for (uint32_t i = 0; i < status.values.size(); ++i) {
    std::optional<LegalStatus> const value = parse_name<LegalStatus>(status.values[i].value);
    if (value.has_value() && is_gone(*value)) {
      gone.push_back(i);
    }
  }
  return terms_of(projection_.number_of(status), gone);
}

}  // namespace cyberlex::shards
