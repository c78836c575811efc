#include "cyberlex/render/text_layout.h"

#include <algorithm>

#include "cyberlex/text/display_width.h"

namespace cyberlex {
namespace {

// Marks: control characters that no text of a law keeps.
constexpr char kBoldBegins = 1;
constexpr char kBoldEnds = 2;
constexpr char kParagraph = 3;  // then what the first line begins with,
constexpr char kRest = 4;       // then the others,
constexpr char kWords = 5;      // then the words, up to a line end

// The bytes of the control character at the front: one of ASCII's, or U+0080 to U+009F; 0 for none.
size_t control_length(std::string_view text) {
  auto const first = static_cast<unsigned char>(text.front());
  if (first < 0x20 || first == 0x7F) {
    return 1;
  }
  bool const high = first == 0xC2 && text.size() > 1 && static_cast<unsigned char>(text[1]) < 0xA0;
  return high ? 2 : 0;
}

// What the words of a law may not forge.
std::string without_layout(std::string_view text) {
  std::string out(text);
  std::erase_if(out, [](char c) { return c == kParagraph || c == kRest || c == kWords; });
  return out;
}

// Appends one paragraph (no line ends in it), filling lines.
void fill(std::string_view text, std::string line, std::string_view rest, size_t width,
          std::string& out) {
  bool begun = false;
  while (!text.empty()) {
    size_t const end = std::min(text.find(' '), text.size());
    std::string_view const word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word.empty()) {
      continue;
    }
    if (begun && width_of(line) + 1 + width_of(word) > width) {
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

// A line without its end: a marked paragraph is filled, any other stays as it is.
void lay_out_line(std::string_view line, size_t width, std::string& out) {
  size_t const rest = line.find(kRest);
  size_t const words = line.find(kWords);
  if (line.starts_with(kParagraph) && rest < words && words != std::string_view::npos) {
    fill(line.substr(words + 1), std::string(line.substr(1, rest - 1)),
         line.substr(rest + 1, words - rest - 1), width, out);
    return;
  }
  out += line;
  out += '\n';
}

// Drops control characters but line ends, and shows bold where it is asked for.
std::string printable(std::string_view text, bool ansi) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    char const first = text.front();
    size_t const control = control_length(text);
    if (ansi && (first == kBoldBegins || first == kBoldEnds)) {
      out += first == kBoldBegins ? "\x1b[1m" : "\x1b[0m";
    } else if (first == '\n' || control == 0) {
      out += first;
    }
    text.remove_prefix(std::max<size_t>(control, 1));
  }
  return out;
}

}  // namespace

size_t width_of(std::string_view text) {
  return display_width(text);
}

std::string cut_to(std::string_view text, size_t width) {
  size_t cut = 0;
  for (size_t used = 0; cut < text.size();) {
    size_t end = cut + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
      ++end;
    }
    used += display_width(text.substr(cut, end - cut));
    if (used > width) {
      break;
    }
    cut = end;
  }
  return std::string(text.substr(0, cut));
}

std::string filled_to(std::string_view text, size_t width) {
  return std::string(text) + std::string(width - std::min(width, width_of(text)), ' ');
}

std::string right_in(std::string_view text, size_t width) {
  return std::string(width - std::min(width, width_of(text)), ' ') + std::string(text);
}

std::string bold(std::string_view text) {
  std::string out(1, kBoldBegins);
  out += text;
  return out + kBoldEnds;
}

std::string wrapped(std::string_view text, std::string_view first, std::string_view rest) {
  std::string out;
  std::string_view begin = first;
  while (true) {
    size_t const end = text.find('\n');
    out += kParagraph + without_layout(begin) + kRest + without_layout(rest) + kWords +
           without_layout(text.substr(0, end)) + '\n';
    if (end == std::string_view::npos) {
      return out;
    }
    text.remove_prefix(end + 1);
    begin = rest;
  }
}

std::string lay_out(std::string_view marked, TextStyle const& style) {
  std::string lines;
  while (!marked.empty()) {
    size_t const end = std::min(marked.find('\n'), marked.size());
    lay_out_line(marked.substr(0, end), style.width, lines);
    marked.remove_prefix(std::min(end + 1, marked.size()));
  }
  return printable(lines, style.ansi);
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

}  // namespace cyberlex
