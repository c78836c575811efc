#include "cyberlex/search/stop_words.h"

#include <gtest/gtest.h>

#include <set>

#include "cyberlex/text/analyse.h"

namespace cyberlex {
namespace {

TEST(StopWords, AreFoldedSingleWordsThatStandOnce) {
  for (std::string_view const language : {"en", "es", "fa"}) {
    std::set<std::string_view> seen;
    for (std::string_view const word : stop_words(language)) {
      EXPECT_EQ(fold(word), word) << language;
      EXPECT_TRUE(seen.insert(word).second) << word;
      Analysis analysis;
      Analyser("").analyse(word, analysis);
      EXPECT_EQ(analysis.tokens.size(), 1U) << word;
    }
    EXPECT_GT(seen.size(), 50U) << language;
  }
}

TEST(StopWords, AreThoseOfTheLanguageAskedFor) {
  EXPECT_TRUE(is_stop_word("en", "the"));
  EXPECT_FALSE(is_stop_word("es", "the"));
  EXPECT_TRUE(is_stop_word("es", "de"));
  EXPECT_TRUE(is_stop_word("fa", "از"));
  EXPECT_FALSE(is_stop_word("en", "access"));
  EXPECT_FALSE(is_stop_word("de", "der"));
  EXPECT_FALSE(is_stop_word("", "the"));
}

TEST(StopWords, HoldNoNegation) {
  for (std::string const word :
       {"no", "not", "non", "without", "sin", "ni", "غیر", "بدون", "عدم"}) {
    for (std::string_view const language : {"en", "es", "fa"}) {
      EXPECT_FALSE(is_stop_word(language, word)) << word;
    }
  }
}

TEST(StopWords, TellTheLanguageOfAQuestion) {
  using Words = std::vector<std::string>;
  EXPECT_EQ(language_of_stop_words(Words{"can", "police", "read", "my", "messages"}), "en");
  EXPECT_EQ(language_of_stop_words(Words{"puede", "la", "policia", "leer", "mis", "mensajes"}),
            "es");
  EXPECT_EQ(language_of_stop_words(Words{"ایا", "پلیس", "می", "تواند"}), "fa");
  EXPECT_EQ(language_of_stop_words(Words{"police", "policia"}), "");
  EXPECT_EQ(language_of_stop_words(Words{}), "");
}

}  // namespace
}  // namespace cyberlex
