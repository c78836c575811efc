#include "cyberlex/text/persian_stemmer.h"

#include <gtest/gtest.h>

#include "cyberlex/text/analyse.h"

namespace cyberlex {
namespace {

struct Row {
  char const* word;
  char const* stem;
};

TEST(PersianStemmer, StripsEndings) {
  for (Row const& row : {
           Row{"داده‌ها", "داده"},
           Row{"داده‌های", "داده"},
           Row{"داده‌هایی", "داده"},
           Row{"داده‌هایشان", "داده"},
           Row{"داده‌هایش", "داده"},
           Row{"سامانه‌ها", "سامانه"},
           Row{"شبکه‌ها", "شبکه"},
           Row{"رایانه‌ها", "رایانه"},
           Row{"خانه‌ام", "خانه"},
           Row{"خانه‌اش", "خانه"},
           Row{"کتاب‌ها", "کتاب"},
           Row{"کتابهای", "کتاب"},
           Row{"كتابها", "کتاب"},
           Row{"قانونی", "قانون"},
           Row{"قانون‌ها", "قانون"},
           Row{"قانونی‌ها", "قانون"},
           Row{"کیفری", "کیفر"},
           Row{"جرم‌ها", "جرم"},
           Row{"جرم‌های", "جرم"},
           Row{"سیستم‌های", "سیستم"},
           Row{"شبکه‌های", "شبکه"},
           Row{"اطلاعات", "اطلاع"},
           Row{"اقدامات", "اقدام"},
           Row{"ارتباطات", "ارتباط"},
           Row{"مقررات", "مقرر"},
           Row{"مجرمان", "مجرم"},
           Row{"متهمان", "متهم"},
           Row{"کاربران", "کاربر"},
           Row{"شهروندان", "شهروند"},
           Row{"نمایندگان", "نماینده"},
           Row{"نویسندگان", "نویسنده"},
           Row{"بزرگتر", "بزرگ"},
           Row{"بزرگ‌ترین", "بزرگ"},
           Row{"شدیدتر", "شدید"},
           Row{"شدیدترین", "شدید"},
           Row{"کتابشان", "کتاب"},
           Row{"می‌شود", "شود"},
           Row{"می‌شوند", "شوند"},
           Row{"نمی‌شود", "شود"},
           Row{"می‌کنند", "کنند"},
           Row{"نمی‌تواند", "تواند"},
           Row{"می‌باشد", "باشد"},
           Row{"آنها", "ان"},
       }) {
    EXPECT_EQ(stem_persian(fold(row.word)), row.stem) << row.word;
  }
}

TEST(PersianStemmer, LeavesWordsWhoseEndingIsTheirOwn) {
  for (char const* const word :
       {"تنها",  "سازمان", "ساختمان",   "مجازات",  "مالیات", "فیلتر", "کامپیوتر", "دفتر", "دختر",
        "میزان", "میدان",  "میلاد",     "زمان",    "درمان",  "جهان",  "زندان",    "حیات", "قاضی",
        "بهتر",  "ماه",    "بیمارستان", "دادستان", "از",     "در",    "به"}) {
    EXPECT_EQ(stem_persian(word), word);
  }
}

TEST(PersianStemmer, LeavesWhatIsNotPersian) {
  for (char const* const word : {"", "data", "1388", "۱", "дата", "dataها", "ا"}) {
    EXPECT_EQ(stem_persian(word), word);
  }
}

TEST(PersianStemmer, NeverEmptiesAWord) {
  for (char const* const word : {"ها", "های", "هایی", "ان", "ات", "تر", "ترین", "ی", "می", "نمی"}) {
    EXPECT_FALSE(stem_persian(word).empty()) << word;
  }
}

}  // namespace
}  // namespace cyberlex
