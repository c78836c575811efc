#include <algorithm>
#include <set>
#include <utility>

#include "cyberlex/pages/grid_parts.h"
#include "cyberlex/pages/links.h"

namespace cyberlex::pages {
namespace {

constexpr std::string_view kTreaties = "int";

bool are_treaties(ActListAnswer const& answer) {
  return answer.jurisdictions == std::vector<std::string>{std::string(kTreaties)};
}

// Acts before the first of this page.
uint64_t first_of(ActListAnswer const& answer) {
  return answer.next_offset.value_or(answer.total) - answer.acts.size();
}

std::string page_at(Links const& links, ActListAnswer const& answer, uint64_t offset) {
  ParameterList list;
  if (answer.limit != kActsPerPage) {
    list.emplace_back("limit", std::to_string(answer.limit));
  }
  if (offset > 0) {
    list.emplace_back("offset", std::to_string(offset));
  }
  if (are_treaties(answer)) {
    return links.treaties(std::move(list), answer.as_of);
  }
  for (std::string const& code : answer.jurisdictions) {
    list.emplace_back("jurisdiction", code);
  }
  return links.acts(std::move(list), answer.as_of);
}

std::vector<View> act_rows(PageContext const& context, Wording const& wording,
                           ActListAnswer const& answer) {
  Links const links(context.visit);
  std::vector<View> out;
  for (ActSummary const& summary : answer.acts) {
    Work const& work = answer.generation->acts().at(summary.act).work;
    View row;
    put_worded(row, "title", wording.title(work));
    row.text("url", links.act(work, answer.as_of))
        .text("handle", work.handle)
        .text("country", wording.country(work.jurisdiction))
        .text("year", work.year == 0 ? "" : wording.local_digits(std::to_string(work.year)))
        .text("status", wording.word("status", name_of(summary.status)))
        .text("status_class", name_of(summary.status))
        .text("provisions",
              context.messages().format().number(static_cast<int64_t>(summary.provisions)));
    out.push_back(std::move(row));
  }
  return out;
}

// One state is chosen or none: an address may name more, and then the form chooses none.
std::vector<View> state_options(Wording const& wording, ActListAnswer const& answer) {
  std::set<std::string> states;
  for (ActRecord const& act : answer.generation->acts()) {
    if (act.work.jurisdiction != kTreaties) {
      states.insert(act.work.jurisdiction);
    }
  }
  std::vector<std::string> const chosen =
      answer.jurisdictions.size() == 1 ? answer.jurisdictions : std::vector<std::string>();
  return state_choices(wording, {states.begin(), states.end()}, chosen);
}

void put_pages(View& view, PageContext const& context, ActListAnswer const& answer) {
  if (answer.acts.empty()) {
    return;
  }
  Links const links(context.visit);
  LocalFormat const& format = context.messages().format();
  uint64_t const first = first_of(answer);
  std::string const from = format.number(static_cast<int64_t>(first) + 1);
  std::string const to = format.number(static_cast<int64_t>(first + answer.acts.size()));
  view.text("shown", context.messages().text("hits.shown", {{"first", from}, {"last", to}}));
  if (answer.next_offset) {
    view.text("next", page_at(links, answer, *answer.next_offset));
  }
  if (first > 0) {
    view.text("previous", page_at(links, answer, first - std::min(first, answer.limit)));
  }
}

}  // namespace

std::string acts_page(PageContext const& context, ActListAnswer const& answer) {
  Wording const wording(context.messages(), *answer.generation);
  Links const links(context.visit);
  bool const treaties = are_treaties(answer);
  std::string const title = context.messages().text(treaties ? "acts.treaties" : "acts.acts");
  View view;
  put_day(view, context, wording, answer.as_of);
  view.text("title", title)
      .text("total", context.messages().counted(treaties ? "acts.treaties-held" : "acts.held",
                                                static_cast<int64_t>(answer.total)))
      .text("action", treaties ? "/conventions" : "/acts")
      .flag("choose", !treaties)
      .list("rows", act_rows(context, wording, answer));
  if (!treaties) {
    view.list("states", state_options(wording, answer));
  }
  put_pages(view, context, answer);
  std::string const path = treaties ? "/api/v1/conventions" : "/api/v1/acts";
  Frame frame{.title = title,
              .section = treaties ? "treaties" : "acts",
              .json = links.data(path, context.visit.parameters)};
  return framed(context, frame, "acts", std::move(view));
}

}  // namespace cyberlex::pages
