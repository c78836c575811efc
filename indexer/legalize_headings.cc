#include "indexer/legalize_headings.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "indexer/heading_words.h"
#include "indexer/visible_text.h"

namespace cyberlex {
namespace {

// What juris prints where a text has no designation of its own.
constexpr std::string_view kPlaceholder = "(XXXX)";
constexpr std::string_view kSectionSign = "\xC2\xA7";
constexpr std::string_view kEnDash = "\xE2\x80\x93";
constexpr std::string_view kEmDash = "\xE2\x80\x94";
// A rest of a heading that is longer than this and joined by a dash or colon is text.
constexpr size_t kLongestHeading = 120;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_letter(char c) {
  return is_upper(c) || (c >= 'a' && c <= 'z');
}
bool is_roman(std::string_view word) {
  return !word.empty() && word.find_first_not_of("IVXLCDM") == std::string_view::npos;
}

// The run of Latin letters at `pos`.
std::string_view word_at(std::string_view text, size_t pos) {
  size_t end = pos;
  while (end < text.size() && (is_letter(text[end]) || text[end] == '\xC3')) {
    end += text[end] == '\xC3' ? 2 : 1;
  }
  return pos >= text.size() ? std::string_view()
                            : text.substr(pos, std::min(end, text.size()) - pos);
}

size_t skip_spaces(std::string_view text, size_t pos) {
  while (pos < text.size()) {
    size_t const wide = text.substr(pos).starts_with("\xC2\xA0") ? 2 : 0;
    if (wide == 0 && text[pos] != ' ' && text[pos] != '\t') {
      break;
    }
    pos += std::max<size_t>(wide, 1);
  }
  return std::min(pos, text.size());
}

// º, ° and ª behind a number.
size_t skip_ordinal_mark(std::string_view text, size_t pos) {
  std::string_view const rest = text.substr(std::min(pos, text.size()), 2);
  return rest == "\xC2\xBA" || rest == "\xC2\xB0" || rest == "\xC2\xAA" ? pos + 2 : pos;
}

// A number and the offset behind it, ordinal mark included.
struct Number {
  std::string num;
  size_t end = 0;
};

// Letters that may stand in a number: "8a", "1er", "5bis", "39-BIS-A".
bool is_number_suffix(std::string_view word, bool attached) {
  return word.size() == 1 || (attached && word.size() == 2) || is_latin_suffix(fold_latin(word));
}

size_t digits_end(std::string_view text, size_t pos) {
  while (pos < text.size() && is_digit(text[pos])) {
    ++pos;
  }
  return pos;
}

// "12", "8a", "1.01", "341-1", "39-BIS-A". REQUIRES: a digit at `pos`.
Number digit_number(std::string_view text, size_t pos) {
  size_t end = digits_end(text, pos);
  bool attached = true;
  while (true) {
    std::string_view const word = word_at(text, end);
    if (is_number_suffix(word, attached)) {
      end += word.size();
    }
    size_t joint = end;
    while (joint < text.size() && (text[joint] == '-' || text[joint] == '.')) {
      ++joint;
    }
    bool const more = joint > end && joint < text.size() &&
                      (is_digit(text[joint]) ||
                       (text[joint - 1] == '-' && is_number_suffix(word_at(text, joint), false)));
    if (!more) {
      return {std::string(text.substr(pos, end - pos)), skip_ordinal_mark(text, end)};
    }
    attached = is_digit(text[joint]);
    end = digits_end(text, joint);
  }
}

// "IV", "IIA", "A", "D9a": capitals that number a part or an annex.
std::optional<Number> capital_number(std::string_view text, size_t pos, bool lone_letter) {
  std::string_view const word = word_at(text, pos);
  size_t end = pos + word.size();
  bool const digits_follow = end < text.size() && is_digit(text[end]);
  bool const roman = is_roman(word) || (word.size() > 1 && is_upper(word.back()) &&
                                        is_roman(word.substr(0, word.size() - 1)));
  bool const letter = word.size() == 1 && is_upper(word[0]);
  if (digits_follow && (roman || letter)) {
    end = digits_end(text, end);
    end += word_at(text, end).size() == 1 ? 1 : 0;
  } else if (!roman && !(letter && (lone_letter || end == text.size()))) {
    return std::nullopt;
  }
  return Number{std::string(text.substr(pos, end - pos)), end};
}

// "Primero" -> "1", "Único" -> "unico".
std::optional<Number> spelled_number(std::string_view text, size_t pos) {
  std::string_view const word = word_at(text, pos);
  std::string folded = fold_latin(word);
  int const ordinal = ordinal_word(folded);
  if (ordinal > 0) {
    return Number{std::to_string(ordinal), pos + word.size()};
  }
  bool const only = folded == "unico" || folded == "unica" || folded == "unique";
  return only ? std::optional(Number{std::move(folded), pos + word.size()}) : std::nullopt;
}

std::optional<Number> number_at(std::string_view text, size_t pos, std::string_view language) {
  if (pos < text.size() && is_digit(text[pos])) {
    return digit_number(text, pos);
  }
  // In Spanish a lone capital may be a word: "ANEXO A LA LEY".
  bool const lone_letter = language == "de" || language == "en";
  std::optional<Number> number = capital_number(text, pos, lone_letter);
  return number ? number : spelled_number(text, pos);
}

// "5 bis" -> "5-bis". German says "3 bis 6" for a range.
void take_latin_suffix(std::string_view text, std::string_view language, Number& number) {
  size_t const at = skip_spaces(text, number.end);
  std::string_view const word = word_at(text, at);
  std::string const folded = fold_latin(word);
  if (language != "de" && at > number.end && is_latin_suffix(folded)) {
    number.num += '-' + folded;
    number.end = at + word.size();
  }
}

// Behind "bis", "und", "u." or a comma, and a repeated sign: where the range's next number would
// stand.
std::optional<size_t> behind_connective(std::string_view text, size_t pos) {
  constexpr auto kConnectives = std::to_array<std::string_view>({"bis ", "und ", "u. ", "u "});
  size_t at = skip_spaces(text, pos);
  if (text.substr(at).starts_with(",")) {
    at = skip_spaces(text, at + 1);
    return at;
  }
  auto const found =
      std::find_if(kConnectives.begin(), kConnectives.end(),
                   [&](std::string_view c) { return text.substr(at).starts_with(c); });
  if (found == kConnectives.end()) {
    return std::nullopt;
  }
  at = skip_spaces(text, at + found->size());
  for (std::string_view const sign : {kSectionSign, std::string_view("Art")}) {
    at = text.substr(at).starts_with(sign) ? skip_spaces(text, at + sign.size()) : at;
  }
  return at;
}

// "3 bis 6" -> "3-6".
void take_range(std::string_view text, std::string_view language, Number& number) {
  std::string last;
  while (language == "de") {
    std::optional<size_t> const at = behind_connective(text, number.end);
    if (!at || *at >= text.size() || !is_digit(text[*at])) {
      break;
    }
    Number const next = digit_number(text, *at);
    last = next.num;
    number.end = next.end;
  }
  if (!last.empty()) {
    number.num += '-' + last;
  }
}

// The dash, colon or stop between a label and what follows.
struct Separator {
  size_t end = 0;
  bool runs_in = false;  // such as statutes put before a sentence, not before a heading
};

Separator separator_at(std::string_view text, size_t pos) {
  Separator out{pos, false};
  bool stop = false;
  while (out.end < text.size()) {
    std::string_view const rest = text.substr(out.end);
    size_t const space = skip_spaces(text, out.end) - out.end;
    if (space > 0) {
      out.end += space;
    } else if (rest.starts_with(kEnDash) || rest.starts_with(kEmDash)) {
      out.runs_in = out.runs_in || stop || rest.starts_with(kEmDash);
      out.end += kEmDash.size();
    } else if (rest[0] == '-' || rest[0] == ':' || rest[0] == '.') {
      out.runs_in = out.runs_in || rest[0] == ':' || (stop && rest[0] == '-');
      stop = stop || rest[0] == '.';
      ++out.end;
    } else {
      break;
    }
  }
  return out;
}

bool reads_as_sentence(std::string_view rest) {
  return rest.size() > kLongestHeading ||
         (!rest.empty() && std::string_view(".:;").find(rest.back()) != std::string_view::npos);
}

// `label_end` divides the heading's text; a bracket closed there belongs to the label.
Heading divide(Heading heading, std::string_view text, size_t label_end) {
  label_end += label_end < text.size() && text[label_end] == ')' ? 1 : 0;
  Separator const separator = separator_at(text, label_end);
  heading.label = trim(text.substr(0, label_end));
  std::string_view const rest = trim(text.substr(separator.end));
  bool const run_in =
      heading.role == HeadingRole::kUnit && separator.runs_in && reads_as_sentence(rest);
  (run_in ? heading.run_in : heading.heading) = rest;
  return heading;
}

Heading with_role(HeadingRole role, ProvisionKind kind, std::string num = {}) {
  Heading heading;
  heading.role = role;
  heading.kind = kind;
  heading.num = std::move(num);
  return heading;
}

std::optional<Heading> sign_heading(std::string_view text, std::string_view language) {
  size_t pos = 0;
  while (text.substr(pos).starts_with(kSectionSign)) {
    pos += kSectionSign.size();
  }
  std::optional<Number> number =
      pos == 0 ? std::nullopt : number_at(text, skip_spaces(text, pos), language);
  if (!number) {
    return std::nullopt;
  }
  take_range(text, language, *number);
  return divide(with_role(HeadingRole::kUnit, ProvisionKind::kSection, number->num), text,
                number->end);
}

// Behind the word: "." of an abbreviation, "N°" and spaces.
size_t number_place(std::string_view text, size_t pos) {
  pos += pos < text.size() && text[pos] == '.' ? 1 : 0;
  pos = skip_spaces(text, pos);
  for (std::string_view const sign : {"N\xC2\xBA", "N\xC2\xB0", "Nr."}) {
    if (text.substr(pos).starts_with(sign)) {
      return skip_spaces(text, pos + sign.size());
    }
  }
  return pos;
}

std::optional<Heading> word_heading(std::string_view text, std::string_view language) {
  std::string_view const word = word_at(text, 0);
  std::string const folded = fold_latin(word);
  std::optional<ProvisionKind> const formula = formula_word(folded);
  if (formula) {
    Heading heading = with_role(HeadingRole::kUnit, *formula);
    heading.heading = text;
    return heading;
  }
  std::optional<ProvisionKind> const unit = unit_word(folded, language);
  std::optional<ProvisionKind> const container = container_word(folded);
  if (!unit && !container) {
    return std::nullopt;
  }
  std::optional<Number> number = number_at(text, number_place(text, word.size()), language);
  if (!number && unit == ProvisionKind::kAnnex) {
    return divide(with_role(HeadingRole::kUnit, *unit), text, word.size());
  }
  if (!number) {
    return std::nullopt;
  }
  take_latin_suffix(text, language, *number);
  take_range(text, language, *number);
  HeadingRole const role = unit ? HeadingRole::kUnit : HeadingRole::kContainer;
  return divide(with_role(role, unit ? *unit : *container, number->num), text, number->end);
}

// "Zweiter Abschnitt", "2. Abschnitt", "1ª SECCION", "SUB SECCION I".
std::optional<Heading> ordinal_heading(std::string_view text, std::string_view language) {
  if (fold_latin(word_at(text, 0)) == "sub") {
    std::optional<Heading> heading = word_heading(text.substr(skip_spaces(text, 3)), language);
    bool const container = heading && heading->role == HeadingRole::kContainer;
    if (container) {
      heading->label.insert(0, text.substr(0, skip_spaces(text, 3)));
    }
    return container ? heading : std::nullopt;
  }
  std::optional<Number> const number = number_at(text, 0, language);
  if (!number) {
    return std::nullopt;
  }
  size_t pos = number->end;
  while (pos < text.size() && (text[pos] == '.' || text[pos] == '\\' || text[pos] == ')')) {
    ++pos;
  }
  pos = skip_ordinal_mark(text, pos);
  pos = skip_spaces(text, pos);
  std::string_view const word = word_at(text, pos);
  std::optional<ProvisionKind> const container = container_word(fold_latin(word));
  if (!container) {
    return std::nullopt;
  }
  return divide(with_role(HeadingRole::kContainer, *container, number->num), text,
                pos + word.size());
}

LegalStatus status_of(std::string_view rest) {
  std::string const folded = fold_latin(rest);
  if (folded.find("(zukunftig in kraft)") != std::string::npos) {
    return LegalStatus::kNotCommenced;
  }
  return says_repealed(rest) ? LegalStatus::kRepealed : LegalStatus::kUnknown;
}

}  // namespace

Heading classify_heading(std::string_view text, std::string_view language) {
  uint64_t const found = count_visible(text);
  text = trim(text);
  if (text.starts_with(kPlaceholder)) {
    text = trim(text.substr(kPlaceholder.size()));
  }
  std::optional<Heading> heading = sign_heading(text, language);
  heading = heading ? heading : word_heading(text, language);
  heading = heading ? heading : ordinal_heading(text, language);
  if (!heading) {
    heading.emplace();
    heading->heading = text;
  }
  heading->status = status_of(heading->heading);
  heading->left_out = found - count_visible(heading->label) - count_visible(heading->heading) -
                      count_visible(heading->run_in);
  return std::move(*heading);
}

std::string number_of_label(std::string_view label) {
  label = trim(label);
  size_t const digit = label.find_first_of("0123456789");
  if (digit != std::string_view::npos) {
    size_t begin = digit;
    while (begin > 0 && is_letter(label[begin - 1])) {
      --begin;
    }
    Number number = digit_number(label, digit);
    number.num.insert(0, label.substr(begin, digit - begin));
    take_latin_suffix(label, "", number);
    return number.num;
  }
  constexpr std::string_view kPunctuation = " \t\n.,:;()[]-\"'";
  size_t const last = label.find_last_not_of(kPunctuation);
  if (last == std::string_view::npos) {
    return "";
  }
  size_t const before = label.find_last_of(kPunctuation, last);
  size_t const begin = before == std::string_view::npos ? 0 : before + 1;
  std::string_view const word = label.substr(begin, last + 1 - begin);
  std::optional<Number> const spelled = spelled_number(word, 0);
  return spelled && spelled->end == word.size() ? spelled->num : std::string(word);
}

bool says_repealed(std::string_view text) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"abrogado", "abroge", "aufgehoben", "derogada", "derogado", "entfallen", "repealed",
       "revogado", "suprimido", "weggefallen"});
  constexpr std::string_view kAround = " \t\n()[]*_.-\\";
  size_t const begin = text.find_first_not_of(kAround);
  if (begin == std::string_view::npos || text.size() - begin > 40) {
    return false;
  }
  size_t const end = text.find_last_not_of(kAround) + 1;
  std::string const word = fold_latin(text.substr(begin, end - begin));
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

}  // namespace cyberlex
