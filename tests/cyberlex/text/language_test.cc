#include "cyberlex/text/language.h"

#include <gtest/gtest.h>

#include "cyberlex/text/analyse.h"

namespace cyberlex {
namespace {

struct Pair {
  char const* language;
  char const* a;
  char const* b;
};

std::string stem_of(char const* language, char const* word) {
  Stemmer stemmer(language);
  return std::string(stemmer.stem(fold(word)));
}

TEST(Language, FormsOfAWordShareAStem) {
  for (Pair const& pair : {
           Pair{"es", "interceptación", "interceptaciones"},
           Pair{"es", "interceptacion", "interceptaciones"},
           Pair{"es", "sanción", "sanciones"},
           Pair{"es", "prisión", "prisiones"},
           Pair{"es", "informático", "informáticas"},
           Pair{"es", "delito", "delitos"},
           Pair{"es", "español", "españoles"},
           Pair{"pt", "interceptação", "interceptações"},
           Pair{"pt", "infração", "infrações"},
           Pair{"pt", "permissão", "permissões"},
           Pair{"pt", "sistema", "sistemas"},
           Pair{"fr", "infraction", "infractions"},
           Pair{"fr", "sécurité", "sécurités"},
           Pair{"fr", "protégée", "protégées"},
           Pair{"de", "Häuser", "Haus"},
           Pair{"de", "Straftat", "Straftaten"},
           Pair{"de", "Änderung", "Änderungen"},
           Pair{"en", "intercepting", "intercepted"},
           Pair{"en", "the offender's", "the offender’s"},
           Pair{"en", "offences", "offence"},
           Pair{"ar", "الجرائم", "جرائم"},
           Pair{"ar", "الحاسوب", "حاسوب"},
       }) {
    EXPECT_EQ(stem_of(pair.language, pair.a), stem_of(pair.language, pair.b)) << pair.a;
  }
}

TEST(Language, DifferentWordsKeepDifferentStems) {
  for (Pair const& pair : {
           Pair{"en", "access", "accident"},
           Pair{"es", "dato", "daño"},
           Pair{"pt", "dados", "danos"},
           Pair{"de", "Daten", "Taten"},
       }) {
    EXPECT_NE(stem_of(pair.language, pair.a), stem_of(pair.language, pair.b)) << pair.a;
  }
}

TEST(Language, StemsAreFolded) {
  for (std::string_view const language : stemmed_languages()) {
    Stemmer stemmer(language);
    for (char const* const word :
         {"sanción", "infração", "sécurité", "häuser", "كتابي", "داده‌های"}) {
      std::string const stem(stemmer.stem(fold(word)));
      EXPECT_EQ(fold(stem), stem) << language << " " << word;
      EXPECT_FALSE(stem.empty());
    }
  }
}

TEST(Language, LeavesOtherLanguagesAlone) {
  EXPECT_EQ(Stemmer("zh").stem("running"), "running");
  EXPECT_EQ(Stemmer("").stem("x"), "x");
}

TEST(Language, TheCacheForgetsWithoutChangingStems) {
  Stemmer stemmer("en");
  std::string const before(stemmer.stem("intercepting"));
  for (int i = 0; i < 100'000; ++i) {
    static_cast<void>(stemmer.stem("word" + std::to_string(i)));
  }
  EXPECT_EQ(stemmer.stem("intercepting"), before);
}

}  // namespace
}  // namespace cyberlex
