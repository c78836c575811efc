#include <algorithm>
#include <utility>

#include "cyberlex/answer/jurisdiction.h"
#include "cyberlex/pages/coverage_parts.h"
#include "cyberlex/pages/grid_parts.h"
#include "cyberlex/pages/links.h"
#include "cyberlex/pages/provision_parts.h"
#include "cyberlex/pages/source_notes.h"

namespace cyberlex::pages {
namespace {

struct Shown {
  PageContext const& context;
  Wording const& wording;
  Links links;
  SourceNotes& notes;
  JurisdictionAnswer const& answer;

  Messages const& messages() const { return context.messages(); }
  Work const& work(ActNum act) const { return answer.generation->acts().at(act).work; }
  std::string number(uint64_t value) const {
    return messages().format().number(static_cast<int64_t>(value));
  }
};

std::vector<View> act_rows(Shown const& shown) {
  std::vector<View> out;
  for (ActSummary const& each : shown.answer.acts.acts) {
    Work const& work = shown.work(each.act);
    View row;
    put_worded(row, "title", shown.wording.title(work));
    row.text("url", shown.links.act(work, shown.answer.as_of))
        .text("handle", work.handle)
        .text("status", shown.wording.word("status", name_of(each.status)))
        .text("status_class", name_of(each.status))
        .text("provisions",
              shown.messages().counted("provisions", static_cast<int64_t>(each.provisions)));
    out.push_back(std::move(row));
  }
  return out;
}

// ---- treaties

std::vector<View> reservation_rows(Shown const& shown, Work const& treaty,
                                   StandingChange const& change) {
  std::vector<View> out;
  for (Reservation const& each : change.reservations) {
    std::vector<View> articles;
    for (EId const& eid : each.articles) {
      std::string const handle = to_string(Handle{treaty.handle, eid});
      View article;
      article.text("handle", handle).text("url", shown.links.article(handle, shown.answer.as_of));
      articles.push_back(std::move(article));
    }
    View row;
    row.text("kind", shown.wording.word("reservation", each.kind))
        .list("articles", std::move(articles))
        .text("note", each.note);
    shown.notes.put(row, each.provenance);
    out.push_back(std::move(row));
  }
  return out;
}

View change_row(Shown const& shown, Work const& treaty, StandingChange const& change) {
  View row;
  row.text("date", change.from.to_string())
      .text("day", shown.wording.day(change.from, shown.answer.code))
      .text("word", shown.wording.word("standing", name_of(change.value)))
      .text("by", change.by.empty() ? "" : shown.wording.word("instrument", change.by))
      .text("deposited",
            change.deposited ? shown.wording.day(*change.deposited, shown.answer.code) : "")
      .text("note", change.note)
      .list("reservations", reservation_rows(shown, treaty, change));
  shown.notes.put(row, change.provenance);
  return row;
}

std::vector<View> treaty_rows(Shown const& shown) {
  std::vector<View> out;
  for (JurisdictionTreaty const& each : shown.answer.treaties) {
    Work const& treaty = shown.work(each.treaty);
    shown.notes.turn_to(treaty);
    std::vector<View> changes;
    for (StandingChange const* const change : each.changes) {
      changes.push_back(change_row(shown, treaty, *change));
    }
    bool const known = each.standing.now != nullptr || each.standing.next != nullptr;
    View row;
    put_worded(row, "name", shown.wording.title(treaty));
    row.text("url", shown.links.act(treaty, shown.answer.as_of))
        .text("sentence", standing_sentence(shown.wording, each.standing))
        .flag("unknown", !known)
        .list("changes", std::move(changes));
    out.push_back(std::move(row));
  }
  return out;
}

// ---- what courts said, and what lies outside every treaty

std::vector<View> decision_rows(Shown const& shown) {
  std::vector<View> out;
  for (JurisdictionDecision const& each : shown.answer.decisions) {
    Work const& work = shown.work(each.act);
    shown.notes.turn_to(work);
    std::vector<View> provisions;
    for (EId const& eid : each.decision->provisions) {
      View provision;
      provision.text("handle", to_string(Handle{work.handle, eid}))
          .text("url", shown.links.provision(work, eid.unit(), shown.answer.as_of));
      provisions.push_back(std::move(provision));
    }
    View row;
    row.view("decision", decision_view(shown.notes, work, *each.decision))
        .list("provisions", std::move(provisions));
    out.push_back(std::move(row));
  }
  return out;
}

void put_overreach(View& view, Shown const& shown) {
  Overreach const& found = shown.answer.overreach;
  if (found.offences == 0) {
    return;
  }
  view.text("outside",
            shown.messages().text(
                "state.outside.text",
                {{"n", shown.number(found.limbs)},
                 {"of", shown.number(found.offences)},
                 {"provisions",
                  shown.messages().counted("provisions", static_cast<int64_t>(found.provisions))}}))
      .text("outside_url",
            shown.links.finding(
                {{"jurisdiction", shown.answer.code}, {"article", "none"}, {"status", "in-force"}},
                shown.answer.as_of));
}

// ---- ways to other pages

std::vector<View> matrix_rows(Shown const& shown) {
  std::vector<View> out;
  std::string last;
  for (TreatyCoverage const& each : shown.answer.coverage.treaties) {
    if (each.treaty == last) {
      continue;
    }
    last = each.treaty;
    View row;
    row.text("name", shown.wording.article(each.treaty))
        .text("url", shown.links.matrix(each.treaty, {{"jurisdiction", shown.answer.code}},
                                        shown.answer.as_of));
    out.push_back(std::move(row));
  }
  return out;
}

void put_links(View& view, Shown const& shown) {
  std::string const& code = shown.answer.code;
  Date const day = shown.answer.as_of;
  view.text("states_url", shown.links.states(day))
      .text("search", shown.links.finding({{"jurisdiction", code}}, day))
      .text("safeguards", shown.links.safeguards({{"jurisdiction", code}}, day))
      .text("requesting", shown.links.dual({{"requesting", code}}, shown.context.visit.today))
      .text("requested", shown.links.dual({{"requested", code}}, shown.context.visit.today))
      .text("table",
            shown.links.crosstab({{"rows", "class"}, {"cols", "status"}, {"jurisdiction", code}}))
      .list("matrices", matrix_rows(shown));
}

}  // namespace

std::string state_page(PageContext const& context, JurisdictionAnswer const& answer) {
  Wording const wording(context.messages(), *answer.generation);
  Work const none;  // each treaty and act turns the notes to itself
  SourceNotes notes(wording, none);
  Shown const shown{.context = context,
                    .wording = wording,
                    .links = Links(context.visit),
                    .notes = notes,
                    .answer = answer};
  std::string const name = wording.country(answer.code);
  View view;
  put_day(view, context, wording, answer.as_of);
  put_coverage(view, context, wording, answer.coverage, NamedBy::kShown);
  put_overreach(view, shown);
  put_links(view, shown);
  view.text("name", name)
      .text("action", "/jurisdictions/" + answer.code)
      .text("total",
            context.messages().counted("acts.held", static_cast<int64_t>(answer.acts.total)))
      .flag("any_acts", answer.acts.total > 0)
      .text("all_acts", answer.acts.next_offset
                            ? shown.links.acts({{"jurisdiction", answer.code}}, answer.as_of)
                            : "")
      .list("acts", act_rows(shown))
      .list("standings", treaty_rows(shown))
      .flag("any_decisions", !answer.decisions.empty())
      .list("decisions", decision_rows(shown))
      .list("notes", notes.views());
  return framed(
      context,
      {.title = name,
       .section = "states",
       .json = shown.links.data("/api/v1/jurisdictions/" + answer.code, context.visit.parameters)},
      "state", std::move(view));
}

}  // namespace cyberlex::pages
