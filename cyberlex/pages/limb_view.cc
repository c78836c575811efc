#include "cyberlex/pages/limb_view.h"

#include <algorithm>
#include <utility>

#include "cyberlex/answer/labels.h"
#include "cyberlex/answer/limb_view.h"
#include "cyberlex/pages/links.h"

namespace cyberlex::pages {
namespace {

struct LimbContext {
  PageContext const& page;
  Wording const& wording;
  SourceNotes& notes;
  ActRecord const& act;
  Date as_of;
};

std::vector<View> text_rows(std::vector<std::string> const& texts) {
  std::vector<View> out;
  for (std::string const& text : texts) {
    View row;
    row.text("text", text);
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<View> concept_rows(LimbContext const& limb, Param param,
                               std::vector<std::string> const& ids) {
  Links const links(limb.page.visit);
  std::vector<View> out;
  for (std::string const& id : ids) {
    View row;
    row.text("url", links.value(param, id));
    put_worded(row, "label", limb.wording.concept_label(info_of(param).name, id));
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<View> element_rows(LimbContext const& limb,
                               std::map<std::string, std::string> const& elements) {
  std::vector<View> out;
  for (auto const& [name, text] : elements) {
    View row;
    row.text("name", limb.wording.word("element", name)).text("text", text);
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<View> penalty_rows(LimbContext const& limb, LimbRecord const& record) {
  std::vector<View> out;
  for (PenaltyClause const& clause : record.penalties) {
    View row;
    row.text("text", limb.wording.clause(clause))
        .text("derived_by", clause.derived_by)
        .text("note", clause.note);
    if (clause.valid != Interval()) {
      row.text("valid", limb.wording.interval(clause.valid, limb.act.work.jurisdiction));
    }
    limb.notes.put(row, {.confidence = clause.confidence, .sources = clause.sources});
    out.push_back(std::move(row));
  }
  return out;
}

// What a finding rests on: provisions, a reading, an act that is not held.
std::string basis_text(LimbContext const& limb, Assessment const& found) {
  Messages const& messages = limb.page.messages();
  if (!found.elsewhere.empty()) {
    return messages.text("basis.elsewhere", {{"act", isolated(found.elsewhere)}});
  }
  auto const reading = limb.act.work.readings.find(found.read);
  if (reading != limb.act.work.readings.end()) {
    std::string const day = limb.wording.day(reading->second.date);
    return messages.text("basis.read", {{"what", isolated(reading->second.what)},
                                        {"by", isolated(reading->second.by)},
                                        {"day", day}});
  }
  std::string at;
  for (std::string const& handle : found.at) {
    at += (at.empty() ? "" : ", ") + handle;
  }
  return at.empty() ? "" : messages.text("basis.at", {{"at", isolated(at)}});
}

View finding_row(LimbContext const& limb, std::string_view scheme, Assessment const& found) {
  View row;
  put_worded(row, "label", limb.wording.concept_label(scheme, found.concept_id));
  row.text("value", limb.wording.word("assessment", name_of(found.value)))
      .text("value_class", name_of(found.value))
      .text("basis", basis_text(limb, found))
      .text("note", found.note);
  if (found.value != AssessmentValue::kNotAssessed) {
    limb.notes.put(row, found.provenance);
  }
  return row;
}

std::vector<View> checklist_rows(LimbContext const& limb, std::string_view scheme,
                                 std::vector<Assessment> const& checklist) {
  std::vector<View> out;
  for (Assessment const& each : checklist) {
    if (each.value == AssessmentValue::kNotAssessed) {
      continue;
    }
    out.push_back(finding_row(limb, scheme, each));
  }
  return out;
}

std::string unseen_text(LimbContext const& limb, std::vector<Assessment> const& checklist) {
  auto const unseen = std::count_if(checklist.begin(), checklist.end(), [](Assessment const& each) {
    return each.value == AssessmentValue::kNotAssessed;
  });
  return unseen == 0 ? "" : limb.page.messages().counted("points.not-assessed", unseen);
}

std::vector<View> condition_rows(LimbContext const& limb, Power const& power) {
  std::vector<View> out;
  auto const add = [&](std::string_view name, std::string const& text) {
    if (!text.empty()) {
      View row;
      row.text("name", limb.wording.word("power", name)).text("text", text);
      out.push_back(std::move(row));
    }
  };
  add("who", power.who);
  add("threshold", power.threshold);
  add("against", power.against);
  add("duration", power.duration);
  add("secrecy", power.secrecy);
  add("provider_duty", power.provider_duty);
  add("refusal", power.refusal);
  return out;
}

std::vector<View> power_rows(LimbContext const& limb, std::vector<Power> const& powers) {
  Links const links(limb.page.visit);
  std::vector<View> out;
  for (Power const& power : powers) {
    View row;
    put_worded(row, "label", limb.wording.concept_label("power", power.power));
    row.text("url", links.value(Param::kPower, power.power))
        .list("authorisation", concept_rows(limb, Param::kAuthorisation, power.authorisation))
        .list("conditions", condition_rows(limb, power))
        .list("safeguards", checklist_rows(limb, "safeguard", power.safeguards))
        .text("unseen", unseen_text(limb, power.safeguards));
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<View> concern_rows(LimbContext const& limb, std::vector<Concern> const& concerns) {
  std::vector<View> out;
  for (Concern const& concern : concerns) {
    View row;
    std::string who;
    for (std::string const& each : concern.raised_by) {
      who += (who.empty() ? "" : "; ") + each;
    }
    put_worded(row, "label", limb.wording.concept_label("concern", concern.concern));
    row.text("who", who).text("where", concern.where);
    limb.notes.put(row, concern.provenance);
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<View> demand_rows(LimbContext const& limb, std::vector<Demand> const& demands) {
  std::vector<View> out;
  for (Demand const& demand : demands) {
    View row;
    row.text("text", demand.text)
        .text("force",
              limb.page.messages().text(demand.mandatory ? "demand.mandatory" : "demand.optional"));
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<View> mapping_rows(LimbContext const& limb,
                               std::vector<MappingRecord> const& mappings) {
  std::vector<View> out;
  for (MappingRecord const& mapping : mappings) {
    out.push_back(mapping_view(limb.page, limb.notes, mapping, limb.as_of));
  }
  return out;
}

void put_derived(View& view, Wording const& wording, std::string_view name,
                 std::optional<Derived> const& derived) {
  if (derived) {
    view.text(name, wording.word("ternary", name_of(derived->value)))
        .text(std::string(name) + "_why", wording.word("derived", derived->reason));
  }
}

}  // namespace

View mapping_view(PageContext const& context, SourceNotes& notes, MappingRecord const& mapping,
                  Date as_of) {
  Wording const& wording = notes.wording();
  std::string const handle = article_handle(mapping);
  bool const outside = mapping.relation == Relation::kOutside;
  View out;
  out.text("label", wording.article(handle))
      .text("url", outside ? "" : Links(context.visit).article(handle, as_of))
      .text("part", mapping.article == mapping.article.unit() ? "" : mapping.article.text())
      .text("relation", wording.word("relation", name_of(mapping.relation)))
      .text("rationale", mapping.rationale)
      .text("author", mapping.author)
      .text("reviewed", wording.word("reviewed", mapping.reviewed))
      .text("date", wording.day(mapping.date))
      .list("missing", text_rows(mapping.missing))
      .list("added", text_rows(mapping.added));
  notes.put(out, mapping.confidence, mapping.sources);
  return out;
}

View finding_view(PageContext const& context, SourceNotes& notes, ActRecord const& act,
                  std::string_view scheme, Assessment const& found) {
  LimbContext const with{
      .page = context, .wording = notes.wording(), .notes = notes, .act = act, .as_of = {}};
  return finding_row(with, scheme, found);
}

View limb_view(PageContext const& context, SourceNotes& notes, ActRecord const& act,
               LimbRecord const& limb, Date as_of) {
  Wording const& wording = notes.wording();
  LimbContext const with{
      .page = context, .wording = wording, .notes = notes, .act = act, .as_of = as_of};
  View out;
  out.text("eid", limb.eid.text())
      .list("offences", concept_rows(with, Param::kOffence, limb.offences))
      .list("elements", element_rows(with, limb.elements))
      .list("penalties", penalty_rows(with, limb))
      .list("powers", power_rows(with, limb.powers))
      .list("defences", checklist_rows(with, "defence", limb.defences))
      .text("defences_unseen", unseen_text(with, limb.defences))
      .list("concerns", concern_rows(with, limb.concerns))
      .list("demands", demand_rows(with, limb.asks))
      .list("mappings", mapping_rows(with, limb.mappings))
      .text("note", limb.note);
  put_derived(out, wording, "serious", serious_of(limb));
  put_derived(out, wording, "one_year", one_year_of(limb));
  if (limb.annotated) {
    notes.put(out, limb.provenance);
  }
  return out;
}

}  // namespace cyberlex::pages
