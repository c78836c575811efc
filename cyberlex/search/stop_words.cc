#include "cyberlex/search/stop_words.h"

#include <algorithm>
#include <array>

namespace cyberlex {
namespace {

// Folded.
constexpr auto kEnglish = std::to_array<std::string_view>(
    {"a",     "about", "all",   "an",     "and",   "any",   "are",   "as",   "at",    "be",
     "been",  "being", "by",    "can",    "could", "did",   "do",    "does", "for",   "from",
     "had",   "has",   "have",  "his",    "how",   "i",     "if",    "in",   "into",  "is",
     "it",    "its",   "may",   "me",     "must",  "my",    "of",    "on",   "or",    "other",
     "our",   "shall", "she",   "should", "so",    "some",  "such",  "than", "that",  "the",
     "their", "them",  "there", "these",  "they",  "this",  "those", "to",   "us",    "was",
     "we",    "were",  "what",  "when",   "where", "which", "who",   "whom", "whose", "why",
     "will",  "with",  "would", "you",    "your"});
constexpr auto kSpanish = std::to_array<std::string_view>(
    {"a",       "al",     "algun", "alguna", "ante",  "como",  "con",    "cual", "cuales",
     "cuando",  "cuanto", "de",    "del",    "desde", "donde", "e",      "el",   "ella",
     "ellos",   "en",     "entre", "es",     "esa",   "ese",   "esta",   "este", "esto",
     "estos",   "fue",    "ha",    "hay",    "la",    "las",   "le",     "les",  "lo",
     "los",     "mas",    "me",    "mi",     "mis",   "muy",   "o",      "otra", "otras",
     "otro",    "otros",  "para",  "pero",   "por",   "puede", "pueden", "que",  "quien",
     "quienes", "se",     "segun", "ser",    "si",    "sobre", "son",    "su",   "sus",
     "tambien", "tu",     "un",    "una",    "unas",  "unos",  "y",      "ya",   "yo"});
constexpr auto kPersian = std::to_array<std::string_view>(
    {"از",   "است",  "اگر",  "ان",    "انها", "او",  "ای",  "ایا",  "این",   "با",   "باید",
     "بر",   "برای", "به",   "بود",   "تا",   "خود", "در",  "دارد", "دیگر",  "را",   "سایر",
     "شد",   "شده",  "شود",  "ما",    "مرا",  "من",  "می",  "نیز",  "ها",    "های",  "هایی",
     "هر",   "هم",   "همه",  "هستند", "و",    "وی",  "چرا", "چه",   "چگونه", "چیست", "کجا",
     "کدام", "کرد",  "کردن", "کند",   "که",   "کی",  "یا",  "یک",   "ی"});

struct List {
  std::string_view language;
  std::span<std::string_view const> words;
};
constexpr auto kLists = std::to_array<List>({{"en", kEnglish}, {"es", kSpanish}, {"fa", kPersian}});

bool has(List const& list, std::string_view word) {
  return std::ranges::find(list.words, word) != list.words.end();
}

}  // namespace

std::span<std::string_view const> stop_words(std::string_view language) {
  auto const* const list = std::ranges::find(kLists, language, &List::language);
  return list == kLists.end() ? std::span<std::string_view const>() : list->words;
}

bool is_stop_word(std::string_view language, std::string_view word) {
  return has({language, stop_words(language)}, word);
}

std::string_view language_of_stop_words(std::span<std::string const> words) {
  std::string_view out;
  std::ptrdiff_t most = 0;
  for (List const& list : kLists) {
    auto const found =
        std::ranges::count_if(words, [&list](std::string const& word) { return has(list, word); });
    if (found > most) {
      most = found;
      out = list.language;
    }
  }
  return out;
}

}  // namespace cyberlex
