#include "cyberlex/pages/provision_parts.h"

#include <algorithm>
#include <utility>

#include "cyberlex/answer/iri.h"
#include "cyberlex/pages/links.h"
#include "cyberlex/render/citation_text.h"
#include "cyberlex/render/web_text.h"

namespace cyberlex::pages {
namespace {

struct Shown {
  PageContext const& context;
  Wording const& wording;
  SourceNotes& notes;
  ProvisionAnswer const& answer;
  ActRecord const& act;

  std::string const& jurisdiction() const { return act.work.jurisdiction; }
  std::string day(Date date) const { return wording.day(date, jurisdiction()); }
};

std::vector<View> block_rows(StateText const& text) {
  std::vector<View> out;
  for (TextBlock const& block : text.blocks) {
    View row;
    row.text("label", block.label)
        .text("text", block.text)
        .text("depth", std::to_string(std::min<int>(block.depth, 4)))
        .text("eid", block.eid.text());
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<View> text_columns(Shown const& shown) {
  std::vector<View> out;
  for (size_t i = 0; i < shown.answer.texts.size(); ++i) {
    TextSummary const& summary = shown.answer.record.texts.at(i);
    View column;
    column.text("lang", summary.language)
        .text("dir", direction_of(summary.language))
        .text("language", shown.wording.language(summary.language))
        .text("kind", shown.wording.word("text", name_of(summary.kind)))
        .text("kind_class", name_of(summary.kind))
        .text("version", shown.day(summary.version_date))
        .text("heading", summary.heading)
        .flag("leads", i == 0)
        .list("blocks", block_rows(shown.answer.texts[i]));
    shown.notes.put(column, summary.provenance);
    out.push_back(std::move(column));
  }
  return out;
}

std::vector<View> path_rows(Shown const& shown) {
  std::vector<View> out;
  for (PathStep const& step : shown.answer.record.path) {
    View row;
    row.text("kind", shown.wording.word("kind", name_of(step.kind))).text("label", step.label);
    put_worded(row, "heading", step.heading, shown.act.work.original_language);
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<View> version_rows(Shown const& shown) {
  Links const links(shown.context.visit);
  std::vector<View> out;
  for (VersionEntry const& version : shown.answer.versions) {
    Date const day =
        version.valid.from == kBeginningOfTime ? shown.answer.as_of : version.valid.from;
    View row;
    row.text("interval", shown.wording.interval(version.valid, shown.jurisdiction()))
        .text("status", shown.wording.word("status", name_of(version.status)))
        .text("status_class", name_of(version.status))
        .flag("shown", version.shown)
        .text("url", links.provision(shown.act.work, shown.answer.record.eid, day));
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<View> change_rows(Shown const& shown) {
  std::vector<View> out;
  for (ProvisionChange const& change : shown.answer.changes) {
    View row;
    row.text("date", shown.day(change.event->date))
        .text("by", change.event->by)
        .text("how", shown.wording.word("change", change.change->how))
        .text("note", change.change->note);
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<View> parallel_rows(Shown const& shown) {
  std::vector<View> out;
  for (ParallelNumber const& row : shown.answer.parallel) {
    View view;
    view.text("handle", to_string(Handle{row.numbering->handle, row.eid}));
    out.push_back(std::move(view));
  }
  return out;
}

// Above any text: what it is, of which day, and how it stands.
void put_head(View& view, Shown const& shown) {
  ProvisionRecord const& record = shown.answer.record;
  Links const links(shown.context.visit);
  view.text("number", shown.wording.unit(record))
      .text("handle", to_string(Handle{shown.act.work.handle, record.eid}))
      .text("country", shown.wording.country(shown.jurisdiction()))
      .text("country_url", shown.jurisdiction() == "int"
                               ? links.treaties({}, shown.answer.as_of)
                               : links.value(Param::kJurisdiction, shown.jurisdiction()))
      .text("act_url", links.act(shown.act.work, shown.answer.as_of))
      .text("status", shown.wording.word("status", name_of(record.status)))
      .text("status_class", name_of(record.status))
      .text("day", shown.day(shown.answer.as_of))
      .text("as_of", shown.answer.as_of.to_string())
      .text("valid", shown.wording.interval(record.valid, shown.jurisdiction()))
      .text("klass", shown.wording.word("class", name_of(record.klass)))
      .text("portion", shown.answer.portion.text());
  put_worded(view, "act", shown.wording.title(shown.act.work));
  if (!record.texts.empty()) {
    put_worded(view, "heading", record.texts.front().heading, record.texts.front().language);
  }
}

void put_citations(View& view, Shown const& shown) {
  Reference const reference = reference_to(shown.act, shown.answer.record);
  view.text("oscola", oscola(reference))
      .text("neutral", neutral_citation(reference))
      .text("iri", iri_of(shown.act, shown.answer.record));
}

}  // namespace

View decision_view(SourceNotes& notes, Work const& work, Decision const& decision) {
  View out;
  out.text("court", decision.court)
      .text("title", decision.title)
      .text("number", decision.number)
      .text("date", notes.wording().day(decision.date, work.jurisdiction))
      .text("holding", decision.holding)
      .text("effect", decision.effect);
  notes.put(out, decision.provenance);
  return out;
}

void put_provision(View& view, PageContext const& context, SourceNotes& notes,
                   ProvisionAnswer const& answer) {
  ActRecord const& act = answer.generation->acts().at(answer.record.act);
  Shown const shown{
      .context = context, .wording = notes.wording(), .notes = notes, .answer = answer, .act = act};
  put_head(view, shown);
  put_citations(view, shown);
  std::vector<View> decisions;
  for (Decision const& decision : answer.decisions) {
    decisions.push_back(decision_view(notes, act.work, decision));
  }
  bool const assessed =
      answer.record.klass != ProvisionClass::kNotAssessed || !answer.record.limbs.empty();
  view.list("path", path_rows(shown))
      .list("texts", text_columns(shown))
      .list("versions", version_rows(shown))
      .flag("several", answer.versions.size() > 1)
      .list("changes", change_rows(shown))
      .list("decisions", std::move(decisions))
      .list("parallel", parallel_rows(shown))
      .flag("not_assessed", !assessed);
}

}  // namespace cyberlex::pages
