#include <utility>

#include "cyberlex/answer/jurisdiction.h"
#include "cyberlex/pages/grid_parts.h"
#include "cyberlex/pages/links.h"

namespace cyberlex::pages {
namespace {

struct Shown {
  PageContext const& context;
  Wording const& wording;
  Links links;
  JurisdictionsAnswer const& answer;

  std::string number(uint64_t value) const {
    return context.messages().format().number(static_cast<int64_t>(value));
  }
};

// Every row has the same treaties in the same order.
std::vector<View> treaty_heads(Shown const& shown) {
  std::vector<View> out;
  if (shown.answer.jurisdictions.empty()) {
    return out;
  }
  for (JurisdictionTreaty const& each : shown.answer.jurisdictions.front().treaties) {
    Work const& work = shown.answer.generation->acts().at(each.treaty).work;
    View row;
    put_worded(row, "name", shown.wording.title(work));
    row.text("url", shown.links.act(work, shown.answer.as_of));
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<View> standing_cells(Shown const& shown, JurisdictionSummary const& state) {
  std::vector<View> out;
  for (JurisdictionTreaty const& each : state.treaties) {
    bool const known = each.standing.now != nullptr || each.standing.next != nullptr;
    View cell;
    cell.text("word", standing_word(shown.wording, each.standing)).flag("unknown", !known);
    out.push_back(std::move(cell));
  }
  return out;
}

std::vector<View> state_rows(Shown const& shown) {
  Date const day = shown.answer.as_of;
  std::vector<View> out;
  for (JurisdictionSummary const& each : shown.answer.jurisdictions) {
    View row;
    row.text("name", shown.wording.country(each.code))
        .text("url", shown.links.state(each.code, day))
        .text("acts", shown.number(each.acts))
        .text("acts_url", shown.links.acts({{"jurisdiction", each.code}}, day))
        .text("provisions", shown.number(each.provisions))
        .text("search", shown.links.finding({{"jurisdiction", each.code}}, day))
        .flag("annotated", each.limbs > 0)
        .text("limbs", shown.number(each.limbs))
        .text("outside", shown.context.messages().text(
                             "states.outside.of", {{"n", shown.number(each.overreach.limbs)},
                                                   {"of", shown.number(each.overreach.offences)}}))
        .list("cells", standing_cells(shown, each));
    out.push_back(std::move(row));
  }
  return out;
}

}  // namespace

std::string states_page(PageContext const& context, JurisdictionsAnswer const& answer) {
  Wording const wording(context.messages(), *answer.generation);
  Shown const shown{
      .context = context, .wording = wording, .links = Links(context.visit), .answer = answer};
  View view;
  put_day(view, context, wording, answer.as_of);
  view.list("treaties", treaty_heads(shown)).list("states", state_rows(shown));
  return framed(context,
                {.title = context.messages().text("states.title"),
                 .section = "states",
                 .json = shown.links.data("/api/v1/jurisdictions", context.visit.parameters)},
                "states", std::move(view));
}

}  // namespace cyberlex::pages
