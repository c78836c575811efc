#include "tools/terminal.h"

#include <algorithm>
#include <ostream>

namespace cyberlex::tools {
namespace {

constexpr char kBoldBegins = 1;
constexpr char kBoldEnds = 2;

// The bytes of the control character at the front: one of ASCII's, or U+0080 to U+009F; 0 for none.
size_t control_length(std::string_view text) {
  auto const first = static_cast<unsigned char>(text.front());
  if (first < 0x20 || first == 0x7F) {
    return 1;
  }
  bool const high = first == 0xC2 && text.size() > 1 && static_cast<unsigned char>(text[1]) < 0xA0;
  return high ? 2 : 0;
}

// In code points; control characters take no room.
size_t width_of(std::string_view text) {
  size_t width = 0;
  while (!text.empty()) {
    size_t const control = control_length(text);
    bool const begins = (static_cast<unsigned char>(text.front()) & 0xC0U) != 0x80U;
    width += control == 0 && begins ? 1 : 0;
    text.remove_prefix(std::max<size_t>(control, 1));
  }
  return width;
}

// Appends one paragraph (no line ends in it), filling lines.
void fill(std::string_view text, std::string line, std::string_view rest, std::string& out) {
  bool begun = false;
  while (!text.empty()) {
    size_t const end = std::min(text.find(' '), text.size());
    std::string_view const word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word.empty()) {
      continue;
    }
    if (begun && width_of(line) + 1 + width_of(word) > kLineWidth) {
      out += line + '\n';
      line = rest;
      begun = false;
    }
    line += begun ? " " : "";
    line += word;
    begun = true;
  }
  line.erase(line.find_last_not_of(' ') + 1);
  out += line + '\n';
}

}  // namespace

std::string bold(std::string_view text) {
  std::string out(1, kBoldBegins);
  out += text;
  return out + kBoldEnds;
}

std::string printable(std::string_view text, bool colour) {
  std::string out;
  while (!text.empty()) {
    char const first = text.front();
    size_t const control = control_length(text);
    if (colour && (first == kBoldBegins || first == kBoldEnds)) {
      out += first == kBoldBegins ? "\x1b[1m" : "\x1b[0m";
    } else if (first == '\n' || control == 0) {
      out += first;
    }
    text.remove_prefix(std::max<size_t>(control, 1));
  }
  return out;
}

void print(Terminal& terminal, std::string_view text) {
  terminal.out << printable(text, terminal.colour);
}

std::string wrapped(std::string_view text, std::string_view first, std::string_view rest) {
  std::string out;
  std::string begin(first);
  while (true) {
    size_t const end = text.find('\n');
    fill(text.substr(0, end), begin, rest, out);
    if (end == std::string_view::npos) {
      return out;
    }
    text.remove_prefix(end + 1);
    begin = rest;
  }
}

std::string labelled(std::string_view label, std::string_view text, size_t indent) {
  std::string first(indent, ' ');
  first += label;
  std::string const rest(indent + kLabelWidth, ' ');
  size_t const width = width_of(first);
  first.append(width < rest.size() ? rest.size() - width : 1, ' ');
  return wrapped(text, first, rest);
}

std::string counted(uint64_t number, std::string_view one, std::string_view many) {
  std::string out = std::to_string(number) + ' ';
  if (number == 1 || many.empty()) {
    out += one;
    return number == 1 ? out : out + 's';
  }
  out += many;
  return out;
}

std::string joined(std::vector<std::string> const& values, std::string_view separator) {
  std::string out;
  for (std::string const& value : values) {
    out += (out.empty() ? "" : std::string(separator)) + value;
  }
  return out;
}

std::string with_separators(std::string_view digits) {
  size_t const whole = std::min(digits.find('.'), digits.size());
  std::string out;
  for (size_t i = 0; i < whole; ++i) {
    out += i > 0 && (whole - i) % 3 == 0 ? "," : "";
    out += digits[i];
  }
  return out + std::string(digits.substr(whole));
}

}  // namespace cyberlex::tools
