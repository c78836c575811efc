#include "cyberlex/text/word_breaks.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf16.h>

#include <array>
#include <new>
#include <optional>
#include <string>

#include "cyberlex/text/utf8.h"

namespace cyberlex {
namespace {

std::unique_ptr<icu::BreakIterator> make_iterator() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> out(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status) != 0) {
    throw std::bad_alloc();  // ICU's own data cannot be missing for another reason
  }
  return out;
}

bool has_letter_or_digit(std::u16string_view units) {
  for (size_t at = 0; at < units.size(); ++at) {
    UChar32 c = units[at];
    if (c < 0x41 && (c < '0' || c > '9')) {
      continue;  // most of what stands between words
    }
    if (U16_IS_LEAD(c) && at + 1 < units.size()) {
      c = U16_GET_SUPPLEMENTARY(c, units[at + 1]);
      ++at;
    }
    if (u_isalnum(c) != 0) {
      return true;
    }
  }
  return false;
}

// ---- by table

enum class Class : uint8_t {
  kOther,
  kLetter,
  kDigit,
  kConnector,  // ExtendNumLet: the underscore and its like
  kMidLetter,  // joins letters
  kMidNumber,  // joins digits
  kMidEither,  // joins letters or digits
  kExtend,     // belongs to the character before it
  kUnknown,    // ICU's business
};

// A character's part in breaking, and whether a word that holds it has a letter or a digit.
struct Entry {
  Class value = Class::kOther;
  bool counts = false;
};

constexpr char32_t kTwoByteEnd = 0x800;
constexpr char32_t kPunctuationBegin = 0x2000;
constexpr char32_t kPunctuationEnd = 0x2200;
using Table = std::array<Entry, kTwoByteEnd + (kPunctuationEnd - kPunctuationBegin)>;

Class class_by_property(UChar32 c) {
  switch (u_getIntPropertyValue(c, UCHAR_WORD_BREAK)) {
    case U_WB_ALETTER:
      return Class::kLetter;
    case U_WB_NUMERIC:
      return Class::kDigit;
    case U_WB_EXTENDNUMLET:
      return Class::kConnector;
    case U_WB_MIDLETTER:
      return Class::kMidLetter;
    case U_WB_MIDNUM:
      return Class::kMidNumber;
    case U_WB_MIDNUMLET:
    case U_WB_SINGLE_QUOTE:
      return Class::kMidEither;
    case U_WB_EXTEND:
    case U_WB_FORMAT:
      return Class::kExtend;
    case U_WB_OTHER:
    case U_WB_CR:
    case U_WB_LF:
    case U_WB_NEWLINE:
    case U_WB_WSEGSPACE:
    case U_WB_DOUBLE_QUOTE:  // joins Hebrew letters only, and those are unknown here
      return Class::kOther;
    default:  // ZWJ, Hebrew, Katakana, regional indicators
      return Class::kUnknown;
  }
}

// Whether nothing parts the text.
bool is_whole(icu::BreakIterator& words, icu::UnicodeString const& text) {
  words.setText(text);
  words.first();
  return words.next() == text.length();
}

// CLDR takes the colon out of the class that the property names and makes the at-sign a letter, so
// what marks do between letters and digits is asked, not looked up.
Class class_of(icu::BreakIterator& words, UChar32 c) {
  Class const named = class_by_property(c);
  bool const middle =
      named == Class::kMidLetter || named == Class::kMidNumber || named == Class::kMidEither;
  if (named != Class::kOther && !middle) {
    return named;
  }
  if (is_whole(words, icu::UnicodeString(u'a').append(c))) {
    return Class::kLetter;
  }
  bool const letters = is_whole(words, icu::UnicodeString(u'a').append(c).append(u'a'));
  bool const digits = is_whole(words, icu::UnicodeString(u'1').append(c).append(u'1'));
  return letters && digits ? Class::kMidEither
         : letters         ? Class::kMidLetter
         : digits          ? Class::kMidNumber
                           : Class::kOther;
}

Entry make_entry(icu::BreakIterator& words, char32_t c) {
  auto const value = static_cast<UChar32>(c);
  Entry const out{class_of(words, value), u_isalnum(value) != 0};
  bool const may_count = out.value == Class::kLetter || out.value == Class::kDigit;
  return out.counts && !may_count ? Entry{Class::kUnknown, false} : out;
}

Table make_table() {
  std::unique_ptr<icu::BreakIterator> const words = make_iterator();
  Table table{};
  for (char32_t c = 0; c < kTwoByteEnd; ++c) {
    table.at(c) = make_entry(*words, c);
  }
  for (char32_t c = kPunctuationBegin; c < kPunctuationEnd; ++c) {
    table.at(kTwoByteEnd + (c - kPunctuationBegin)) = make_entry(*words, c);
  }
  return table;
}

Table const& table() {
  static Table const kTable = make_table();
  return kTable;
}

bool is_plain_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Reads a text as classes, each with the extending characters behind it.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text), table_(&table()) { read(); }

  bool at_end() const { return begin_ == text_.size(); }
  Class value() const { return entry_.value; }
  bool counts() const { return entry_.counts; }
  uint32_t begin() const { return static_cast<uint32_t>(begin_); }
  uint32_t end() const { return static_cast<uint32_t>(end_); }
  bool known() const { return known_; }

  void next() {
    begin_ = end_;
    read();
  }

  // Moves to the last of the plain letters that stand in a row here: most of any text.
  void to_last_letter() {
    bool const letter = entry_.value == Class::kLetter;
    size_t const before = end_;
    while (letter && end_ < text_.size() && is_plain_letter(text_[end_])) {
      begin_ = end_++;
    }
    if (end_ > before) {
      entry_ = {Class::kLetter, true};
      absorb();
    }
  }

 private:
  Entry entry_at(size_t at, size_t& after) const {
    auto const byte = static_cast<unsigned char>(text_[at]);
    if (byte < 0x80) {
      after = at + 1;
      return (*table_)[byte];
    }
    Utf8Char const c = decode_utf8(text_, at);
    after = at + c.length;
    if (c.value < kTwoByteEnd) {
      return (*table_)[c.value];
    }
    if (c.value >= kPunctuationBegin && c.value < kPunctuationEnd) {
      return (*table_)[kTwoByteEnd + (c.value - kPunctuationBegin)];
    }
    return {c.valid ? Class::kUnknown : Class::kOther, false};
  }

  void read() {
    if (begin_ == text_.size()) {
      return;
    }
    entry_ = entry_at(begin_, end_);
    known_ = known_ && entry_.value != Class::kUnknown;
    absorb();
  }

  void absorb() {
    size_t after = 0;
    while (end_ < text_.size() && static_cast<unsigned char>(text_[end_]) >= 0x80 &&
           entry_at(end_, after).value == Class::kExtend) {
      end_ = after;
    }
  }

  std::string_view text_;
  Table const* table_;
  size_t begin_ = 0;
  size_t end_ = 0;
  Entry entry_;
  bool known_ = true;
};

bool is_core(Class value) {
  return value == Class::kLetter || value == Class::kDigit || value == Class::kConnector;
}

// The classes of what may stand between `side` and another of it.
bool is_between(Class middle, Class side) {
  if (side == Class::kLetter) {
    return middle == Class::kMidLetter || middle == Class::kMidEither;
  }
  return side == Class::kDigit && (middle == Class::kMidNumber || middle == Class::kMidEither);
}

// Takes the rest of a word that has begun, and moves behind it: letters, digits and connectors in
// a row (rules 5, 8 to 10, 13), and a mark between two letters or two digits (6, 7, 11, 12).
void take_word(Scanner& scan, std::vector<WordSlice>& out) {
  WordSlice slice{scan.begin(), scan.end()};
  bool counts = false;
  for (;;) {
    scan.to_last_letter();
    Class const last = scan.value();
    counts = counts || scan.counts();
    slice.end = scan.end();
    scan.next();
    if (!scan.at_end() && is_between(scan.value(), last)) {
      Scanner ahead = scan;
      ahead.next();
      if (!ahead.at_end() && ahead.value() == last) {
        scan = ahead;
      }
    }
    if (scan.at_end() || !is_core(scan.value())) {
      break;
    }
  }
  if (counts) {
    out.push_back(slice);
  }
}

// False when a character is not in the table; `out` then holds what came before.
bool by_table(std::string_view text, std::vector<WordSlice>& out) {
  Scanner scan(text);
  while (!scan.at_end() && scan.known()) {
    if (is_core(scan.value())) {
      take_word(scan, out);
    } else {
      scan.next();
    }
  }
  return scan.known();
}

}  // namespace

struct WordBreaks::State {
  std::unique_ptr<icu::BreakIterator> words;
  std::u16string units;           // the text
  std::vector<uint32_t> offsets;  // of each unit, and of the end, in the original

  void convert(std::string_view text);
  void open();
};

void WordBreaks::State::convert(std::string_view text) {
  units.clear();
  offsets.clear();
  units.reserve(text.size());
  offsets.reserve(text.size() + 1);
  for (uint32_t at = 0; at < text.size();) {
    Utf8Char const c = decode_utf8(text, at);
    if (c.value > 0xFFFF) {
      units += static_cast<char16_t>(U16_LEAD(static_cast<UChar32>(c.value)));
      units += static_cast<char16_t>(U16_TRAIL(static_cast<UChar32>(c.value)));
      offsets.push_back(at);
    } else {
      units += static_cast<char16_t>(c.value);
    }
    offsets.push_back(at);
    at += c.length;
  }
  offsets.push_back(static_cast<uint32_t>(text.size()));
}

void WordBreaks::State::open() {
  if (words == nullptr) {
    words = make_iterator();
  }
  UErrorCode status = U_ZERO_ERROR;
  UText opened = UTEXT_INITIALIZER;
  utext_openUChars(&opened, units.data(), static_cast<int64_t>(units.size()), &status);
  words->setText(&opened, status);  // clones `opened`, not the units
  utext_close(&opened);
  if (U_FAILURE(status) != 0) {
    throw std::bad_alloc();
  }
}

WordBreaks::WordBreaks() : state_(std::make_unique<State>()) {}
WordBreaks::~WordBreaks() = default;
WordBreaks::WordBreaks(WordBreaks&&) noexcept = default;
WordBreaks& WordBreaks::operator=(WordBreaks&&) noexcept = default;

void WordBreaks::split(std::string_view text, std::vector<WordSlice>& out) {
  size_t const before = out.size();
  if (!by_table(text, out)) {
    out.resize(before);
    by_icu(text, out);
  }
}

void WordBreaks::by_icu(std::string_view text, std::vector<WordSlice>& out) {
  state_->convert(text);
  state_->open();
  std::u16string_view const units = state_->units;
  int32_t begin = 0;
  int32_t end = state_->words->first();
  while ((end = state_->words->next()) != icu::BreakIterator::DONE) {
    auto const from = static_cast<size_t>(begin);
    auto const to = static_cast<size_t>(end);
    begin = end;
    if (has_letter_or_digit(units.substr(from, to - from))) {
      out.push_back({state_->offsets[from], state_->offsets[to]});
    }
  }
}

}  // namespace cyberlex
