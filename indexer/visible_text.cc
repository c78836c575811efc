#include "indexer/visible_text.h"

#include <algorithm>
#include <cstring>

namespace cyberlex {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

unsigned byte_at(std::string_view text, size_t i) {
  return static_cast<unsigned char>(text[i]);
}

bool is_ascii_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

bool is_continuation(std::string_view text, size_t i) {
  return i < text.size() && (byte_at(text, i) & 0xC0U) == 0x80U;
}

// The second byte's bounds rule out overlong forms, surrogates and code points above U+10FFFF.
bool second_byte_fits(unsigned first, unsigned second) {
  switch (first) {
    case 0xE0:
      return second >= 0xA0;
    case 0xED:
      return second < 0xA0;
    case 0xF0:
      return second >= 0x90;
    case 0xF4:
      return second < 0x90;
    default:
      return true;
  }
}

// Length of the well-formed sequence at `i`; 0 when there is none.
size_t sequence_length(std::string_view text, size_t i) {
  unsigned const first = byte_at(text, i);
  if (first < 0x80) {
    return 1;
  }
  size_t const length = first >= 0xC2 && first < 0xE0   ? 2
                        : first >= 0xE0 && first < 0xF0 ? 3
                        : first >= 0xF0 && first < 0xF5 ? 4
                                                        : 0;
  for (size_t k = 1; k < length; ++k) {
    if (!is_continuation(text, i + k)) {
      return 0;
    }
  }
  return length > 1 && second_byte_fits(first, byte_at(text, i + 1)) ? length : 0;
}

// White space beyond ASCII: U+0085, U+00A0, U+1680, U+2000..200A, U+2028, U+2029, U+202F, U+205F,
// U+3000. Length of it at `i`; 0 when there is none.
size_t wide_space_length(std::string_view text, size_t i) {
  std::string_view const rest = text.substr(i, 3);
  if (rest.starts_with("\xC2\x85") || rest.starts_with("\xC2\xA0")) {
    return 2;
  }
  if (rest.size() < 3) {
    return 0;
  }
  if (rest == "\xE1\x9A\x80" || rest == "\xE2\x81\x9F" || rest == "\xE3\x80\x80") {
    return 3;
  }
  if (!rest.starts_with("\xE2\x80")) {
    return 0;
  }
  unsigned const last = byte_at(rest, 2);
  return last <= 0x8A || last == 0xA8 || last == 0xA9 || last == 0xAF ? 3 : 0;
}

size_t space_length(std::string_view text, size_t i) {
  return is_ascii_space(text[i]) ? 1 : byte_at(text, i) < 0xC2 ? 0 : wide_space_length(text, i);
}

// Counts one kind of change and remembers where it was first made.
struct Change {
  uint64_t count = 0;
  int first_line = 0;

  void note(int line) {
    first_line = count == 0 ? line : first_line;
    ++count;
  }
};

// Copies bytes to `out`, mending what clean_text() promises to mend.
class Cleaner {
 public:
  explicit Cleaner(std::string_view bytes) : bytes_(bytes) { out_.reserve(bytes.size()); }

  std::string run() {
    for (size_t i = 0; i < bytes_.size();) {
      i = step(i);
    }
    return std::move(out_);
  }
  void report(std::string const& file, Diagnostics& diagnostics) const {
    if (crlf_.count > 0) {
      diagnostics.note({file, crlf_.first_line, 0},
                       std::to_string(crlf_.count) + " lines end in CRLF, read as LF");
    }
    warn(file, diagnostics, cr_, " lone carriage returns, read as ends of lines");
    warn(file, diagnostics, nul_, " NUL bytes, read as U+FFFD");
    warn(file, diagnostics, invalid_, " bytes are not UTF-8, read as U+FFFD");
  }

 private:
  static void warn(std::string const& file, Diagnostics& diagnostics, Change const& change,
                   std::string const& what) {
    if (change.count > 0) {
      diagnostics.warning({file, change.first_line, 0}, std::to_string(change.count) + what);
    }
  }

  size_t step(size_t i) {
    char const c = bytes_[i];
    if (c == '\r') {
      bool const pair = i + 1 < bytes_.size() && bytes_[i + 1] == '\n';
      (pair ? crlf_ : cr_).note(line_);
      i += pair ? 1 : 0;
      return newline(i);
    }
    if (c == '\n') {
      return newline(i);
    }
    size_t const length = c == '\0' ? 0 : sequence_length(bytes_, i);
    if (length > 0) {
      out_.append(bytes_, i, length);
      return i + length;
    }
    (c == '\0' ? nul_ : invalid_).note(line_);
    out_ += kReplacement;
    return i + 1;
  }
  size_t newline(size_t i) {
    out_ += '\n';
    ++line_;
    return i + 1;
  }

  std::string_view bytes_;
  std::string out_;
  int line_ = 1;
  Change crlf_;
  Change cr_;
  Change nul_;
  Change invalid_;
};

bool is_clean(std::string_view bytes) {
  if (bytes.find('\0') != std::string_view::npos || bytes.find('\r') != std::string_view::npos) {
    return false;
  }
  for (size_t i = 0; i < bytes.size();) {
    size_t const length = sequence_length(bytes, i);
    if (length == 0) {
      return false;
    }
    i += length;
  }
  return true;
}

}  // namespace

uint64_t count_visible(std::string_view text) {
  uint64_t count = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    bool const starts = (byte_at(text, i) & 0xC0U) != 0x80U;
    count += starts && space_length(text, i) == 0 ? 1 : 0;
  }
  return count;
}

std::string clean_text(std::string_view bytes, std::string const& file, Diagnostics& diagnostics) {
  if (bytes.starts_with(kByteOrderMark)) {
    diagnostics.note({file, 1, 1}, "a byte order mark, left out");
    bytes.remove_prefix(kByteOrderMark.size());
  }
  if (is_clean(bytes)) {
    return std::string(bytes);
  }
  Cleaner cleaner(bytes);
  std::string text = cleaner.run();
  cleaner.report(file, diagnostics);
  return text;
}

std::string collapse_space(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool gap = false;
  for (size_t i = 0; i < text.size();) {
    size_t const space = space_length(text, i);
    if (space > 0) {
      gap = true;
      i += space;
      continue;
    }
    if (gap && !out.empty()) {
      out += ' ';
    }
    gap = false;
    out += text[i++];
  }
  return out;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_ascii_space(text.front())) {
    text.remove_prefix(1);
  }
  while (!text.empty() && is_ascii_space(text.back())) {
    text.remove_suffix(1);
  }
  return text;
}

std::string_view trim_blank_lines(std::string_view text) {
  std::string_view const inner = trim(text);
  if (inner.empty()) {
    return inner;
  }
  auto const begin = static_cast<size_t>(inner.data() - text.data());
  size_t const line = begin == 0 ? std::string_view::npos : text.rfind('\n', begin - 1);
  size_t const from = line == std::string_view::npos ? 0 : line + 1;
  return text.substr(from, begin + inner.size() - from);
}

uint64_t count_provisions(std::vector<Provision> const& body) {
  uint64_t count = 0;
  for (Provision const& provision : body) {
    count += count_visible(provision.label.empty() ? provision.num : provision.label);
    count += count_visible(provision.heading) + count_visible(provision.text) +
             count_visible(provision.closing);
    count += count_provisions(provision.items);
  }
  return count;
}

}  // namespace cyberlex
