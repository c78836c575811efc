// A word is folded and stemmed once, when it is first met; afterwards its bytes are looked up. That
// makes a second pass over a whole country's law cheap beside the first, which asks ICU.

#include "cyberlex/text/recognise_words.h"

#include <algorithm>
#include <unordered_map>

#include "cyberlex/text/analyse.h"
#include "cyberlex/text/language.h"
#include "cyberlex/text/utf8.h"

namespace cyberlex {
namespace {

constexpr size_t kMostCached = size_t{1} << 17;
constexpr std::string_view kFullStops = ".!?\n\r";

enum class CharKind : uint8_t { kGap, kLetter, kDigit, kSign };

bool is_digit(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 0x660 && c <= 0x669) || (c >= 0x6F0 && c <= 0x6F9);
}

bool is_currency_sign(char32_t c) {
  return c == '$' || (c >= 0xA2 && c <= 0xA5) || (c >= 0x20A0 && c <= 0x20CF) || c == 0xFDFC;
}

// Letters by their blocks: whatever is above ASCII and is no punctuation, sign or space of the
// scripts that are recognised.
bool is_letter(char32_t c) {
  if (c < 0x80) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
  bool const latin_sign = c < 0xC0 && c != 0xAA && c != 0xB5 && c != 0xBA;
  bool const arabic_sign = c == 0x60C || c == 0x61B || c == 0x61F || c == 0x66A || c == 0x66B ||
                           c == 0x66C || c == 0x6D4;
  bool const punctuation = (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F) ||
                           c == 0xFEFF || c == kReplacement || c == 0xD7 || c == 0xF7;
  return !latin_sign && !arabic_sign && !punctuation;
}

CharKind kind_of(char32_t c) {
  if (is_digit(c)) {
    return CharKind::kDigit;
  }
  if (is_currency_sign(c)) {
    return CharKind::kSign;
  }
  return is_letter(c) ? CharKind::kLetter : CharKind::kGap;
}

bool parts_digits(char32_t c) {
  return c == '.' || c == ',' || c == '\'' || c == 0x66B || c == 0x66C;
}

struct Hash {
  using is_transparent = void;
  size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
using Numbers = std::unordered_map<std::string, uint32_t, Hash, std::equal_to<>>;

uint32_t number_in(Numbers const& numbers, std::string_view word) {
  auto const found = numbers.find(word);
  return found == numbers.end() ? 0 : found->second;
}

// Cuts a text into words, without looking them up.
class Cutter {
 public:
  Cutter(std::string_view text, std::vector<ScannedWord>& out) : text_(text), out_(out) {}

  void cut() {
    size_t at = 0;
    size_t gap = 0;
    while (at < text_.size()) {
      Utf8Char const c = decode_utf8(text_, at);
      CharKind const kind = kind_of(c.value);
      if (kind == CharKind::kGap) {
        at += c.length;
        continue;
      }
      size_t const end = end_of(at, kind);
      add(gap, at, end, kind);
      at = end;
      gap = end;
    }
  }

 private:
  size_t end_of(size_t at, CharKind kind) const {
    size_t end = at + decode_utf8(text_, at).length;
    while (kind != CharKind::kSign && end < text_.size()) {
      Utf8Char const c = decode_utf8(text_, end);
      size_t const next = end + c.length;
      bool const joined = kind == CharKind::kDigit && parts_digits(c.value) &&
                          next < text_.size() && is_digit(decode_utf8(text_, next).value);
      if (!joined && kind_of(c.value) != kind) {
        break;
      }
      end = next;
    }
    return end;
  }

  void add(size_t gap, size_t begin, size_t end, CharKind kind) {
    ScannedWord word;
    word.begin = static_cast<uint32_t>(begin);
    word.end = static_cast<uint32_t>(end);
    word.digits = kind == CharKind::kDigit;
    read_gap(text_.substr(gap, begin - gap), word);
    out_.push_back(word);
  }

  void read_gap(std::string_view gap, ScannedWord& word) const {
    if (gap.empty() || gap == " ") {
      return;
    }
    word.colon = gap.find(':') != std::string_view::npos;
    word.comma = word.colon || gap.find_first_of(",;") != std::string_view::npos ||
                 gap.find("،") != std::string_view::npos || gap.find("؛") != std::string_view::npos;
    word.bracket = gap.find('(') != std::string_view::npos;
    word.slash = gap.find('/') != std::string_view::npos;
    bool const may_end = gap.find_first_of(kFullStops) != std::string_view::npos ||
                         gap.find("؟") != std::string_view::npos ||
                         gap.find("۔") != std::string_view::npos;
    if (may_end && !out_.empty()) {
      ScannedWord const& before = out_.back();
      std::string const folded = fold(text_.substr(before.begin, before.end - before.begin));
      word.before = break_between(folded, gap, text_.substr(word.begin));
    }
  }

  std::string_view text_;
  std::vector<ScannedWord>& out_;
};

}  // namespace

struct WordTable::State {
  struct Known {
    uint32_t word = 0;
    uint32_t stem = 0;
  };

  explicit State(std::string_view language) : stemmer(language) {}

  std::string folded(std::string_view raw) const {
    std::string word = fold(utf8_prefix(raw, 8 * kLongestWord));
    word.resize(utf8_prefix(word, kLongestWord).size());
    return word;
  }

  Known look_up(std::string_view raw) {
    if (auto const found = cache.find(raw); found != cache.end()) {
      return found->second;
    }
    if (cache.size() >= kMostCached) {
      cache.clear();
    }
    std::string const word = folded(raw);
    Known const known{number_in(words, word), number_in(stems, stemmer.stem(word))};
    cache.emplace(std::string(raw), known);
    return known;
  }

  std::vector<uint32_t> add(std::string_view phrase, bool as_stems) {
    std::vector<ScannedWord> cut;
    Cutter(phrase, cut).cut();
    std::vector<uint32_t> out;
    for (ScannedWord const& each : cut) {
      std::string const word = folded(phrase.substr(each.begin, each.end - each.begin));
      Numbers& numbers = as_stems ? stems : words;
      std::string key(as_stems ? stemmer.stem(word) : std::string_view(word));
      auto const next = static_cast<uint32_t>(numbers.size() + 1);
      out.push_back(numbers.try_emplace(std::move(key), next).first->second);
    }
    cache.clear();
    return out;
  }

  Stemmer stemmer;
  Numbers words;
  Numbers stems;
  std::unordered_map<std::string, Known, Hash, std::equal_to<>> cache;
};

WordTable::WordTable(std::string_view language) : state_(std::make_unique<State>(language)) {}
WordTable::~WordTable() = default;
WordTable::WordTable(WordTable&&) noexcept = default;
WordTable& WordTable::operator=(WordTable&&) noexcept = default;

std::vector<uint32_t> WordTable::add_words(std::string_view phrase) {
  return state_->add(phrase, false);
}
std::vector<uint32_t> WordTable::add_stems(std::string_view phrase) {
  return state_->add(phrase, true);
}

void WordTable::scan(std::string_view text, std::vector<ScannedWord>& out) {
  out.clear();
  Cutter(text, out).cut();
  for (ScannedWord& each : out) {
    if (!each.digits) {
      auto const known = state_->look_up(text.substr(each.begin, each.end - each.begin));
      each.word = known.word;
      each.stem = known.stem;
    }
  }
}

struct PhraseTrie::State {
  std::unordered_map<uint64_t, uint32_t> edges;
  std::vector<std::vector<uint32_t>> values{1};  // by node; the root is 0

  static uint64_t key(uint32_t node, uint32_t number) { return (uint64_t{node} << 32) | number; }
};

PhraseTrie::PhraseTrie() : state_(std::make_unique<State>()) {}
PhraseTrie::~PhraseTrie() = default;
PhraseTrie::PhraseTrie(PhraseTrie&&) noexcept = default;
PhraseTrie& PhraseTrie::operator=(PhraseTrie&&) noexcept = default;

void PhraseTrie::add(std::span<uint32_t const> phrase, uint32_t value) {
  uint32_t node = 0;
  for (uint32_t const number : phrase) {
    auto const next = static_cast<uint32_t>(state_->values.size());
    auto const [edge, is_new] = state_->edges.try_emplace(State::key(node, number), next);
    if (is_new) {
      state_->values.emplace_back();
    }
    node = edge->second;
  }
  state_->values[node].push_back(value);
}

void PhraseTrie::matches_at(std::span<uint32_t const> text, size_t at,
                            std::vector<Match>& out) const {
  out.clear();
  uint32_t node = 0;
  for (size_t i = at; i < text.size(); ++i) {
    auto const edge =
        text[i] == 0 ? state_->edges.end() : state_->edges.find(State::key(node, text[i]));
    if (edge == state_->edges.end()) {
      return;
    }
    node = edge->second;
    for (uint32_t const value : state_->values[node]) {
      out.push_back({static_cast<uint32_t>(i - at + 1), value});
    }
  }
}

}  // namespace cyberlex
