#include "cyberlex/search/citation.h"

#include <algorithm>
#include <array>

#include "cyberlex/text/analyse.h"

namespace cyberlex {
namespace {

constexpr size_t kLongestCitation = 300;
constexpr size_t kMostConnectives = 3;

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

bool is_connective(std::string_view word) {
  constexpr auto kWords =
      std::to_array<std::string_view>({"of", "the", "de", "la", "del", "el", "los", "las", "از"});
  return is_among(kWords, word);
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

bool is_word_char(char c) {
  return (c >= 'a' && c <= 'z') || is_digit(c) || static_cast<unsigned char>(c) >= 0x80 ||
         c == '-' || c == '\'';
}

// Splits "s24", "art30" into the unit and its number.
void add_word(std::string_view word, std::vector<std::string>& words) {
  size_t const digit = word.find_first_of("0123456789");
  if (digit != std::string_view::npos && digit > 0 && unit_word(word.substr(0, digit))) {
    words.emplace_back(word.substr(0, digit));
    word.remove_prefix(digit);
  }
  words.emplace_back(word);
}

// Folded words; brackets are words of their own.
std::vector<std::string> scan(std::string_view text) {
  std::string folded = fold_name(text);
  for (size_t at = folded.find("§"); at != std::string::npos; at = folded.find("§")) {
    folded.replace(at, std::string_view("§").size(), " s ");
  }
  std::vector<std::string> words;
  for (size_t at = 0; at < folded.size();) {
    size_t end = at;
    while (end < folded.size() && is_word_char(folded[end])) {
      ++end;
    }
    if (end > at) {
      add_word(std::string_view(folded).substr(at, end - at), words);
    } else if (folded[at] == '(' || folded[at] == ')') {
      words.emplace_back(1, folded[at]);
    }
    at = std::max(end, at + 1);
  }
  return words;
}

// A unit as cited: words [begin, end) of the text.
struct CitedUnit {
  std::optional<ProvisionKind> kind;
  std::string number;
  std::vector<std::string> below;  // "1", "a"
  size_t begin = 0;
  size_t end = 0;
};

// [unit word] number [bis] ("(" word ")")*
std::optional<CitedUnit> read_unit(std::vector<std::string> const& words, size_t at) {
  CitedUnit unit;
  unit.begin = at;
  unit.kind = unit_word(words[at]);
  at += unit.kind ? 1 : 0;
  if (at == words.size() || !is_number(words[at])) {
    return std::nullopt;
  }
  unit.number = words[at++];
  if (at < words.size() && is_ordinal_suffix(words[at])) {
    unit.number += '-' + words[at++];
  }
  while (at + 2 < words.size() && words[at] == "(" && words[at + 2] == ")") {
    unit.below.push_back(words[at + 1]);
    at += 3;
  }
  unit.end = at;
  return unit;
}

// "sec_24__subsec_1" as "s. 24(1)".
std::string shown(std::string_view eid) {
  std::string out;
  while (!eid.empty()) {
    size_t const end = std::min(eid.find("__"), eid.size());
    std::string_view const step = eid.substr(0, end);
    size_t const split = std::min(step.find('_'), step.size());
    std::string_view const kind = step.substr(0, split);
    std::string const number(step.substr(std::min(split + 1, step.size())));
    if (!out.empty()) {
      out += '(' + (number.empty() ? std::string(kind) : number) + ')';
    } else {
      out = kind == "sec" ? "s." : kind == "art" ? "art." : std::string(kind);
      out += number.empty() ? "" : ' ' + number;
    }
    eid.remove_prefix(std::min(end + 2, eid.size()));
  }
  return out;
}

void add_target(NamedAct const& act, EId const& unit, std::string const& text, Citation& out) {
  Handle target = named_unit(act, unit);
  if (std::find(out.targets.begin(), out.targets.end(), target) == out.targets.end()) {
    out.label += (out.targets.empty() ? "" : "; ") + act.label + ", " + shown(text);
    out.targets.push_back(std::move(target));
  }
}

bool has_named_unit(NamedAct const& act, EId const& unit, VocabularyView const& vocabulary) {
  Handle const held = named_unit(act, unit);
  return !held.eid.empty() && vocabulary.has_unit(held.act, held.eid.text());
}

// The unit in one act: under the kind that was typed, else under the act's own; empty when it has
// none.
EId unit_of(NamedAct const& act, CitedUnit const& unit, VocabularyView const& vocabulary) {
  bool const treaty = act.handle.find('/') == std::string::npos;
  if (!unit.kind && !treaty) {
    return {};
  }
  for (ProvisionKind const kind : {unit.kind.value_or(act.unit), act.unit}) {
    EId eid = EId::make(nullptr, kind, unit.number);
    if (has_named_unit(act, eid, vocabulary)) {
      return eid;
    }
  }
  return {};
}

// The unit in each of the acts that have it.
std::optional<Citation> find_unit(std::vector<NamedAct const*> const& acts, CitedUnit const& unit,
                                  VocabularyView const& vocabulary) {
  Citation out;
  for (NamedAct const* const act : acts) {
    EId const eid = unit_of(*act, unit, vocabulary);
    std::string text = eid.text();
    for (std::string const& below : unit.below) {
      text += "__x_" + below;
    }
    if (!eid.empty()) {
      add_target(*act, eid, text, out);
    }
  }
  return out.targets.empty() ? std::nullopt : std::optional(std::move(out));
}

std::optional<Citation> find_named(std::vector<std::string> name, CitedUnit const& unit,
                                   VocabularyView const& vocabulary) {
  for (size_t dropped = 0; !name.empty(); ++dropped) {
    std::string text;
    for (std::string const& word : name) {
      text += word + ' ';
    }
    std::string const key = name_key(text);
    if (std::optional<Citation> found =
            find_unit(vocabulary.act_names().find(key), unit, vocabulary)) {
      return found;
    }
    if (dropped == kMostConnectives || !is_connective(name.front())) {
      return std::nullopt;
    }
    name.erase(name.begin());
  }
  return std::nullopt;
}

std::optional<Citation> read_words(std::string_view text, VocabularyView const& vocabulary) {
  std::vector<std::string> const words = scan(text);
  for (size_t at = 0; at < words.size(); ++at) {
    std::optional<CitedUnit> const unit = read_unit(words, at);
    bool const first = unit && at == 0 && unit->kind && unit->end < words.size();
    bool const last = unit && at > 0 && unit->end == words.size();
    if (!first && !last) {
      continue;
    }
    auto const begin = words.begin() + static_cast<std::ptrdiff_t>(first ? unit->end : 0);
    auto const end = first ? words.end() : words.begin() + static_cast<std::ptrdiff_t>(at);
    if (std::optional<Citation> found = find_named({begin, end}, *unit, vocabulary)) {
      return found;
    }
  }
  return std::nullopt;
}

std::optional<Citation> read_eid(NamedAct const* act, EId const& eid,
                                 VocabularyView const& vocabulary) {
  if (act == nullptr || eid.empty() || !has_named_unit(*act, eid.unit(), vocabulary)) {
    return std::nullopt;
  }
  Citation out;
  add_target(*act, eid.unit(), eid.text(), out);
  return out;
}

std::optional<Citation> read_handle(std::string_view text, VocabularyView const& vocabulary) {
  Result<Handle> const handle = parse_handle(fold(text));
  if (!handle || handle->eid.empty()) {
    return std::nullopt;
  }
  return read_eid(vocabulary.act_names().find_handle(handle->act), handle->eid, vocabulary);
}

// "/akn/…/!main~sec_24", with or without scheme and host before it.
std::optional<Citation> read_iri(std::string_view text, VocabularyView const& vocabulary) {
  constexpr std::string_view kPortion = "/!main~";
  size_t const begin = text.find("/akn/");
  size_t const portion = text.find(kPortion, std::min(begin, text.size()));
  if (portion == std::string_view::npos) {
    return std::nullopt;
  }
  Result<EId> const eid = EId::parse(text.substr(portion + kPortion.size()));
  if (!eid) {
    return std::nullopt;
  }
  std::string_view const work = text.substr(begin, portion - begin);
  return read_eid(vocabulary.act_names().find_iri(work), *eid, vocabulary);
}

// What the query language reads in another way is no citation.
bool is_query_syntax(std::string_view text) {
  constexpr auto kSyntax = std::to_array<std::string_view>(
      {"\"", "=", "*", "~", ":", " -", " /", " AND ", " OR ", " NOT ", "NEAR/", "ADJ/"});
  return text.starts_with('-') || text.starts_with("NOT ") ||
         std::any_of(kSyntax.begin(), kSyntax.end(), [text](std::string_view mark) {
           return text.find(mark) != std::string_view::npos;
         });
}

}  // namespace

std::optional<Citation> recognise_citation(std::string_view text,
                                           VocabularyView const& vocabulary) {
  if (text.empty() || text.size() > kLongestCitation) {
    return std::nullopt;
  }
  bool const spaced = text.find_first_of(" \t\r\n") != std::string_view::npos;
  if (!spaced && (text.starts_with("/akn/") || text.starts_with("http"))) {
    return read_iri(text, vocabulary);
  }
  if (is_query_syntax(text) || text.front() == '/') {
    return std::nullopt;
  }
  if (!spaced && text.find('/') != std::string_view::npos) {
    return read_handle(text, vocabulary);
  }
  return read_words(text, vocabulary);
}

}  // namespace cyberlex
