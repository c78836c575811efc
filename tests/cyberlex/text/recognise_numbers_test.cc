#include "cyberlex/text/recognise_numbers.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace cyberlex {
namespace {

TEST(Digits, ReadSeparatorsAndScripts) {
  EXPECT_EQ(read_digits("5,000,000.00"), 500'000'000);
  EXPECT_EQ(read_digits("1.000"), 100'000);
  EXPECT_EQ(read_digits("7.5"), 750);
  EXPECT_EQ(read_digits("۵٬۰۰۰٬۰۰۰"), 500'000'000);
  EXPECT_EQ(read_digits("٩١"), 9'100);
  EXPECT_EQ(read_digits("12345678901234567890"), std::nullopt);
}

int64_t number(std::string const& language, std::vector<std::string> const& words) {
  NumberSum sum;
  for (std::string const& word : words) {
    if (!joins_numbers(word, language) && !sum.add(read_number_word(word, language))) {
      return -1;
    }
  }
  return sum.value();
}

TEST(NumberWords, AddUpInEnglish) {
  EXPECT_EQ(number("en", {"two", "hundred", "and", "fifty", "thousand"}), 250'000);
  EXPECT_EQ(number("en", {"one", "million", "two", "hundred"}), 1'000'200);
  EXPECT_EQ(number("en", {"ninety", "one"}), 91);
  EXPECT_EQ(number("en", {"three", "fifty"}), -1);
}

TEST(NumberWords, AddUpInSpanish) {
  EXPECT_EQ(number("es", {"treinta", "y", "cinco"}), 35);
  EXPECT_EQ(number("es", {"mil", "quinientos"}), 1'500);
  EXPECT_EQ(number("es", {"dos", "millones"}), 2'000'000);
  EXPECT_EQ(number("es", {"veinticuatro"}), 24);
}

TEST(NumberWords, AddUpInPersian) {
  EXPECT_EQ(number("fa", {"نود", "و", "یک"}), 91);
  EXPECT_EQ(number("fa", {"صد", "میلیون"}), 100'000'000);
  EXPECT_EQ(number("fa", {"یکصد", "و", "بیست", "هزار"}), 120'000);
}

TEST(NumberWords, AreTakenApartInGerman) {
  EXPECT_EQ(number("de", {"funfundzwanzigtausend"}), 25'000);
  EXPECT_EQ(number("de", {"zweihundert"}), 200);
  EXPECT_EQ(number("de", {"hunderttausend"}), 100'000);
  EXPECT_EQ(number("de", {"einem"}), 1);
  EXPECT_EQ(number("de", {"hundesteuer"}), -1);
  EXPECT_EQ(number("de", {"zehn", "millionen"}), 10'000'000);
}

}  // namespace
}  // namespace cyberlex
