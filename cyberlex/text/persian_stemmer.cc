#include "cyberlex/text/persian_stemmer.h"

#include <algorithm>
#include <array>
#include <span>

#include "cyberlex/text/persian_words.h"

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

bool ends_with(std::string_view word, std::string_view ending) {
  return word.ends_with(ending);
}

bool leaves(std::string_view word, std::string_view affix, size_t letters) {
  return word.size() >= affix.size() + letters * kLetter;
}

void drop(std::string& word, std::string_view ending) {
  word.resize(word.size() - ending.size());
}

// Cuts the first of `endings` that leaves at least `letters`.
bool cut(std::string& word, Words endings, size_t letters) {
  for (std::string_view const ending : endings) {
    if (ends_with(word, ending) && leaves(word, ending, letters)) {
      drop(word, ending);
      return true;
    }
  }
  return false;
}

constexpr std::array<std::string_view, 9> kPlural = {"هایشان", "هایمان", "هایتان", "هایم", "هایت",
                                                     "هایش",   "هایی",   "های",    "ها"};
constexpr std::array<std::string_view, 1> kTheir = {"شان"};
constexpr std::array<std::string_view, 4> kShortAfterHeh = {"اند", "ام", "اش", "ات"};
constexpr std::array<std::string_view, 2> kLongAfterHeh = {"مان", "تان"};
constexpr std::array<std::string_view, 1> kYeh = {"ی"};
constexpr std::array<std::string_view, 2> kCompared = {"ترین", "تر"};
constexpr std::array<std::string_view, 2> kShortPlural = {"ات", "ان"};
constexpr std::array<std::string_view, 6> kPersons = {"ند", "ید", "یم", "د", "م", "ت"};
// Of words in ستان, which are places and offices, those that are plurals.
constexpr std::array<std::string_view, 4> kPluralInStan = {"دوستان", "پرستان", "همدستان",
                                                           "زیردستان"};

bool cut_verb_prefix(std::string& word) {
  bool const person = std::any_of(kPersons.begin(), kPersons.end(),
                                  [&](std::string_view ending) { return ends_with(word, ending); });
  for (std::string_view const prefix : {std::string_view("نمی"), std::string_view("می")}) {
    if (person && word.starts_with(prefix) && leaves(word, prefix, 3)) {
      word.erase(0, prefix.size());
      return true;
    }
  }
  return false;
}

// رایانه‌ای, which without its ZWNJ looks like a plural.
bool cut_yeh_of_heh(std::string& word) {
  constexpr std::string_view kEnding = "ای";
  if (!ends_with(word, kEnding) ||
      !is_persian_in_heh(std::string_view(word).substr(0, word.size() - kEnding.size()))) {
    return false;
  }
  drop(word, kEnding);
  return true;
}

// مجازاتش, هویتش, معاونانش: after these a sheen is no part of the word, as it is in گزارش.
void cut_their(std::string& word) {
  constexpr std::string_view kSheen = "ش";
  if (cut(word, kTheir, 3)) {
    return;
  }
  for (std::string_view const before : {std::string_view("اتش"), std::string_view("یتش")}) {
    if (ends_with(word, before) && leaves(word, kSheen, 4)) {
      drop(word, kSheen);
      return;
    }
  }
  if (ends_with(word, "انش") && leaves(word, kSheen, 6)) {
    drop(word, kSheen);
  }
}

// خانه‌ام: the ending is parted from the heh by ZWNJ, which folding dropped.
void cut_after_heh(std::string& word) {
  auto const cut_one = [&word](Words endings, size_t letters) {
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
      if (!ends_with(word, std::string("ه").append(ending)) || !leaves(word, ending, letters)) {
        return false;
      }
      drop(word, ending);
      return true;
    });
  };
  if (!cut_one(kShortAfterHeh, 4)) {
    cut_one(kLongAfterHeh, 4);
  }
}

// قانونی -> قانون; after alef and vav there are two: اجرایی, اجرای -> اجرا.
void cut_yeh(std::string& word) {
  for (std::string_view const twice : {std::string_view("ایی"), std::string_view("ویی")}) {
    if (ends_with(word, twice) && leaves(word, "یی", 3)) {
      drop(word, "یی");
      return;
    }
  }
  cut(word, kYeh, 3);
}

// کمترین keeps its تر, being of کمتر.
void cut_compared(std::string& word) {
  if (!cut(word, kCompared, 3) && ends_with(word, "ترین") && leaves(word, "ترین", 2)) {
    drop(word, "ین");
  }
}

// نمایندگان -> نماینده, زندانیان -> زندان; otherwise ات and ان.
void cut_short_plural(std::string& word) {
  constexpr std::string_view kPluralOfHeh = "گان";
  if ((ends_with(word, "دگان") || ends_with(word, "تگان")) && leaves(word, kPluralOfHeh, 4)) {
    drop(word, kPluralOfHeh);
    word += "ه";
    return;
  }
  bool const plural_in_stan =
      std::any_of(kPluralInStan.begin(), kPluralInStan.end(),
                  [&](std::string_view ending) { return ends_with(word, ending); });
  if (ends_with(word, "ستان") && !plural_in_stan) {
    return;
  }
  bool const of_yeh = ends_with(word, "یان");
  if (cut(word, kShortPlural, 4) && of_yeh && !is_whole_persian(word)) {
    cut_yeh(word);
  }
}

// معامله -> معامل, as معاملات: the Arabic noun of action مفاعله. مراجعه is not of the مراجع.
void cut_heh_of_action(std::string& word) {
  constexpr size_t kLetters = 6;
  if (word.size() == kLetters * kLetter && word.starts_with("م") && ends_with(word, "ه") &&
      std::string_view(word).substr(2 * kLetter, kLetter) == "ا" && word != "مراجعه") {
    drop(word, "ه");
  }
}

// Hamza has two seats in these: مسئول, مسؤول and هیئت, هیأت, which fold apart.
struct Seat {
  std::string_view other;
  std::string_view usual;
};
constexpr std::array<Seat, 2> kSeats = {{{"مسوول", "مسیول"}, {"هیات", "هییت"}}};

void seat_hamza(std::string& word) {
  for (Seat const& seat : kSeats) {
    if (word.starts_with(seat.other)) {
      word.replace(0, seat.other.size(), seat.usual);
    }
  }
}

// True when nothing more is to be cut: a word of the lists, a broken plural as its singular.
bool is_done(std::string& word) {
  if (std::string_view const singular = persian_singular(word); !singular.empty()) {
    word = singular;
    return true;
  }
  return is_whole_persian(word);
}

// تنهایی and انتهای look like plurals.
bool is_whole_but_yeh(std::string& word) {
  std::string shorter = word;
  cut_yeh(shorter);
  if (!is_whole_persian(shorter)) {
    return false;
  }
  word = std::move(shorter);
  return true;
}

// Everything behind the noun but the plurals ات and ان; false when nothing more is to be cut.
bool cut_outer_endings(std::string& word) {
  cut_their(word);
  cut(word, kPlural, 2);
  if (is_done(word)) {
    return false;
  }
  cut_after_heh(word);
  cut_yeh(word);
  return !is_done(word);
}

}  // namespace

std::string stem_persian(std::string_view folded) {
  std::string word(folded);
  seat_hamza(word);
  if (!is_arabic_only(word) || is_done(word) || cut_verb_prefix(word) || is_whole_but_yeh(word)) {
    return word;
  }
  if (!cut_yeh_of_heh(word)) {
    if (!cut_outer_endings(word)) {
      return word;
    }
    cut_compared(word);
    cut_short_plural(word);
  }
  cut_heh_of_action(word);
  return word;
}

}  // namespace cyberlex
