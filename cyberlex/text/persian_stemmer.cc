#include "cyberlex/text/persian_stemmer.h"

#include <algorithm>
#include <array>
#include <span>

namespace cyberlex {
namespace {

using Words = std::span<std::string_view const>;

// Every letter of the folded Persian alphabet takes two bytes.
constexpr size_t kLetter = 2;

bool is_arabic_only(std::string_view word) {
  if (word.size() % kLetter != 0) {
    return false;
  }
  for (size_t at = 0; at < word.size(); at += kLetter) {
    auto const lead = static_cast<unsigned char>(word[at]);
    if (lead < 0xD8 || lead > 0xDB) {
      return false;
    }
  }
  return true;
}

bool is_one_of(std::string_view word, Words words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool leaves(std::string_view word, std::string_view affix, size_t letters) {
  return word.size() >= affix.size() + letters * kLetter;
}

// Cuts the first of `endings` that leaves at least `letters`.
bool cut(std::string& word, Words endings, size_t letters) {
  for (std::string_view const ending : endings) {
    if (std::string_view(word).ends_with(ending) && leaves(word, ending, letters)) {
      word.resize(word.size() - ending.size());
      return true;
    }
  }
  return false;
}

// Words whose ending is their own.
constexpr std::array<std::string_view, 34> kWhole = {
    "تنها",    "منتها",     "انتها",   "اشتها",     "کامپیوتر", "فیلتر",     "تیاتر",
    "پارامتر", "مجازات",    "مالیات",  "سازمان",    "ساختمان",  "پشیمان",    "مسلمان",
    "قهرمان",  "همزمان",    "گفتمان",  "پارلمان",   "خیابان",   "بیابان",    "پشتیبان",
    "نگهبان",  "میزبان",    "قربان",   "دادستان",   "شهرستان",  "بیمارستان", "تابستان",
    "زمستان",  "افغانستان", "پاکستان", "تاجیکستان", "درخشان",   "پریشان"};

constexpr std::array<std::string_view, 8> kPlural = {"هایشان", "هایمان", "هایتان", "هایم",
                                                     "هایت",   "هایش",   "هایی",   "های"};
constexpr std::array<std::string_view, 1> kBarePlural = {"ها"};
constexpr std::array<std::string_view, 1> kTheir = {"شان"};
constexpr std::array<std::string_view, 3> kAfterHeh = {"ام", "اش", "ات"};
constexpr std::array<std::string_view, 1> kYeh = {"ی"};
constexpr std::array<std::string_view, 2> kCompared = {"ترین", "تر"};
constexpr std::array<std::string_view, 2> kShortPlural = {"ات", "ان"};
constexpr std::array<std::string_view, 5> kPersons = {"ند", "ید", "یم", "د", "م"};
// Nouns that begin like a verb in the present and end like one.
constexpr std::array<std::string_view, 3> kNotVerbs = {"میلاد", "میعاد", "میثاقم"};

bool cut_verb_prefix(std::string& word) {
  if (is_one_of(word, kNotVerbs)) {
    return false;
  }
  bool const person = std::any_of(kPersons.begin(), kPersons.end(), [&](std::string_view ending) {
    return std::string_view(word).ends_with(ending);
  });
  for (std::string_view const prefix : {std::string_view("نمی"), std::string_view("می")}) {
    if (person && word.starts_with(prefix) && leaves(word, prefix, 3)) {
      word.erase(0, prefix.size());
      return true;
    }
  }
  return false;
}

// خانه‌ام: the ending is parted from the heh by ZWNJ, which folding
// dropped.
void cut_after_heh(std::string& word) {
  for (std::string_view const ending : kAfterHeh) {
    if (std::string_view(word).ends_with(std::string("ه").append(ending)) &&
        leaves(word, ending, 3)) {
      word.resize(word.size() - ending.size());
      return;
    }
  }
}

// نمایندگان -> نماینده; otherwise ات and ان.
void cut_short_plural(std::string& word) {
  constexpr std::string_view kAgents = "ندگان";
  constexpr std::string_view kPluralOfHeh = "گان";
  if (std::string_view(word).ends_with(kAgents) && leaves(word, kPluralOfHeh, 4)) {
    word.resize(word.size() - kPluralOfHeh.size());
    word += "ه";
    return;
  }
  cut(word, kShortPlural, 4);
}

}  // namespace

std::string stem_persian(std::string_view folded) {
  std::string word(folded);
  auto const whole = [&word] { return is_one_of(word, kWhole); };
  if (!is_arabic_only(word) || whole() || cut_verb_prefix(word)) {
    return word;
  }
  if (!cut(word, kPlural, 2)) {
    cut(word, kBarePlural, 2);
  }
  if (whole()) {
    return word;
  }
  cut(word, kTheir, 3);
  cut_after_heh(word);
  cut(word, kYeh, 4);
  if (whole()) {
    return word;
  }
  cut(word, kCompared, 3);
  cut_short_plural(word);
  return word;
}

}  // namespace cyberlex
