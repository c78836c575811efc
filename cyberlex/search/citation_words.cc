#include "cyberlex/search/citation_words.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "cyberlex/search/act_names.h"

namespace cyberlex {
namespace {

using Words = std::vector<std::string>;

constexpr size_t kLongestLetters = 12;  // of a value below a unit: "a", "iv", "الف"

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

template <size_t n>
bool is_among(std::array<std::string_view, n> const& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "section", "article" as they are written, folded.
std::optional<ProvisionKind> unit_word(std::string_view word) {
  constexpr auto kSections = std::to_array<std::string_view>(
      {"s", "ss", "sec", "sect", "section", "seccion", "paragraph", "بخش"});
  constexpr auto kArticles = std::to_array<std::string_view>(
      {"art", "arts", "arto", "article", "articulo", "artikel", "ماده"});
  if (is_among(kSections, word)) {
    return ProvisionKind::kSection;
  }
  if (is_among(kArticles, word)) {
    return ProvisionKind::kArticle;
  }
  return std::nullopt;
}

// Words for what lies below a section or an article, in the languages of unit_word().
bool is_below_word(std::string_view word) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"subsection", "subsec", "subs",    "para",     "paragraph", "subparagraph", "item",
       "point",      "note",   "abs",     "absatz",   "satz",      "nr",           "nummer",
       "buchstabe",  "lit",    "inc",     "inciso",   "literal",   "numeral",      "num",
       "parrafo",    "parr",   "ordinal", "apartado", "fraccion",  "alinea",       "al",
       "بند",        "تبصره",  "جزء"});
  return is_among(kWords, word);
}

bool is_note_word(std::string_view word) {
  return word == "تبصره" || word == "note";
}

bool is_ordinal_suffix(std::string_view word) {
  constexpr auto kWords =
      std::to_array<std::string_view>({"bis", "ter", "quater", "quinquies", "sexies"});
  return is_among(kWords, word);
}

// "24", "24a", "24-bis"
bool is_number(std::string_view word) {
  size_t const digits = std::min(word.find_first_not_of("0123456789"), word.size());
  std::string_view const suffix = word.substr(digits);
  bool const letters = std::all_of(suffix.begin(), suffix.end(),
                                   [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
  return digits > 0 && digits <= 5 && letters && suffix.size() <= 10;
}

bool is_value(std::string_view word) {
  return is_number(word) || (word.size() <= kLongestLetters && word != "(" && word != ")" &&
                             !unit_word(word) && !is_connective(word) && !is_below_word(word));
}

bool is_word_char(char c) {
  return (c >= 'a' && c <= 'z') || is_digit(c) || static_cast<unsigned char>(c) >= 0x80 ||
         c == '-' || c == '\'';
}

// Splits "s24", "art30" into the unit and its number.
void add_word(std::string_view word, Words& words) {
  size_t const digit = word.find_first_of("0123456789");
  if (digit != std::string_view::npos && digit > 0 && unit_word(word.substr(0, digit))) {
    words.emplace_back(word.substr(0, digit));
    word.remove_prefix(digit);
  }
  words.emplace_back(word);
}

// "§" as a word, the signs of ordinals left out.
std::string spelt_out(std::string_view text) {
  std::string out = fold_name(text);
  for (size_t at = out.find("§"); at != std::string::npos; at = out.find("§")) {
    out.replace(at, std::string_view("§").size(), " s ");
  }
  return out;
}

// Folded words; brackets are words of their own, and "7.1" is "7(1)".
Words scan(std::string_view text) {
  std::string const folded = spelt_out(text);
  Words words;
  bool dotted = false;
  for (size_t at = 0; at < folded.size();) {
    size_t end = at;
    while (end < folded.size() && is_word_char(folded[end])) {
      ++end;
    }
    if (end > at) {
      add_word(std::string_view(folded).substr(at, end - at), words);
      if (std::exchange(dotted, false)) {
        words.insert(words.end() - 1, "(");
        words.emplace_back(")");
      }
      dotted = end + 1 < folded.size() && folded[end] == '.' && is_digit(folded[end - 1]) &&
               is_digit(folded[end + 1]);
    } else if (folded[at] == '(' || folded[at] == ')') {
      words.emplace_back(1, folded[at]);
    }
    at = std::max(end, at + 1);
  }
  return words;
}

class UnitReader {
 public:
  explicit UnitReader(Words const& words) : words_(words) {}

  // [unit word] number [bis] what lies below. Words read: [at, end()).
  std::optional<CitedUnit> read(size_t at) {
    at_ = at;
    CitedUnit unit;
    unit.kind = unit_word(words_[at_]);
    at_ += unit.kind ? 1 : 0;
    if (at_ == words_.size() || !is_number(words_[at_])) {
      return std::nullopt;
    }
    unit.number = words_[at_++];
    if (at_ < words_.size() && is_ordinal_suffix(words_[at_])) {
      unit.number += '-' + words_[at_++];
    }
    while (std::optional<std::string> below = read_below()) {
      unit.below.push_back(*std::move(below));
    }
    return unit;
  }

  // What lies below, before its unit: "literal a del inciso 2 del". From the outside in. Nothing
  // when the words before `end` are something else.
  std::optional<Words> read_before(size_t end) {
    Words out;
    at_ = 0;
    while (at_ < end) {
      if (!is_below_word(words_[at_])) {
        return std::nullopt;
      }
      Words group;
      while (std::optional<std::string> below = read_below()) {
        group.push_back(*std::move(below));
        if (is_below_word(words_[std::min(at_, words_.size() - 1)])) {
          break;
        }
      }
      if (group.empty() || at_ > end) {
        return std::nullopt;
      }
      out.insert(out.begin(), group.begin(), group.end());
      while (at_ < end && is_connective(words_[at_])) {
        ++at_;
      }
    }
    return out;
  }

  size_t end() const { return at_; }

 private:
  bool is(size_t at, std::string_view word) const {
    return at < words_.size() && words_[at] == word;
  }

  // "(1)", "abs 1", "subsection (1)"
  std::optional<std::string> read_below() {
    size_t at = at_;
    bool const named = at < words_.size() && is_below_word(words_[at]);
    std::string const prefix = named && is_note_word(words_[at]) ? "note " : "";
    at += named ? 1 : 0;
    bool const bracket = is(at, "(");
    at += bracket ? 1 : 0;
    bool const closed = !bracket || is(at + 1, ")");
    if (!(named || bracket) || at >= words_.size() || !closed ||
        !(bracket || is_value(words_[at]))) {
      return std::nullopt;
    }
    std::string value = prefix + words_[at];
    at_ = at + (bracket || is(at + 1, ")") ? 2 : 1);  // "a)" too
    return value;
  }

  Words const& words_;
  size_t at_ = 0;
};

Words part_of(Words const& words, size_t begin, size_t end) {
  return {words.begin() + static_cast<std::ptrdiff_t>(begin),
          words.begin() + static_cast<std::ptrdiff_t>(end)};
}

// The number in other spellings: "1o" and "1a" of "1º" and "1ª", "1(234)" of "1.234".
void add_variants(CitationReading const& reading, std::vector<CitationReading>& out) {
  std::string const& number = reading.unit.number;
  bool const ordinal = number.size() > 1 && (number.back() == 'o' || number.back() == 'a') &&
                       is_digit(number[number.size() - 2]);
  if (ordinal) {
    out.push_back(reading);
    out.back().unit.number.pop_back();
  }
  Words const& below = reading.unit.below;
  bool const thousands = !below.empty() && below.front().size() == 3 &&
                         std::all_of(below.front().begin(), below.front().end(), is_digit) &&
                         std::all_of(number.begin(), number.end(), is_digit);
  if (thousands) {
    out.push_back(reading);
    out.back().unit.number += below.front();
    out.back().unit.below.erase(out.back().unit.below.begin());
  }
}

}  // namespace

bool is_connective(std::string_view word) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"of", "the", "de", "la", "del", "el", "los", "las", "der", "des", "du", "از"});
  return is_among(kWords, word);
}

std::vector<CitationReading> citation_readings(std::string_view text) {
  Words const words = scan(text);
  std::vector<CitationReading> out;
  for (size_t at = 0; at < words.size(); ++at) {
    UnitReader reader(words);
    std::optional<CitedUnit> unit = reader.read(at);
    if (!unit) {
      continue;
    }
    size_t const end = reader.end();
    std::optional<Words> before = unit->kind ? reader.read_before(at) : std::nullopt;
    if (before && end < words.size()) {
      unit->below.insert(unit->below.begin(), before->begin(), before->end());
      out.push_back({*std::move(unit), part_of(words, end, words.size())});
    } else if (at > 0 && end == words.size()) {
      out.push_back({*std::move(unit), part_of(words, 0, at)});
    } else {
      continue;
    }
    add_variants(CitationReading(out.back()), out);
  }
  return out;
}

}  // namespace cyberlex
