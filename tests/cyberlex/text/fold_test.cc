#include "cyberlex/text/fold.h"

#include <gtest/gtest.h>

#include "cyberlex/text/analyse.h"
#include "tests/cyberlex/text/random_text.h"

namespace cyberlex {
namespace {

constexpr unsigned kSeed = 20150515;

struct Row {
  char const* text;
  char const* folded;
};

TEST(Fold, FoldsWhatPeopleTypeDifferently) {
  for (Row const& row : {
           Row{"Artículo ÑANDÚ", "articulo nandu"},
           Row{"Straße Äußerung", "strasse ausserung"},
           Row{"Œuvre façade Ærø Łódź", "oeuvre facade aero lodz"},
           Row{"e\u0301", "e"},
           Row{"Σίσυφος", "σίσυφοσ"},  // only Latin loses its marks
           Row{"й", "й"},
           Row{"l’État", "l'etat"},
           Row{"ﬁnance ２０１５ №", "finance 2015 no"},
           Row{"كتاب رأي", "کتاب رای"},
           Row{"إسلام آب ٱلله أحمد", "اسلام اب الله احمد"},
           Row{"مؤسسة سائل جزء", "موسسه سایل جز"},
           Row{"خانۀ على", "خانه علی"},
           Row{"مُحَمَّد كــتاب هٰذا", "محمد کتاب هذا"},
           Row{"۱۳۸۸ ١٣٨٨ 1388", "1388 1388 1388"},
           Row{"می\u200Cشود", "میشود"},
           Row{"a\u00ADb\u200Dc\u202Ed\uFEFF", "abcd"},
           Row{"لإ", "لا"},
           Row{"3º 1ª Nº", "3o 1a no"},
           Row{"l’accès l'accès lʼaccès", "l'acces l'acces l'acces"},
           Row{"eﬀect oﬃcer Ĳssel", "effect officer ijssel"},
           Row{"compu\u00ADter", "computer"},
           Row{"STRAẞE straße STRASSE", "strasse strasse strasse"},
           Row{"ﻗﺎﻧﻮﻥ ﷲ", "قانون الله"},  // presentation forms
           Row{"قـــانون", "قانون"},
           Row{"خانهٔ خانه‌ی", "خانه خانهی"},
           Row{"شیء شی", "شی شی"},
           Row{"infraça\u0303o infração", "infracao infracao"},
       }) {
    EXPECT_EQ(fold(row.text), row.folded) << row.text;
  }
}

TEST(Fold, ReplacesBytesThatAreNoUtf8) {
  EXPECT_EQ(fold("a\xFF"
                 "b"),
            "a\uFFFD"
            "b");
}

TEST(Fold, IsIdempotentOverEverySingleCharacter) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c < 0xE000) {
      continue;
    }
    std::string text;
    append_utf8(text, c);
    std::string const once = fold(text);
    ASSERT_EQ(fold(once), once) << static_cast<uint32_t>(c);
  }
}

TEST(Fold, IsIdempotentOverRandomText) {
  std::mt19937 random(kSeed);
  for (int i = 0; i < 20'000; ++i) {
    std::string const text = random_text(random, 12);
    std::string const once = fold(text);
    ASSERT_EQ(fold(once), once) << "seed " << kSeed << " round " << i << " text " << text;
    ASSERT_TRUE(is_utf8(once));
  }
}

TEST(Fold, TheTableAgreesWithIcu) {
  std::mt19937 random(kSeed);
  for (int i = 0; i < 30'000; ++i) {
    std::string const text = random_text(random, 8);
    ASSERT_EQ(fold(text), fold_by_icu(text)) << "seed " << kSeed << " round " << i << " " << text;
  }
}

TEST(Fold, TheTableAgreesWithIcuForEveryPairAroundALetter) {
  for (char32_t c = 0x80; c < 0x800; ++c) {
    for (char32_t const neighbour : {U'a', U'é', U'ا', U'ي', U'\u0301', U'\u0654', U'α'}) {
      std::string before;
      append_utf8(before, neighbour);
      append_utf8(before, c);
      append_utf8(before, neighbour);
      ASSERT_EQ(fold(before), fold_by_icu(before)) << static_cast<uint32_t>(c);
    }
  }
}

TEST(Fold, CutsEndlessMarks) {
  std::string text = "α";
  for (int i = 0; i < 100'000; ++i) {
    text += i % 2 == 0 ? "\u0316" : "\u0301";
  }
  std::string const once = fold(text);
  EXPECT_LT(once.size(), 200U);
  EXPECT_EQ(fold(once), once);
}

}  // namespace
}  // namespace cyberlex
