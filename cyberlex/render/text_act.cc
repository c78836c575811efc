#include "cyberlex/answer/labels.h"
#include "cyberlex/render/citation_text.h"
#include "cyberlex/render/text.h"
#include "cyberlex/render/text_facts.h"

namespace cyberlex {
namespace {

std::string handles_text(Work const& work, std::vector<EId> const& eids) {
  std::string out;
  for (EId const& eid : eids) {
    out += (out.empty() ? "" : ", ") + to_string(Handle{work.handle, eid});
  }
  return out;
}

std::string event_text(Work const& work, ActEvent const& event) {
  std::string text = readable(event.type);
  text += event.by.empty() ? "" : " by " + event.by;
  text += event.note.empty() ? "" : ". " + event.note;
  std::string out = labelled(event.date.to_string(), text);
  for (ActChange const& change : event.changes) {
    out += labelled("", handles_text(work, change.provisions) + ": " + change_text(change));
  }
  return out +
         labelled("", provenance_text(work, event.provenance.confidence, event.provenance.sources));
}

std::string standing_text(StandingChange const& change) {
  std::string how = change.by.empty() ? "" : " by " + change.by;
  how += change.deposited ? " of " + change.deposited->to_string() : "";
  std::string const note = change.note.empty() ? "" : " (" + change.note + ')';
  std::string out =
      labelled(change.from.to_string(),
               country_name(change.state) + ": " + std::string(name_of(change.value)) + how + note +
                   " [" + std::string(name_of(change.provenance.confidence)) + ']');
  for (Reservation const& row : change.reservations) {
    out += labelled("", row.kind + ": " + row.note);
  }
  return out;
}

std::string contents_text(ContentsEntry const& entry) {
  std::string const status =
      entry.status == LegalStatus::kInForce ? "" : " [" + readable(name_of(entry.status)) + ']';
  std::string const name = entry.label.empty() ? entry.num : entry.label;
  std::string out = entry.handle + " — " + name;
  out += entry.heading.empty() ? "" : ". " + entry.heading;
  return wrapped(out + status, "", "    ");
}

std::string texts_held(ActRecord const& act) {
  std::string out;
  for (ExpressionSummary const& expression : act.expressions) {
    out += (out.empty() ? "" : "; ") + language_name(expression.language) + ' ' +
           expression.date.to_string() + ", " + readable(name_of(expression.kind));
  }
  return out;
}

}  // namespace

std::string to_text(ActAnswer const& answer) {
  ActRecord const& act = answer.generation->acts().at(answer.act);
  Work const& work = act.work;
  std::string out = bold(work.handle) + '\n';
  out += wrapped(display_text(work.title, work.original_language), "", "");
  out += labelled("state", country_name(work.jurisdiction));
  out += labelled("status", readable(name_of(answer.status)) + " on " + answer.as_of.to_string());
  out += labelled("iri", work.iri);
  out += citation_lines(reference_to(work));
  out += labelled("texts", texts_held(act));
  out += work.note.empty() ? "" : labelled("note", work.note);
  out += work.events.empty() ? "" : "\n";
  for (ActEvent const& event : work.events) {
    out += event_text(work, event);
  }
  out += work.standing.empty() ? "" : "\n";
  for (StandingChange const& change : work.standing) {
    out += standing_text(change);
  }
  for (ParallelNumbering const& row : work.parallel) {
    out +=
        labelled("also", display_text(row.title, work.original_language) + ", articles numbered " +
                             std::to_string(row.offset) + " higher: " + row.handle);
  }
  for (Gap const& gap : work.gaps) {
    out += labelled("missing", gap.what);
  }
  out += '\n';
  for (ContentsEntry const& entry : answer.contents) {
    out += contents_text(entry);
  }
  return out;
}

std::string to_text(ActListAnswer const& answer) {
  std::string out;
  for (ActSummary const& row : answer.acts) {
    Work const& work = answer.generation->acts().at(row.act).work;
    out += bold(work.handle) + '\n';
    out += wrapped(display_title(work) + "; " + country_name(work.jurisdiction) + "; " +
                       readable(name_of(row.status)) + "; " + counted(row.provisions, "provision"),
                   "    ", "    ");
  }
  return out + counted(answer.total, "act") + " on " + answer.as_of.to_string() + '\n';
}

}  // namespace cyberlex
