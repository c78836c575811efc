#include "cyberlex/search/query_lexer.h"

#include <algorithm>
#include <array>

#include "cyberlex/search/ranges.h"
#include "cyberlex/text/analyse.h"
#include "cyberlex/text/nearest.h"

namespace cyberlex {
namespace {

using Kind = QueryTokenKind;

struct Quotes {
  std::string_view open;
  std::string_view close;
};
constexpr auto kQuotes = std::to_array<Quotes>({{"\"", "\""}, {"“", "”"}, {"„", "“"}, {"«", "»"}});
constexpr auto kClosing = std::to_array<std::string_view>({"”", "»"});

// Spaces beyond ASCII, and the invisible marks of direction that come along when text is copied.
constexpr auto kSpaces = std::to_array<std::string_view>(
    {"\u00A0", "\u061C", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004",
     "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200A", "\u200B", "\u200E",
     "\u200F", "\u2028", "\u2029", "\u202A", "\u202B", "\u202C", "\u202D", "\u202E",
     "\u202F", "\u205F", "\u2066", "\u2067", "\u2068", "\u2069", "\u3000", "\uFEFF"});

// Bytes of the space that `text` begins with; 0 when it begins with none.
size_t space_at(std::string_view text) {
  auto const byte = static_cast<unsigned char>(text.front());
  if (byte < 0x80) {
    return byte <= 0x20 || byte == 0x7F ? 1 : 0;
  }
  for (std::string_view const space : kSpaces) {
    if (text.starts_with(space)) {
      return space.size();
    }
  }
  return 0;
}

Quotes const* quotes_at(std::string_view text) {
  auto const* const found =
      std::find_if(kQuotes.begin(), kQuotes.end(),
                   [text](Quotes const& quotes) { return text.starts_with(quotes.open); });
  return found == kQuotes.end() ? nullptr : found;
}

// Bytes of the closing mark that `text` begins with; 0 when it begins with none.
size_t closing_at(std::string_view text) {
  for (std::string_view const mark : kClosing) {
    if (text.starts_with(mark)) {
      return mark.size();
    }
  }
  return 0;
}

bool ends_run(std::string_view text) {
  char const c = text.front();
  return c == '(' || c == ')' || space_at(text) > 0 || quotes_at(text) != nullptr ||
         closing_at(text) > 0;
}

// Letters and underscores before a colon.
size_t field_name(std::string_view run) {
  size_t at = 0;
  while (at < run.size() && ((run[at] >= 'a' && run[at] <= 'z') ||
                             (run[at] >= 'A' && run[at] <= 'Z') || run[at] == '_')) {
    ++at;
  }
  return at > 0 && at < run.size() && run[at] == ':' ? at : 0;
}

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  Result<std::vector<QueryToken>> run() {
    while (at_ < text_.size()) {
      if (size_t const space = space_at(rest()); space > 0) {
        at_ += space;
        continue;
      }
      QueryToken token;
      token.position = at_;
      if (Status done = read(token); !done) {
        return done.error();
      }
      tokens_.push_back(token);
    }
    QueryToken end;
    end.position = text_.size();
    tokens_.push_back(end);
    return std::move(tokens_);
  }

 private:
  std::string_view rest() const { return text_.substr(at_); }

  Status read(QueryToken& token) {
    char const c = text_[at_];
    if (c == '(' || c == ')') {
      token.kind = c == '(' ? Kind::kOpen : Kind::kClose;
      token.text = text_.substr(at_++, 1);
      return Ok{};
    }
    if (c == '-') {
      return read_minus(token);
    }
    if (quotes_at(rest()) != nullptr) {
      token.kind = Kind::kPhrase;
      return read_quoted(token.text);
    }
    if (closing_at(rest()) > 0) {
      return query_error(at_, "a quotation mark closes here that was never opened");
    }
    return read_run(token);
  }

  Status read_minus(QueryToken& token) {
    token.kind = Kind::kNot;
    token.text = text_.substr(at_++, 1);
    bool const follows =
        at_ < text_.size() && text_[at_] != '-' && text_[at_] != ')' && space_at(rest()) == 0;
    if (!follows) {
      return query_error(token.position,
                         "expected a word, a phrase, a field or a bracket right after -");
    }
    return Ok{};
  }

  Status read_quoted(std::string_view& inside) {
    Quotes const& quotes = *quotes_at(rest());
    size_t const begin = at_ + quotes.open.size();
    size_t const end = text_.find(quotes.close, begin);
    if (end == std::string_view::npos) {
      return query_error(at_, "unclosed quotation mark: expected " + std::string(quotes.close));
    }
    inside = text_.substr(begin, end - begin);
    at_ = end + quotes.close.size();
    return Ok{};
  }

  std::string_view take_run() {
    size_t const begin = at_;
    while (at_ < text_.size() && !ends_run(rest())) {
      ++at_;
    }
    return text_.substr(begin, at_ - begin);
  }

  Status read_run(QueryToken& token) {
    size_t const begin = at_;
    token.text = take_run();
    if (size_t const name = field_name(token.text); name > 0) {
      at_ = begin;
      return read_field(token, name);
    }
    return classify(token);
  }

  Status read_field(QueryToken& token, size_t name) {
    token.kind = Kind::kField;
    token.name = rest().substr(0, name);
    size_t const begin = at_;
    at_ += name + 1;
    token.value_position = at_;
    token.quoted = at_ < text_.size() && quotes_at(rest()) != nullptr;
    if (token.quoted) {
      if (Status done = read_quoted(token.value); !done) {
        return done;
      }
    } else {
      token.value = take_run();
    }
    token.text = text_.substr(begin, at_ - begin);
    if (token.value.empty()) {
      return query_error(token.value_position,
                         "expected a value right after " + std::string(token.name) + ':');
    }
    return Ok{};
  }

  static Status classify(QueryToken& token) {
    std::string_view const text = token.text;
    token.kind = Kind::kWord;
    if (text == "AND") {
      token.kind = Kind::kAnd;
    } else if (text == "OR") {
      token.kind = Kind::kOr;
    } else if (text == "NOT") {
      token.kind = Kind::kNot;
    } else if (text == "/s" || text == "/p") {
      token.kind = Kind::kScope;
      token.scope = text == "/s" ? Scope::kSentence : Scope::kParagraph;
    } else if (text == "NEAR" || text == "ADJ" || text.starts_with("NEAR/") ||
               text.starts_with("ADJ/")) {
      return read_distance(token);
    }
    return Ok{};
  }

  static Status read_distance(QueryToken& token) {
    std::string_view const text = token.text;
    token.kind = Kind::kNear;
    token.ordered = text.front() == 'A';
    size_t const name = token.ordered ? 3 : 4;
    std::string const digits = ascii_digits(text.substr(std::min(name + 1, text.size())));
    bool good = !digits.empty() && digits.size() <= 3;
    for (char const c : digits) {
      good = good && c >= '0' && c <= '9';
      token.distance = good ? token.distance * 10 + static_cast<uint32_t>(c - '0') : 0;
    }
    if (!good || token.distance == 0 || token.distance > kLargestDistance) {
      return query_error(token.position, "expected a distance from 1 to " +
                                             std::to_string(kLargestDistance) + " such as " +
                                             std::string(text.substr(0, name)) + "/5, found " +
                                             in_quotes(text));
    }
    return Ok{};
  }

  std::string_view text_;
  size_t at_ = 0;
  std::vector<QueryToken> tokens_;
};

}  // namespace

Result<std::vector<QueryToken>> lex_query(std::string_view text) {
  if (text.size() > kLongestQuery) {
    return query_error(kLongestQuery, "the query is " + std::to_string(text.size()) +
                                          " bytes long; the limit is " +
                                          std::to_string(kLongestQuery));
  }
  size_t bad = 0;
  if (!is_utf8(text, &bad)) {
    return query_error(bad, "expected UTF-8");
  }
  return Lexer(text).run();
}

std::string_view trim_query(std::string_view text) {
  size_t first = text.size();
  size_t last = 0;
  for (size_t at = 0; at < text.size();) {
    size_t const space = space_at(text.substr(at));
    if (space == 0) {
      first = std::min(first, at);
      last = at + 1;
    }
    at += std::max<size_t>(space, 1);
  }
  return first < last ? text.substr(first, last - first) : std::string_view();
}

Error query_error(size_t position, std::string message) {
  return {ErrorCode::kBadQuery, std::move(message), "q", position};
}

std::string without_syntax(std::string_view text) {
  constexpr std::string_view kSyntax = "()\":*~=";
  std::string out;
  for (size_t at = 0; at < text.size();) {
    std::string_view const rest = text.substr(at);
    Quotes const* const quotes = quotes_at(rest);
    size_t const quote = quotes != nullptr ? quotes->open.size() : closing_at(rest);
    size_t const ascii = kSyntax.find(rest.front()) == std::string_view::npos ? 0 : 1;
    size_t const skipped = std::max({space_at(rest), quote, ascii});
    out += skipped > 0 ? ' ' : rest.front();
    at += std::max<size_t>(skipped, 1);
  }
  return out;
}

}  // namespace cyberlex
