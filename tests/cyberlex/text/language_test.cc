#include "cyberlex/text/language.h"

#include <gtest/gtest.h>

#include <random>

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
           Pair{"es", "juez", "jueces"},
           Pair{"es", "ley", "leyes"},
           Pair{"es", "cómplice", "cómplices"},
           Pair{"es", "extradición", "extradiciones"},
           Pair{"es", "jurídica", "jurídicos"},
           Pair{"pt", "judicial", "judiciais"},
           Pair{"pt", "legal", "legais"},
           Pair{"pt", "responsável", "responsáveis"},
           Pair{"pt", "prisão", "prisões"},
           Pair{"fr", "accès", "l'accès"},
           Pair{"fr", "accès", "d’accès"},
           Pair{"fr", "infraction", "l’infraction"},
           Pair{"fr", "frauduleux", "frauduleusement"},
           Pair{"fr", "pénal", "pénaux"},
           Pair{"de", "Verstoß", "Verstöße"},
           Pair{"de", "Verstoß", "Verstoesse"},
           Pair{"de", "Ausspähen", "Ausspaehens"},
           Pair{"de", "Behörde", "Behoerden"},
           Pair{"de", "Geldstrafe", "Geldstrafen"},
           Pair{"en", "unauthorised", "unauthorized"},
           Pair{"en", "authorisation", "authorizing"},
           Pair{"en", "offence", "offenses"},
           Pair{"en", "licence", "licensed"},
           Pair{"en", "convicted", "convictions"},
           Pair{"ar", "الجرائم", "جرائم"},
           Pair{"ar", "الحاسوب", "حاسوب"},
           Pair{"ar", "جريمة", "الجريمة"},
           Pair{"ar", "جريمة", "والجريمة"},
           Pair{"ar", "محكمة", "للمحكمة"},
           Pair{"ar", "معلومات", "المعلومات"},
           Pair{"ar", "عقوبة", "العقوبات"},
           Pair{"ar", "متهم", "المتهمين"},
           Pair{"ar", "إلكتروني", "الإلكترونية"},
           Pair{"fa", "قوانین", "قانونی"},
           Pair{"fa", "داده", "داده‌هایی"},
       }) {
    EXPECT_EQ(stem_of(pair.language, pair.a), stem_of(pair.language, pair.b)) << pair.a;
  }
}

TEST(Language, DifferentWordsKeepDifferentStems) {
  for (Pair const& pair : {
           Pair{"en", "access", "accident"},
           Pair{"en", "authority", "authorised"},
           Pair{"en", "organ", "organization"},
           Pair{"en", "offence", "offensive"},
           Pair{"en", "size", "seize"},
           Pair{"es", "dato", "daño"},
           Pair{"es", "plazo", "placa"},
           Pair{"pt", "lei", "legal"},
           Pair{"fr", "loi", "l'oie"},
           Pair{"de", "Steuer", "stur"},
           Pair{"ar", "قانون", "قانا"},
           Pair{"ar", "التزام", "تزامن"},
           Pair{"fa", "جان", "جانی"},
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
  for (char const* const language : {"", "it", "ru", "xx"}) {
    for (char const* const word : {"l'accesso", "offenses", "داده‌ها", "преступления"}) {
      EXPECT_EQ(stem_of(language, word), fold(word)) << language;
    }
  }
}

TEST(Language, TheCacheForgetsWithoutChangingStems) {
  Stemmer stemmer("en");
  std::string const before(stemmer.stem("intercepting"));
  for (int i = 0; i < 100'000; ++i) {
    static_cast<void>(stemmer.stem("word" + std::to_string(i)));
  }
  EXPECT_EQ(stemmer.stem("intercepting"), before);
}

// Looking for words by their first letter rests on it.
TEST(Language, StemsBeginAsTheirWordsWhereThatIsSaid) {
  constexpr unsigned kSeed = 7;
  std::mt19937 random(kSeed);
  SCOPED_TRACE(kSeed);
  size_t checked = 0;
  for (std::string_view const language : stemmed_languages()) {
    Stemmer stemmer(language);
    for (int round = 0; stemmer.keeps_first_letter() && round < 40000; ++round) {
      std::string word(1, "abcdefghijklmnopqrstuvwxyz0123456789_"[random() % 37]);
      for (size_t left = random() % 9; left > 0; --left) {
        word += "abcdefghijklmnopqrstuvwxyz'aeiouysn"[random() % (word.empty() ? 26 : 35)];
      }
      ASSERT_EQ(stemmer.stem(word).front(), word.front()) << language << ' ' << word;
      ++checked;
    }
  }
  EXPECT_GT(checked, 0U);
  EXPECT_FALSE(Stemmer("fa").keeps_first_letter());
  EXPECT_FALSE(Stemmer("fr").keeps_first_letter());
  EXPECT_FALSE(Stemmer("ar").keeps_first_letter());
  EXPECT_FALSE(Stemmer("fr").keeps_first_letter());
}

}  // namespace
}  // namespace cyberlex
