#include <algorithm>
#include <utility>

#include "cyberlex/answer/dual_criminality.h"
#include "cyberlex/model/identifiers.h"
#include "cyberlex/pages/dual_parts.h"
#include "cyberlex/pages/grid_parts.h"
#include "cyberlex/pages/links.h"

namespace cyberlex::pages {
namespace {

std::vector<View> state_options(Wording const& wording, std::string const& chosen) {
  std::vector<std::string> codes = states_held(wording.generation());
  if (!chosen.empty() && std::ranges::find(codes, chosen) == codes.end()) {
    codes.push_back(chosen);
  }
  std::vector<View> out;
  for (std::string const& code : codes) {
    View row;
    row.text("value", code).text("label", wording.country(code)).flag("selected", code == chosen);
    out.push_back(std::move(row));
  }
  return out;
}

// Concepts below `broader`, each before its narrower ones. `depth` is that of the list.
void add_offences(Wording const& wording, std::string const& broader, size_t depth,
                  std::string const& chosen, std::vector<View>& out) {
  constexpr size_t kDeepest = 8;  // a taxonomy that turns in a circle ends here
  if (depth > kDeepest) {
    return;
  }
  for (Concept const& each : wording.generation().taxonomy().concepts) {
    if (each.scheme != "offence" || each.broader != broader) {
      continue;
    }
    Worded const label = wording.concept_label("offence", each.id);
    std::string indent;
    for (size_t i = 0; i < depth; ++i) {
      indent += "\u2003";
    }
    View row;
    row.text("value", each.id).flag("selected", each.id == chosen);
    row.text("label", indent + label.text);
    if (label.language != code_of(wording.messages().language())) {
      row.text("label_lang", label.language);
    }
    out.push_back(std::move(row));
    add_offences(wording, each.id, depth + 1, chosen, out);
  }
}

// The question as a form that keeps what was asked.
View form_view(PageContext const& context, Wording const& wording, DualRequest const& request) {
  auto const other_day = [&](std::optional<Date> const& day) {
    return day && *day != request.as_of ? day->to_string() : std::string();
  };
  std::vector<View> offences;
  add_offences(wording, "", 0, request.offence, offences);
  View out;
  put_day(out, context, wording, request.as_of);
  out.list("requesting", state_options(wording, request.requesting))
      .list("requested", state_options(wording, request.requested))
      .list("offences", std::move(offences))
      .text("provision", request.provision)
      .text("article", request.article)
      .text("requesting_on", other_day(request.requesting_on))
      .text("requested_on", other_day(request.requested_on));
  return out;
}

// What was asked for, in words.
Worded subject_of(Wording const& wording, DualRequest const& request) {
  if (!request.offence.empty()) {
    return wording.concept_label("offence", request.offence);
  }
  if (!request.article.empty()) {
    return {.text = wording.article(request.article),
            .language = std::string(code_of(wording.messages().language()))};
  }
  return {.text = request.provision, .language = "en"};
}

std::string subject_url(DualParts const& parts, DualRequest const& request) {
  Links const links(parts.context.visit);
  if (!request.article.empty()) {
    return links.article(request.article, request.as_of);
  }
  return request.offence.empty() ? "" : links.value(Param::kOffence, request.offence);
}

// What a step found, in words: handles stay as they are, codes become words.
std::vector<View> found_rows(DualParts const& parts, DualStep const& step) {
  Wording const& wording = parts.wording;
  if (step.step == "requesting-law" || step.step == "requested-law") {
    return handle_views(parts, step.found);
  }
  std::vector<View> out;
  auto const add = [&out](std::string const& text) {
    View row;
    row.text("text", text);
    out.push_back(std::move(row));
  };
  if (step.step == "legal-basis") {
    for (std::string const& treaty : step.found) {
      add(wording.article(treaty));
    }
  } else if (step.step == "verdict") {
    for (std::string const& reason : step.found) {
      add(wording.word("dual.why", reason));
    }
  }
  return out;
}

std::vector<View> looked_rows(DualParts const& parts, DualStep const& step) {
  if (step.step == "legal-basis") {
    std::vector<View> out;
    for (std::string const& treaty : step.looked_at) {
      View row;
      row.text("text", parts.wording.article(treaty));
      out.push_back(std::move(row));
    }
    return out;
  }
  if (step.step == "requesting-law" && !parts.answer.request.offence.empty()) {
    View row;
    row.text("text", subject_of(parts.wording, parts.answer.request).text);
    std::vector<View> out;
    out.push_back(std::move(row));
    return out;
  }
  return handle_views(parts, step.looked_at);
}

void put_items(View& row, std::string_view name, std::vector<View> items) {
  if (!items.empty()) {
    View all;
    all.list("items", std::move(items));
    row.view(name, std::move(all));
  }
}

// Where on the page a step is shown whole; empty: nowhere else.
std::string_view place_of(std::string_view step) {
  return step == "legal-basis" ? "basis" : step == "caveats" ? "caveats" : "offences";
}

std::vector<View> step_rows(DualParts const& parts) {
  std::vector<View> out;
  for (DualStep const& step : parts.answer.steps) {
    View row;
    row.text("name", parts.wording.word("dual.step", step.step))
        .text("place", step.step == "verdict" ? "verdict" : place_of(step.step))
        .text("result", step.step == "verdict" ? parts.wording.word("dual.verdict", step.result)
                                               : parts.wording.word("dual.result", step.result));
    put_items(row, "looked", looked_rows(parts, step));
    put_items(row, "found", found_rows(parts, step));
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<View> gap_rows(DualParts const& parts, DualCorpus const& corpus) {
  std::vector<View> out;
  for (ActNum const act : corpus.gaps) {
    for (Gap const& gap : parts.work(act).gaps) {
      View row = handle_view(parts, parts.work(act).handle);
      row.text("what", gap.what);
      out.push_back(std::move(row));
    }
  }
  return out;
}

std::vector<View> looked_for_rows(DualParts const& parts, DualCorpus const& corpus) {
  std::vector<View> out;
  for (MatrixAssessed const& looked : corpus.looked) {
    View row = handle_view(parts, parts.work(looked.act).handle);
    row.text("article",
             parts.wording.article(to_string(Handle{looked.row->treaty, looked.row->article})))
        .text("elsewhere", looked.row->elsewhere)
        .text("rationale", looked.row->rationale);
    parts.notes.put(row, looked.row->confidence, looked.row->sources);
    out.push_back(std::move(row));
  }
  return out;
}

View held_view(DualParts const& parts, DualCorpus const& corpus) {
  Messages const& messages = parts.messages();
  auto const counted = [&](std::string_view key, uint64_t number) {
    return messages.counted(key, static_cast<int64_t>(number));
  };
  std::vector<std::string> assessed;
  for (ActNum const act : corpus.assessed) {
    assessed.push_back(parts.work(act).handle);
  }
  View out;
  out.text("state", parts.wording.country(corpus.jurisdiction))
      .text("day", parts.wording.day(corpus.on, corpus.jurisdiction))
      .text("acts", counted("dual.acts", corpus.acts))
      .text("provisions", counted("provisions", corpus.provisions))
      .text("offences", counted("dual.offences", corpus.offences))
      .list("assessed", handle_views(parts, assessed))
      .list("gaps", gap_rows(parts, corpus))
      .list("looked", looked_for_rows(parts, corpus));
  return out;
}

View side_view(DualParts const& parts, std::string_view name, std::string const& state, Date day) {
  View out;
  out.text("name", parts.messages().text(name))
      .text("state", parts.wording.country(state))
      .text("day", parts.wording.day(day, state))
      .text("datetime", day.to_string());
  return out;
}

void put_head(View& view, DualParts const& parts) {
  DualRequest const& request = parts.answer.request;
  std::vector<View> sides;
  sides.push_back(side_view(parts, "dual.requesting", request.requesting, *request.requesting_on));
  sides.push_back(side_view(parts, "dual.requested", request.requested, *request.requested_on));
  put_worded(view, "subject", subject_of(parts.wording, request));
  view.text("subject_url", subject_url(parts, request))
      .text("day", parts.wording.day(request.as_of))
      .flag("not_found", parts.answer.verdict.verdict == DualVerdict::kNotFound)
      .list("sides", std::move(sides));
  put_finding(view, parts, parts.answer.verdict);
}

// The same question as data.
std::string data_url(PageContext const& context, DualRequest const& request) {
  ParameterList list = {{"requesting", request.requesting},
                        {"requested", request.requested},
                        {"as_of", request.as_of.to_string()},
                        {"requesting_on", request.requesting_on->to_string()},
                        {"requested_on", request.requested_on->to_string()}};
  for (auto const& [name, value] :
       {std::pair("offence", request.offence), std::pair("provision", request.provision),
        std::pair("article", request.article)}) {
    if (!value.empty()) {
      list.emplace_back(name, value);
    }
  }
  return Links(context.visit).data("/api/v1/dual-criminality", list);
}

std::string document(PageContext const& context, std::string const& json, View view) {
  return framed(context,
                {.title = context.messages().text("dual.heading"),
                 .section = "dual-criminality",
                 .json = json},
                "dual", std::move(view));
}

}  // namespace

std::string dual_page(PageContext const& context, DualAnswer const& answer) {
  Wording const wording(context.messages(), *answer.generation);
  // Turned to an act wherever one is shown.
  SourceNotes notes(wording, answer.generation->acts().front().work);
  DualParts const parts{.context = context, .wording = wording, .notes = notes, .answer = answer};
  View view;
  put_head(view, parts);
  std::vector<View> held;
  held.push_back(held_view(parts, answer.requesting_corpus));
  held.push_back(held_view(parts, answer.requested_corpus));
  std::string const json = data_url(context, answer.request);
  view.view("form", form_view(context, wording, answer.request))
      .flag("answered", true)
      .text("json", json)
      .list("steps", step_rows(parts))
      .list("offences", dual_offence_rows(parts))
      .flag("shortened", whole_offences(answer.requesting.size()) < answer.requesting.size())
      .list("further", dual_further_rows(parts))
      .list("basis", dual_basis_rows(parts))
      .list("caveats", dual_caveat_rows(parts))
      .list("held", std::move(held));
  view.list("notes", notes.views());
  return document(context, json, std::move(view));
}

std::string dual_start_page(PageContext const& context, Generation const& generation) {
  Wording const wording(context.messages(), generation);
  DualRequest request;
  request.as_of = context.visit.today;
  for (auto const& [name, value] : context.visit.parameters) {
    if (name == "requesting" && is_jurisdiction(value)) {
      request.requesting = value;
    } else if (name == "requested" && is_jurisdiction(value)) {
      request.requested = value;
    }
  }
  View view;
  view.view("form", form_view(context, wording, request));
  return document(context, "", std::move(view));
}

}  // namespace cyberlex::pages
