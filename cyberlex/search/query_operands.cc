#include "cyberlex/search/query_operands.h"

#include <algorithm>

#include "cyberlex/text/nearest.h"

namespace cyberlex {
namespace {

std::string unknown_field(std::string_view name) {
  Nearest nearest(name);
  nearest.consider("heading");
  nearest.consider("as_of");
  for (ParamInfo const& row : parameters()) {
    nearest.consider(row.name);
  }
  return "unknown field " + in_quotes(name) + nearest.hint();
}

}  // namespace

QueryPtr ParseLimits::fail(size_t position, std::string message) {
  error_ = query_error(position, std::move(message));
  return nullptr;
}

bool ParseLimits::count(size_t position, size_t more) {
  nodes_ += more;
  if (nodes_ > kMostNodes) {
    fail(position,
         "the query has more than " + std::to_string(kMostNodes) + " words and operators");
  }
  return nodes_ <= kMostNodes;
}

bool ParseLimits::enter(size_t position) {
  if (++depth_ > kDeepestNesting) {
    fail(position, "nested deeper than " + std::to_string(kDeepestNesting) + " levels");
  }
  return depth_ <= kDeepestNesting;
}

// A word as typed, without its marks.
struct OperandReader::Marked {
  std::string_view bare;
  WordForm form = WordForm::kStemmed;
};

QueryPtr OperandReader::read_word(std::string_view text, size_t position, bool one_node,
                                  bool heading) {
  Marked word;
  if (!read_marks(text, position, word)) {
    return nullptr;
  }
  bool const expands = word.form == WordForm::kPrefix || word.form == WordForm::kFuzzy;
  if (expands && !limits_.count(position, kExpandedWordNodes - 1)) {
    return nullptr;
  }
  QueryWords words = words_.read(word.bare);
  if (words.parts.empty()) {
    return limits_.fail(position,
                        "expected a word with a letter or a digit, found " + in_quotes(text));
  }
  if (words.parts.size() == 1) {
    return limits_.counted(position, WordNode{std::move(words.parts.front()), word.form, heading});
  }
  if (word.form == WordForm::kStemmed && words.joined.empty()) {
    words.joined = words_.without_hyphens(word.bare, words.parts);
  }
  if (word.form == WordForm::kStemmed || word.form == WordForm::kExact) {
    WordNode joined{words.joined, word.form, heading};
    return read_split(std::move(words), std::move(joined), position, one_node);
  }
  if (words.joined.empty()) {
    return limits_.fail(position, "* and ~ stand after one word, and " + in_quotes(word.bare) +
                                      " is " + std::to_string(words.parts.size()));
  }
  return limits_.counted(position, WordNode{std::move(words.joined), word.form, heading});
}

bool OperandReader::read_marks(std::string_view text, size_t position, Marked& word) {
  word.bare = text;
  if (text.starts_with('=')) {
    word.form = WordForm::kExact;
    word.bare.remove_prefix(1);
  } else if (text.ends_with('*') || text.ends_with('~')) {
    word.form = text.back() == '*' ? WordForm::kPrefix : WordForm::kFuzzy;
    word.bare.remove_suffix(1);
  }
  size_t const stray = word.bare.find_first_of("=*~");
  if (stray != std::string_view::npos) {
    size_t const skipped = word.form == WordForm::kExact ? 1 : 0;
    limits_.fail(position + skipped + stray,
                 std::string(1, word.bare[stray]) +
                     " is out of place: expected one mark a word, = before it or * or ~ after it");
  }
  return stray == std::string_view::npos;
}

// The phrase of the parts, or, for a word that ZWNJ or a hyphen joins, either.
QueryPtr OperandReader::read_split(QueryWords words, WordNode node, size_t position,
                                   bool one_node) {
  if (!limits_.count(position, words.parts.size())) {
    return nullptr;
  }
  QueryPtr phrase = limits_.counted(position, PhraseNode{std::move(words.parts), node.heading});
  if (!phrase || node.word.empty() || one_node) {
    return phrase;
  }
  OrNode both;
  both.operands.push_back(limits_.counted(position, std::move(node)));
  both.operands.push_back(std::move(phrase));
  return limits_.failed() ? nullptr : alternatives(position, std::move(both));
}

// An OR that no bracket was typed for: printed, it may need one.
QueryPtr OperandReader::alternatives(size_t position, OrNode node) {
  bool const fits = limits_.enter(position);
  limits_.leave();
  return fits ? limits_.counted(position, std::move(node)) : nullptr;
}

QueryPtr OperandReader::read_phrase(std::string_view inside, size_t position, bool heading) {
  QueryWords words = words_.read(inside);
  if (words.parts.empty()) {
    return limits_.fail(position, "expected a phrase with a letter or a digit");
  }
  if (words.parts.size() == 1) {
    return limits_.counted(position,
                           WordNode{std::move(words.parts.front()), WordForm::kExact, heading});
  }
  if (!limits_.count(position, words.parts.size())) {
    return nullptr;
  }
  return limits_.counted(position, PhraseNode{std::move(words.parts), heading});
}

QueryPtr OperandReader::read_field(QueryToken const& token) {
  if (token.name == "heading") {
    return token.quoted ? read_phrase(token.value, token.value_position, true)
                        : read_word(token.value, token.value_position, false, true);
  }
  if (token.name == "as_of") {
    return limits_.fail(token.position, std::string(kMisplacedDay));
  }
  std::optional<Param> const param = find_parameter(token.name);
  if (!param) {
    return limits_.fail(token.position, unknown_field(token.name));
  }
  if (token.quoted) {
    return limits_.fail(token.value_position, "only heading: takes a phrase");
  }
  return read_values(*param, token);
}

// name:a,b is name:a OR name:b.
QueryPtr OperandReader::read_values(Param param, QueryToken const& token) {
  OrNode node;
  for (size_t begin = 0; begin <= token.value.size();) {
    size_t const end = std::min(token.value.find(',', begin), token.value.size());
    QueryPtr field =
        read_value(param, token.value.substr(begin, end - begin), token.value_position + begin);
    if (!field) {
      return nullptr;
    }
    node.operands.push_back(std::move(field));
    begin = end + 1;
  }
  if (node.operands.size() == 1) {
    return std::move(node.operands.front());
  }
  return alternatives(token.position, std::move(node));
}

QueryPtr OperandReader::read_value(Param param, std::string_view text, size_t position) {
  std::string const name(info_of(param).name);
  if (text.empty()) {
    return limits_.fail(position, "expected a value of " + name + " here");
  }
  if (text.starts_with('-')) {
    return limits_.fail(position,
                        "to exclude a value write -" + name + ':' + std::string(text.substr(1)));
  }
  Result<FilterValue> value = parse_filter_value(param, text, vocabulary_);
  if (!value) {
    return limits_.fail(position, value.error().message);
  }
  return limits_.counted(position, FieldNode{param, std::move(value).value()});
}

}  // namespace cyberlex
