#include "cyberlex/text/stem_input.h"

#include <algorithm>
#include <array>

namespace cyberlex {
namespace {

// `least` bytes have to stand before the ending.
struct Ending {
  std::string_view language;
  std::string_view folded;
  std::string_view written;
  size_t least = 0;
};
constexpr std::array<Ending, 17> kEndings = {{
    {"es", "cion", "ción"},
    {"es", "sion", "sión"},
    {"es", "eyes", "ey", 1},  // leyes
    {"fr", "ite", "ité"},
    {"fr", "ites", "ités"},
    {"pt", "cao", "ção"},
    {"pt", "coes", "ção"},
    {"pt", "sao", "são"},
    {"pt", "soes", "são"},
    {"pt", "encia", "ência"},
    {"pt", "encias", "ências"},
    {"pt", "avel", "ável"},
    {"pt", "aveis", "ável"},
    {"pt", "ivel", "ível"},
    {"pt", "iveis", "ível"},
    {"pt", "ais", "al", 3},  // legais; not pais, mais
    {"en", "'s", ""},
}};

std::string with_written_ending(std::string_view language, std::string_view word) {
  std::string out(word);
  for (Ending const& ending : kEndings) {
    if (ending.language == language && word.ends_with(ending.folded) &&
        word.size() >= ending.folded.size() + ending.least) {
      out.resize(out.size() - ending.folded.size());
      out += ending.written;
      break;
    }
  }
  return out;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

struct Spelling {
  std::string_view american;
  std::string_view british;
};
constexpr std::array<Spelling, 6> kSpellings = {{{"offense", "offence"},
                                                 {"defense", "defence"},
                                                 {"license", "licence"},
                                                 {"licensing", "licencing"},
                                                 {"behavior", "behaviour"},
                                                 {"analyz", "analys"}}};
constexpr std::array<std::string_view, 8> kAfterIz = {"e",   "ed",    "es",     "er",
                                                      "ers", "ation", "ations", "ing"};

// authorize -> authorise; not size, seize, prize.
void spell_with_s(std::string& word) {
  constexpr size_t kLeast = 4;
  size_t const at = word.rfind("iz");
  if (at == std::string::npos || at < kLeast) {
    return;
  }
  std::string_view const rest = std::string_view(word).substr(at + 2);
  if (std::find(kAfterIz.begin(), kAfterIz.end(), rest) != kAfterIz.end()) {
    word[at + 1] = 's';
  }
}

std::string english(std::string_view folded) {
  std::string word = with_written_ending("en", folded);
  spell_with_s(word);
  for (Spelling const& spelling : kSpellings) {
    if (word.starts_with(spelling.american)) {
      word.replace(0, spelling.american.size(), spelling.british);
      break;
    }
  }
  return word;
}

bool is_vowel(char letter) {
  return std::string_view("aeiou").find(letter) != std::string_view::npos;
}

// Verstoesse -> Verstosse, as ö folds. After a vowel or q an e is no umlaut: Steuer, Quelle.
std::string german(std::string_view folded) {
  std::string word;
  for (size_t at = 0; at < folded.size(); ++at) {
    bool const umlaut = folded[at] == 'e' && at > 0 &&
                        std::string_view("aou").find(folded[at - 1]) != std::string_view::npos;
    bool const after_letter = at > 1 && (is_vowel(folded[at - 2]) || folded[at - 2] == 'q');
    if (!umlaut || after_letter) {
      word += folded[at];
    }
  }
  return word;
}

// What French elides before a vowel, with its apostrophe.
constexpr std::array<std::string_view, 13> kElided = {
    "l'", "d'",  "j'",     "m'",      "n'",      "s'",     "t'",
    "c'", "qu'", "jusqu'", "lorsqu'", "puisqu'", "quelqu'"};

std::string french(std::string_view folded) {
  for (std::string_view const elided : kElided) {
    if (folded.starts_with(elided) && folded.size() > elided.size()) {
      folded.remove_prefix(elided.size());
      break;
    }
  }
  return with_written_ending("fr", folded);
}

// juez -> juec, as jueces.
std::string spanish(std::string_view folded) {
  std::string word = with_written_ending("es", folded);
  if (word.size() > 2 && word.back() == 'z') {
    word.back() = 'c';
  }
  return word;
}

// The article, alone and with the particles written before it.
constexpr std::array<std::string_view, 6> kArticles = {"وال", "بال", "کال", "فال", "لل", "ال"};
constexpr size_t kArabicLetter = 2;

// Words whose alef and lam are their own; the hamza by which they are told folding dropped.
constexpr std::array<std::string_view, 6> kNoArticle = {"الکترون", "التزام", "الزام",
                                                        "الغا",    "التماس", "التقاط"};

bool has_own_alef_lam(std::string_view word) {
  return std::any_of(kNoArticle.begin(), kNoArticle.end(),
                     [word](std::string_view own) { return word.starts_with(own); });
}

// Snowball stems a word with the article and one without it in different ways, so all get one.
std::string arabic(std::string_view folded) {
  for (std::string_view const article : kArticles) {
    if (!has_own_alef_lam(folded) && folded.starts_with(article) &&
        folded.size() >= article.size() + 3 * kArabicLetter) {
      folded.remove_prefix(article.size());
      break;
    }
  }
  std::string word(folded);
  if (word.ends_with("ه") && word.size() > 3 * kArabicLetter) {
    word.resize(word.size() - kArabicLetter);
    word += "ة";
  }
  replace_all(word, "ی", "ي");
  replace_all(word, "ک", "ك");
  return "ال" + word;
}

}  // namespace

std::string stem_input(std::string_view language, std::string_view folded_word) {
  if (language == "ar") {
    return arabic(folded_word);
  }
  if (language == "de") {
    return german(folded_word);
  }
  if (language == "en") {
    return english(folded_word);
  }
  if (language == "es") {
    return spanish(folded_word);
  }
  if (language == "fr") {
    return french(folded_word);
  }
  return with_written_ending(language, folded_word);
}

}  // namespace cyberlex
