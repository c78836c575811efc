// What the pages that set laws side by side share: the question as a form, states.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cyberlex/answer/standing.h"
#include "cyberlex/answer/verdict.h"
#include "cyberlex/pages/frame.h"

namespace cyberlex::pages {

// Sets as_of, day and, where the language was chosen, ui: what a form asks and carries on.
void put_day(View& view, PageContext const& context, Wording const& wording, Date as_of);

// A box for each of `codes` and of `chosen`; ticked: those chosen.
std::vector<View> state_choices(Wording const& wording, std::vector<std::string> const& codes,
                                std::vector<std::string> const& chosen);

// "signatory", or what is known of the time before the first row.
std::string standing_word(Wording const& wording, TreatyStanding const& standing);
// The same with the day since when, or until when.
std::string standing_sentence(Wording const& wording, TreatyStanding const& standing);

// A longest term as the answers give it: a duration, "life", "death", or empty.
std::string longest_text(Wording const& wording, std::string_view longest);

// What was read by whom, as a note at the foot of a page: one stands behind many values.
Source reading_source(Wording const& wording, Reading const& reading);

}  // namespace cyberlex::pages
