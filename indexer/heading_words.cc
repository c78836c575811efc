#include "indexer/heading_words.h"

#include <algorithm>
#include <array>
#include <span>

namespace cyberlex {
namespace {

struct KindWord {
  std::string_view word;
  ProvisionKind kind;
};

constexpr auto kUnitWords = std::to_array<KindWord>({
    {"art", ProvisionKind::kArticle},
    {"articolo", ProvisionKind::kArticle},
    {"article", ProvisionKind::kArticle},
    {"articulo", ProvisionKind::kArticle},
    {"artigo", ProvisionKind::kArticle},
    {"artikel", ProvisionKind::kArticle},
    {"anexo", ProvisionKind::kAnnex},
    {"anhang", ProvisionKind::kAnnex},
    {"anlage", ProvisionKind::kAnnex},
    {"annex", ProvisionKind::kAnnex},
    {"annexe", ProvisionKind::kAnnex},
    {"annexure", ProvisionKind::kAnnex},
    {"apendice", ProvisionKind::kAnnex},
    {"appendix", ProvisionKind::kAnnex},
    {"schedule", ProvisionKind::kAnnex},
});

constexpr auto kContainerWords = std::to_array<KindWord>({
    {"book", ProvisionKind::kBook},
    {"buch", ProvisionKind::kBook},
    {"libro", ProvisionKind::kBook},
    {"livre", ProvisionKind::kBook},
    {"livro", ProvisionKind::kBook},
    {"part", ProvisionKind::kPart},
    {"parte", ProvisionKind::kPart},
    {"partie", ProvisionKind::kPart},
    {"teil", ProvisionKind::kPart},
    {"titel", ProvisionKind::kTitle},
    {"title", ProvisionKind::kTitle},
    {"titre", ProvisionKind::kTitle},
    {"titulo", ProvisionKind::kTitle},
    {"capitulo", ProvisionKind::kChapter},
    {"chapitre", ProvisionKind::kChapter},
    {"chapter", ProvisionKind::kChapter},
    {"kapitel", ProvisionKind::kChapter},
    {"abschnitt", ProvisionKind::kDivision},
    {"division", ProvisionKind::kDivision},
    {"hauptabschnitt", ProvisionKind::kDivision},
    {"inciso", ProvisionKind::kDivision},
    {"secao", ProvisionKind::kDivision},
    {"seccion", ProvisionKind::kDivision},
    {"section", ProvisionKind::kDivision},
    {"subseccion", ProvisionKind::kDivision},
    {"unterabschnitt", ProvisionKind::kDivision},
    {"unterkapitel", ProvisionKind::kDivision},
    {"untertitel", ProvisionKind::kDivision},
});

constexpr auto kFormulaWords = std::to_array<KindWord>({
    {"eingangsformel", ProvisionKind::kPreamble},
    {"praambel", ProvisionKind::kPreamble},
    {"preamble", ProvisionKind::kPreamble},
    {"preambule", ProvisionKind::kPreamble},
    {"preambulo", ProvisionKind::kPreamble},
    {"schlussformel", ProvisionKind::kConclusions},
});

// German stems take -e, -er, -es; Spanish ones -o, -a and nothing.
constexpr auto kGermanOrdinals = std::to_array<std::string_view>(
    {"erst",      "zweit",     "dritt",     "viert",     "funft",     "sechst",    "siebent",
     "acht",      "neunt",     "zehnt",     "elft",      "zwolft",    "dreizehnt", "vierzehnt",
     "funfzehnt", "sechzehnt", "siebzehnt", "achtzehnt", "neunzehnt", "zwanzigst"});
constexpr auto kSpanishOrdinals = std::to_array<std::string_view>(
    {"primer", "segund", "tercer", "cuart", "quint", "sext", "septim", "octav", "noven", "decim"});

constexpr auto kLatinSuffixes = std::to_array<std::string_view>(
    {"bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies"});

std::optional<ProvisionKind> find_word(std::span<KindWord const> words, std::string_view word) {
  auto const found =
      std::find_if(words.begin(), words.end(), [&](KindWord const& w) { return w.word == word; });
  return found == words.end() ? std::nullopt : std::optional(found->kind);
}

int ordinal_of(std::span<std::string_view const> stems, std::string_view word,
               std::span<std::string_view const> endings) {
  for (size_t i = 0; i < stems.size(); ++i) {
    if (!word.starts_with(stems[i])) {
      continue;
    }
    std::string_view const rest = word.substr(stems[i].size());
    if (std::find(endings.begin(), endings.end(), rest) != endings.end()) {
      return static_cast<int>(i) + 1;
    }
  }
  return 0;
}

// The base letters of U+00C0 to U+00FF; '\0' where there is none.
constexpr std::string_view kLatin1Base(
    "aaaaaa\0ceeeeiiii\0nooooo\0\0uuuuy\0\0aaaaaa\0ceeeeiiii\0nooooo\0\0uuuuy\0y", 64);

}  // namespace

std::string fold_latin(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    char const c = text[i];
    if (c != '\xC3' || i + 1 == text.size()) {
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      continue;
    }
    auto const second = static_cast<unsigned char>(text[++i]);
    char const base = kLatin1Base[second & 0x3FU];
    if (second == 0x9F) {
      out += "ss";
    } else if (base != '\0') {
      out += base;
    } else {
      out.append(text.substr(i - 1, 2));
    }
  }
  return out;
}

std::optional<ProvisionKind> unit_word(std::string_view word, std::string_view language) {
  bool const section = language == "en" && (word == "section" || word == "sec");
  return section ? ProvisionKind::kSection : find_word(kUnitWords, word);
}

std::optional<ProvisionKind> container_word(std::string_view word) {
  return find_word(kContainerWords, word);
}

std::optional<ProvisionKind> formula_word(std::string_view word) {
  return find_word(kFormulaWords, word);
}

int ordinal_word(std::string_view word) {
  constexpr auto kGermanEndings = std::to_array<std::string_view>({"e", "er", "es"});
  constexpr auto kSpanishEndings = std::to_array<std::string_view>({"", "o", "a"});
  if (word == "siebter" || word == "siebte" || word == "siebtes") {
    return 7;
  }
  int const german = ordinal_of(kGermanOrdinals, word, kGermanEndings);
  return german > 0 ? german : ordinal_of(kSpanishOrdinals, word, kSpanishEndings);
}

bool is_latin_suffix(std::string_view word) {
  return std::find(kLatinSuffixes.begin(), kLatinSuffixes.end(), word) != kLatinSuffixes.end();
}

}  // namespace cyberlex
