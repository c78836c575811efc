#include "cyberlex/text/recognise_penalties.h"

#include <algorithm>
#include <array>

#include "cyberlex/text/analyse.h"
#include "cyberlex/text/recognise_clause.h"
#include "cyberlex/text/recognise_lexicon.h"
#include "cyberlex/text/recognise_numbers.h"
#include "cyberlex/text/recognise_words.h"

namespace cyberlex {
namespace {

using Role = PenaltyRole;

constexpr std::array<std::string_view, 4> kLanguages = {"de", "en", "es", "fa"};

// How far around a run, in atoms, something is looked for that licenses or blocks it.
constexpr size_t kWindowBefore = 24;
constexpr size_t kWindowAfter = 14;
// A punishment without measure counts only this near to what imposes it.
constexpr size_t kNear = 3;

bool is_anchor(Role role) {
  return role >= Role::kPrison && role <= Role::kDayFine;
}
bool ends_run(Role role) {
  return role == Role::kOther || role == Role::kCue || role == Role::kOffence ||
         role == Role::kBlock;
}
bool is_cue(Role role) {
  return role == Role::kCue || role == Role::kCueFiller;
}

}  // namespace

std::span<std::string_view const> penalty_languages() {
  return kLanguages;
}

struct PenaltyRecogniser::State {
  explicit State(std::string_view code) : language(code), table(code) {
    for (PenaltyPhrase const& row : penalty_phrases(code)) {
      std::string_view rest = row.phrases;
      while (!rest.empty()) {
        size_t const cut = rest.find('|');
        trie.add(table.add_words(rest.substr(0, cut)), static_cast<uint32_t>(rows.size()));
        rest = cut == std::string_view::npos ? "" : rest.substr(cut + 1);
      }
      rows.push_back(row);
    }
  }

  // The words of `text`, and what the vocabulary says at each.
  void scan(std::string_view content) {
    text = content;
    table.scan(content, words);
    numbers.clear();
    for (ScannedWord const& word : words) {
      numbers.push_back(word.word);
    }
  }

  // The longest phrase that begins at a word, within one sentence; length 0: none.
  PhraseTrie::Match phrase_at(size_t at) {
    trie.matches_at(numbers, at, matches);
    PhraseTrie::Match longest;
    for (PhraseTrie::Match const& match : matches) {
      bool whole = match.length > longest.length;
      for (size_t i = at + 1; i < at + match.length; ++i) {
        whole = whole && words[i].before == Break::kNone;
      }
      longest = whole ? match : longest;
    }
    return longest;
  }

  bool has_anchor() {
    for (size_t at = 0; at < words.size(); ++at) {
      if (numbers[at] == 0) {
        continue;
      }
      PhraseTrie::Match const match = phrase_at(at);
      Role const role = match.length == 0 ? Role::kOther : rows[match.value].role;
      if (is_anchor(role)) {
        return true;
      }
    }
    return false;
  }

  std::string folded(size_t at) const {
    return fold(text.substr(words[at].begin, words[at].end - words[at].begin));
  }
  NumberWord number_word(size_t at) const {
    return words[at].digits ? NumberWord() : read_number_word(folded(at), language);
  }

  void make_atoms() {
    atoms.clear();
    for (size_t at = 0; at < words.size();) {
      PenaltyAtom atom;
      size_t const length = read_atom(at, atom);
      ScannedWord const& first = words[at];
      atom.comma = first.comma;
      atom.colon = first.colon;
      atom.bracket = first.bracket;
      atom.slash = first.slash;
      atom.sentence = first.before != Break::kNone;
      atom.begin = first.begin;
      atom.end = words[at + length - 1].end;
      atoms.push_back(atom);
      at += length;
    }
  }

  size_t read_atom(size_t at, PenaltyAtom& atom) {
    if (words[at].digits) {
      return read_digit_number(at, atom);
    }
    PhraseTrie::Match const match = phrase_at(at);
    if (match.length > 0 && !is_letter_currency(at, match)) {
      atom.role = rows[match.value].role;
      atom.unit = rows[match.value].unit;
    }
    bool const weak =
        match.length <= 1 && (atom.role == Role::kOther || atom.role == Role::kFiller);
    size_t const number = weak ? read_worded_number(at, atom) : 0;
    return number > 0 ? number : std::max<size_t>(match.length, 1);
  }

  // "N" is the naira before digits only.
  bool is_letter_currency(size_t at, PhraseTrie::Match const& match) const {
    bool const letter = rows[match.value].role == Role::kCurrency && match.length == 1 &&
                        words[at].end - words[at].begin == 1;
    return letter && (at + 1 >= words.size() || !words[at + 1].digits);
  }

  size_t read_digit_number(size_t at, PenaltyAtom& atom) const {
    std::string digits(text.substr(words[at].begin, words[at].end - words[at].begin));
    size_t length = 1;
    while (at + length < words.size() && digits.size() <= 12 && joins_digits(at + length)) {
      digits += text.substr(words[at + length].begin, 3);
      ++length;
    }
    std::optional<int64_t> const value = read_digits(digits);
    if (!value) {
      return 1;
    }
    atom.role = Role::kNumber;
    atom.hundredths = *value;
    // "1.000 (mil)" says the number again.
    if (at + length < words.size() && !words[at + length].bracket) {
      NumberWord const scale = number_word(at + length);
      if (scale.kind == NumberWord::Kind::kScale && *value < 100'000'00) {
        atom.coefficient = *value / 100;
        atom.scale = scale.value;
        atom.hundredths = *value * scale.value;
        ++length;
      }
    }
    return length;
  }

  // "10 000": a group of three digits behind one space.
  bool joins_digits(size_t at) const {
    ScannedWord const& before = words[at - 1];
    ScannedWord const& word = words[at];
    bool const space = word.begin - before.end == 1 && text[before.end] == ' ';
    bool const three = word.digits && word.end - word.begin == 3 && text[word.begin] < 0x7F &&
                       text[word.begin] >= '0';
    return space && three && before.end - before.begin <= 3;
  }

  size_t read_worded_number(size_t at, PenaltyAtom& atom) {
    NumberSum sum;
    size_t length = 0;
    size_t next = at;
    while (next < words.size() && (next == at || words[next].before == Break::kNone)) {
      NumberWord const word = number_word(next);
      if ((next != at && words[next].comma) || (word.article && !counts_something(next)) ||
          !sum.add(word)) {
        break;
      }
      length = ++next - at;
      bool const joint = next < words.size() && joins_numbers(folded(next), language);
      next += joint && next + 1 < words.size() ? 1 : 0;
    }
    if (sum.empty()) {
      return 0;
    }
    atom.role = Role::kNumber;
    atom.unit = {};
    atom.hundredths = sum.value() * 100;
    atom.scale = sum.scale();
    atom.coefficient = sum.coefficient();
    return length;
  }

  // An article is a number before a length of time or a larger number only.
  bool counts_something(size_t at) {
    if (at + 1 >= words.size()) {
      return false;
    }
    NumberWord const next = number_word(at + 1);
    if (next.kind == NumberWord::Kind::kHundred || next.kind == NumberWord::Kind::kScale) {
      return true;
    }
    PhraseTrie::Match const match = phrase_at(at + 1);
    Role const role = match.length == 0 ? Role::kOther : rows[match.value].role;
    return role >= Role::kYear && role <= Role::kHour;
  }

  // [from, to) of the sentence around a run, at most the window.
  std::pair<size_t, size_t> around(size_t begin, size_t end) const {
    size_t from = begin;
    while (from > 0 && begin - from < kWindowBefore && !atoms[from].sentence) {
      --from;
    }
    size_t to = end;
    while (to < atoms.size() && to - end < kWindowAfter && !atoms[to].sentence) {
      ++to;
    }
    return {from, to};
  }

  bool is_imposed(size_t begin, size_t end, RecognisedPenalty const& clause) const {
    auto const [from, to] = around(begin, end);
    bool cue = false;
    bool near = false;
    for (size_t i = from; i < to; ++i) {
      if (atoms[i].role == Role::kBlock) {
        return false;
      }
      cue = cue || is_cue(atoms[i].role);
      near = near || (is_cue(atoms[i].role) && i + kNear >= begin && i < end + kNear);
    }
    return has_measure(clause) ? cue || stands_alone(begin, clause.begin) : near;
  }

  // In a list or a restatement a clause may stand by itself: "…: two to four years of prison".
  bool stands_alone(size_t run, uint32_t clause) const {
    bool alone = run == 0 || atoms[run].sentence;
    for (size_t i = run; i < atoms.size() && atoms[i].begin <= clause; ++i) {
      alone = alone || atoms[i].comma;
    }
    return alone && language != "de";
  }

  template <typename Keep>
  std::vector<RecognisedPenalty> clauses(Keep const& keep) const {
    std::vector<RecognisedPenalty> out;
    for (size_t begin = 0; begin < atoms.size();) {
      if (ends_run(atoms[begin].role)) {
        ++begin;
        continue;
      }
      size_t end = begin + 1;
      while (end < atoms.size() && !ends_run(atoms[end].role) && !atoms[end].sentence) {
        ++end;
      }
      std::span<PenaltyAtom const> const run(atoms.data() + begin, end - begin);
      std::optional<RecognisedPenalty> clause = spell_clause(run, language);
      if (clause && keep(begin, end, *clause)) {
        out.push_back(std::move(*clause));
      }
      begin = end;
    }
    return out;
  }

  std::string language;
  WordTable table;
  PhraseTrie trie;
  std::vector<PenaltyPhrase> rows;
  std::string_view text;  // of the last scan
  std::vector<ScannedWord> words;
  std::vector<uint32_t> numbers;
  std::vector<PhraseTrie::Match> matches;
  std::vector<PenaltyAtom> atoms;
};

PenaltyRecogniser::PenaltyRecogniser(std::string_view language)
    : state_(std::make_unique<State>(language)) {}
PenaltyRecogniser::~PenaltyRecogniser() = default;
PenaltyRecogniser::PenaltyRecogniser(PenaltyRecogniser&&) noexcept = default;
PenaltyRecogniser& PenaltyRecogniser::operator=(PenaltyRecogniser&&) noexcept = default;

PenaltyReading PenaltyRecogniser::read(std::string_view text) {
  PenaltyReading out;
  State& state = *state_;
  if (state.rows.empty()) {
    return out;
  }
  state.scan(text);
  for (size_t at = 0; at < state.words.size() && !out.speaks_of_offence; ++at) {
    PhraseTrie::Match const match =
        state.numbers[at] == 0 ? PhraseTrie::Match() : state.phrase_at(at);
    out.speaks_of_offence = match.length > 0 && state.rows[match.value].role == Role::kOffence;
  }
  if (!state.has_anchor()) {
    return out;
  }
  state.make_atoms();
  out.clauses = state.clauses([&](size_t begin, size_t end, RecognisedPenalty const& clause) {
    return state.is_imposed(begin, end, clause);
  });
  // A clause whose own words spell another one hangs on what stands around it by accident.
  std::erase_if(out.clauses, [&](RecognisedPenalty const& clause) {
    auto const again = spelled(text.substr(clause.begin, clause.end - clause.begin));
    return again.size() != 1 || again.front().arms != clause.arms ||
           again.front().relation != clause.relation;
  });
  return out;
}

std::vector<RecognisedPenalty> PenaltyRecogniser::spelled(std::string_view text) {
  State& state = *state_;
  if (state.rows.empty()) {
    return {};
  }
  state.scan(text);
  state.make_atoms();
  return state.clauses([](size_t, size_t, RecognisedPenalty const&) { return true; });
}

}  // namespace cyberlex
