#include "indexer/legalize_front_matter.h"

#include <algorithm>
#include <vector>

#include "indexer/visible_text.h"

namespace cyberlex {
namespace {

constexpr size_t kOpensWithin = 8;
// A quoted value that is not closed within so many lines was never meant to be one: keeps hostile
// input linear.
constexpr size_t kLongestQuote = 100;

bool is_key_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-';
}

// Length of the key at the start of a line; 0 when it does not begin with "key:".
size_t key_length(std::string_view line) {
  size_t n = 0;
  while (n < line.size() && is_key_char(line[n])) {
    ++n;
  }
  bool const ends =
      n < line.size() && line[n] == ':' && (n + 1 == line.size() || line[n + 1] == ' ');
  return n > 0 && line[0] != '-' && ends ? n : 0;
}

bool is_fence(std::string_view line) {
  return trim(line) == "---" && line.starts_with("---");
}

// Takes the first line off `text`.
std::string_view take_line(std::string_view& text) {
  size_t const end = std::min(text.find('\n'), text.size());
  std::string_view const line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

// Where the fence opens: the number of lines before it, and the text behind it.
struct Opening {
  size_t line = 0;
  size_t begin = 0;
  std::string_view behind;
};

std::optional<Opening> find_opening(std::string_view text) {
  std::string_view rest = text;
  for (size_t i = 0; i < kOpensWithin && !rest.empty(); ++i) {
    size_t const begin = text.size() - rest.size();
    if (is_fence(take_line(rest))) {
      std::string_view behind = rest;
      return key_length(take_line(behind)) > 0 ? std::optional(Opening{i, begin, rest})
                                               : std::nullopt;
    }
  }
  return std::nullopt;
}

void append_utf8(uint32_t code, std::string& out) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | (code >> 6));
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    out += static_cast<char>(0xE0 | (code >> 12));
    out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  }
}

// Four hexadecimal digits of a code point that is no surrogate.
std::optional<uint32_t> four_digits(std::string_view digits) {
  uint32_t code = 0;
  for (char const c : digits) {
    int const value = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (value < 0) {
      return std::nullopt;
    }
    code = code * 16 + static_cast<uint32_t>(value);
  }
  bool const whole = digits.size() == 4 && (code < 0xD800 || code > 0xDFFF) && code != 0;
  return whole ? std::optional(code) : std::nullopt;
}

// Reads the escape whose backslash stands at `i`; returns the place of its last byte.
size_t read_escape(std::string_view text, size_t i, std::string& out) {
  char const c = i + 1 < text.size() ? text[i + 1] : '\\';
  std::optional<uint32_t> const code = c == 'u' ? four_digits(text.substr(i + 2, 4)) : std::nullopt;
  if (code) {
    append_utf8(*code, out);
    return i + 5;
  }
  out += c == 'n' || c == 't' || c == 'r' ? ' ' : c;
  return i + 1;
}

// The value of a quoted scalar and where it is closed.
struct Quoted {
  std::string value;
  size_t end = 0;  // offset of the closing quote
};

// REQUIRES: `text` begins with its quote. Nothing when it is not closed.
std::optional<Quoted> unquote(std::string_view text) {
  char const quote = text.front();
  Quoted out;
  for (size_t i = 1; i < text.size(); ++i) {
    if (text[i] == '\\' && quote == '"') {
      i = read_escape(text, i, out.value);
    } else if (text[i] != quote) {
      out.value += text[i];
    } else if (quote == '\'' && text.substr(i, 2) == "''") {
      out.value += text[i++];
    } else {
      out.end = i;
      return out;
    }
  }
  return std::nullopt;
}

class FieldReader {
 public:
  FieldReader(std::vector<std::string_view> const& lines, int first_line, std::string const& file,
              Diagnostics& diagnostics)
      : lines_(lines), first_line_(first_line), file_(file), diagnostics_(diagnostics) {}

  void read(FrontMatter& out) {
    while (next_ < lines_.size()) {
      std::string_view const line = lines_[next_];
      size_t const key = key_length(line);
      if (key > 0) {
        read_field(std::string(line.substr(0, key)), trim(line.substr(key + 1)), out);
      } else {
        pass_over(line);
      }
    }
  }

 private:
  void pass_over(std::string_view line) {
    if (!trim(line).empty() && line.front() != '#') {
      warn("expected \"key: value\", passed over");
    }
    ++next_;
  }
  void warn(std::string message) {
    diagnostics_.warning({file_, first_line_ + static_cast<int>(next_), 0}, std::move(message));
  }

  void read_field(std::string key, std::string_view value, FrontMatter& out) {
    if (out.fields.count(key) > 0) {
      warn("\"" + key + "\" stands twice, the first is kept");
    }
    bool const quoted = !value.empty() && (value.front() == '"' || value.front() == '\'');
    std::optional<std::string> read = quoted ? quoted_value(value) : std::nullopt;
    if (!read) {
      read = plain_value(value);
    }
    out.fields.emplace(std::move(key), collapse_space(*read));
  }

  std::optional<std::string> quoted_value(std::string_view value) {
    std::string whole(value);
    std::vector<size_t> line_ends = {whole.size()};
    size_t const last = std::min(lines_.size(), next_ + kLongestQuote);
    for (size_t i = next_ + 1; i < last; ++i) {
      whole += ' ';
      whole += lines_[i];
      line_ends.push_back(whole.size());
    }
    std::optional<Quoted> read = unquote(whole);
    if (!read) {
      warn("a quote that is not closed");
      return std::nullopt;
    }
    auto const line = std::upper_bound(line_ends.begin(), line_ends.end(), read->end);
    next_ += static_cast<size_t>(line - line_ends.begin()) + 1;
    return std::move(read->value);
  }

  std::string plain_value(std::string_view value) {
    bool const block = !value.empty() && (value.front() == '|' || value.front() == '>');
    std::string whole(block ? std::string_view() : value);
    ++next_;
    while (next_ < lines_.size() && !lines_[next_].empty() &&
           (lines_[next_].front() == ' ' || lines_[next_].starts_with("- "))) {
      whole += ' ';
      whole += lines_[next_++];
    }
    return whole;
  }

  std::vector<std::string_view> const& lines_;
  int first_line_;
  std::string const& file_;
  Diagnostics& diagnostics_;
  size_t next_ = 0;
};

}  // namespace

std::string_view FrontMatter::get(std::string_view key) const {
  auto const found = fields.find(key);
  return found == fields.end() ? std::string_view() : found->second;
}

bool opens_with_front_matter(std::string_view opening) {
  return find_opening(opening).has_value();
}

std::optional<FrontMatter> split_front_matter(std::string_view text, std::string const& file,
                                              Diagnostics& diagnostics) {
  std::optional<Opening> const opening = find_opening(text);
  if (!opening) {
    return std::nullopt;
  }
  std::vector<std::string_view> lines;
  std::string_view rest = opening->behind;
  bool closed = false;
  while (!rest.empty() && !closed) {
    std::string_view const line = take_line(rest);
    closed = is_fence(line);
    if (!closed) {
      lines.push_back(line);
    }
  }
  if (!closed) {
    return std::nullopt;
  }
  FrontMatter out;
  out.before = text.substr(0, opening->begin);
  out.body = rest;
  out.first_line = static_cast<int>(opening->line) + 1;
  out.body_line = out.first_line + static_cast<int>(lines.size()) + 2;
  FieldReader(lines, out.first_line + 1, file, diagnostics).read(out);
  return out;
}

}  // namespace cyberlex
