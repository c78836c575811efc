// What the leaves of a query mean: words, phrases, fields.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "cyberlex/search/query_lexer.h"
#include "cyberlex/search/query_words.h"

namespace cyberlex {

template <typename Node>
QueryPtr make_query(Node node) {
  auto out = std::make_unique<QueryNode>();
  out->value = std::move(node);
  return out;
}

// The limits of one parse, and the error it ended with.
class ParseLimits {
 public:
  // Null, always.
  QueryPtr fail(size_t position, std::string message);
  bool failed() const { return !error_.message.empty(); }
  Error const& error() const { return error_; }

  // Counts nodes, or words of a phrase. False, with the error set, when they are too many.
  bool count(size_t position, size_t more = 1);
  // Goes one level down; REQUIRES leave() after it, whatever it returned, save when the parse ends.
  bool enter(size_t position);
  void leave() { --depth_; }
  size_t depth() const { return depth_; }

  // The node, counted; null when it is one too many.
  template <typename Node>
  QueryPtr counted(size_t position, Node node) {
    return count(position) ? make_query(std::move(node)) : nullptr;
  }

 private:
  size_t nodes_ = 0;
  size_t depth_ = 0;
  Error error_;
};

inline constexpr std::string_view kMisplacedDay =
    "as_of: holds for the whole query: expected it beside the other terms, outside brackets, OR "
    "and NOT";

// Each function returns null and leaves the error in `limits` when it cannot read its text.
class OperandReader {
 public:
  // REQUIRES: both outlive it.
  OperandReader(VocabularyView const& vocabulary, ParseLimits& limits)
      : vocabulary_(vocabulary), limits_(limits) {}

  // A word with its marks, begun at `position`. `one_node`: beside NEAR, which takes no OR, a word
  // joined by ZWNJ or a hyphen is the phrase of its parts alone.
  QueryPtr read_word(std::string_view text, size_t position, bool one_node, bool heading = false);
  QueryPtr read_phrase(std::string_view inside, size_t position, bool heading = false);
  // REQUIRES: token.kind == kField.
  QueryPtr read_field(QueryToken const& token);

 private:
  struct Marked;
  bool read_marks(std::string_view text, size_t position, Marked& word);
  QueryPtr read_split(QueryWords words, WordNode node, size_t position, bool one_node);
  QueryPtr read_values(Param param, QueryToken const& token);
  QueryPtr read_value(Param param, std::string_view text, size_t position);
  QueryPtr alternatives(size_t position, OrNode node);

  VocabularyView const& vocabulary_;
  ParseLimits& limits_;
  WordReader words_;
};

}  // namespace cyberlex
