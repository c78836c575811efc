#include "cyberlex/text/persian_stemmer.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iostream>
#include <sstream>
#include <vector>

#include "cyberlex/text/analyse.h"

namespace cyberlex {
namespace {

struct Row {
  char const* word;
  char const* stem;
};

// A row of persian_pairs.txt.
struct Judged {
  std::string word;
  std::string other;
  bool same = false;
  bool known_wrong = false;

  bool is_conflated() const { return stem_persian(fold(word)) == stem_persian(fold(other)); }
};

std::vector<Judged> judged_pairs() {
  std::ifstream file(CYBERLEX_SOURCE_DIR "/tests/cyberlex/text/persian_pairs.txt");
  std::vector<Judged> out;
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with("= ") && !line.starts_with("! ")) {
      continue;
    }
    std::istringstream words(line.substr(2));
    std::string first;
    words >> first;
    for (std::string other; words >> other;) {
      bool const wrong = other.starts_with("?");
      out.push_back({first, other.substr(wrong ? 1 : 0), line.front() == '=', wrong});
    }
  }
  return out;
}

// The share of the pairs of one word that are parted, or of two words that are not.
double share_of_faults(std::vector<Judged> const& pairs, bool same) {
  size_t of = 0;
  size_t faults = 0;
  for (Judged const& pair : pairs) {
    of += pair.same == same ? 1 : 0;
    faults += pair.same == same && pair.is_conflated() != same ? 1 : 0;
  }
  return static_cast<double>(faults) / static_cast<double>(of);
}

TEST(PersianStemmer, JudgesEveryPairOfTheTableButThoseMarked) {
  std::vector<Judged> const pairs = judged_pairs();
  EXPECT_GE(pairs.size(), 300U);
  for (Judged const& pair : pairs) {
    EXPECT_EQ(pair.is_conflated() == pair.same, !pair.known_wrong)
        << pair.word << " " << pair.other << (pair.same ? ": one word" : ": two words")
        << ", stems " << stem_persian(fold(pair.word)) << " " << stem_persian(fold(pair.other));
  }
}

TEST(PersianStemmer, PartsFewFormsAndJoinsFewerWords) {
  std::vector<Judged> const pairs = judged_pairs();
  double const under = share_of_faults(pairs, true);
  double const over = share_of_faults(pairs, false);
  std::cout << pairs.size() << " pairs; under-stemming " << under << ", over-stemming " << over
            << "\n";
  EXPECT_LT(under, 0.1);
  EXPECT_LT(over, 0.03);
}

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
