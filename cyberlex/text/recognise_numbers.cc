#include "cyberlex/text/recognise_numbers.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "cyberlex/text/utf8.h"

namespace cyberlex {
namespace {

struct Row {
  std::string_view word;
  int64_t value;
};

constexpr auto kEnglish = std::to_array<Row>(
    {{"one", 1},      {"two", 2},        {"three", 3},     {"four", 4},      {"five", 5},
     {"six", 6},      {"seven", 7},      {"eight", 8},     {"nine", 9},      {"ten", 10},
     {"eleven", 11},  {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15},
     {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},
     {"thirty", 30},  {"forty", 40},     {"fifty", 50},    {"sixty", 60},    {"seventy", 70},
     {"eighty", 80},  {"ninety", 90}});

constexpr auto kSpanish = std::to_array<Row>({{"uno", 1},           {"dos", 2},
                                              {"tres", 3},          {"cuatro", 4},
                                              {"cinco", 5},         {"seis", 6},
                                              {"siete", 7},         {"ocho", 8},
                                              {"nueve", 9},         {"diez", 10},
                                              {"once", 11},         {"doce", 12},
                                              {"trece", 13},        {"catorce", 14},
                                              {"quince", 15},       {"dieciseis", 16},
                                              {"diecisiete", 17},   {"dieciocho", 18},
                                              {"diecinueve", 19},   {"veinte", 20},
                                              {"veintiun", 21},     {"veintiuno", 21},
                                              {"veintidos", 22},    {"veintitres", 23},
                                              {"veinticuatro", 24}, {"veinticinco", 25},
                                              {"veintiseis", 26},   {"veintisiete", 27},
                                              {"veintiocho", 28},   {"veintinueve", 29},
                                              {"treinta", 30},      {"cuarenta", 40},
                                              {"cincuenta", 50},    {"sesenta", 60},
                                              {"setenta", 70},      {"ochenta", 80},
                                              {"noventa", 90},      {"cien", 100},
                                              {"ciento", 100},      {"doscientos", 200},
                                              {"trescientos", 300}, {"cuatrocientos", 400},
                                              {"quinientos", 500},  {"seiscientos", 600},
                                              {"setecientos", 700}, {"ochocientos", 800},
                                              {"novecientos", 900}, {"doscientas", 200},
                                              {"trescientas", 300}, {"cuatrocientas", 400},
                                              {"quinientas", 500},  {"seiscientas", 600},
                                              {"setecientas", 700}, {"ochocientas", 800},
                                              {"novecientas", 900}});

constexpr auto kPersian = std::to_array<Row>(
    {{"یک", 1},      {"دو", 2},      {"سه", 3},       {"چهار", 4},    {"پنج", 5},    {"شش", 6},
     {"هفت", 7},     {"هشت", 8},     {"نه", 9},       {"ده", 10},     {"یازده", 11}, {"دوازده", 12},
     {"سیزده", 13},  {"چهارده", 14}, {"پانزده", 15},  {"شانزده", 16}, {"هفده", 17},  {"هجده", 18},
     {"هیجده", 18},  {"نوزده", 19},  {"بیست", 20},    {"سی", 30},     {"چهل", 40},   {"پنجاه", 50},
     {"شصت", 60},    {"هفتاد", 70},  {"هشتاد", 80},   {"نود", 90},    {"صد", 100},   {"یکصد", 100},
     {"دویست", 200}, {"سیصد", 300},  {"چهارصد", 400}, {"پانصد", 500}, {"ششصد", 600}, {"هفتصد", 700},
     {"هشتصد", 800}, {"نهصد", 900}});

constexpr auto kGermanUnits = std::to_array<Row>(
    {{"eins", 1},      {"zwei", 2},      {"drei", 3},      {"vier", 4},      {"funf", 5},
     {"sechs", 6},     {"sieben", 7},    {"acht", 8},      {"neun", 9},      {"zehn", 10},
     {"elf", 11},      {"zwolf", 12},    {"dreizehn", 13}, {"vierzehn", 14}, {"funfzehn", 15},
     {"sechzehn", 16}, {"siebzehn", 17}, {"achtzehn", 18}, {"neunzehn", 19}, {"zwanzig", 20},
     {"dreissig", 30}, {"vierzig", 40},  {"funfzig", 50},  {"sechzig", 60},  {"siebzig", 70},
     {"achtzig", 80},  {"neunzig", 90},  {"ein", 1}});

constexpr auto kScales = std::to_array<Row>({{"thousand", 1000},
                                             {"million", 1000000},
                                             {"billion", 1000000000},
                                             {"mil", 1000},
                                             {"millon", 1000000},
                                             {"millones", 1000000},
                                             {"هزار", 1000},
                                             {"میلیون", 1000000},
                                             {"میلیارد", 1000000000},
                                             {"tausend", 1000},
                                             {"millionen", 1000000},
                                             {"milliarde", 1000000000},
                                             {"milliarden", 1000000000}});

constexpr auto kArticles = std::to_array<std::string_view>(
    {"a", "an", "un", "una", "ein", "eine", "einem", "einen", "einer", "eines"});

int64_t find_in(std::span<Row const> rows, std::string_view word) {
  auto const found =
      std::find_if(rows.begin(), rows.end(), [word](Row const& row) { return row.word == word; });
  return found == rows.end() ? 0 : found->value;
}

std::span<Row const> rows_of(std::string_view language) {
  if (language == "en") {
    return kEnglish;
  }
  if (language == "es") {
    return kSpanish;
  }
  return language == "fa" ? std::span<Row const>(kPersian) : std::span<Row const>();
}

// Below 100: "funfundzwanzig"; 0 when it is none. An empty text is 0 too.
int64_t german_tens(std::string_view word) {
  if (int64_t const whole = find_in(kGermanUnits, word)) {
    return whole;
  }
  size_t const joint = word.find("und");
  if (joint == std::string_view::npos) {
    return 0;
  }
  int64_t const unit = find_in(kGermanUnits, word.substr(0, joint));
  int64_t const ten = find_in(kGermanUnits, word.substr(joint + 3));
  return unit >= 1 && unit <= 9 && ten >= 20 ? unit + ten : 0;
}

// `word` cut at `mark`: what stands before it times `times`, and what stands behind it. An empty
// part before is one, an empty part behind nothing; -1 when a part is no number.
template <typename Part>
int64_t cut_at(std::string_view word, std::string_view mark, int64_t times, Part const& part) {
  size_t const at = word.find(mark);
  std::string_view const head = word.substr(0, at);
  std::string_view const tail = word.substr(at + mark.size());
  int64_t const before = head.empty() ? 1 : part(head);
  int64_t const behind = tail.empty() ? 0 : part(tail);
  bool const read = before > 0 && (tail.empty() || behind > 0);
  return read ? before * times + behind : -1;
}

int64_t german_hundreds(std::string_view word) {
  if (word.find("hundert") == std::string_view::npos) {
    return german_tens(word);
  }
  return std::max<int64_t>(0, cut_at(word, "hundert", 100, german_tens));
}

int64_t german_number(std::string_view word) {
  if (word.find("tausend") == std::string_view::npos) {
    return german_hundreds(word);
  }
  return std::max<int64_t>(0, cut_at(word, "tausend", 1000, german_hundreds));
}

// The digits of a text as 0-9 and its separators as ".".
std::string plain_digits(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    Utf8Char const c = decode_utf8(text, at);
    at += c.length;
    char32_t const zero = c.value >= 0x6F0 ? 0x6F0 : c.value >= 0x660 ? 0x660 : U'0';
    bool const digit = c.value >= zero && c.value <= zero + 9;
    out += digit ? static_cast<char>('0' + (c.value - zero)) : '.';
  }
  return out;
}

constexpr size_t kMostDigits = 15;

}  // namespace

std::optional<int64_t> read_digits(std::string_view text) {
  std::string const plain = plain_digits(utf8_prefix(text, 64));
  size_t const last = plain.rfind('.');
  size_t const behind = last == std::string::npos ? 0 : plain.size() - last - 1;
  bool const fraction = last != std::string::npos && behind <= 2;
  std::string whole = fraction ? plain.substr(0, last) : plain;
  std::string cents = fraction ? plain.substr(last + 1) : "";
  std::erase(whole, '.');
  cents.resize(2, '0');
  if (text.size() > 64 || whole.empty() || whole.size() > kMostDigits - 2) {
    return std::nullopt;
  }
  return std::stoll(whole + cents);
}

NumberWord read_number_word(std::string_view folded, std::string_view language) {
  using Kind = NumberWord::Kind;
  if (int64_t const scale = find_in(kScales, folded)) {
    return {Kind::kScale, scale, false};
  }
  if (language == "en" && folded == "hundred") {
    return {Kind::kHundred, 100, false};
  }
  if (language != "fa" &&
      std::find(kArticles.begin(), kArticles.end(), folded) != kArticles.end()) {
    bool const english = folded.front() == 'a';
    bool const fits = language == "en"   ? english
                      : language == "es" ? folded.starts_with("un")
                                         : folded.starts_with("ein");
    return fits ? NumberWord{Kind::kValue, 1, true} : NumberWord{};
  }
  int64_t const value =
      language == "de" ? german_number(folded) : find_in(rows_of(language), folded);
  return value > 0 ? NumberWord{Kind::kValue, value, false} : NumberWord{};
}

bool joins_numbers(std::string_view folded, std::string_view language) {
  return (language == "en" && folded == "and") || (language == "es" && folded == "y") ||
         (language == "fa" && folded == "و");
}

bool NumberSum::add(NumberWord const& word) {
  using Kind = NumberWord::Kind;
  constexpr int64_t kMost = 1'000'000'000'000;
  if (word.kind == Kind::kNone || value() > kMost / 1000) {
    return false;
  }
  if (word.kind == Kind::kValue) {
    if (!empty_ && (last_ != 0 && word.value >= last_)) {
      return false;
    }
    // "three fifty" is no number: what follows must fit into the zeros before it.
    bool const fits =
        last_ == 0 || (last_ >= 100 && word.value < 100) || (last_ >= 20 && word.value < 10);
    if (!fits || (current_ == 0 && total_ != 0 && word.value >= scale_)) {
      return false;
    }
    current_ += word.value;
    last_ = word.value;
  } else {
    bool const alone = current_ == 0;
    if (alone && total_ != 0 && word.value >= scale_) {
      total_ *= word.kind == Kind::kScale ? word.value : 1;  // "mil millones"
      coefficient_ = 0;
    } else if (word.kind == Kind::kHundred) {
      current_ = (alone ? 1 : current_) * word.value;
      last_ = word.value;
      empty_ = false;
      return true;
    } else {
      coefficient_ = alone ? 0 : current_;
      total_ += (alone ? 1 : current_) * word.value;
      current_ = 0;
    }
    scale_ = word.value;
    last_ = 0;
  }
  empty_ = false;
  return true;
}

}  // namespace cyberlex
