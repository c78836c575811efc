#include "cyberlex/search/language_markers.h"

#include <gtest/gtest.h>

#include <random>
#include <tuple>

#include "tests/cyberlex/text/random_text.h"

namespace cyberlex {
namespace {

using Marks = std::vector<std::tuple<uint32_t, uint32_t, size_t>>;

Marks plain(std::vector<Mark> const& marks) {
  Marks out;
  for (Mark const& mark : marks) {
    out.emplace_back(mark.begin, mark.end, mark.marker);
  }
  return out;
}

// By the definition of TextWords. Positions are asserted on the way.
std::vector<WordSlice> unjoined(std::vector<Token> const& tokens) {
  std::vector<WordSlice> out;
  for (Token const& token : tokens) {
    EXPECT_EQ(token.position, out.size());
    if (!token.joined) {
      out.push_back({token.begin, token.end});
    }
  }
  return out;
}

// Words as statutes write them: accents, capitals, hyphens, joiners, marks above letters.
std::vector<std::string> words_of(std::string const& language) {
  if (language == "fa") {
    return {"می‌شود", "میشود", "دسترسی", "داده‌ها", "داده",
            "مُجازات",        "كتاب",  "data",   "قانون",           "۱۲"};
  }
  if (language == "es") {
    return {"Interceptación", "interceptar", "DATOS", "dato", "ilícito", "acce\u0301so", "e-mail"};
  }
  if (language == "de") {
    return {"Straße", "STRASSE", "Übertragung", "über-tragen", "Daten", "Datum", "§", "Täters"};
  }
  return {"access",    "Accesses", "ac\u00ADcess", "computer's",
          "computers", "e-mail",   "fraud",        "ﬁles"};
}

class LanguageMarkersTest : public ::testing::TestWithParam<std::string> {
 protected:
  std::string text() {
    std::vector<std::string> const words = words_of(GetParam());
    std::string out;
    for (size_t left = random_() % 20; left > 0; --left) {
      out += random_() % 8 == 0 ? random_text(random_, 6) : words[random_() % words.size()];
      out += std::array{" ", ", ", "-", ". ", "\u200C", ""}.at(random_() % 6);
    }
    return out;
  }

  // A folded word that occurs in some text.
  std::string word() {
    Analysis analysis;
    while (analysis.tokens.empty()) {
      tools_.analyser.analyse(text(), analysis);
    }
    return analysis.tokens[random_() % analysis.tokens.size()].word;
  }

  Marker marker() {
    if (random_() % 4 == 0) {
      PhraseNode phrase;
      phrase.words = {word(), word()};
      return phrase;
    }
    if (random_() % 4 == 0) {
      LabelMarker label;
      LabelStems& stems = label.labels.emplace_back();
      stems.language = GetParam();
      for (size_t left = 1 + random_() % 2; left > 0; --left) {
        stems.stems.emplace_back(tools_.stemmer.stem(word()));
      }
      return label;
    }
    WordGroup group;
    LanguageGroup& one = group.languages.emplace_back();
    one.language = GetParam();
    one.words = {word(), word()};
    one.stem = random_() % 2 == 0 ? std::string(tools_.stemmer.stem(one.words.front())) : "";
    return group;
  }

  static constexpr unsigned kSeed = 416;
  std::mt19937 random_{kSeed};
  TextTools tools_{GetParam()};
};

TEST_P(LanguageMarkersTest, FindsInFewWordsWhatItFindsInAll) {
  SCOPED_TRACE(kSeed);
  size_t found = 0;
  for (int round = 0; round < 1500; ++round) {
    std::vector<Marker> markers;
    for (size_t left = 1 + random_() % 3; left > 0; --left) {
      markers.push_back(marker());
    }
    LanguageMarkers finder(markers, GetParam(), tools_);
    std::string const where = text();
    Analysis whole;
    tools_.analyser.analyse(where, whole);
    TextWords const words = tools_.analyser.words(where);
    ASSERT_EQ(words.slices, unjoined(whole.tokens)) << where;
    Marks const marks = plain(finder.find(where, words));
    ASSERT_EQ(marks, plain(finder.find(whole.tokens))) << where;
    found += marks.size();
  }
  EXPECT_GT(found, 1000U);
}

INSTANTIATE_TEST_SUITE_P(Languages, LanguageMarkersTest,
                         ::testing::Values("en", "es", "fa", "de", "ar", "xx"),
                         [](auto const& each) { return each.param; });

}  // namespace
}  // namespace cyberlex
