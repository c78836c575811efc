#include "cyberlex/text/analyse.h"

#include "cyberlex/text/sentence.h"
#include "cyberlex/text/utf8.h"

namespace cyberlex {
namespace {

constexpr std::string_view kZwnj = "\u200C";
// A word is cut before it is folded, too: no language needs more to fill kLongestWord.
constexpr size_t kLongestSlice = 8 * kLongestWord;

std::string folded_word(std::string_view slice) {
  std::string word = fold(utf8_prefix(slice, kLongestSlice));
  word.resize(utf8_prefix(word, kLongestWord).size());
  return word;
}

std::string_view piece(std::string_view text, WordSlice slice) {
  return text.substr(slice.begin, slice.end - slice.begin);
}

// Where the tokens of a text go, and the position of the next one.
struct Tokens {
  std::string_view text;
  std::vector<Token>& list;
  uint32_t& next_position;
};

// The parts of a slice between ZWNJs that fold to something.
std::vector<Token> parts_of(std::string_view text, WordSlice slice) {
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

void add_joined(WordSlice slice, Tokens const& to) {
  std::vector<Token> parts = parts_of(to.text, slice);
  if (parts.size() > 1) {
    to.list.push_back(
        {folded_word(piece(to.text, slice)), slice.begin, slice.end, to.next_position, true});
  }
  for (Token& part : parts) {
    part.position = to.next_position++;
    to.list.push_back(std::move(part));
  }
}

bool is_joined(std::string_view original) {
  return original.find(kZwnj) != std::string_view::npos;
}

// Adds the token or tokens of a slice; none when it folds to nothing.
void add_tokens(WordSlice slice, Tokens const& to) {
  std::string_view const original = piece(to.text, slice);
  if (is_joined(original)) {
    add_joined(slice, to);
    return;
  }
  std::string word = folded_word(original);
  if (!word.empty()) {
    to.list.push_back({std::move(word), slice.begin, slice.end, to.next_position++, false});
  }
}

void add_end(Break what, uint32_t position, Analysis& out) {
  if (what == Break::kNone) {
    return;
  }
  out.sentence_ends.push_back(position);
  if (what == Break::kParagraph) {
    out.paragraph_ends.push_back(position);
  }
}

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80U;
}

// Analyser::find() where words are parted by ZWNJ.
void find_joined(std::string_view text, std::vector<WordSlice> const& slices,
                 FirstLetters const& wanted, std::vector<Token>& out) {
  uint32_t position = 0;
  for (WordSlice const slice : slices) {
    std::string_view const original = piece(text, slice);
    if (wanted.may_begin(original.front()) || is_joined(original)) {
      add_tokens(slice, {text, out, position});
    } else {
      ++position;
    }
  }
}

// One analysis of one text.
class Run {
 public:
  Run(std::string_view text, Analysis& out) : text_(text), out_(out) {}

  void add(WordSlice slice) {
    size_t const before = out_.tokens.size();
    uint32_t const position = out_.next_position;
    add_tokens(slice, {text_, out_.tokens, out_.next_position});
    if (out_.tokens.size() == before) {
      return;
    }
    if (words_) {
      // What ended between the word before and this one.
      std::string_view const gap = text_.substr(last_end_, slice.begin - last_end_);
      add_end(break_between(out_.tokens[before - 1].word, gap, text_.substr(slice.begin)),
              position - 1, out_);
    }
    words_ = true;
    last_end_ = slice.end;
  }

  void finish() {
    if (words_) {
      add_end(Break::kParagraph, out_.next_position - 1, out_);
    }
  }

 private:
  std::string_view text_;
  Analysis& out_;
  uint32_t last_end_ = 0;
  bool words_ = false;
};

}  // namespace

void FirstLetters::add(std::string_view folded_word) {
  if (!folded_word.empty() && static_cast<unsigned char>(folded_word.front()) < letters_.size()) {
    letters_.at(static_cast<unsigned char>(folded_word.front())) = true;
  }
}

void FirstLetters::add_all() {
  letters_.fill(true);
}

bool FirstLetters::may_begin(char first) const {
  bool const capital = first >= 'A' && first <= 'Z';
  auto const folded = static_cast<unsigned char>(capital ? first + ('a' - 'A') : first);
  return folded >= letters_.size() || letters_[folded];
}

struct Analyser::State {
  WordBreaks breaks;
  std::vector<WordSlice> words;

  std::vector<WordSlice> const& split(std::string_view text) {
    words.clear();
    breaks.split(text, words);
    return words;
  }
};

// The language is taken although words break alike in all of them: it is what a caller knows, and
// where a language's own rule would go.
Analyser::Analyser(std::string_view /*language*/) : state_(std::make_unique<State>()) {}
Analyser::~Analyser() = default;
Analyser::Analyser(Analyser&&) noexcept = default;
Analyser& Analyser::operator=(Analyser&&) noexcept = default;

void Analyser::analyse(std::string_view text, Analysis& out) {
  Run run(text, out);
  for (WordSlice const slice : state_->split(text)) {
    run.add(slice);
  }
  run.finish();
}

TextWords Analyser::words(std::string_view text) {
  TextWords out;
  out.joined = is_joined(text);
  std::vector<WordSlice> const& slices = state_->split(text);
  out.slices.reserve(slices.size());
  std::vector<Token> tokens;
  uint32_t position = 0;
  for (WordSlice const slice : slices) {
    std::string_view const original = piece(text, slice);
    // A word that begins with an ASCII letter or digit folds to something.
    if (is_ascii(original.front()) && !(out.joined && is_joined(original))) {
      out.slices.push_back(slice);
      continue;
    }
    tokens.clear();
    add_tokens(slice, {text, tokens, position});
    for (Token const& token : tokens) {
      if (!token.joined) {
        out.slices.push_back({token.begin, token.end});
      }
    }
  }
  return out;
}

void Analyser::find(std::string_view text, TextWords const& words, FirstLetters const& wanted,
                    std::vector<Token>& out) {
  if (words.joined) {
    find_joined(text, state_->split(text), wanted, out);
    return;
  }
  for (uint32_t i = 0; i < words.slices.size(); ++i) {
    WordSlice const slice = words.slices[i];
    if (wanted.may_begin(text[slice.begin])) {
      out.push_back({folded_word(piece(text, slice)), slice.begin, slice.end, i, false});
    }
  }
}

}  // namespace cyberlex
