// From the text of a query to its tokens.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/search/query.h"

namespace cyberlex {

enum class QueryTokenKind : uint8_t {
  kEnd,
  kOpen,
  kClose,
  kAnd,
  kOr,
  kNot,    // NOT, or a "-" right before what follows
  kNear,   // NEAR/n, ADJ/n
  kScope,  // /s, /p
  kWord,   // with its marks: =word, word*, word~
  kPhrase,
  kField,  // name:value
};

// Views into the text of the query.
struct QueryToken {
  QueryTokenKind kind = QueryTokenKind::kEnd;
  size_t position = 0;
  std::string_view text;   // as typed; of a phrase what stands between the quotation marks
  std::string_view name;   // of a field
  std::string_view value;  // of a field; a phrase's inside when `quoted`
  size_t value_position = 0;
  bool quoted = false;
  uint32_t distance = 0;
  bool ordered = false;
  Scope scope = Scope::kSentence;
};

// Tokens in order, kEnd last. kBadQuery with position: an unclosed quotation mark, a field without
// value, a
// "-" before nothing, a distance that is none, bytes that are no UTF-8.
Result<std::vector<QueryToken>> lex_query(std::string_view text);

// Without the space, visible or not, around it.
std::string_view trim_query(std::string_view text);

// An error at a byte of the query.
Error query_error(size_t position, std::string message);

// The text with everything that means something to the lexer, and invisible spaces, made a plain
// space.
std::string without_syntax(std::string_view text);

}  // namespace cyberlex
