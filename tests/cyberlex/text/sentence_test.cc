#include "cyberlex/text/sentence.h"

#include <gtest/gtest.h>

namespace cyberlex {
namespace {

struct Row {
  char const* before;
  char const* gap;
  char const* after;
  Break expected;
};

TEST(Sentence, EndsWhereAStatuteEndsOne) {
  for (Row const& row : {
           Row{"law", " ", "The", Break::kNone},
           Row{"law", ". ", "The", Break::kSentence},
           Row{"law", ".\n", "The", Break::kSentence},
           Row{"law", ".” ", "The", Break::kSentence},
           Row{"law", ".) ", "The", Break::kSentence},
           Row{"law", ". ", "the", Break::kNone},
           Row{"law", "! ", "the", Break::kSentence},
           Row{"law", "? (", "The", Break::kSentence},
           Row{"law", ", ", "The", Break::kNone},
           Row{"law", "; ", "The", Break::kNone},
           Row{"law", ".", "The", Break::kNone},
           Row{"art", ". ", "30", Break::kNone},
           Row{"abs", ". ", "2", Break::kNone},
           Row{"num", ". ", "3", Break::kNone},
           Row{"p", ". ", "7", Break::kNone},
           Row{"2015", ". ", "3", Break::kSentence},
           Row{"قانون", "۔ ", "ماده", Break::kSentence},
           Row{"قانون", "؟ ", "ماده", Break::kSentence},
           Row{"قانون", ". ", "ماده", Break::kSentence},
           Row{"law", "\n", "The", Break::kNone},
           Row{"law", "\n\n", "the", Break::kParagraph},
           Row{"law", ".\r\n \t\r\n", "the", Break::kParagraph},
           Row{"law", "\n-\n", "the", Break::kNone},
           Row{"law", "\u2029", "the", Break::kParagraph},
           Row{"law", "", "", Break::kParagraph},
       }) {
    EXPECT_EQ(break_between(row.before, row.gap, row.after), row.expected)
        << row.before << row.gap << row.after;
  }
}

}  // namespace
}  // namespace cyberlex
