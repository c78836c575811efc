// Recursive descent, a rung of the grammar a function, loosest first:
//
//   or    = and ("OR" and)*
//   and   = unary (["AND"] unary)*
//   unary = ("NOT" | "-") unary | near
//   near  = primary (("NEAR/n" | "ADJ/n" | "/s" | "/p") primary)*
//   primary = word | phrase | field | "(" or ")"
//
// A function that fails leaves the error in limits_ and returns null. The depth is counted where
// the grammar comes back to itself, so no text can exhaust the stack.

#include <algorithm>
#include <utility>

#include "cyberlex/search/citation.h"
#include "cyberlex/search/query.h"
#include "cyberlex/search/query_lexer.h"
#include "cyberlex/search/query_operands.h"
#include "cyberlex/search/ranges.h"
#include "cyberlex/text/nearest.h"

namespace cyberlex {
namespace {

using Kind = QueryTokenKind;

class Parser {
 public:
  Parser(std::vector<QueryToken> tokens, VocabularyView const& vocabulary)
      : tokens_(std::move(tokens)), operands_(vocabulary, limits_) {}

  Result<ParsedQuery> run() {
    ParsedQuery out;
    if (current().kind == Kind::kEnd) {
      out.root = make_query(AllNode());
      return out;
    }
    out.root = parse_or();
    if (out.root && current().kind != Kind::kEnd) {
      out.root = fail(current().position, "no bracket is open that this ) could close");
    }
    if (!out.root) {
      return limits_.error();
    }
    out.as_of = as_of_;
    out.spells_and = spells_and_;
    out.read_as = print(*out.root);
    if (out.read_as.size() > kLongestQuery) {
      return query_error(0, "the query is longer than " + std::to_string(kLongestQuery) +
                                " bytes once it is written out");
    }
    return out;
  }

 private:
  QueryToken const& current() const { return tokens_[at_]; }

  QueryPtr fail(size_t position, std::string message) {
    return limits_.fail(position, std::move(message));
  }

  QueryPtr parse_or() {
    size_t const position = current().position;
    OrNode node;
    bool more = true;
    bool alternatives = false;
    while (more) {
      QueryPtr operand = parse_and();
      if (!operand) {
        return nullptr;
      }
      append_alternative(std::move(operand), node);
      more = current().kind == Kind::kOr;
      at_ += more ? 1 : 0;
      alternatives = alternatives || more;
    }
    if (alternatives && as_of_ && limits_.depth() == 0) {
      return fail(as_of_position_, std::string(kMisplacedDay));
    }
    if (node.operands.size() == 1) {
      return std::move(node.operands.front());
    }
    return limits_.counted(position, std::move(node));
  }

  // An OR within an OR is one OR.
  static void append_alternative(QueryPtr operand, OrNode& node) {
    auto* const inner = std::get_if<OrNode>(&operand->value);
    if (inner == nullptr) {
      node.operands.push_back(std::move(operand));
      return;
    }
    std::move(inner->operands.begin(), inner->operands.end(), std::back_inserter(node.operands));
  }

  QueryPtr parse_and() {
    size_t const position = current().position;
    AndNode node;
    bool day = false;
    do {
      if (take_day()) {
        day = true;
      } else if (!limits_.failed()) {
        QueryPtr operand = parse_unary();
        if (!operand) {
          return nullptr;
        }
        node.operands.push_back(std::move(operand));
      }
      if (limits_.failed()) {
        return nullptr;
      }
    } while (another_operand());
    if (node.operands.empty() && day) {
      return limits_.counted(position, AllNode());
    }
    if (node.operands.size() == 1) {
      return std::move(node.operands.front());
    }
    return limits_.counted(position, std::move(node));
  }

  bool another_operand() {
    if (current().kind == Kind::kAnd) {
      ++at_;
      spells_and_ = true;
      return true;
    }
    Kind const kind = current().kind;
    return kind != Kind::kEnd && kind != Kind::kClose && kind != Kind::kOr;
  }

  // as_of:2020-01-01 where it may stand: read, and not part of the tree.
  bool take_day() {
    QueryToken const& token = current();
    bool const day = token.kind == Kind::kField && token.name == "as_of" && !token.quoted;
    if (!day || limits_.depth() > 0) {
      return false;
    }
    Result<Date> const parsed = Date::parse(ascii_digits(token.value));
    if (!parsed) {
      fail(token.value_position,
           "expected a date such as 2015-05-15 after as_of:, found " + in_quotes(token.value));
      return false;
    }
    if (as_of_ && *as_of_ != *parsed) {
      fail(token.position, "as_of: stands twice with different days");
      return false;
    }
    as_of_ = *parsed;
    as_of_position_ = token.position;
    ++at_;
    return true;
  }

  QueryPtr parse_unary() {
    if (current().kind != Kind::kNot) {
      return parse_near();
    }
    size_t const position = current().position;
    if (!limits_.enter(position)) {
      return nullptr;
    }
    ++at_;
    QueryPtr operand = parse_unary();
    limits_.leave();
    return operand ? limits_.counted(position, NotNode{std::move(operand)}) : nullptr;
  }

  QueryPtr parse_near() {
    size_t const position = current().position;
    QueryPtr first = parse_primary();
    if (!first || !is_proximity(current())) {
      return first;
    }
    QueryToken const joint = current();
    if (!is_operand(*first)) {
      return fail(position, not_an_operand(joint));
    }
    std::vector<QueryPtr> operands;
    operands.push_back(std::move(first));
    while (is_proximity(current())) {
      if (!same_operator(current(), joint)) {
        return fail(current().position, "expected " + std::string(joint.text) +
                                            " again: different operators cannot be chained, "
                                            "found " +
                                            std::string(current().text));
      }
      ++at_;
      size_t const operand_position = current().position;
      in_proximity_ = true;
      QueryPtr operand = parse_primary();
      in_proximity_ = false;
      if (!operand) {
        return nullptr;
      }
      if (!is_operand(*operand)) {
        return fail(operand_position, not_an_operand(joint));
      }
      operands.push_back(std::move(operand));
    }
    if (joint.kind == Kind::kScope) {
      return limits_.counted(position, ScopeNode{joint.scope, std::move(operands)});
    }
    return limits_.counted(position, NearNode{joint.distance, joint.ordered, std::move(operands)});
  }

  bool beside_proximity() const { return in_proximity_ || is_proximity(current()); }

  static bool is_proximity(QueryToken const& token) {
    return token.kind == Kind::kNear || token.kind == Kind::kScope;
  }

  static bool same_operator(QueryToken const& a, QueryToken const& b) {
    return a.kind == b.kind && a.distance == b.distance && a.ordered == b.ordered &&
           a.scope == b.scope;
  }

  static std::string not_an_operand(QueryToken const& joint) {
    return "expected a word or a phrase beside " + std::string(joint.text);
  }

  static bool is_operand(QueryNode const& node) {
    auto const* const word = std::get_if<WordNode>(&node.value);
    auto const* const phrase = std::get_if<PhraseNode>(&node.value);
    return (word != nullptr && !word->heading) || (phrase != nullptr && !phrase->heading);
  }

  QueryPtr parse_primary() {
    QueryToken const& token = current();
    switch (token.kind) {
      case Kind::kWord:
        ++at_;
        return operands_.read_word(token.text, token.position, beside_proximity());
      case Kind::kPhrase:
        ++at_;
        return operands_.read_phrase(token.text, token.position);
      case Kind::kField:
        ++at_;
        return operands_.read_field(token);
      case Kind::kOpen:
        return parse_brackets();
      default:
        return fail(token.position, expected_operand());
    }
  }

  QueryPtr parse_brackets() {
    size_t const position = current().position;
    if (!limits_.enter(position)) {
      return nullptr;
    }
    ++at_;
    QueryPtr inside = parse_or();
    limits_.leave();
    if (!inside) {
      return nullptr;
    }
    if (current().kind != Kind::kClose) {
      return fail(position, "unclosed bracket: expected )");
    }
    ++at_;
    return inside;
  }

  // "expected a word after AND, found )"
  std::string expected_operand() const {
    std::string message = "expected a word, a phrase, a field or a bracket";
    if (at_ > 0) {
      message = "expected a word after " + std::string(tokens_[at_ - 1].text);
    }
    if (current().kind != Kind::kEnd) {
      message += ", found " + std::string(current().text);
    }
    return message;
  }

  std::vector<QueryToken> tokens_;
  ParseLimits limits_;
  OperandReader operands_;
  size_t at_ = 0;
  bool in_proximity_ = false;
  bool spells_and_ = false;
  std::optional<Date> as_of_;
  size_t as_of_position_ = 0;
};

}  // namespace

Result<ParsedQuery> parse_query(std::string_view text, VocabularyView const& vocabulary) {
  Result<std::vector<QueryToken>> tokens = lex_query(text);
  if (!tokens) {
    return tokens.error();
  }
  std::string_view const trimmed = trim_query(text);
  if (std::optional<Citation> cited = recognise_citation(trimmed, vocabulary)) {
    ParsedQuery out;
    out.root = make_query(CitationNode{std::string(trimmed), std::move(cited->targets)});
    out.read_as = print(*out.root);
    out.recognised = "citation: " + cited->label;
    return out;
  }
  return Parser(std::move(tokens).value(), vocabulary).run();
}

}  // namespace cyberlex
