#include <algorithm>
#include <utility>

#include "cyberlex/answer/iri.h"
#include "cyberlex/pages/limb_view.h"
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

std::vector<View> decision_rows(Shown const& shown) {
  std::vector<View> out;
  for (Decision const& decision : shown.answer.decisions) {
    View row;
    row.text("court", decision.court)
        .text("title", decision.title)
        .text("number", decision.number)
        .text("date", shown.day(decision.date))
        .text("holding", decision.holding)
        .text("effect", decision.effect);
    shown.notes.put(row, decision.provenance);
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

std::vector<View> limb_rows(Shown const& shown) {
  std::vector<View> out;
  for (LimbRecord const& limb : shown.answer.record.limbs) {
    out.push_back(limb_view(shown.context, shown.notes, shown.act, limb, shown.answer.as_of));
  }
  return out;
}

std::string neighbour(Shown const& shown, std::optional<std::string> const& handle) {
  if (!handle) {
    return {};
  }
  auto const read = parse_handle(*handle);
  return read ? Links(shown.context.visit).provision(shown.act.work, read->eid, shown.answer.as_of)
              : std::string();
}

// Above any text: what it is, of which day, and how it stands.
void put_head(View& view, Shown const& shown) {
  ProvisionRecord const& record = shown.answer.record;
  Links const links(shown.context.visit);
  view.text("number", shown.wording.unit(record))
      .text("handle", to_string(Handle{shown.act.work.handle, record.eid}))
      .text("country", shown.wording.country(shown.jurisdiction()))
      .text("country_url", links.value(Param::kJurisdiction, shown.jurisdiction()))
      .text("act_url", links.act(shown.act.work, shown.answer.as_of))
      .text("status", shown.wording.word("status", name_of(record.status)))
      .text("status_class", name_of(record.status))
      .text("day", shown.day(shown.answer.as_of))
      .text("as_of", shown.answer.as_of.to_string())
      .text("valid", shown.wording.interval(record.valid, shown.jurisdiction()))
      .text("klass", shown.wording.word("class", name_of(record.klass)))
      .text("portion", shown.answer.portion.text())
      .text("previous", neighbour(shown, shown.answer.previous))
      .text("next", neighbour(shown, shown.answer.next));
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

std::string provision_page(PageContext const& context, ProvisionAnswer const& answer) {
  Wording const wording(context.messages(), *answer.generation);
  ActRecord const& act = answer.generation->acts().at(answer.record.act);
  SourceNotes notes(wording, act.work);
  Shown const shown{
      .context = context, .wording = wording, .notes = notes, .answer = answer, .act = act};
  View view;
  put_head(view, shown);
  put_citations(view, shown);
  bool const assessed =
      answer.record.klass != ProvisionClass::kNotAssessed || !answer.record.limbs.empty();
  view.list("path", path_rows(shown))
      .list("texts", text_columns(shown))
      .list("versions", version_rows(shown))
      .flag("several", answer.versions.size() > 1)
      .list("changes", change_rows(shown))
      .list("decisions", decision_rows(shown))
      .list("parallel", parallel_rows(shown))
      .list("limbs", limb_rows(shown))
      .flag("not_assessed", !assessed)
      .list("notes", notes.views());
  std::string const handle = to_string(Handle{shown.act.work.handle, answer.record.eid});
  std::string title = wording.unit(answer.record) + ", " + wording.title(shown.act.work).text;
  return framed(context, {.title = std::move(title), .json = "/api/v1/provisions/" + handle},
                "provision", std::move(view));
}

}  // namespace cyberlex::pages
