#include "cyberlex/text/analyse.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf16.h>

#include <new>

#include "cyberlex/text/sentence.h"
#include "cyberlex/text/utf8.h"

namespace cyberlex {
namespace {

constexpr std::string_view kZwnj = "\u200C";
// A word is cut before it is folded, too: no language needs more to fill kLongestWord.
constexpr size_t kLongestSlice = 8 * kLongestWord;

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

std::string folded_word(std::string_view slice) {
  std::string word = fold(utf8_prefix(slice, kLongestSlice));
  word.resize(utf8_prefix(word, kLongestWord).size());
  return word;
}

// Appends what ends after the last word of `out`.
void end_after_last(Break what, Analysis& out) {
  if (what == Break::kNone) {
    return;
  }
  uint32_t const position = out.next_position - 1;
  out.sentence_ends.push_back(position);
  if (what == Break::kParagraph) {
    out.paragraph_ends.push_back(position);
  }
}

struct Slice {
  uint32_t begin = 0;
  uint32_t end = 0;
};

// The parts of a slice between ZWNJs that fold to something.
std::vector<Token> parts_of(std::string_view text, Slice slice) {
  std::vector<Token> parts;
  uint32_t begin = slice.begin;
  while (begin < slice.end) {
    size_t const found = text.substr(0, slice.end).find(kZwnj, begin);
    uint32_t const end = found == std::string_view::npos ? slice.end : static_cast<uint32_t>(found);
    std::string word = folded_word(text.substr(begin, end - begin));
    if (!word.empty()) {
      parts.push_back({std::move(word), begin, end, 0, false});
    }
    begin = end + static_cast<uint32_t>(kZwnj.size());
  }
  return parts;
}

// One analysis of one text.
class Run {
 public:
  Run(std::string_view text, Analysis& out) : text_(text), out_(out) {}

  void add(Slice slice) {
    std::string_view const original = text_.substr(slice.begin, slice.end - slice.begin);
    if (original.find(kZwnj) != std::string_view::npos) {
      add_joined(slice);
      return;
    }
    std::string word = folded_word(original);
    if (!word.empty()) {
      begin_word(slice.begin);
      out_.tokens.push_back({std::move(word), slice.begin, slice.end, out_.next_position++, false});
      last_end_ = slice.end;
    }
  }

  void finish() {
    if (words_) {
      end_after_last(Break::kParagraph, out_);
    }
  }

 private:
  void add_joined(Slice slice) {
    std::vector<Token> parts = parts_of(text_, slice);
    if (parts.empty()) {
      return;
    }
    begin_word(slice.begin);
    if (parts.size() > 1) {
      std::string whole = folded_word(text_.substr(slice.begin, slice.end - slice.begin));
      out_.tokens.push_back({std::move(whole), slice.begin, slice.end, out_.next_position, true});
    }
    for (Token& part : parts) {
      part.position = out_.next_position++;
      out_.tokens.push_back(std::move(part));
    }
    last_end_ = slice.end;
  }

  // Settles what ended between the word before and the one that begins now.
  void begin_word(uint32_t begin) {
    if (words_) {
      std::string_view const gap = text_.substr(last_end_, begin - last_end_);
      end_after_last(break_between(out_.tokens.back().word, gap, text_.substr(begin)), out_);
    }
    words_ = true;
  }

  std::string_view text_;
  Analysis& out_;
  uint32_t last_end_ = 0;
  bool words_ = false;
};

}  // namespace

struct Analyser::State {
  std::unique_ptr<icu::BreakIterator> words;
  std::u16string units;           // the text
  std::vector<uint32_t> offsets;  // of each unit, and of the end, in the original

  State() {
    UErrorCode status = U_ZERO_ERROR;
    words.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status) != 0) {
      throw std::bad_alloc();  // ICU's own data cannot be missing for another reason
    }
  }

  void convert(std::string_view text) {
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

  void open() {
    UErrorCode status = U_ZERO_ERROR;
    UText opened = UTEXT_INITIALIZER;
    utext_openUChars(&opened, units.data(), static_cast<int64_t>(units.size()), &status);
    words->setText(&opened, status);  // clones `opened`, not the units
    utext_close(&opened);
    if (U_FAILURE(status) != 0) {
      throw std::bad_alloc();
    }
  }
};

// The language is taken although words break alike in all of them: it is what a caller knows, and
// where a language's own rule would go.
Analyser::Analyser(std::string_view /*language*/) : state_(std::make_unique<State>()) {}
Analyser::~Analyser() = default;
Analyser::Analyser(Analyser&&) noexcept = default;
Analyser& Analyser::operator=(Analyser&&) noexcept = default;

void Analyser::analyse(std::string_view text, Analysis& out) {
  state_->convert(text);
  state_->open();
  Run run(text, out);
  std::u16string_view const units = state_->units;
  int32_t begin = 0;
  int32_t end = state_->words->first();
  while ((end = state_->words->next()) != icu::BreakIterator::DONE) {
    auto const from = static_cast<size_t>(begin);
    auto const to = static_cast<size_t>(end);
    begin = end;
    if (has_letter_or_digit(units.substr(from, to - from))) {
      run.add({state_->offsets[from], state_->offsets[to]});
    }
  }
  run.finish();
}

}  // namespace cyberlex
