#include "cyberlex/pages/diff_parts.h"

#include <algorithm>
#include <utility>

#include "cyberlex/answer/limb_view.h"
#include "cyberlex/pages/links.h"

namespace cyberlex::pages {
namespace {

// What a fact is called, and how its values are worded.
struct FactWords {
  std::string label;
  std::string before;
  std::string after;
};

std::string concepts_in(Wording const& wording, std::string_view scheme, std::string_view ids) {
  std::string out;
  while (!ids.empty()) {
    size_t const end = std::min(ids.find("; "), ids.size());
    out += (out.empty() ? "" : "; ") + wording.concept_label(scheme, ids.substr(0, end)).text;
    ids.remove_prefix(std::min(end + 2, ids.size()));
  }
  return out;
}

std::string with_subject(std::string const& name, std::string const& subject) {
  return subject.empty() ? name : name + ": " + subject;
}

// Applies `word` to either side that is there.
template <typename Word>
FactWords worded(std::string label, FactChange const& change, Word const& word) {
  return {.label = std::move(label),
          .before = change.before.empty() ? "" : word(change.before),
          .after = change.after.empty() ? "" : word(change.after)};
}

// "safeguard" of "search-and-seizure/notification".
std::string checked_label(Wording const& wording, FactChange const& change) {
  size_t const slash = change.of.find('/');
  std::string const name = wording.word("parameter", change.fact);
  if (slash == std::string::npos) {
    return with_subject(name, wording.concept_label(change.fact, change.of).text);
  }
  return with_subject(name, wording.concept_label(change.fact, change.of.substr(slash + 1)).text) +
         " (" + wording.concept_label("power", change.of.substr(0, slash)).text + ')';
}

FactWords words_of(Wording const& wording, FactChange const& change) {
  std::string const& fact = change.fact;
  auto const as_it_is = [](std::string const& text) { return text; };
  if (fact == "status" || fact == "class") {
    return worded(wording.word("parameter", fact), change,
                  [&](std::string const& value) { return wording.word(fact, value); });
  }
  if (fact == "offence" || fact == "power" || fact == "concern") {
    return worded(wording.word("parameter", fact), change, [&](std::string const& value) {
      return wording.concept_label(fact, value).text;
    });
  }
  if (fact == "safeguard" || fact == "defence") {
    return worded(checked_label(wording, change), change,
                  [&](std::string const& value) { return wording.word("assessment", value); });
  }
  if (fact == "authorisation") {
    std::string const power = wording.concept_label("power", change.of).text;
    return worded(with_subject(wording.word("parameter", fact), power), change,
                  [&](std::string const& value) { return concepts_in(wording, fact, value); });
  }
  if (fact == "element") {
    return worded(wording.word("element", change.of), change, as_it_is);
  }
  if (fact == "asks") {
    return worded(wording.messages().text("fact.demand"), change, as_it_is);
  }
  std::string const power = wording.concept_label("power", change.of).text;
  return worded(with_subject(wording.word("power", fact), power), change, as_it_is);
}

std::string joined(std::vector<std::string> const& values) {
  std::string out;
  for (std::string const& value : values) {
    out += (out.empty() ? "" : "; ") + value;
  }
  return out;
}

std::string mapping_words(Wording const& wording, MappingRecord const& mapping) {
  std::string out = wording.word("relation", name_of(mapping.relation));
  auto const add = [&](std::string_view key, std::vector<std::string> const& values) {
    out += values.empty() ? "" : "; " + wording.messages().text(key) + ": " + joined(values);
  };
  add("diff.covers", mapping.covers);
  add("diff.partly", mapping.partly);
  add("fact.missing", mapping.missing);
  add("fact.added", mapping.added);
  return out;
}

View side(std::string const& text) {
  View out;
  out.text("text", text);
  return out;
}

// A fact on its own line: which limb, what it is called.
View fact_row(DiffParts const& parts, EId const& limb, std::string const& label) {
  View row;
  row.text("limb", limb.text()).text("label", label);
  row.text("ui", code_of(parts.context.visit.language));
  return row;
}

View change_row(DiffParts const& parts, EId const& limb, FactChange const& change) {
  FactWords const words = words_of(parts.wording, change);
  View row = fact_row(parts, limb, words.label);
  if (!words.before.empty()) {
    row.view("before", side(words.before));
  }
  if (!words.after.empty()) {
    row.view("after", side(words.after));
  }
  return row;
}

View penalty_row(DiffParts const& parts, EId const& limb, std::string_view where,
                 PenaltyClause const& clause) {
  View row = fact_row(parts, limb, parts.wording.messages().text("fact.penalty"));
  View shown = side(parts.wording.clause(clause));
  parts.notes.put(shown, {.confidence = clause.confidence, .sources = clause.sources});
  row.view(where, std::move(shown));
  return row;
}

View mapping_row(DiffParts const& parts, EId const& limb, std::string_view where,
                 MappingRecord const& mapping) {
  View row = fact_row(parts, limb, parts.wording.article(article_handle(mapping)));
  View shown = side(mapping_words(parts.wording, mapping));
  parts.notes.put(shown, mapping.confidence, mapping.sources);
  row.view(where, std::move(shown));
  return row;
}

void add_limb(DiffParts const& parts, LimbDiff const& limb, std::vector<View>& out) {
  for (FactChange const& change : limb.facts) {
    out.push_back(change_row(parts, limb.limb, change));
  }
  for (PenaltyClause const& clause : limb.penalties_removed) {
    out.push_back(penalty_row(parts, limb.limb, "before", clause));
  }
  for (PenaltyClause const& clause : limb.penalties_added) {
    out.push_back(penalty_row(parts, limb.limb, "after", clause));
  }
  for (MappingRecord const& mapping : limb.mappings_removed) {
    out.push_back(mapping_row(parts, limb.limb, "before", mapping));
  }
  for (MappingRecord const& mapping : limb.mappings_added) {
    out.push_back(mapping_row(parts, limb.limb, "after", mapping));
  }
}

}  // namespace

std::vector<View> event_rows(DiffParts const& parts, std::vector<DiffEvent> const& events) {
  std::vector<View> out;
  for (DiffEvent const& each : events) {
    View row;
    row.text("date", parts.day(each.event->date))
        .text("datetime", each.event->date.to_string())
        .text("type", parts.wording.word("event", each.event->type))
        .text("by", each.event->by)
        .text("note", each.change == nullptr ? each.event->note : each.change->note);
    if (each.change != nullptr) {
      row.text("how", parts.wording.word("change", each.change->how))
          .text("replaced_by", joined(each.change->replaced_by));
    }
    parts.notes.put(row, each.event->provenance);
    out.push_back(std::move(row));
  }
  return out;
}

std::vector<View> fact_rows(DiffParts const& parts, FactDiff const& facts) {
  std::vector<View> out;
  for (FactChange const& change : facts.facts) {
    out.push_back(change_row(parts, {}, change));
  }
  for (LimbDiff const& limb : facts.limbs) {
    add_limb(parts, limb, out);
  }
  return out;
}

std::vector<View> run_rows(DiffParts const& parts, WordDiff const& words) {
  std::vector<View> out;
  for (DiffRun const& run : words.runs) {
    View row;
    row.text(name_of(run.op), run.text).text("ui", code_of(parts.context.visit.language));
    out.push_back(std::move(row));
  }
  return out;
}

std::string word_counts(Messages const& messages, uint64_t inserted, uint64_t deleted) {
  if (inserted == 0 && deleted == 0) {
    return messages.text("diff.no-words");
  }
  std::string const in = messages.counted("diff.inserted-words", static_cast<int64_t>(inserted));
  std::string const out = messages.counted("diff.deleted-words", static_cast<int64_t>(deleted));
  return deleted == 0 ? in : inserted == 0 ? out : in + messages.text("list.comma") + ' ' + out;
}

void put_diffed(View& view, DiffParts const& parts, ProvisionRecord const& record, Date shown_on) {
  Links const links(parts.context.visit);
  Work const& work = parts.act.work;
  view.text("number", parts.wording.unit(record))
      .text("handle", to_string(Handle{work.handle, record.eid}))
      .text("url", links.provision(work, record.eid, shown_on))
      .text("country", parts.wording.country(work.jurisdiction))
      .text("country_url", links.value(Param::kJurisdiction, work.jurisdiction))
      .text("act_url", links.act(work, shown_on));
  put_worded(view, "act", parts.wording.title(work));
  if (!record.texts.empty()) {
    put_worded(view, "heading", record.texts.front().heading, record.texts.front().language);
  }
}

void put_days_form(View& view, DiffParts const& parts, EId const& asked,
                   std::vector<std::string> const& languages) {
  Visit const& visit = parts.context.visit;
  std::vector<View> kept;
  for (std::string const& language : languages) {
    View row;
    row.text("value", language);
    kept.push_back(std::move(row));
  }
  std::string const handle = to_string(Handle{parts.act.work.handle, asked});
  view.text("asked", handle)
      .text("ui", visit.chosen ? code_of(visit.language) : "")
      .text("states_url", Links(visit).diff(handle, {}))
      .list("languages", std::move(kept));
}

}  // namespace cyberlex::pages
