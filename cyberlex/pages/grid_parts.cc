#include "cyberlex/pages/grid_parts.h"

#include <algorithm>
#include <utility>

namespace cyberlex::pages {

void put_day(View& view, PageContext const& context, Wording const& wording, Date as_of) {
  view.text("as_of", as_of.to_string())
      .text("day", wording.day(as_of))
      .text("ui", context.visit.chosen ? code_of(context.visit.language) : "");
}

std::vector<View> state_choices(Wording const& wording, std::vector<std::string> const& codes,
                                std::vector<std::string> const& chosen) {
  std::vector<std::string> all = codes;
  for (std::string const& code : chosen) {
    if (std::ranges::find(all, code) == all.end()) {
      all.push_back(code);
    }
  }
  std::vector<View> out;
  for (std::string const& code : all) {
    View row;
    row.text("value", code)
        .text("label", wording.country(code))
        .flag("selected", std::ranges::find(chosen, code) != chosen.end());
    out.push_back(std::move(row));
  }
  return out;
}

std::string standing_word(Wording const& wording, TreatyStanding const& standing) {
  if (standing.now != nullptr) {
    return wording.word("standing", name_of(standing.now->value));
  }
  return wording.word(
      "standing", name_of(standing.next == nullptr ? StandingBefore::kUnknown : standing.before));
}

std::string standing_sentence(Wording const& wording, TreatyStanding const& standing) {
  std::string const word = standing_word(wording, standing);
  if (standing.now != nullptr) {
    return wording.messages().text("standing.since",
                                   {{"standing", word}, {"day", wording.day(standing.now->from)}});
  }
  if (standing.next == nullptr || standing.before == StandingBefore::kUnknown) {
    return word;
  }
  return wording.messages().text(
      "standing.before", {{"standing", word},
                          {"day", wording.day(standing.next->from)},
                          {"then", wording.word("standing", name_of(standing.next->value))}});
}

Source reading_source(Wording const& wording, Reading const& reading) {
  return {.title = wording.messages().text("matrix.read", {{"what", isolated(reading.what)}}),
          .url = {},
          .locator = {},
          .seen = reading.date.to_string(),
          .note = reading.by};
}

std::string longest_text(Wording const& wording, std::string_view longest) {
  if (longest.empty()) {
    return {};
  }
  Result<Duration> const term = Duration::parse(longest);
  return term ? wording.term(*term) : wording.word("penalty", longest);
}

}  // namespace cyberlex::pages
