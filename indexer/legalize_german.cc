// The German dialect: juris's abbreviation, and a definition list of dates below the title.

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "indexer/heading_words.h"
#include "indexer/legalize_work.h"
#include "indexer/slugs.h"
#include "indexer/visible_text.h"

namespace cyberlex {
namespace {

// One entry of the definition list: "Ausfertigungsdatum" / ":   1896-08-18".
struct Entry {
  std::string_view label;
  std::string_view value;
};

std::vector<Entry> read_entries(std::string_view head) {
  std::vector<Entry> entries;
  std::string_view previous;
  while (!head.empty()) {
    size_t const end = std::min(head.find('\n'), head.size());
    std::string_view const line = head.substr(0, end);
    head.remove_prefix(std::min(end + 1, head.size()));
    if (line.starts_with(":   ") && !previous.empty()) {
      entries.push_back({previous, trim(line.substr(1))});
    } else if (line.starts_with("    ") && !entries.empty() && previous.starts_with(':')) {
      // A folded value: views of one text, so the entry grows up to this line's end.
      Entry& last = entries.back();
      last.value = {last.value.data(),
                    static_cast<size_t>(line.data() + line.size() - last.value.data())};
      continue;
    }
    previous = line;
  }
  return entries;
}

int take_number(std::string_view& text, size_t most_digits) {
  int value = -1;
  for (size_t i = 0; i < most_digits && !text.empty() && text[0] >= '0' && text[0] <= '9'; ++i) {
    value = std::max(value, 0) * 10 + (text[0] - '0');
    text.remove_prefix(1);
  }
  return value;
}

bool take_stop(std::string_view& text) {
  bool const stop = text.starts_with('.');
  text.remove_prefix(stop ? 1 : 0);
  return stop;
}

std::string padded(int value, size_t width) {
  std::string digits = std::to_string(value);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

// "7.5.2021" or "2021-05-07".
std::optional<Date> date_at(std::string_view text) {
  Result<Date> const iso = Date::parse(text.substr(0, 10));
  if (iso) {
    return *iso;
  }
  int const day = take_number(text, 2);
  int const month = day > 0 && take_stop(text) ? take_number(text, 2) : 0;
  int const year = month > 0 && take_stop(text) ? take_number(text, 4) : 0;
  Result<Date> const date =
      Date::parse(padded(year, 4) + '-' + padded(month, 2) + '-' + padded(day, 2));
  return year > 0 && date ? std::optional(*date) : std::nullopt;
}

// The latest date behind `mark` ("v. 7.5.2021").
std::optional<Date> latest_behind(std::string_view value, std::string_view mark) {
  std::optional<Date> latest;
  for (size_t at = value.find(mark); at != value.npos; at = value.find(mark, at + 1)) {
    std::optional<Date> const date = date_at(trim(value.substr(at + mark.size(), 16)));
    latest = date && (!latest || *latest < *date) ? date : latest;
  }
  return latest;
}

bool dates_a_version(std::string_view label) {
  std::string const folded = fold_latin(label);
  constexpr auto kStems =
      std::to_array<std::string_view>({"neugefasst", "neufassung", "andert", "anderung"});
  return std::any_of(kStems.begin(), kStems.end(),
                     [&](std::string_view stem) { return folded.find(stem) != std::string::npos; });
}

// "G aufgeh. durch": the whole law; other labels of repeal name parts of it.
bool repeals_all(std::string_view label) {
  constexpr auto kLabels = std::to_array<std::string_view>(
      {"g aufgeh. durch", "v aufgeh. durch", "ano aufgeh. durch", "bek aufgeh. durch"});
  return std::find(kLabels.begin(), kLabels.end(), fold_latin(label)) != kLabels.end();
}

struct RankWord {
  std::string_view ending;
  std::string_view rank;
};

// By the end of a word, because German compounds: "Rentenanpassungsgesetz" is a Gesetz.
std::string rank_of(std::string_view title) {
  constexpr auto kRanks = std::to_array<RankWord>({
      {"gesetz", "gesetz"},
      {"gesetzbuch", "gesetz"},
      {"verordnung", "verordnung"},
      {"bekanntmachung", "bekanntmachung"},
      {"anordnung", "anordnung"},
      {"abkommen", "abkommen"},
      {"ubereinkommen", "uebereinkommen"},
      {"vertrag", "vertrag"},
      {"protokoll", "protokoll"},
      {"vereinbarung", "vereinbarung"},
      {"erlass", "erlass"},
      {"satzung", "satzung"},
      {"geschaftsordnung", "geschaeftsordnung"},
      {"wahlordnung", "verordnung"},
      {"grundgesetz", "grundgesetz"},
  });
  // The noun stands first, or behind one or two adjectives: "Zweites Gesetz".
  std::string folded = fold_latin(title);
  std::string_view rest = folded;
  for (int word = 0; word < 3 && !rest.empty(); ++word) {
    size_t const end = std::min(rest.find_first_of(" ,("), rest.size());
    std::string_view const noun = rest.substr(0, end);
    auto const found = std::find_if(kRanks.rbegin(), kRanks.rend(),
                                    [&](RankWord const& r) { return noun.ends_with(r.ending); });
    if (found != kRanks.rend()) {
      return std::string(found->rank);
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return "unknown";
}

void read_head(std::string_view head, LegalizeWork& out) {
  std::optional<Date> latest;
  StatusChange repeal{Date(), LegalStatus::kUnknown, {}};
  for (Entry const& entry : read_entries(head)) {
    std::optional<Date> date;
    if (entry.label == "Ausfertigungsdatum") {
      date = date_at(entry.value);
      if (date && out.work.events.empty()) {
        out.work.events.emplace_back();
        out.work.events.back().date = *date;
        out.work.events.back().type = "enacted";
      }
    } else if (dates_a_version(entry.label)) {
      date = latest_behind(entry.value, "v. ");
    } else if (repeals_all(entry.label)) {
      std::optional<Date> const from = latest_behind(entry.value, "mWv ");
      repeal = from ? StatusChange{*from, LegalStatus::kRepealed, {}} : repeal;
    }
    latest = date && (!latest || *latest < *date) ? date : latest;
  }
  if (!latest) {
    return;
  }
  out.version = *latest;
  Date const enacted = out.work.events.empty() ? *latest : out.work.events.front().date;
  out.work.year = enacted.year();
  out.work.status.push_back({enacted, LegalStatus::kUnknown, {}});
  if (repeal.value == LegalStatus::kRepealed && enacted < repeal.from) {
    out.work.status.push_back(repeal);
  }
}

}  // namespace

std::optional<LegalizeWork> make_german_work(FrontMatter const& fields, std::string_view head,
                                             std::string const& file, Diagnostics& diagnostics) {
  SourcePlace const place{file, fields.first_line, 0};
  std::string_view const jurabk = fields.get("jurabk");
  std::string_view const named = fields.get("slug");
  std::string const slug = make_slug(named.empty() ? jurabk : named);
  if (slug.empty()) {
    diagnostics.warning(place, "no slug of a law: the file is not read");
    return std::nullopt;
  }
  LegalizeWork out;
  out.language = "de";
  Work& work = out.work;
  work.jurisdiction = "de";
  work.original_language = "de";
  work.handle = "de/" + slug;
  work.title["de"] = whole_title(fields, fields.get("Title"));
  work.short_title["de"] = jurabk;
  work.rank = rank_of(work.title["de"]);
  read_head(head, out);
  if (work.year == 0) {
    diagnostics.warning(place, "no date of this law (Ausfertigungsdatum)");
  }
  work.iri = "/akn/de/act/" + (work.year > 0 ? std::to_string(work.year) : "undated") + '/' + slug;
  return out;
}

}  // namespace cyberlex
