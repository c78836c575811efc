// UAX #29 sentences by ICU end at "Art. 30" and "No. 5" (a full stop, a space and no small letter),
// which statutes are full of, and cost as much as the words; so the rule is our own.

#include "cyberlex/text/sentence.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "cyberlex/text/utf8.h"

namespace cyberlex {
namespace {

// Folded, sorted.
constexpr std::array<std::string_view, 52> kAbbreviations = {
    "abs", "al",   "apdo", "art",  "arts", "bgbl", "bzw", "cap",  "caps", "cf",   "ch",
    "cir", "cl",   "cls",  "dec",  "doc",  "dr",   "dra", "eg",   "ff",   "fig",  "fr",
    "gem", "ie",   "inc",  "incs", "ing",  "lic",  "lit", "mr",   "mrs",  "ms",   "no",
    "nos", "nr",   "nro",  "num",  "nums", "op",   "pag", "para", "pp",   "prof", "reg",
    "sec", "secs", "sr",   "sra",  "ss",   "ver",  "vgl", "vs"};

static_assert(std::is_sorted(kAbbreviations.begin(), kAbbreviations.end()));

bool is_abbreviation(std::string_view word) {
  bool const one_letter = word.size() == 1 && word[0] >= 'a' && word[0] <= 'z';
  return one_letter || std::binary_search(kAbbreviations.begin(), kAbbreviations.end(), word);
}

bool begins_small(std::string_view text) {
  return !text.empty() && u_islower(static_cast<UChar32>(decode_utf8(text, 0).value)) != 0;
}

bool is_full_stop(char32_t c) {
  return c == U'.' || c == U'…';
}
bool is_strong_stop(char32_t c) {
  return c == U'!' || c == U'?' || c == U'؟' || c == U'۔' || c == U'。';
}
bool is_closing(char32_t c) {
  int8_t const type = u_charType(static_cast<UChar32>(c));
  return c == U'"' || c == U'\'' || type == U_END_PUNCTUATION || type == U_FINAL_PUNCTUATION;
}

enum class Stop { kNone, kFull, kStrong };

// Reads a gap once. A stop counts when only closing marks part it from white space or the end.
struct Scan {
  Stop pending = Stop::kNone;
  Stop seen = Stop::kNone;
  bool line_ended = false;
  bool empty_line = false;

  void settle() {
    seen = std::max(seen, pending);
    pending = Stop::kNone;
  }

  void read(char32_t c) {
    if (u_isUWhiteSpace(static_cast<UChar32>(c)) != 0) {
      settle();
      empty_line = empty_line || c == 0x2029 || (c == U'\n' && line_ended);
      line_ended = line_ended || c == U'\n';
      return;
    }
    line_ended = false;
    if (is_strong_stop(c)) {
      pending = Stop::kStrong;
    } else if (is_full_stop(c)) {
      pending = std::max(pending, Stop::kFull);
    } else if (!is_closing(c)) {
      pending = Stop::kNone;
    }
  }
};

}  // namespace

Break break_between(std::string_view before, std::string_view gap, std::string_view after) {
  if (gap == " " && !after.empty()) {
    return Break::kNone;
  }
  Scan scan;
  for (size_t at = 0; at < gap.size();) {
    Utf8Char const c = decode_utf8(gap, at);
    scan.read(c.value);
    at += c.length;
  }
  if (scan.empty_line || after.empty()) {
    return Break::kParagraph;
  }
  bool const full_stop_counts = !begins_small(after) && !is_abbreviation(before);
  bool const ends = scan.seen == Stop::kStrong || (scan.seen == Stop::kFull && full_stop_counts);
  return ends ? Break::kSentence : Break::kNone;
}

}  // namespace cyberlex
