#include "indexer/heading_words.h"

#include <gtest/gtest.h>

namespace cyberlex {
namespace {

TEST(HeadingWords, FoldLatinLetters) {
  EXPECT_EQ(fold_latin("SECCIÓN Única ñÑ"), "seccion unica nn");
  EXPECT_EQ(fold_latin("Schlußformel ÄÖÜäöü"), "schlussformel aouaou");
  EXPECT_EQ(fold_latin("à×÷ÿ"), "a×÷y");
  EXPECT_EQ(fold_latin("ماده"), "ماده");
  EXPECT_EQ(fold_latin("\xC3"), "\xC3");
  EXPECT_EQ(fold_latin(""), "");
}

TEST(HeadingWords, CountInGermanAndSpanish) {
  EXPECT_EQ(ordinal_word("erster"), 1);
  EXPECT_EQ(ordinal_word("siebter"), 7);
  EXPECT_EQ(ordinal_word("siebenter"), 7);
  EXPECT_EQ(ordinal_word("achtes"), 8);
  EXPECT_EQ(ordinal_word("zwanzigste"), 20);
  EXPECT_EQ(ordinal_word("primer"), 1);
  EXPECT_EQ(ordinal_word("tercera"), 3);
  EXPECT_EQ(ordinal_word("decimo"), 10);
  EXPECT_EQ(ordinal_word("erstens"), 0);
  EXPECT_EQ(ordinal_word("acht"), 0);
  EXPECT_EQ(ordinal_word(""), 0);
}

TEST(HeadingWords, TellASectionByItsLanguage) {
  EXPECT_EQ(unit_word("section", "en"), ProvisionKind::kSection);
  EXPECT_EQ(unit_word("section", "fr"), std::nullopt);
  EXPECT_EQ(container_word("section"), ProvisionKind::kDivision);
  EXPECT_EQ(formula_word("eingangsformel"), ProvisionKind::kPreamble);
  EXPECT_EQ(formula_word("formel"), std::nullopt);
  EXPECT_TRUE(is_latin_suffix("quater"));
  EXPECT_FALSE(is_latin_suffix("und"));
}

}  // namespace
}  // namespace cyberlex
