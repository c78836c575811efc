// fold() in two ways that agree.
//
// fold_by_icu is the definition: NFKC_Casefold, which also drops what Unicode calls ignorable
// (ZWNJ, ZWJ, bidi controls, soft hyphen, byte order mark); then canonical decomposition, marks
// dropped or letters replaced one by one, and composition; repeated until nothing changes, so that
// folding twice is folding once.
//
// Nearly all legal text lies in the two-byte range and general punctuation, where most characters
// fold by themselves, whatever stands beside them. For these a table, made from the definition,
// answers in one step; any other character (a lone combining mark, CJK) sends the whole text to the
// definition.

#include "cyberlex/text/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <array>
#include <new>

#include "cyberlex/text/analyse.h"
#include "cyberlex/text/utf8.h"

namespace cyberlex {
namespace {

// Longer runs of combining marks occur in no language (UAX #15, stream-safe text: 30) and would
// make reordering quadratic.
constexpr int kMostMarks = 30;
constexpr int kMostPasses = 8;

struct Normalizers {
  icu::Normalizer2 const* casefold = nullptr;
  icu::Normalizer2 const* decompose = nullptr;
  icu::Normalizer2 const* compose = nullptr;
};

Normalizers load_normalizers() {
  UErrorCode status = U_ZERO_ERROR;
  Normalizers const out{icu::Normalizer2::getNFKCCasefoldInstance(status),
                        icu::Normalizer2::getNFDInstance(status),
                        icu::Normalizer2::getNFCInstance(status)};
  if (U_FAILURE(status) != 0) {
    throw std::bad_alloc();  // ICU's own data cannot be missing for another reason
  }
  return out;
}

Normalizers const& normalizers() {
  static Normalizers const kLoaded = load_normalizers();
  return kLoaded;
}

bool is_mark(UChar32 c) {
  return u_getCombiningClass(c) != 0 || u_charType(c) == U_NON_SPACING_MARK;
}

bool is_latin(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(c, &status) == USCRIPT_LATIN;
}

// Harakat, superscript alef, combining hamza and madda, Quranic signs, tatweel, lone hamza.
bool is_dropped_arabic(UChar32 c) {
  return (c >= 0x0610 && c <= 0x061A) || (c >= 0x064B && c <= 0x065F) || c == 0x0670 ||
         (c >= 0x06D6 && c <= 0x06DC) ||
         (c >= 0x06DF && c <= 0x06E8 && c != 0x06E5 && c != 0x06E6) ||
         (c >= 0x06EA && c <= 0x06ED) || (c >= 0x08D3 && c <= 0x08FF && c != 0x08E2) ||
         c == 0x0640 || c == 0x0621;
}

UChar32 replace_arabic(UChar32 c) {
  switch (c) {
    case 0x064A:  // ي
    case 0x0649:  // ى
      return 0x06CC;
    case 0x0643:  // ك
    case 0x06AA:  // ڪ
      return 0x06A9;
    case 0x0629:  // ة
    case 0x06C1:  // ہ
    case 0x06C3:  // ۃ
    case 0x06BE:  // ھ
    case 0x06D5:  // ە, of which ۀ is made
      return 0x0647;
    case 0x0671:  // ٱ
      return 0x0627;
    default:
      break;
  }
  if (c >= 0x06F0 && c <= 0x06F9) {
    return c - 0x06F0 + '0';
  }
  if (c >= 0x0660 && c <= 0x0669) {
    return c - 0x0660 + '0';
  }
  return c;
}

// Latin letters whose diacritic Unicode does not decompose, and the typographic apostrophe.
char16_t const* replace_latin(UChar32 c) {
  switch (c) {
    case 0x00E6:  // æ
      return u"ae";
    case 0x0153:  // œ
      return u"oe";
    case 0x00F8:  // ø
      return u"o";
    case 0x0111:  // đ
    case 0x00F0:  // ð
      return u"d";
    case 0x00FE:  // þ
      return u"th";
    case 0x0127:  // ħ
      return u"h";
    case 0x0131:  // ı
      return u"i";
    case 0x0142:  // ł
      return u"l";
    case 0x0167:  // ŧ
      return u"t";
    case 0x2018:
    case 0x2019:
    case 0x02BC:
      return u"'";
    default:
      return nullptr;
  }
}

icu::UnicodeString to_utf16(std::string_view text) {
  icu::UnicodeString out;
  int marks = 0;
  for (size_t at = 0; at < text.size();) {
    Utf8Char const c = decode_utf8(text, at);
    at += c.length;
    auto const value = static_cast<UChar32>(c.value);
    marks = is_mark(value) ? marks + 1 : 0;
    if (marks <= 2 * kMostMarks) {
      out.append(value);
    }
  }
  return out;
}

// Drops and replaces, character by character, in decomposed text.
icu::UnicodeString replace_letters(icu::UnicodeString const& decomposed) {
  icu::UnicodeString out;
  bool after_latin = false;
  int marks = 0;
  for (int32_t at = 0; at < decomposed.length();) {
    UChar32 const c = decomposed.char32At(at);
    at += U16_LENGTH(c);
    if (is_dropped_arabic(c)) {
      continue;
    }
    if (is_mark(c)) {
      if (!after_latin && ++marks <= kMostMarks) {
        out.append(c);
      }
      continue;
    }
    marks = 0;
    after_latin = is_latin(c);
    if (char16_t const* latin = replace_latin(c); latin != nullptr) {
      out.append(latin, -1);
    } else {
      out.append(replace_arabic(c));
    }
  }
  return out;
}

icu::UnicodeString fold_once(icu::UnicodeString const& text) {
  UErrorCode status = U_ZERO_ERROR;
  Normalizers const& use = normalizers();
  icu::UnicodeString const folded = use.casefold->normalize(text, status);
  icu::UnicodeString const decomposed = use.decompose->normalize(folded, status);
  icu::UnicodeString out = use.compose->normalize(replace_letters(decomposed), status);
  if (U_FAILURE(status) != 0) {
    throw std::bad_alloc();
  }
  return out;
}

// What one character folds to, when that does not depend on its neighbours.
struct Entry {
  bool alone = false;
  uint8_t length = 0;
  std::array<char, 6> bytes{};
};

constexpr char32_t kTwoByteEnd = 0x800;
constexpr char32_t kPunctuationBegin = 0x2000;
constexpr char32_t kPunctuationEnd = 0x2070;
using Table = std::array<Entry, kTwoByteEnd + (kPunctuationEnd - kPunctuationBegin)>;

Entry make_entry(char32_t c) {
  auto const value = static_cast<UChar32>(c);
  if (is_mark(value) && !is_dropped_arabic(value)) {
    return {};
  }
  std::string bytes;
  append_utf8(bytes, c);
  std::string const folded = fold_by_icu(bytes);
  Entry entry;
  if (folded.size() > entry.bytes.size()) {
    return {};
  }
  for (size_t at = 0; at < folded.size();) {
    Utf8Char const part = decode_utf8(folded, at);
    if (is_mark(static_cast<UChar32>(part.value))) {
      return {};
    }
    at += part.length;
  }
  entry.alone = true;
  entry.length = static_cast<uint8_t>(folded.size());
  folded.copy(entry.bytes.data(), folded.size());
  return entry;
}

Table make_table() {
  Table table;
  for (char32_t c = 0; c < kTwoByteEnd; ++c) {
    table.at(c) = make_entry(c);
  }
  for (char32_t c = kPunctuationBegin; c < kPunctuationEnd; ++c) {
    table.at(kTwoByteEnd + (c - kPunctuationBegin)) = make_entry(c);
  }
  return table;
}

// Null when only the definition knows.
Entry const* find_entry(Table const& table, char32_t c) {
  size_t index = c;
  if (c >= kTwoByteEnd) {
    if (c < kPunctuationBegin || c >= kPunctuationEnd) {
      return nullptr;
    }
    index = kTwoByteEnd + (c - kPunctuationBegin);
  }
  Entry const& entry = table[index];
  return entry.alone ? &entry : nullptr;
}

bool fold_by_table(std::string_view text, std::string& out) {
  static Table const kTable = make_table();
  for (size_t at = 0; at < text.size();) {
    char const byte = text[at];
    if (static_cast<unsigned char>(byte) < 0x80) {
      out += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte;
      ++at;
      continue;
    }
    Utf8Char const c = decode_utf8(text, at);
    Entry const* const entry = find_entry(kTable, c.value);
    if (entry == nullptr) {
      return false;
    }
    out.append(entry->bytes.data(), entry->length);
    at += c.length;
  }
  return true;
}

}  // namespace

std::string fold_by_icu(std::string_view text) {
  icu::UnicodeString folded = fold_once(to_utf16(text));
  for (int pass = 1; pass < kMostPasses; ++pass) {
    icu::UnicodeString again = fold_once(folded);
    if (again == folded) {
      break;
    }
    folded = std::move(again);
  }
  std::string out;
  folded.toUTF8String(out);
  return out;
}

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  if (!fold_by_table(text, out)) {
    return fold_by_icu(text);
  }
  return out;
}

}  // namespace cyberlex
