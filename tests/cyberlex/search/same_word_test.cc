// Whether the index, the query and the highlight take two words for the same.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <set>

#include "cyberlex/index/schema.h"
#include "cyberlex/index/terms.h"
#include "cyberlex/search/language_markers.h"
#include "cyberlex/search/query_words.h"
#include "cyberlex/text/analyse.h"
#include "cyberlex/text/language.h"

namespace cyberlex {
namespace {

constexpr unsigned kSeed = 1388;

// What stands within words of statutes: letters of several scripts, marks, joiners, digits.
constexpr std::array<std::string_view, 58> kPieces = {
    "a",   "e",   "i", "s",       "es",     "ed",     "ing", "cion", "ção",  "é",  "ñ", "ß",
    "Ä",   "ﬁ",   "œ", "e\u0301", "\u00AD", "'",      "’",   "º",    "B",    "t",  "r", "l'",
    "ize", "ung", "ا", "آ",       "أ",      "ب",      "ت",   "م",    "ن",    "ه",  "ة", "ی",
    "ي",   "ى",   "ک", "ك",       "ها",     "\u200C", "های", "می",   "داده", "ال", "ـ", "َ",
    "ّ",    "ٔ",    "ء", "7",       "۷",      "٧",      "د",   "ж",    "й",    "ω"};
constexpr std::array<std::string_view, 5> kBetween = {" ", ", ", ". ", " «", "\n\n"};

class SameWordTest : public ::testing::TestWithParam<std::string> {
 protected:
  std::string text() {
    std::string out;
    for (size_t words = 1 + random_() % 8; words > 0; --words) {
      for (size_t left = 1 + random_() % 6; left > 0; --left) {
        out += kPieces[random_() % kPieces.size()];
      }
      out += kBetween[random_() % kBetween.size()];
    }
    return out;
  }

  std::set<std::string> index_terms(std::string const& text) {
    IndexDocument document;
    document.record.texts.emplace_back();
    document.record.texts[0].language = GetParam();
    document.texts.push_back({GetParam(), TextKind::kOfficial, {{EId(), 0, "", text}}});
    std::set<std::string> out;
    for (DocumentTerm const& term : maker_.make(document).terms) {
      out.insert(term.term);
    }
    return out;
  }

  bool is_marked(std::string const& text, std::string const& word, bool stemmed) {
    WordGroup group;
    LanguageGroup& one = group.languages.emplace_back();
    one.language = GetParam();
    one.words = {word};
    one.stem = stemmed ? std::string(tools_.stemmer.stem(word)) : "";
    std::vector<Marker> const markers = {group};
    LanguageMarkers finder(markers, GetParam(), tools_);
    return !finder.find(text, tools_.analyser.words(text)).empty();
  }

  // Every word that the reader of queries makes of one word of the text.
  void expect_found(std::string const& text, std::string const& original,
                    std::set<std::string> const& terms) {
    QueryWords const asked = reader_.read(original);
    ASSERT_FALSE(asked.parts.empty()) << text;
    std::vector<std::string> words = asked.parts;
    if (!asked.joined.empty()) {
      words.push_back(asked.joined);
    }
    for (std::string const& word : words) {
      std::string const stem(tools_.stemmer.stem(word));
      ASSERT_TRUE(terms.contains(schema::term(schema::kWord, GetParam(), word)))
          << word << " of " << original << " in " << text;
      ASSERT_TRUE(terms.contains(schema::term(schema::kStem, GetParam(), stem))) << word;
      ASSERT_TRUE(is_marked(text, word, false)) << word << " of " << original << " in " << text;
      ASSERT_TRUE(is_marked(text, word, true)) << word << " of " << original << " in " << text;
    }
    ++checked_;
  }

  std::mt19937 random_{kSeed};
  TermMaker maker_;
  WordReader reader_;
  TextTools tools_{GetParam()};
  size_t checked_ = 0;
  size_t left_out_ = 0;
};

Analysis analysed(std::string const& text) {
  Analysis out;
  Analyser("").analyse(text, out);
  return out;
}

// Folding may leave what breaks in other places: of l', a tatweel behind it, only l' is left, and
// is read as l. Such a word the reader of queries breaks once more, so it is found by its parts at
// most.
bool is_one_word(std::string const& folded) {
  std::vector<Token> const again = analysed(folded).tokens;
  return again.size() == 1 && again[0].word == folded;
}

bool breaks_as_it_stands(Token const& token, std::string const& original) {
  std::vector<Token> const parts = analysed(original).tokens;
  return is_one_word(token.word) && std::all_of(parts.begin(), parts.end(), [](Token const& part) {
           return is_one_word(part.word);
         });
}

TEST_P(SameWordTest, AWordOfATextIsFoundAndMarkedWhenItIsAskedForAsItStands) {
  SCOPED_TRACE(kSeed);
  for (int round = 0; round < 800; ++round) {
    std::string const where = text();
    std::set<std::string> const terms = index_terms(where);
    for (Token const& token : analysed(where).tokens) {
      std::string const original = where.substr(token.begin, token.end - token.begin);
      if (!breaks_as_it_stands(token, original)) {
        ++left_out_;
        continue;
      }
      ASSERT_NO_FATAL_FAILURE(expect_found(where, original, terms));
    }
  }
  EXPECT_GT(checked_, 2000U);
  EXPECT_LT(left_out_ * 50, checked_);
}

// How one word is written by different people: all find what any of them wrote.
TEST_P(SameWordTest, ManyWaysToWriteAWordAreOne) {
  std::vector<std::vector<std::string>> const ways = {
      {"Interceptación", "interceptacion", "INTERCEPTACIO\u0301N", "intercep\u00ADtación"},
      {"كتاب", "کتاب", "كـــتاب", "کِتاب"},
      {"ماده‌ی", "مادهی"},
      {"داده‌ها", "دادهها"},
      {"۱۳۸۸", "١٣٨٨", "1388"},
      {"Straße", "STRASSE", "strasse"},
      {"l’accès", "l'accès", "L'ACCES"},
      {"مسؤول", "مسوول"},
      {"محكمة", "محکمه"},
      {"oﬃcer", "officer"}};
  for (std::vector<std::string> const& group : ways) {
    for (std::string const& written : group) {
      std::set<std::string> const terms = index_terms(written);
      for (std::string const& asked : group) {
        QueryWords const words = reader_.read(asked);
        std::string const word = words.joined.empty() ? words.parts.front() : words.joined;
        EXPECT_TRUE(terms.contains(schema::term(schema::kWord, GetParam(), word)))
            << asked << " for " << written;
        EXPECT_TRUE(is_marked(written, word, false)) << asked << " for " << written;
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Languages, SameWordTest,
                         ::testing::Values("en", "es", "fa", "de", "ar", "fr", "pt", "xx"),
                         [](auto const& each) { return each.param; });

}  // namespace
}  // namespace cyberlex
