#include "cyberlex/pages/act_history.h"

#include <utility>

#include "cyberlex/answer/standing.h"
#include "cyberlex/pages/links.h"
#include "cyberlex/pages/provision_parts.h"

namespace cyberlex::pages {
namespace {

struct Shown {
  PageContext const& context;
  SourceNotes& notes;
  ActAnswer const& answer;
  Work const& work;

  Wording const& wording() const { return notes.wording(); }
  std::string day(Date date) const { return wording().day(date, work.jurisdiction); }
};

std::vector<View> provision_links(Shown const& shown, std::vector<EId> const& eids) {
  Links const links(shown.context.visit);
  std::vector<View> out;
  for (EId const& eid : eids) {
    View row;
    row.text("eid", eid.text()).text("url", links.provision(shown.work, eid, shown.answer.as_of));
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<View> handle_rows(std::vector<std::string> const& handles) {
  std::vector<View> out;
  for (std::string const& handle : handles) {
    View row;
    row.text("handle", handle);
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<View> status_rows(Shown const& shown) {
  std::vector<View> out;
  for (StatusChange const& change : shown.work.status) {
    View row;
    row.text("from", shown.day(change.from))
        .text("status", shown.wording().word("status", name_of(change.value)))
        .text("status_class", name_of(change.value))
        .flag("later", change.from > shown.answer.as_of);
    shown.notes.put(row, change.provenance);
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<View> change_rows(Shown const& shown, ActEvent const& event) {
  std::vector<View> out;
  for (ActChange const& change : event.changes) {
    View row;
    row.text("how", shown.wording().word("change", change.how))
        .text("note", change.note)
        .list("provisions", provision_links(shown, change.provisions))
        .list("replaced_by", handle_rows(change.replaced_by));
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<View> event_rows(Shown const& shown) {
  std::vector<View> out;
  for (ActEvent const& event : shown.work.events) {
    View row;
    row.text("date", shown.day(event.date))
        .text("type", shown.wording().word("event", event.type))
        .text("by", event.by)
        .text("note", event.note)
        .flag("later", event.date > shown.answer.as_of)
        .list("changes", change_rows(shown, event));
    shown.notes.put(row, event.provenance);
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<View> decision_rows(Shown const& shown) {
  std::vector<View> out;
  for (Decision const& decision : shown.work.decisions) {
    View row = decision_view(shown.notes, shown.work, decision);
    row.list("provisions", provision_links(shown, decision.provisions));
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<View> reservation_rows(Shown const& shown, StandingChange const& change) {
  std::vector<View> out;
  for (Reservation const& each : change.reservations) {
    View row;
    row.text("kind", shown.wording().word("reservation", each.kind))
        .text("note", each.note)
        .list("articles", provision_links(shown, each.articles));
    shown.notes.put(row, each.provenance);
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<View> standing_rows(Shown const& shown) {
  Date const as_of = shown.answer.as_of;
  std::vector<View> out;
  for (StandingChange const& change : shown.work.standing) {
    View row;
    row.text("state", shown.wording().country(change.state))
        .text("standing", shown.wording().word("standing", name_of(change.value)))
        .text("from", shown.wording().day(change.from))
        .text("by", change.by.empty() ? "" : shown.wording().word("instrument", change.by))
        .text("deposited", change.deposited ? shown.wording().day(*change.deposited) : "")
        .text("note", change.note)
        .flag("now", standing_towards(shown.work, change.state, as_of).now == &change)
        .flag("later", change.from > as_of)
        .list("reservations", reservation_rows(shown, change));
    shown.notes.put(row, change.provenance);
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<View> parallel_rows(Shown const& shown) {
  std::vector<View> out;
  for (ParallelNumbering const& each : shown.work.parallel) {
    Work named;
    named.handle = each.handle;
    named.title = each.title;
    named.original_language = shown.work.original_language;
    View row;
    put_worded(row, "title", shown.wording().title(named));
    row.text("handle", each.handle)
        .text("iri", each.iri)
        .text("first", to_string(Handle{shown.work.handle, each.first}))
        .text("last", to_string(Handle{shown.work.handle, each.last}))
        .text("offset", shown.context.messages().format().number(each.offset));
    shown.notes.put(row, each.provenance);
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<View> gap_rows(Shown const& shown) {
  std::vector<View> out;
  for (Gap const& gap : shown.work.gaps) {
    View row;
    row.text("what", gap.what).list("provisions", provision_links(shown, gap.provisions));
    out.push_back(std::move(row));
  }
  return out;
}

}  // namespace

void put_history(View& view, PageContext const& context, SourceNotes& notes,
                 ActAnswer const& answer) {
  Work const& work = answer.generation->acts().at(answer.act).work;
  Shown const shown{.context = context, .notes = notes, .answer = answer, .work = work};
  std::vector<View> standings = standing_rows(shown);
  view.list("statuses", status_rows(shown))
      .list("events", event_rows(shown))
      .list("decisions", decision_rows(shown))
      .flag("stood", !standings.empty())
      .list("standings", std::move(standings))
      .list("parallel", parallel_rows(shown))
      .list("gaps", gap_rows(shown))
      .flag("gappy", !work.gaps.empty());
}

}  // namespace cyberlex::pages
